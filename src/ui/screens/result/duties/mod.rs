//! Who does what: how the tasks are shared, and a table with editable rows. Who does them today is a mode of the table.
//!
//! Each row has a fixed slot, so that hiding or adding one does not render the others again.

mod editor;
mod summary;
mod table;
mod tools;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{
    Ui,
    components::{Segment, segments, sources_of, tick},
    page::Page,
};
use assessment::{Alternative, i18n::key::ui::duties as words};
use decision::{
    plan::{
        Pattern,
        duties::{DutyFinding, DutyName, DutyRow, SplitBasis},
    },
    worksheet::{DutyChange, DutyId},
};
use session::{Action, Session};

pub const SECTION: Section = Section { heading: "h3#duties", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    let duties = DutiesView::new(page.ui, findings);
    page.live(move |page| summary::owners(page, duties));
    page.t("p.muted", words::TEXT);
    choice_of_model(page, duties);
    page.live(move |page| table::about_split(page, duties));
    let marks = duties.marks;
    let ticked = Box::new(move || marks.get());
    tick(page, page.ui.t(words::MARK), None, ticked, Box::new(move |_, on| marks.set(on)));
    page.live(move |page| {
        if marks.get() {
            summary::findings(page, duties);
        }
    });
    table::table(page, duties);
    tools::tools(page, duties);
    page.within("div.folds", |page| {
        tools::folds(page, duties);
        sources_of(page, page.ui.assessment().function_sources);
    });
}

/// The shared state of the section.
#[derive(Clone, Copy)]
struct DutiesView {
    ui: Ui,
    table: Memo<Arc<Table>>,
    leader: Alternative,
    pattern: Pattern,
    basis: SplitBasis,
    /// The model that the table shows.
    model: RwSignal<Alternative>,
    /// Whether the table shows who does each task today, and what to sort out.
    marks: RwSignal<bool>,
    /// Whether narrow screens show the tasks after the first ones too.
    is_whole: RwSignal<bool>,
    /// The slot of the row that is being edited; 0 for none.
    open: RwSignal<usize>,
    /// The highest number of an own row since the section was rendered.
    own: RwSignal<usize>,
}

#[derive(PartialEq)]
struct Table {
    rows: Vec<DutyRow>,
    findings: Vec<DutyFinding>,
}

impl Table {
    fn row(&self, id: DutyId) -> Option<&DutyRow> {
        self.rows.iter().find(|row| row.id == id)
    }
}

impl DutiesView {
    fn new(ui: Ui, findings: &Findings) -> Self {
        let (prepared, pattern) = (Arc::clone(&findings.prepared), findings.plan.pattern);
        let leader = prepared.evaluation.leader;
        let basis = SplitBasis::of(&prepared.evaluation.reading, pattern);
        let table = Memo::new(move |_| {
            let (assessment, evaluation) = (ui.assessment(), &prepared.evaluation);
            ui.with(|session| {
                let rows = DutyRow::all(assessment, &evaluation.reading, pattern, &session.worksheet().duties);
                let findings = DutyFinding::all(assessment, evaluation, session.responses(), &rows);
                Arc::new(Table { rows, findings })
            })
        });
        let own_rows = |session: &Session| {
            let mut highest = 0;
            for (id, _) in session.worksheet().duties.iter() {
                if let DutyId::Own(number) = id {
                    highest = highest.max(number.into());
                }
            }
            highest
        };
        let own = RwSignal::new(ui.now(own_rows));
        let is_marked = ui.now(|session| session.worksheet().duties.iter().any(|(_, entry)| entry.today.is_some()));
        let (marks, model, open) = (RwSignal::new(is_marked), RwSignal::new(leader), RwSignal::new(0));
        let is_whole = RwSignal::new(false);
        Self { ui, table, leader, pattern, basis, model, marks, is_whole, open, own }
    }

    /// Returns an error message if the change was rejected.
    fn change(self, change: DutyChange) -> Option<String> {
        self.ui.enter(Action::Duty(change))
    }

    /// The name of a row. Tracks it.
    fn name(self, id: DutyId) -> String {
        self.table.with(|table| table.row(id).map(|row| name_of(self.ui, row))).unwrap_or_default()
    }

    /// Unfolds a row on narrow screens.
    fn show_row(self, id: DutyId) {
        if self.slot_of(id) > table::FIRST {
            self.is_whole.set(true);
        }
    }

    /// Focuses the button that opens a row, once the row is rendered.
    fn focus_row(self, id: DutyId) {
        self.show_row(id);
        self.ui.focus(["#", &button_id(self.slot_of(id))].concat());
    }

    /// The slot of a row, starting at 1: standard rows first, then own rows by number.
    fn slot_of(self, id: DutyId) -> usize {
        match id {
            DutyId::Standard(function) => function.index() + 1,
            DutyId::Own(number) => self.ui.assessment().functions.len() + usize::from(number),
        }
    }

    /// A text about a row, such as "Hidden: Backup".
    fn of_row(self, what: &str, task: &str) -> String {
        self.ui.fill(words::OF_ROW, &[("what", what), ("task", task)])
    }
}

fn button_id(slot: usize) -> String {
    ["duty-", &slot.to_string()].concat()
}

fn name_of(ui: Ui, row: &DutyRow) -> String {
    match &row.name {
        DutyName::Standard(key) => ui.t(*key).to_owned(),
        DutyName::Given(name) => name.clone(),
    }
}

fn choice_of_model(page: &mut Page, duties: DutiesView) {
    let ui = page.ui;
    let choices = Alternative::ALL.map(|alternative| Segment {
        label: ui.name(alternative),
        chosen: Box::new(move || duties.model.get() == alternative),
        choose: Box::new(move || duties.model.set(alternative)),
    });
    segments(page, |page| page.t("span", words::MODEL), "duties-model", choices.into());
}

/// Whether the last change was in this section.
fn can_undo(session: &Session) -> bool {
    session.undoes(|worksheet| &worksheet.duties)
}
