//! [`Page`]: builds a view by appending elements from top to bottom.
//!
//! Every `view!` has its own type and adds about a kilobyte to the module; a list of views adds a few hundred bytes, and a call
//! on a page about twenty. Use `view!` only for controls.
//!
//! An element is written as `tag#id.class`, for example `p.muted small`. Headings with an id, and the heading of a screen
//! (`h3`), can take the focus.
//!
//! Leptos sets a `view!` of only literals with `innerHTML`, which Trusted Types forbid: pass at least one value that is not a
//! literal. Between tags, a `view!` has only [`Content`] or the view of a page: a text that Leptos itself updates is lost when the
//! page is translated (`subtree.rs`).

use leptos::{ev::MouseEvent, html::custom, prelude::*};

use super::{
    Ui,
    subtree::{Content, Parts},
};
use assessment::i18n::Key;

pub type OnClick = Box<dyn Fn() + Send>;

/// The content of a screen or of an open element.
pub struct Page {
    pub ui: Ui,
    parts: Vec<AnyView>,
    /// Open elements, each with the content before it.
    open: Vec<(&'static str, Vec<AnyView>)>,
}

impl Page {
    pub fn new(ui: Ui) -> Self {
        Self { ui, parts: Vec::new(), open: Vec::new() }
    }

    pub fn view(self) -> AnyView {
        Parts(self.parts).into_any()
    }

    /// All of the content of an element.
    pub fn content(self) -> Content {
        Content::Parts(self.parts)
    }

    pub fn add(&mut self, view: AnyView) {
        self.parts.push(view);
    }

    /// Adds an element; `write` adds its content.
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
        self.end_attr(Attributes::default());
    }

    #[inline(never)]
    fn end_attr(&mut self, attributes: Attributes) {
        if let Some((element, before)) = self.open.pop() {
            let inside = core::mem::replace(&mut self.parts, before);
            self.parts.push(make(element, attributes, Content::Parts(inside)));
        }
    }

    pub fn within_attr(&mut self, element: &'static str, attributes: Attributes, write: impl FnOnce(&mut Self)) {
        self.begin(element);
        write(self);
        self.end_attr(attributes);
    }

    /// Adds an element with a text.
    #[inline(never)]
    pub fn text(&mut self, element: &'static str, text: &str) {
        self.text_attr(element, Attributes::default(), text);
    }

    /// Adds an element with a text of the catalog.
    #[inline(never)]
    pub fn t(&mut self, element: &'static str, key: Key) {
        self.text(element, self.ui.t(key));
    }

    #[inline(never)]
    pub fn fill(&mut self, element: &'static str, key: Key, values: &[(&str, &str)]) {
        let text = self.ui.fill(key, values);
        self.text(element, &text);
    }

    /// Adds a text between elements. The element around it has no box.
    #[inline(never)]
    pub fn bare(&mut self, text: &str) {
        self.text("span.bare", text);
    }

    #[inline(never)]
    pub fn text_attr(&mut self, element: &'static str, attributes: Attributes, text: &str) {
        self.parts.push(make(element, attributes, Content::text(text)));
    }

    /// Adds content that is rendered again when a signal it reads changes.
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

    /// Adds an element whose text changes with the signals it reads.
    pub fn live_text(&mut self, element: &'static str, read: impl Fn() -> String + Send + 'static) {
        self.live_text_attr(element, Attributes::default(), Box::new(read));
    }

    #[inline(never)]
    pub fn live_text_attr(
        &mut self,
        element: &'static str,
        attributes: Attributes,
        read: Box<dyn Fn() -> String + Send>,
    ) {
        self.parts.push(make(element, attributes, Content::Live(read)));
    }

    pub fn button(&mut self, class: &'static str, key: Key, act: impl Fn() + Send + 'static) {
        self.make_button(class, self.ui.t(key).to_owned(), None, State::Plain, Box::new(act));
    }

    /// Adds a button that leads to a view; `is_here` if that is the one shown.
    pub fn button_to(&mut self, class: &'static str, label: String, is_here: bool, act: impl Fn() + Send + 'static) {
        let state = if is_here { State::Current } else { State::Plain };
        self.make_button(class, label, None, state, Box::new(act));
    }

    /// Adds a button with an `aria-label`, for labels that are ambiguous by themselves, such as "Change" in a table row.
    pub fn button_named(
        &mut self,
        class: &'static str,
        label: &str,
        name: Option<String>,
        act: impl Fn() + Send + 'static,
    ) {
        self.make_button(class, label.to_owned(), name, State::Plain, Box::new(act));
    }

    /// Adds a button with `aria-expanded` that opens or closes the content after it.
    pub fn toggle(
        &mut self,
        class: &'static str,
        (id, is_open): (String, bool),
        label: &str,
        name: Option<String>,
        act: impl Fn() + Send + 'static,
    ) {
        self.make_button(class, label.to_owned(), name, State::Opens(id, is_open), Box::new(act));
    }

    /// Adds a button that does nothing yet. It stays where it is, so that the focus stays on it.
    pub fn waiting_button(&mut self, class: &'static str, key: Key) {
        self.make_button(class, self.ui.t(key).to_owned(), None, State::Waiting, Box::new(|| {}));
    }

    #[inline(never)]
    fn make_button(&mut self, class: &'static str, label: String, name: Option<String>, state: State, act: OnClick) {
        let act = self.ui.on_press(name.as_deref().unwrap_or(&label), act);
        let (mut id, mut expanded, mut current, mut disabled) = (None, None, None, None);
        match state {
            State::Plain => {}
            State::Current => current = Some("page"),
            State::Waiting => disabled = Some("true"),
            State::Opens(of, is_open) => (id, expanded) = (Some(of), Some(if is_open { "true" } else { "false" })),
        }
        let button = view! {
            <button
                type="button"
                class=class
                part=part_of(class)
                id=id
                aria-expanded=expanded
                aria-current=current
                aria-disabled=disabled
                aria-label=name
                on:click=move |_| act()
            >
                {Content::Text(label)}
            </button>
        };
        self.parts.push(button.into_any());
    }

    /// Adds the Next button of a form, whose label changes with the signals it reads. It handles `click`, which Enter also fires:
    /// sandboxed frames block form submission.
    pub fn next_button(&mut self, label: impl Fn() -> &'static str + Send + 'static, act: impl Fn() + Send + 'static) {
        self.make_next_button(Box::new(label), Box::new(act));
    }

    #[inline(never)]
    fn make_next_button(&mut self, label: Box<dyn Fn() -> &'static str + Send>, act: OnClick) {
        // A changed label must not render the whole screen again.
        let act = self.ui.on_press(untrack(&label), act);
        let clicked = move |event: MouseEvent| {
            event.prevent_default();
            act();
        };
        let button = view! {
            <button type="submit" class="primary" part="primary-button" on:click=clicked>
                {Content::Live(Box::new(move || label().to_owned()))}
            </button>
        };
        self.parts.push(button.into_any());
    }

    /// Adds a `details` element with a text of the catalog as its summary.
    #[inline(always)]
    pub fn details(&mut self, element: &'static str, key: Key, write: impl FnOnce(&mut Self)) {
        self.within(element, |page| {
            page.t("summary", key);
            write(page);
        });
    }

    /// Adds the header row of a table.
    #[inline(never)]
    pub fn heads(&mut self, element: &'static str, keys: &[Key]) {
        self.begin(element);
        self.begin("tr");
        for key in keys {
            self.column_head(self.ui.t(*key));
        }
        self.end();
        self.end();
    }

    #[inline(never)]
    pub fn column_head(&mut self, text: &str) {
        self.text_attr("th", Attributes { scope: Some("col"), ..Attributes::default() }, text);
    }
}

/// What a button tells besides its name.
enum State {
    Plain,
    /// It leads to where the visitor is.
    Current,
    /// It does nothing yet.
    Waiting,
    /// It opens or closes the content after it, which has the id.
    Opens(String, bool),
}

/// The public `part` name of a class, for host pages to style.
pub fn part_of(class: &str) -> Option<&'static str> {
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

/// A reactive attribute; `None` omits it.
pub type LiveAttribute = Box<dyn Fn() -> Option<&'static str> + Send>;

/// Attributes that only some elements have.
#[derive(Default)]
pub struct Attributes {
    pub role: Option<&'static str>,
    /// The ids of `aria-describedby`.
    pub described_by: Option<&'static str>,
    /// `aria-invalid`.
    pub invalid: Option<LiveAttribute>,
    /// The `scope` of a header cell; `row` if not set.
    pub scope: Option<&'static str>,
    pub value: Option<String>,
    /// Whether an option is selected when its list is first rendered.
    pub selected: bool,
}

/// The only element type for everything that is not a control.
#[inline(never)]
fn make(element: &'static str, attributes: Attributes, content: Content) -> AnyView {
    let (name, class) = element.split_once('.').map_or((element, None), |(name, class)| (name, Some(class)));
    let (tag, id) = name.split_once('#').map_or((name, None), |(tag, id)| (tag, Some(id)));
    let takes_focus = id.map_or(tag == "h3", |id| tag.starts_with('h') && id != "dialog-title");
    let fixed = |text: &'static str| Some(text.to_owned());
    // The attribute names depend only on the tag, because Leptos assumes they stay the same when it rebuilds an element.
    let (name, value, other, more) = match tag {
        "fieldset" => ("aria-describedby", attributes.described_by.map(str::to_owned), "role", attributes.role),
        "option" => ("value", attributes.value, "selected", attributes.selected.then_some("")),
        "dialog" => ("aria-labelledby", fixed("dialog-title"), "aria-describedby", Some("dialog-text")),
        // A screen has at most one of each class.
        "nav" => {
            ("aria-labelledby", fixed(if class == Some("list") { "list-title" } else { "nav-title" }), "role", None)
        }
        "th" => ("scope", fixed(attributes.scope.unwrap_or("row")), "role", None),
        // VoiceOver does not announce lists whose style removes the markers, unless they have the role.
        "ul" | "ol" => ("role", fixed("list"), "aria-describedby", None),
        // Quotations stay in English.
        "span" => ("lang", (class == Some("english")).then(|| "en".to_owned()), "role", attributes.role),
        // A cell that spans the table; no table has more columns.
        _ => ("colspan", (class == Some("whole")).then(|| "4".to_owned()), "role", attributes.role),
    };
    // Uppercase, like `tagName`: Leptos compares the two when it rebuilds, and replaces the element if they differ.
    custom(tag.to_ascii_uppercase())
        .attr("class", class)
        .attr("part", class.and_then(part_of))
        .attr("id", id)
        .attr("tabindex", takes_focus.then_some("-1"))
        .attr(name, value)
        .attr(other, more)
        .attr("aria-invalid", attributes.invalid)
        .child(content)
        .into_any()
}
