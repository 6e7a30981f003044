//! The editor of a row: its name, who is accountable under each model, a note, and removal.

use leptos::prelude::*;

use super::{DutiesView, name_of};
use crate::ui::{
    Ui,
    components::{Entry, Kind, entry, list_choice, named_select, response_words},
    page::Page,
};
use assessment::{
    Alternative, Side,
    i18n::{Key, key::ui::duties as words},
};
use decision::{
    plan::{
        Pattern, SplitCause,
        duties::{DutyName, DutyRow, side_name},
    },
    worksheet::{DutyChange, DutyId, LONGEST_DUTY, LONGEST_NOTE},
};

/// In the order of the options.
const SIDES: [Side; 2] = [Side::Internal, Side::Provider];

/// The field that gets the focus in a new row.
pub const NAME: &str = "#duty-name";

pub fn editor(page: &mut Page, duties: DutiesView, id: DutyId) {
    let ui = page.ui;
    // The fields must not be rendered again when the row changes, or their error messages would be lost. Their labels contain
    // the task's name, so they track only that; Leptos then updates them in place, and they keep the focus.
    let task = ui.settled(Box::new(move || duties.name(id)));
    page.within("tr.editing", |page| {
        page.within("td.whole", |page| {
            page.within("fieldset.editor", |page| {
                page.live_text("legend", move || duties.of_row(ui.t(words::CHANGE), &duties.name(id)));
                page.live(move |page| of_row(page, duties, id, because));
                page.live(move |page| field(page, duties, id, &task.get(), Field::Name));
                page.within("div.charges", |page| {
                    page.live(move |page| of_row(page, duties, id, sides));
                });
                page.live(move |page| field(page, duties, id, &task.get(), Field::Note));
                page.within("div.tools", |page| {
                    page.live(move |page| buttons(page, duties, id, &task.get()));
                    page.live(move |page| of_row(page, duties, id, reset));
                });
            });
        });
    });
}

/// Writes a part of the row and tracks the row.
fn of_row(page: &mut Page, duties: DutiesView, id: DutyId, write: fn(&mut Page, DutiesView, &DutyRow)) {
    let table = duties.table.get();
    if let Some(row) = table.row(id) {
        write(page, duties, row);
    }
}

/// Why the work is split this way, where that is specific to the task, with the answers that decide it; and the part of the
/// path.
fn because(page: &mut Page, duties: DutiesView, row: &DutyRow) {
    let (ui, model) = (page.ui, duties.model.get());
    let part = row.part.filter(|_| match model {
        Alternative::InHouse => false,
        Alternative::CoManaged => true,
        Alternative::Outsourced => duties.pattern == Pattern::OutsourceThenComanage,
    });
    let why = (model == Alternative::CoManaged && row.cause != SplitCause::Usual).then(|| row.why());
    if part.is_none() && why.is_none() {
        return;
    }
    page.within("div.why", |page| {
        page.t("b", words::REASON);
        page.within("p", |page| {
            if let Some(part) = part {
                page.t("span", part.name());
                page.bare(if why.is_some() { ". " } else { "." });
            }
            if let Some(why) = why {
                page.t("span", why);
            }
        });
        if row.answers.is_empty() || why.is_none() {
            return;
        }
        page.t("p.muted", words::BECAUSE);
        page.within("ul.small", |page| {
            for id in &row.answers {
                page.within("li", |page| {
                    page.t("span.muted", ui.assessment().question(*id).text);
                    if let Some(response) = ui.now(|session| session.responses().get(*id)) {
                        for words in response_words(ui.assessment(), ui.words(), *id, response) {
                            page.bare(" ");
                            page.text("b", words);
                        }
                    }
                });
            }
        });
    });
}

#[derive(Clone, Copy, PartialEq)]
enum Field {
    Name,
    Note,
}

fn field(page: &mut Page, duties: DutiesView, id: DutyId, task: &str, field: Field) {
    let (label, max_length, element) = match field {
        Field::Name => (words::NAME, LONGEST_DUTY, "duty-name"),
        Field::Note => (words::column::NOTE, LONGEST_NOTE, "duty-note"),
    };
    let label = page.ui.t(label);
    entry(
        page,
        Entry {
            kind: Kind::Line,
            id: element,
            label: Some(label),
            name: Some(duties.of_row(label, task)),
            max_length,
            value: Box::new(move || match field {
                Field::Name => duties.name(id),
                Field::Note => duties.table.with(|table| table.row(id).map(|row| row.note.clone())).unwrap_or_default(),
            }),
            on_change: Box::new(move |ui, text| match field {
                Field::Name => rename(ui, duties, id, text),
                Field::Note => duties.change(DutyChange::Note(id, text)),
            }),
        },
    );
}

fn rename(ui: Ui, duties: DutiesView, id: DutyId, text: String) -> Option<String> {
    // Entering the standard name is not a rename.
    let is_standard = match id {
        DutyId::Standard(function) => {
            ui.assessment().functions.get(function.index()).is_some_and(|f| ui.t(f.name) == text.trim())
        }
        DutyId::Own(_) => false,
    };
    duties.change(DutyChange::Rename(id, if is_standard { String::new() } else { text }))
}

fn sides(page: &mut Page, duties: DutiesView, row: &DutyRow) {
    let (ui, id, task) = (page.ui, row.id, name_of(page.ui, row));
    for model in Alternative::ALL {
        let suggested = row.suggested[model.index()];
        let mut list = Page::new(ui);
        let mut at = 0;
        for (n, side) in SIDES.into_iter().enumerate() {
            let name = ui.t(side_name(side));
            let is_chosen = side == row.accountable(model);
            if is_chosen {
                at = n;
            }
            if side == suggested {
                list_choice(&mut list, n, &ui.fill(words::SUGGESTED, &[("name", name)]), is_chosen);
            } else {
                list_choice(&mut list, n, name, is_chosen);
            }
        }
        let label = ui.fill(words::CHARGE, &[("model", ui.inline_forms(model))]);
        let name = duties.of_row(&label, &task);
        let chosen = Box::new(move |n: Option<usize>| {
            let side = n.and_then(|n| SIDES.get(n).copied()).filter(|side| *side != suggested);
            duties.change(DutyChange::Accountable(id, model, side));
        });
        named_select(page, label, Some(name), list, Some(at), chosen);
    }
}

fn buttons(page: &mut Page, duties: DutiesView, id: DutyId, task: &str) {
    let ui = page.ui;
    button(page, duties, task, words::DONE, move || close(duties, id));
    let (label, change, message) = match id {
        DutyId::Standard(_) => (words::HIDE, DutyChange::Hide(id, true), words::HIDDEN),
        DutyId::Own(number) => (words::REMOVE, DutyChange::Remove(number), words::REMOVED),
    };
    button(page, duties, task, label, move || {
        let (task, neighbor) = (duties.name(id), neighbor(duties, id));
        duties.open.set(0);
        duties.change(change.clone());
        ui.announce(Some(ui.fill(message, &[("task", &task)])));
        if let Some(neighbor) = neighbor {
            duties.focus_row(neighbor);
        }
    });
}

/// The button that restores the suggestion, if the row was changed.
fn reset(page: &mut Page, duties: DutiesView, row: &DutyRow) {
    let (ui, id) = (page.ui, row.id);
    let is_renamed = matches!((id, &row.name), (DutyId::Standard(_), DutyName::Given(_)));
    let differs = Alternative::ALL.into_iter().any(|model| row.differs(model));
    if is_renamed || differs || row.today.is_some() || !row.note.is_empty() {
        button(page, duties, &name_of(ui, row), words::RESET, move || {
            duties.change(DutyChange::Reset(id));
            close(duties, id);
            ui.announce(Some(ui.fill(words::IS_RESET, &[("task", &duties.name(id))])));
        });
    }
}

fn button(page: &mut Page, duties: DutiesView, task: &str, key: Key, act: impl Fn() + Send + 'static) {
    let label = page.ui.t(key);
    let name = duties.of_row(label, task);
    page.button_named("quiet", label, Some(name), act);
}

fn close(duties: DutiesView, id: DutyId) {
    duties.open.set(0);
    duties.focus_row(id);
}

/// The row after this one, or the one before it.
fn neighbor(duties: DutiesView, id: DutyId) -> Option<DutyId> {
    let table = duties.table.get_untracked();
    let shown: Vec<DutyId> = table.rows.iter().filter(|row| !row.hidden).map(|row| row.id).collect();
    let at = shown.iter().position(|other| *other == id)?;
    shown.get(at + 1).or_else(|| shown.get(at.checked_sub(1)?)).copied()
}
