//! The notes on one question: a general note, and each provider's answer with a rating.

use leptos::prelude::*;

use crate::ui::{
    Ui,
    components::{Entry, Kind, entry, list_choice, named_select},
    page::Page,
};
use assessment::{
    ChecklistId,
    i18n::{Key, key::ui::result::ask as words},
};
use decision::worksheet::{LONGEST_ANSWER, LONGEST_NOTE, MOST_PROVIDERS, Mark, QuestionChange, QuestionEntries};
use session::Action;

pub fn notes(page: &mut Page, id: ChecklistId, entries: Memo<QuestionEntries>) {
    let question = &page.ui.assessment().checklist[id.index()];
    let (ui, text) = (page.ui, page.ui.t(question.text));
    let note = Entry {
        kind: Kind::Note,
        id: &["ask-", question.id, "-note"].concat(),
        label: Some(ui.t(words::NOTE)),
        name: Some(ui.label_of(ui.t(words::NOTE), text)),
        max_length: LONGEST_NOTE,
        value: Box::new(move || entries.with(|entries| entries.get(id).note.clone())),
        on_change: Box::new(move |ui, text| ui.enter(Action::Ask(QuestionChange::Note(id, text)))),
    };
    entry(page, note);
    // Rendered again when a provider is added, removed or renamed.
    let names: [Memo<String>; MOST_PROVIDERS] = core::array::from_fn(|place| {
        Memo::new(move |_| entries.with(|entries| entries.provider(place).unwrap_or_default().to_owned()))
    });
    page.within("div.fields", |page| {
        for (place, name) in names.into_iter().enumerate() {
            page.live(move |page| {
                let name = name.get();
                if !name.is_empty() {
                    page.within("div.firm", |page| firm(page, id, place, &name, entries));
                }
            });
        }
    });
}

fn firm(page: &mut Page, id: ChecklistId, place: usize, name: &str, entries: Memo<QuestionEntries>) {
    let question = &page.ui.assessment().checklist[id.index()];
    let (ui, text) = (page.ui, page.ui.t(question.text));
    let label = ui.fill(words::SAID, &[("name", name)]);
    let answer = Entry {
        kind: Kind::Note,
        id: &["ask-", question.id, "-firm-", &place.to_string()].concat(),
        label: Some(&label),
        name: Some(ui.label_of(&label, text)),
        max_length: LONGEST_ANSWER,
        value: Box::new(move || entries.with(|entries| entries.get(id).answers[place].text.clone())),
        on_change: Box::new(move |ui, text| ui.enter(Action::Ask(QuestionChange::Answer(id, place, text)))),
    };
    entry(page, answer);
    let at = entries.with_untracked(|entries| {
        let mark = entries.get(id).answers[place].mark;
        Mark::ALL.iter().position(|known| *known == mark)
    });
    let mut list = Page::new(ui);
    for (n, mark) in Mark::ALL.into_iter().enumerate() {
        list_choice(&mut list, n, ui.t(mark_word(mark)), at == Some(n));
    }
    let label = ui.fill(words::VIEW, &[("name", name)]);
    let chosen = Box::new(move |n| mark(ui, id, place, n));
    let name = ui.label_of(&label, text);
    named_select(page, label, Some(name), list, at, chosen);
}

fn mark(ui: Ui, id: ChecklistId, place: usize, n: Option<usize>) {
    if let Some(mark) = n.and_then(|n| Mark::ALL.get(n)) {
        ui.act(Action::Ask(QuestionChange::Mark(id, place, *mark)));
    }
}

pub const fn mark_word(mark: Mark) -> Key {
    match mark {
        Mark::NotAsked => words::mark::NOT_ASKED,
        Mark::Good => words::mark::GOOD,
        Mark::Unclear => words::mark::UNCLEAR,
        Mark::Poor => words::mark::POOR,
    }
}
