//! The answers as a file, and the ways back in: choosing one, dropping one, pasting one or a link.

use leptos::prelude::*;

use super::way;
use crate::ui::{
    components::{Entry, Kind, entry_told, outcome, saved},
    page::Page,
};
use assessment::i18n::key::ui::take::device as words;
use session::LONGEST_DRAFT;

/// Save, open, paste. A chosen file reaches the application the way a dropped one does.
pub fn moving(page: &mut Page) {
    let ui = page.ui;
    way(page, words::TITLE, words::TEXT);
    let said = RwSignal::new(None);
    page.within("div.actions", |page| {
        page.button("secondary", words::SAVE, move || saved(ui, said, ui.download()));
        outcome(page, said);
    });
    let label = ui.t(words::CHOOSE).to_owned();
    // Not literal, so that the field is no HTML text.
    let kinds = ".json,application/json".to_owned();
    let file = view! {
        <div class="entry">
            <label for="take-file">{label}</label>
            <input id="take-file" class="opens" type="file" accept=kinds />
        </div>
    };
    page.add(file.into_any());
    let (pasted, problem) = (RwSignal::new(String::new()), RwSignal::new(None));
    let label = ui.t(words::PASTE);
    entry_told(
        page,
        Entry {
            kind: Kind::Line,
            id: "take-paste",
            label: Some(label),
            name: None,
            longest: LONGEST_DRAFT,
            value: Box::new(move || pasted.get()),
            entered: Box::new(move |ui, text| {
                let problem = if text.trim().is_empty() { None } else { ui.problem_of(&text) };
                pasted.set(text);
                problem
            }),
        },
        problem,
    );
    page.within("div.actions", |page| {
        page.button("secondary", words::OPEN, move || {
            let text = pasted.get_untracked();
            if text.trim().is_empty() {
                problem.set(Some(ui.t(words::EMPTY).to_owned()));
                ui.jump("#take-paste");
            } else if ui.open_pasted(&text).is_some() {
                ui.jump("#take-paste");
            } else {
                pasted.set(String::new());
            }
        });
    });
}
