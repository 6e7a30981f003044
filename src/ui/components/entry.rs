//! Fields for plan entries: native controls with a label and an error message.
//!
//! No error appears while the visitor is still typing (`ui::context::typing`). A rejected text stays in its field, with the error,
//! until it is corrected.

use leptos::{html::custom, prelude::*};

use crate::ui::{
    Commit, Ui,
    page::{Attributes, LiveAttribute, Page},
    subtree::Content,
};
use assessment::i18n::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Line,
    /// The visitor's name. Browsers can fill in this and the next four.
    OwnName,
    Email,
    Phone,
    Organization,
    Role,
    /// A number in the format of the visitor's language.
    Number,
    Date,
    /// Several lines.
    Note,
    /// One of the entries of a list.
    Choice,
}

pub struct Entry<'a> {
    pub kind: Kind,
    /// Unique on the screen; letters, digits and `-`.
    pub id: &'a str,
    /// The visible label; `None` if a table header labels the field.
    pub label: Option<&'a str>,
    /// The `aria-label`, if the visible label is ambiguous.
    pub name: Option<String>,
    /// In characters.
    pub max_length: usize,
    /// The current value. Reactive.
    pub value: Box<dyn Fn() -> String + Send + Sync>,
    /// Called with the entered text. Returns an error message, or `None` if it was accepted.
    pub on_change: Box<dyn Fn(Ui, String) -> Option<String> + Send>,
}

pub fn entry(page: &mut Page, entry: Entry<'_>) {
    entry_with_problem(page, entry, RwSignal::new(None));
}

/// A field whose error can also be set or cleared from outside: by a button next to it, or by fields that are validated
/// together.
pub fn entry_with_problem(page: &mut Page, entry: Entry<'_>, problem: RwSignal<Option<String>>) {
    let no_list = Page::new(page.ui);
    entry_with_list(page, entry, problem, no_list);
}

/// A field of [`Kind::Choice`], with the entries of its list. (Other kinds have none.)
#[inline(never)]
pub fn entry_with_list(
    page: &mut Page,
    Entry { kind, id, label, name, max_length, value, on_change }: Entry<'_>,
    problem: RwSignal<Option<String>>,
    list: Page,
) {
    let ui = page.ui;
    // The memo keeps the field from being overwritten while its value is the same, so a rejected text stays.
    let value = ui.settled(value);
    let value = move || value.get();
    let problem_id = [id, "-problem"].concat();
    let describes = problem_id.clone();
    let commit = Commit::new_local(Box::new(move |text| {
        let message = on_change(ui, text);
        if !ui.is_typing() {
            ui.announce(message.clone());
            problem.set(message);
        }
    }));
    ui.add_field(id, commit);
    let invalid: LiveAttribute = Box::new(move || problem.with(Option::is_some).then_some("true"));
    let described = move || problem.with(Option::is_some).then(|| describes.clone());
    let (id, max_length) = (id.to_owned(), max_length.to_string());
    let label_for = id.clone();
    let (tag, rows) = match kind {
        Kind::Note => ("TEXTAREA", Some("2")),
        Kind::Choice => ("SELECT", None),
        _ => ("INPUT", None),
    };
    let (input_type, mode, known) = match kind {
        Kind::Note | Kind::Choice => (None, None, None),
        Kind::Date => (Some("date"), None, Some("off")),
        Kind::Number => (Some("text"), Some("decimal"), Some("off")),
        Kind::Line => (Some("text"), None, Some("off")),
        Kind::OwnName => (Some("text"), None, Some("name")),
        Kind::Email => (Some("email"), None, Some("email")),
        Kind::Phone => (Some("tel"), None, Some("tel")),
        Kind::Organization => (Some("text"), None, Some("organization")),
        Kind::Role => (Some("text"), None, Some("organization-title")),
    };
    // One element type for all, see `page.rs`.
    let field = custom(tag)
        .attr("id", id)
        .attr("type", input_type)
        .attr("rows", rows)
        .attr("inputmode", mode)
        .attr("maxlength", max_length)
        .attr("autocomplete", known)
        .attr("aria-label", name)
        .attr("aria-invalid", Some(invalid))
        .attr("aria-describedby", described)
        .prop("value", value)
        .child(list.content())
        .into_any();
    page.within("div.entry", |page| {
        if let Some(label) = label {
            page.add(view! { <label for=label_for>{Content::text(label)}</label> }.into_any());
        }
        page.add(field);
        page.live(move |page| {
            if let Some(text) = problem.get() {
                let id = problem_id.clone();
                page.add(view! { <p class="problem" id=id>{Content::Text(text)}</p> }.into_any());
            }
        });
    });
}

/// A checkbox with its label.
#[inline(never)]
pub fn tick(
    page: &mut Page,
    label: &str,
    name: Option<String>,
    ticked: Box<dyn Fn() -> bool + Send>,
    changed: Box<dyn Fn(Ui, bool) + Send>,
) {
    let (ui, label) = (page.ui, label.to_owned());
    let changed = ui.on_tick(name.as_deref().unwrap_or(&label), move |ticked| changed(ui, ticked));
    let view = view! {
        <label class="tick">
            <input
                type="checkbox"
                aria-label=name
                prop:checked=ticked
                on:change=move |event| changed(event_target_checked(&event))
            />
            <span>{Content::Text(label)}</span>
        </label>
    };
    page.add(view.into_any());
}

/// An option of a `select`, identified by its position.
pub fn list_choice(list: &mut Page, n: usize, name: &str, selected: bool) {
    list_option(list, n.to_string(), name, selected);
}

/// An option of a `select`. `selected` is needed because a value set before the `select` has options is lost.
#[inline(never)]
pub fn list_option(list: &mut Page, value: String, name: &str, selected: bool) {
    list.text_attr("option", Attributes { value: Some(value), selected, ..Attributes::default() }, name);
}

/// The option before anything is selected.
pub fn list_prompt(list: &mut Page, prompt: Key) {
    let words = list.ui.t(prompt);
    list.text_attr("option", Attributes { value: Some(String::new()), ..Attributes::default() }, words);
}

/// Called with the position of the selected option; `None` for the prompt.
pub type Chosen = Box<dyn Fn(Option<usize>) + Send>;

/// A `select` with its label.
pub fn select(page: &mut Page, name: Key, entries: Page, at: Option<usize>, chosen: Chosen) {
    let label = page.ui.t(name).to_owned();
    named_select(page, label, None, entries, at, chosen);
}

/// A `select` with a visible label, and an `aria-label` if that is ambiguous.
#[inline(never)]
pub fn named_select(
    page: &mut Page,
    label: String,
    name: Option<String>,
    entries: Page,
    at: Option<usize>,
    chosen: Chosen,
) {
    let value = at.map(|n| n.to_string()).unwrap_or_default();
    let known = name.as_deref().unwrap_or(&label);
    let changed = page.ui.on_input(known, move |text| chosen(text.parse().ok()));
    let changed = move |event| changed(event_target_value(&event));
    let select = view! {
        <label class="select">
            <span>{Content::Text(label)}</span>
            <select aria-label=name prop:value=value on:change=changed>
                {entries.view()}
            </select>
        </label>
    };
    page.add(select.into_any());
}
