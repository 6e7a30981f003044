//! What a visitor enters beside the answers: native fields under their names, each with what is wrong with it at the field.
//!
//! What is typed counts when the field is left or Enter is pressed, so nobody is told of a mistake in the middle of a word.
//! A field whose entry was refused keeps it, and says why, until it is mended.

use leptos::prelude::*;

use assessment::i18n::Key;

use crate::ui::{
    Ui,
    page::{Extra, LiveAttribute, Page},
};

/// What is typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line.
    Line,
    /// The name of who types it, which browsers may know.
    OwnName,
    /// A number; it is typed as the visitor's language writes it.
    Number,
    /// A day, as `2026-11-22`.
    Day,
    /// A line or more.
    Note,
}

/// A field.
pub struct Entry<'a> {
    /// What is typed.
    pub kind: Kind,
    /// Different for each field on the screen; letters, digits and `-`.
    pub id: &'a str,
    /// Its name as it is seen; none where a head of a table names it.
    pub label: Option<&'a str>,
    /// Its whole name, where what is seen says too little.
    pub name: Option<String>,
    /// The most characters.
    pub longest: usize,
    /// What it holds; it follows what it reads.
    pub value: Box<dyn Fn() -> String + Send + Sync>,
    /// Told what was entered. Gives what is wrong with it; none if it was taken.
    pub entered: Box<dyn Fn(Ui, String) -> Option<String> + Send>,
}

/// A field under its name.
pub fn entry(page: &mut Page, entry: Entry<'_>) {
    entry_told(page, entry, RwSignal::new(None));
}

/// A field of which something else can find out, or settle, what is wrong with it: a button beside it, or other figures that
/// are right or wrong together with it.
#[inline(never)]
pub fn entry_told(
    page: &mut Page,
    Entry { kind, id, label, name, longest, value, entered }: Entry<'_>,
    problem: RwSignal<Option<String>>,
) {
    let ui = page.ui;
    // It is written into the field only when it is another one: a field whose entry was refused keeps what was typed.
    let value = Memo::new(move |_| value());
    let value = move || value.get();
    let told = [id, "-problem"].concat();
    let describes = told.clone();
    let changed = ui.enters(id, move |text| {
        let said = entered(ui, text);
        ui.say(said.clone());
        problem.set(said);
    });
    let changed = move |event| changed(event_target_value(&event));
    let invalid: LiveAttribute = Box::new(move || problem.with(Option::is_some).then_some("true"));
    let described = move || problem.with(Option::is_some).then(|| describes.clone());
    let (id, longest) = (id.to_owned(), longest.to_string());
    let of = id.clone();
    let field = match kind {
        Kind::Note => view! {
            <textarea
                id=id
                rows="2"
                maxlength=longest
                aria-label=name
                aria-invalid=Some(invalid)
                aria-describedby=described
                prop:value=value
                on:change=changed
            ></textarea>
        }
        .into_any(),
        _ => {
            let (form, mode) = match kind {
                Kind::Day => ("date", None),
                Kind::Number => ("text", Some("decimal")),
                _ => ("text", None),
            };
            let completed = if kind == Kind::OwnName { "name" } else { "off" };
            view! {
                <input
                    id=id
                    type=form
                    inputmode=mode
                    maxlength=longest
                    autocomplete=completed
                    aria-label=name
                    aria-invalid=Some(invalid)
                    aria-describedby=described
                    prop:value=value
                    on:change=changed
                />
            }
            .into_any()
        }
    };
    page.within("div.entry", |page| {
        if let Some(label) = label {
            let label = label.to_owned();
            page.add(view! { <label for=of>{label}</label> }.into_any());
        }
        page.add(field);
        let shown = move || problem.get().map(|said| view! { <p class="problem" id=told.clone()>{said}</p> });
        page.add(shown.into_any());
    });
}

/// A box to tick, beside its name.
#[inline(never)]
pub fn tick(
    page: &mut Page,
    label: &str,
    name: Option<String>,
    ticked: Box<dyn Fn() -> bool + Send>,
    changed: Box<dyn Fn(Ui, bool) + Send>,
) {
    let (ui, label) = (page.ui, label.to_owned());
    let changed = ui.ticks(name.as_deref().unwrap_or(&label), move |ticked| changed(ui, ticked));
    let view = view! {
        <label class="tick">
            <input
                type="checkbox"
                aria-label=name
                prop:checked=ticked
                on:change=move |event| changed(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    };
    page.add(view.into_any());
}

/// An entry of a list, told apart by its position. The browser has to know which one is chosen when the list is made: what the
/// list is told before it has entries is lost.
pub fn list_choice(list: &mut Page, n: usize, name: &str, selected: bool) {
    list.special("option", Extra { value: Some(n.to_string()), selected, ..Extra::default() }, name);
}

/// What a list asks for before anything is chosen.
pub fn list_prompt(list: &mut Page, prompt: Key) {
    let words = list.ui.t(prompt);
    list.special("option", Extra { value: Some(String::new()), ..Extra::default() }, words);
}

/// What is told which entry was chosen; none for the prompt.
pub type Chosen = Box<dyn Fn(Option<usize>) + Send>;

/// A native list under its name; `chosen` is told the position.
pub fn select(page: &mut Page, name: Key, entries: Page, at: Option<usize>, chosen: Chosen) {
    let label = page.ui.t(name).to_owned();
    named_select(page, Some(label), None, entries, at, chosen);
}

/// A native list; under the name that is seen, or under one that is not.
#[inline(never)]
pub fn named_select(
    page: &mut Page,
    label: Option<String>,
    name: Option<String>,
    entries: Page,
    at: Option<usize>,
    chosen: Chosen,
) {
    let value = at.map(|n| n.to_string()).unwrap_or_default();
    let known = name.as_deref().or(label.as_deref()).unwrap_or_default();
    let changed = page.ui.enters(known, move |text| chosen(text.parse().ok()));
    let changed = move |event| changed(event_target_value(&event));
    let select = view! {
        <label class="select">
            <span>{label}</span>
            <select aria-label=name prop:value=value on:change=changed>
                {entries.view()}
            </select>
        </label>
    };
    page.add(select.into_any());
}
