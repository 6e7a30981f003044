//! The firms that the visitor talks to: up to three names.

use leptos::prelude::*;

use crate::ui::{
    Ui,
    components::{Entry, Kind, Left, Opened, entry, undo_removal, unfolding, was_removed},
    entering::enter,
    page::Page,
};

use assessment::i18n::key::ui::result::ask as words;

use session::Action;

use decision::worksheet::{LONGEST_PROVIDER, MOST_PROVIDERS, QuestionChange, QuestionEntries};

/// Bit of the fold-out; there are fewer questions.
const FOLD: usize = 63;

/// The fold-out with their names.
pub fn firms(page: &mut Page, entries: Memo<QuestionEntries>, opened: Opened) {
    let left: Left = RwSignal::new(None);
    let mut summary = Page::new(page.ui);
    summary.t("summary", words::FIRMS);
    let write = Box::new(move |page: &mut Page| {
        page.t("p.muted", words::FIRMS_TEXT);
        undo_removal(page, left, "#ask-firms > summary");
        page.within("div.fields", |page| {
            for place in 0..MOST_PROVIDERS {
                page.within("div.firm", |page| firm(page, place, entries, left));
            }
        });
    });
    unfolding(page, "ask-firms".to_owned(), opened, FOLD, summary, write);
}

/// A name of a place. To empty it is no way to take a firm away, with all that it said: there is a button for that.
fn firm(page: &mut Page, place: usize, entries: Memo<QuestionEntries>, left: Left) {
    let ui = page.ui;
    let name = Memo::new(move |_| entries.with(|entries| entries.provider(place).unwrap_or_default().to_owned()));
    let label = ui.fill(words::FIRM, &[("n", &ui.number(place + 1))]);
    let field = Entry {
        kind: Kind::Line,
        id: &id_of(place),
        label: Some(&label),
        name: None,
        longest: LONGEST_PROVIDER,
        value: Box::new(move || name.get()),
        entered: Box::new(move |ui, text| {
            if text.trim().is_empty() && name.with_untracked(String::is_empty) {
                return None;
            }
            enter(ui, Action::Ask(QuestionChange::PutProvider(place, text)))
        }),
    };
    entry(page, field);
    page.live(move |page| {
        let name = name.get();
        if !name.is_empty() {
            let label = page.ui.fill(words::REMOVE, &[("name", &name)]);
            page.button_named("quiet", &label, None, move || remove(ui, left, place, &name));
        }
    });
}

fn id_of(place: usize) -> String {
    ["firm-", &place.to_string()].concat()
}

fn remove(ui: Ui, left: Left, place: usize, name: &str) {
    if enter(ui, Action::Ask(QuestionChange::RemoveProvider(place))).is_none() {
        ui.say(Some(ui.fill(words::REMOVED, &[("name", name)])));
        was_removed(ui, left);
        let field = ["#", &id_of(place)].concat();
        ui.in_next_frame(move || ui.jump(&field));
    }
}
