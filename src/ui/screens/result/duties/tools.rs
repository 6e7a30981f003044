//! Actions on the whole table: undo and reset; behind folds: add, show hidden tasks, print and save.

use leptos::prelude::*;

use super::{DutiesView, can_undo, editor::NAME, name_of};
use crate::ui::{
    components::{print_feedback, save_feedback, show_feedback},
    page::Page,
};
use assessment::i18n::key::ui::{duties as words, footer, refused};
use decision::worksheet::{DutyChange, DutyId, MOST_OWN_DUTIES};
use report::{BYTE_ORDER_MARK, duties_csv, duties_markdown};
use session::Action;

/// Below the table: the buttons to undo and to reset.
pub fn tools(page: &mut Page, duties: DutiesView) {
    let ui = page.ui;
    let can_undo = ui.follow(can_undo);
    let is_changed = ui.follow(|session| !session.worksheet().duties.is_as_suggested());
    page.live(move |page| {
        if !can_undo.get() && !is_changed.get() {
            return;
        }
        page.within("div.tools", |page| {
            if can_undo.get() {
                page.button("quiet undo", footer::UNDO, move || {
                    duties.open.set(0);
                    ui.act(Action::Undo);
                    ui.announce(Some(ui.t(words::UNDONE).to_owned()));
                    ui.focus("#duties");
                });
            }
            if is_changed.get() {
                page.button("quiet", words::RESET_ALL, move || {
                    duties.open.set(0);
                    duties.change(DutyChange::ResetAll);
                    ui.announce(Some(ui.t(words::ALL_RESET).to_owned()));
                    ui.focus("button.undo");
                });
            }
        });
    });
}

/// Own tasks, hidden tasks and files.
pub fn folds(page: &mut Page, duties: DutiesView) {
    let ui = page.ui;
    let has_room = ui.follow(|session| session.worksheet().duties.has_room());
    page.details("details.fold", words::own::TITLE, |page| {
        page.fill("p", words::own::TEXT, &[("n", &ui.number(MOST_OWN_DUTIES))]);
        page.live(move |page| {
            if has_room.get() {
                page.within("div.actions", |page| page.button("secondary", words::ADD, move || add(duties)));
            } else {
                page.fill("p.muted", refused::TOO_MANY, &[("n", &ui.number(MOST_OWN_DUTIES))]);
            }
        });
    });
    page.live(move |page| hidden(page, duties));
    let feedback = RwSignal::new(None);
    page.details("details.fold", words::FILES, |page| {
        page.within("div.tools", |page| {
            page.button("quiet", words::PRINT, move || print_feedback(ui, feedback, ui.print_section("duties")));
            page.button("quiet", words::CSV, move || save_feedback(ui, feedback, save(duties, true)));
            page.button("quiet", words::MARKDOWN, move || save_feedback(ui, feedback, save(duties, false)));
        });
        show_feedback(page, feedback);
    });
}

/// Adds a task and focuses its name.
fn add(duties: DutiesView) {
    let ui = duties.ui;
    let known = |id| duties.table.with_untracked(|table| table.row(id).is_some());
    let Some(number) = (1..=MOST_OWN_DUTIES as u8).find(|number| !known(DutyId::Own(*number))) else { return };
    let name = ui.fill(words::NEW, &[("n", &ui.number(number.into()))]);
    if duties.change(DutyChange::AddAs(number, name)).is_none() {
        let highest = duties.own.get_untracked().max(number.into());
        if highest != duties.own.get_untracked() {
            duties.own.set(highest);
        }
        duties.open.set(duties.slot_of(DutyId::Own(number)));
        duties.show_row(DutyId::Own(number));
        ui.focus_text(NAME);
    }
}

/// The hidden tasks, with buttons to show them again.
fn hidden(page: &mut Page, duties: DutiesView) {
    let table = duties.table.get();
    let hidden = || table.rows.iter().filter(|row| row.hidden);
    let count = hidden().count();
    if count == 0 {
        return;
    }
    let ui = page.ui;
    page.within("details.fold", |page| {
        page.text("summary", &ui.count(words::hidden_tasks::ONE, words::hidden_tasks::OTHER, count));
        page.within("ul.jumps", |page| {
            for row in hidden() {
                let (id, name, label) = (row.id, name_of(ui, row), ui.t(words::SHOW));
                page.within("li", |page| {
                    page.text("span", &name);
                    page.button_named("quiet", label, Some(duties.of_row(label, &name)), move || {
                        duties.change(DutyChange::Hide(id, false));
                        duties.focus_row(id);
                    });
                });
            }
        });
    });
}

fn save(duties: DutiesView, as_csv: bool) -> bool {
    let (ui, table) = (duties.ui, duties.table.get_untracked());
    let (assessment, words) = (ui.assessment(), ui.words());
    let (rows, findings) = (&table.rows, &table.findings);
    let mut file = String::new();
    if as_csv {
        file.push(BYTE_ORDER_MARK);
        file.push_str(&duties_csv(assessment, words, rows, findings));
        ui.save_file("support-fit-tasks.csv", "text/csv", &file)
    } else {
        file.push_str(&["# ", ui.t(words::TITLE), "\n\n"].concat());
        file.push_str(&duties_markdown(assessment, words, rows, findings));
        ui.save_file("support-fit-tasks.md", "text/markdown", &file)
    }
}
