//! Up to three providers that the visitor talks to: their names, and what they said side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Asking, FIRMS_BIT, side_by_side::side_by_side};
use crate::ui::{
    Ui,
    components::{AfterRemoval, Entry, Kind, entry, lazy_details, remember_removal, undo_removal},
    page::Page,
};
use assessment::{ChecklistId, i18n::key::ui::result::ask as words};
use decision::worksheet::{LONGEST_PROVIDER, MOST_PROVIDERS, QuestionChange, QuestionEntries};
use session::Action;

pub fn firms(page: &mut Page, Asking { entries, opened }: Asking, ids: Arc<[ChecklistId]>) {
    let removal: AfterRemoval = RwSignal::new(None);
    let mut summary = Page::new(page.ui);
    summary.t("summary", words::FIRMS);
    let write = Box::new(move |page: &mut Page| {
        page.t("p.muted", words::FIRMS_TEXT);
        undo_removal(page, removal, "#ask-firms > summary");
        page.within("div.fields", |page| {
            for place in 0..MOST_PROVIDERS {
                page.within("div.firm", |page| firm(page, place, entries, removal));
            }
        });
        let ids = Arc::clone(&ids);
        page.live(move |page| entries.with(|entries| side_by_side(page, entries, &ids)));
    });
    lazy_details(page, "ask-firms".to_owned(), opened, FIRMS_BIT, summary, write);
}

/// The name of one provider. Clearing the field does not remove the provider and its answers; a button does.
fn firm(page: &mut Page, place: usize, entries: Memo<QuestionEntries>, removal: AfterRemoval) {
    let ui = page.ui;
    let name = Memo::new(move |_| entries.with(|entries| entries.provider(place).unwrap_or_default().to_owned()));
    let label = ui.fill(words::FIRM, &[("n", &ui.number(place + 1))]);
    let field = Entry {
        kind: Kind::Line,
        id: &id_of(place),
        label: Some(&label),
        name: None,
        max_length: LONGEST_PROVIDER,
        value: Box::new(move || name.get()),
        on_change: Box::new(move |ui, text| {
            if text.trim().is_empty() && name.with_untracked(String::is_empty) {
                return None;
            }
            ui.enter(Action::Ask(QuestionChange::PutProvider(place, text)))
        }),
    };
    entry(page, field);
    page.live(move |page| {
        let name = name.get();
        if !name.is_empty() {
            let label = page.ui.fill(words::REMOVE, &[("name", &name)]);
            page.button_named("quiet", &label, None, move || remove(ui, removal, place, &name));
        }
    });
}

fn id_of(place: usize) -> String {
    ["firm-", &place.to_string()].concat()
}

fn remove(ui: Ui, removal: AfterRemoval, place: usize, name: &str) {
    if ui.enter(Action::Ask(QuestionChange::RemoveProvider(place))).is_none() {
        ui.announce(Some(ui.fill(words::REMOVED, &[("name", name)])));
        remember_removal(ui, removal);
        ui.focus(["#", &id_of(place)].concat());
    }
}
