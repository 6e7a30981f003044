//! Views written from top to bottom: a [`Page`] takes one part after the other, and a part can hold more.
//!
//! Each shape of a `view!` is a type of its own and costs the visitor about a kilobyte, and a list of views costs some hundred
//! bytes wherever it is made. A call on a page costs about twenty. `view!` stays for controls.
//!
//! An element is named as in a style sheet, `tag#id.class`, for example `p.muted small`. A heading with an id, and the heading
//! of a screen (`h3`), can take the focus.
//!
//! A subtree of a `view!` in which everything is fixed is set as HTML text, which a page with trusted types forbids: give
//! such an element one value that is not a literal.

use leptos::{ev::MouseEvent, html::custom, prelude::*};

use super::{Ui, subtree::Text};
use assessment::i18n::Key;

/// What a button does.
pub type Deed = Box<dyn Fn() + Send>;

/// The parts of a page, or of an element that is being written.
pub struct Page {
    /// Words and state.
    pub ui: Ui,
    parts: Vec<AnyView>,
    /// Elements that are not closed yet, each with what stands before it.
    open: Vec<(&'static str, Vec<AnyView>)>,
}

impl Page {
    /// An empty page.
    pub fn new(ui: Ui) -> Self {
        Self { ui, parts: Vec::new(), open: Vec::new() }
    }

    /// What was written.
    pub fn view(self) -> AnyView {
        self.parts.into_any()
    }

    /// Adds a view.
    pub fn add(&mut self, view: AnyView) {
        self.parts.push(view);
    }

    /// An element with parts of its own.
    #[inline(always)]
    pub fn within(&mut self, element: &'static str, write: impl FnOnce(&mut Self)) {
        self.begin(element);
        write(self);
        self.end();
    }

    #[inline(never)]
    fn begin(&mut self, element: &'static str) {
        let before = core::mem::take(&mut self.parts);
        self.open.push((element, before));
    }

    #[inline(never)]
    fn end(&mut self) {
        self.end_special(Extra::default());
    }

    #[inline(never)]
    fn end_special(&mut self, extra: Extra) {
        if let Some((element, before)) = self.open.pop() {
            let inside = core::mem::replace(&mut self.parts, before);
            self.parts.push(make(element, extra, inside));
        }
    }

    /// An element with parts of its own, and with what only some elements have.
    pub fn within_special(&mut self, element: &'static str, extra: Extra, write: impl FnOnce(&mut Self)) {
        self.begin(element);
        write(self);
        self.end_special(extra);
    }

    /// An element with a text.
    #[inline(never)]
    pub fn text(&mut self, element: &'static str, text: &str) {
        self.special(element, Extra::default(), text);
    }

    /// An element with an entry of the catalog.
    #[inline(never)]
    pub fn t(&mut self, element: &'static str, key: Key) {
        self.text(element, self.ui.t(key));
    }

    /// An element with an entry of the catalog whose placeholders are filled in.
    #[inline(never)]
    pub fn fill(&mut self, element: &'static str, key: Key, values: &[(&str, &str)]) {
        let text = self.ui.fill(key, values);
        self.text(element, &text);
    }

    /// A text without an element.
    #[inline(never)]
    pub fn bare(&mut self, text: &str) {
        self.parts.push(Text(text.to_owned()).into_any());
    }

    /// An element with what only some elements have.
    #[inline(never)]
    pub fn special(&mut self, element: &'static str, extra: Extra, text: &str) {
        self.parts.push(make(element, extra, vec![Text(text.to_owned()).into_any()]));
    }

    /// A part that follows what it reads.
    pub fn live(&mut self, write: impl Fn(&mut Self) + Send + 'static) {
        self.live_part(Box::new(write));
    }

    #[inline(never)]
    fn live_part(&mut self, write: Box<dyn Fn(&mut Self) + Send>) {
        let ui = self.ui;
        let part = move || {
            let mut page = Self::new(ui);
            write(&mut page);
            page.view()
        };
        self.parts.push(part.into_any());
    }

    /// An element with a text that follows what it reads.
    pub fn live_text(&mut self, element: &'static str, read: impl Fn() -> String + Send + 'static) {
        self.make_live_text(element, Box::new(read));
    }

    #[inline(never)]
    fn make_live_text(&mut self, element: &'static str, read: Box<dyn Fn() -> String + Send>) {
        self.begin(element);
        self.parts.push(live_text(read));
        self.end();
    }

    /// A text without an element that follows what it reads.
    pub fn live_bare(&mut self, read: impl Fn() -> String + Send + 'static) {
        self.parts.push(live_text(Box::new(read)));
    }

    /// A button that does something.
    pub fn button(&mut self, class: &'static str, key: Key, act: impl Fn() + Send + 'static) {
        self.make_button(class, self.ui.t(key).to_owned(), None, None, Box::new(act));
    }

    /// A button with words that are no entry of the catalog, and a name of its own where what is seen says too little, such
    /// as "Change" in a row of a table.
    pub fn button_named(
        &mut self,
        class: &'static str,
        label: &str,
        name: Option<String>,
        act: impl Fn() + Send + 'static,
    ) {
        self.make_button(class, label.to_owned(), name, None, Box::new(act));
    }

    /// A button that opens what comes after it, or closes it; with its id, and whether that is open.
    pub fn toggle(
        &mut self,
        class: &'static str,
        (id, is_open): (String, bool),
        label: &str,
        name: Option<String>,
        act: impl Fn() + Send + 'static,
    ) {
        self.make_button(class, label.to_owned(), name, Some((id, is_open)), Box::new(act));
    }

    #[inline(never)]
    fn make_button(
        &mut self,
        class: &'static str,
        label: String,
        name: Option<String>,
        opens: Option<(String, bool)>,
        act: Deed,
    ) {
        let act = self.ui.presses(name.as_deref().unwrap_or(&label), act);
        let (id, expanded) = opens.map(|(id, is_open)| (id, if is_open { "true" } else { "false" })).unzip();
        let button = view! {
            <button
                type="button"
                class=class
                part=part_of(class)
                id=id
                aria-expanded=expanded
                aria-label=name
                on:click=move |_| act()
            >
                {label}
            </button>
        };
        self.parts.push(button.into_any());
    }

    /// The way on from a form, with a label that follows what it reads. It acts when it is pressed, by Enter too, and not when
    /// the form is submitted: a frame in a sandbox may not do that.
    pub fn way_on(&mut self, label: impl Fn() -> &'static str + Send + 'static, act: impl Fn() + Send + 'static) {
        self.make_way_on(Box::new(label), Box::new(act));
    }

    #[inline(never)]
    fn make_way_on(&mut self, label: Box<dyn Fn() -> &'static str + Send>, act: Deed) {
        // Only the text of the button follows the label, not the screen around it.
        let act = self.ui.presses(untrack(&label), act);
        let pressed = move |event: MouseEvent| {
            event.prevent_default();
            act();
        };
        let label = live_text(Box::new(move || label().to_owned()));
        let button = view! {
            <button type="submit" class="primary" part="primary-button" on:click=pressed>
                {label}
            </button>
        };
        self.parts.push(button.into_any());
    }

    /// A fold-out under an entry of the catalog.
    #[inline(always)]
    pub fn fold(&mut self, element: &'static str, key: Key, write: impl FnOnce(&mut Self)) {
        self.within(element, |page| {
            page.t("summary", key);
            write(page);
        });
    }

    /// The heads of a table's columns.
    #[inline(never)]
    pub fn heads(&mut self, element: &'static str, keys: &[Key]) {
        self.begin(element);
        self.begin("tr");
        for key in keys {
            let scope = Extra { scope: Some("col"), ..Extra::default() };
            self.special("th", scope, self.ui.t(*key));
        }
        self.end();
        self.end();
    }
}

/// The whole text of an element, which follows what it reads.
#[inline(never)]
fn live_text(read: Box<dyn Fn() -> String + Send>) -> AnyView {
    (move || Text(read())).into_any()
}

/// What a host page may style, by the name of its part; the class is ours.
fn part_of(class: &str) -> Option<&'static str> {
    match class.split(' ').next() {
        Some("shell") => Some("shell"),
        Some("question") => Some("question"),
        Some("head") => Some("heading"),
        Some("progress") => Some("progress"),
        Some("result") => Some("result"),
        Some("foot") => Some("footer"),
        Some("primary") => Some("primary-button"),
        Some("secondary") => Some("secondary-button"),
        _ => None,
    }
}

/// The value of an attribute that follows what it reads; `None` leaves it out.
pub type LiveAttribute = Box<dyn Fn() -> Option<&'static str> + Send>;

/// What only some elements have.
#[derive(Default)]
pub struct Extra {
    /// The role, if it is not the element's own.
    pub role: Option<&'static str>,
    /// The ids of what describes the element.
    pub described_by: Option<&'static str>,
    /// Whether what was entered, or was not, is refused.
    pub invalid: Option<LiveAttribute>,
    /// Of what a header cell is the header; a row if nothing is said.
    pub scope: Option<&'static str>,
    /// What an option stands for.
    pub value: Option<String>,
    /// Whether an option is the one that is chosen when its list is first drawn.
    pub selected: bool,
}

/// One kind of element for all that is no control.
#[inline(never)]
fn make(element: &'static str, extra: Extra, children: Vec<AnyView>) -> AnyView {
    let (name, class) = element.split_once('.').map_or((element, None), |(name, class)| (name, Some(class)));
    let (tag, id) = name.split_once('#').map_or((name, None), |(tag, id)| (tag, Some(id)));
    let takes_focus = id.map_or(tag == "h3", |id| tag.starts_with('h') && id != "dialog-title");
    let fixed = |text: &'static str| Some(text.to_owned());
    // What only some elements have. The names are those of the tag: a rebuild takes them for what they were.
    let (name, value, other, more) = match tag {
        "fieldset" => ("aria-describedby", extra.described_by.map(str::to_owned), "role", extra.role),
        "option" => ("value", extra.value, "selected", extra.selected.then_some("")),
        "dialog" => ("aria-labelledby", fixed("dialog-title"), "aria-describedby", Some("dialog-text")),
        // No screen has two of them.
        "nav" => ("aria-labelledby", fixed("nav-title"), "role", None),
        "th" => ("scope", fixed(extra.scope.unwrap_or("row")), "role", None),
        // A cell as wide as its table; no table has more columns.
        _ => ("colspan", (class == Some("whole")).then(|| "4".to_owned()), "role", extra.role),
    };
    // In capitals, as the browser names it: a rebuild compares the two, and draws the element anew where they differ.
    custom(tag.to_ascii_uppercase())
        .attr("class", class)
        .attr("part", class.and_then(part_of))
        .attr("id", id)
        .attr("tabindex", takes_focus.then_some("-1"))
        .attr(name, value)
        .attr(other, more)
        .attr("aria-invalid", extra.invalid)
        .child(children)
        .into_any()
}
