//! Who does what: a table to read, in which each row can be changed.
//!
//! | file | concern |
//! |---|---|
//! | `summary` | what was found in what is done today, with what it costs |
//! | `table` | the rows, under one model |
//! | `editor` | what can be changed in a row; drawn when it is opened |
//! | `tools` | adding, taking back, and taking along |
//!
//! A row has a place of its own from the start, so that no other is drawn again when one is hidden or added.

mod editor;
mod summary;
mod table;
mod tools;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{
    Ui,
    components::{Segment, segments, sources_of},
    entering::enter,
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

/// Everybody's tasks.
pub const SECTION: Section = Section { heading: "h4#duties", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    let duties = DutiesView::new(page.ui, findings);
    page.t("p", words::TEXT);
    page.live(move |page| summary::summary(page, duties));
    choice_of_model(page, duties);
    page.live(move |page| table::about_split(page, duties));
    table::table(page, duties);
    tools::tools(page, duties);
    sources_of(page, page.ui.assessment().function_sources);
}

/// What the parts of the section share.
#[derive(Clone, Copy)]
struct DutiesView {
    ui: Ui,
    /// The rows, with what was found in them.
    table: Memo<Arc<Table>>,
    /// The model that the plan points to.
    leader: Alternative,
    pattern: Pattern,
    basis: SplitBasis,
    /// The place of the model that the table is about.
    model: RwSignal<usize>,
    /// The place of the row that is being changed; 0 for none.
    open: RwSignal<usize>,
    /// The highest number that an own row has had since this was drawn.
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
        // Followed as a whole: the rows are told apart from what they were, whatever else has changed.
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
        Self { ui, table, leader, pattern, basis, model: RwSignal::new(leader.index()), open: RwSignal::new(0), own }
    }

    /// The model that the table is about; follows it.
    fn model(self) -> Alternative {
        let at = self.model.get();
        Alternative::ALL.into_iter().find(|a| a.index() == at).unwrap_or(self.leader)
    }

    /// Changes something. Gives why it was refused.
    fn change(self, change: DutyChange) -> Option<String> {
        enter(self.ui, Action::Duty(change))
    }

    /// The name of a row; follows it.
    fn name(self, id: DutyId) -> String {
        self.table.with(|table| table.row(id).map(|row| name_of(self.ui, row))).unwrap_or_default()
    }

    /// Moves the focus to the button that opens a row, once the row is there.
    fn focus_row(self, id: DutyId) {
        let (ui, button) = (self.ui, ["#", &button_id(self.place_of(id))].concat());
        ui.in_next_frame(move || ui.jump(&button));
    }

    /// The place of a row, from 1 on: first those of the content, then own ones by their number.
    fn place_of(self, id: DutyId) -> usize {
        match id {
            DutyId::Standard(function) => function.index() + 1,
            DutyId::Own(number) => self.ui.assessment().functions.len() + usize::from(number),
        }
    }

    /// What is said for a row, such as "Hidden: Backup".
    fn of_row(self, what: &str, task: &str) -> String {
        self.ui.fill(words::OF_ROW, &[("what", what), ("task", task)])
    }
}

fn button_id(place: usize) -> String {
    ["duty-", &place.to_string()].concat()
}

fn name_of(ui: Ui, row: &DutyRow) -> String {
    match &row.name {
        DutyName::Standard(key) => ui.t(*key).to_owned(),
        DutyName::Given(name) => name.clone(),
    }
}

/// Under which model the table shows who is in charge.
fn choice_of_model(page: &mut Page, duties: DutiesView) {
    let ui = page.ui;
    let choices = Alternative::ALL.map(|alternative| {
        let place = alternative.index();
        Segment {
            label: ui.name(alternative),
            chosen: Box::new(move || duties.model.get() == place),
            choose: Box::new(move || duties.model.set(place)),
        }
    });
    segments(page, |page| page.t("span", words::MODEL), "duties-model", choices.into());
}

/// Whether the last change can be taken back here: it was one of who does what.
fn can_undo(session: &Session) -> bool {
    session.undoes(|worksheet| &worksheet.duties)
}
