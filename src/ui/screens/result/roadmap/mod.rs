//! The 24-month plan as a timeline: steps by the months in which they start, with fields for each step. The steps of the first
//! three months are shown, later ones are in a fold.

mod own;
mod row;
mod saving;

pub use own::adding;

use std::sync::Arc;

use leptos::prelude::*;

use super::Findings;
use crate::ui::{
    Prepared, Ui,
    components::{OpenDetails, date_field, lazy_details, progress_bar, undo_change},
    page::Page,
};
use assessment::{Citation, i18n::key::ui::result::roadmap as words};
use decision::{
    plan::{AnyStep, Pattern, StepProgress, StepRow, steps},
    worksheet::{CalendarDate, LAST_MONTH, StepChange, StepEntries, StepKey},
};
use session::Action;

/// First and last month of each part of the timeline; a step is in the part in which it starts.
const SHOWN: [[u8; 2]; 2] = [[0, 0], [1, 3]];
const LATER: [u8; 2] = [4, LAST_MONTH];

/// The labeled months of the axis.
const NAMED: [usize; 5] = [0, 6, 12, 18, 24];

/// Bits in `opened`: of the later steps and of the form for an own step. Those of steps are in `row`, that of the measures is
/// [`crate::ui::screens::result::scorecard::BIT`].
const LATER_BIT: usize = 42;
const FORM_BIT: usize = 63;

#[derive(Clone)]
pub struct Roadmap {
    ui: Ui,
    prepared: Arc<Prepared>,
    pattern: Pattern,
    entries: Memo<StepEntries>,
    opened: OpenDetails,
    today: Option<CalendarDate>,
}

#[derive(Default)]
struct StepState {
    done: bool,
    date: Option<CalendarDate>,
    due: Option<CalendarDate>,
    overdue: bool,
    owner: String,
}

impl Roadmap {
    pub fn new(findings: &Findings, opened: OpenDetails) -> Self {
        let ui = findings.ui;
        Self {
            ui,
            prepared: Arc::clone(&findings.prepared),
            pattern: findings.plan.pattern,
            entries: ui.follow(|session| session.worksheet().steps.clone()),
            opened,
            today: ui.today(),
        }
    }

    /// The quotations behind the suggested steps.
    pub fn sources(&self) -> Vec<Citation> {
        let mut sources: Vec<Citation> = Vec::new();
        untrack(|| {
            self.read(&mut |rows| {
                for row in rows {
                    if let AnyStep::Suggested(_, step) = row.step {
                        sources.extend(step.sources);
                    }
                }
            });
        });
        sources
    }

    /// Reads the steps with their entries. Tracks the entries.
    #[inline(never)]
    fn read(&self, read: &mut dyn FnMut(&[StepRow<'_>])) {
        self.entries.with(|entries| {
            read(&steps(self.ui.assessment(), &self.prepared.evaluation, self.pattern, entries));
        });
    }

    fn is_overdue(&self, row: &StepRow<'_>) -> bool {
        self.today.is_some_and(|today| row.is_overdue(today))
    }

    /// The state of a step. Tracks the entries.
    fn state(&self, key: StepKey) -> StepState {
        let mut step = StepState::default();
        self.read(&mut |rows| {
            if let Some(row) = rows.iter().find(|row| row.step.key() == key) {
                step = StepState {
                    done: row.done,
                    date: row.date,
                    due: row.due,
                    overdue: self.is_overdue(row),
                    owner: row.owner.to_owned(),
                };
            }
        });
        step
    }
}

/// Opens the fold with the later steps if a step that starts in this month is in it.
fn reveal(opened: OpenDetails, month: u8) {
    if is_in(LATER, month) {
        opened.update(|all| *all |= 1 << LATER_BIT);
    }
}

fn is_in([first, last]: [u8; 2], month: u8) -> bool {
    (first..=last).contains(&month)
}

fn starts_in(months: [u8; 2], row: &StepRow<'_>) -> bool {
    is_in(months, row.step.months()[0])
}

/// The text of a step. Tracks it if the step is the visitor's own.
fn title(ui: Ui, entries: Memo<StepEntries>, key: StepKey) -> String {
    match key {
        StepKey::Suggested(id) => ui.t(ui.assessment().roadmap.steps[id.index()].text).to_owned(),
        StepKey::Own(number) => {
            entries.with(|entries| entries.of_own(number).map(|own| own.text.clone())).unwrap_or_default()
        }
    }
}

/// "Months 1 to 3", or "Month 0".
fn months_words(ui: Ui, [from, to]: [u8; 2]) -> String {
    let [first, last] = [from, to].map(|n| ui.number(n.into()));
    if from == to {
        return ui.fill(words::MONTH, &[("n", &first)]);
    }
    ui.fill(words::SPAN, &[("from", &first), ("to", &last)])
}

/// The decision date, the timeline, and what is done.
pub fn roadmap(page: &mut Page, roadmap: &Roadmap) {
    start(page, roadmap);
    let [counted, read] = [roadmap.clone(), roadmap.clone()];
    page.live(move |page| overdue(page, &counted));
    timeline(page, roadmap);
    page.live(move |page| progress(page, &read));
    undo_change(page, |session| session.undoes(|worksheet| &worksheet.steps), "#step-add > summary");
}

/// The date of month 0, and what follows from it.
fn start(page: &mut Page, roadmap: &Roadmap) {
    let entries = roadmap.entries;
    let value = Box::new(move || entries.with(StepEntries::start));
    let set = Box::new(|date| Action::Step(StepChange::Start(date)));
    page.within("div.decision", |page| {
        date_field(page, "step-start", page.ui.t(words::START), None, value, set);
        saving::saving(page, roadmap);
    });
}

fn overdue(page: &mut Page, roadmap: &Roadmap) {
    let mut overdue = 0;
    roadmap.read(&mut |rows| overdue = rows.iter().filter(|row| roadmap.is_overdue(row)).count());
    if overdue > 0 {
        page.text("p.late", &page.ui.count(words::overdue::ONE, words::overdue::OTHER, overdue));
    }
}

/// How many steps are done, once one is. Below the steps, so that they do not move when the first one is ticked.
fn progress(page: &mut Page, roadmap: &Roadmap) {
    let mut progress = StepProgress { done: 0, all: 0 };
    roadmap.read(&mut |rows| progress = StepProgress::of(rows));
    if progress.done > 0 {
        let [n, total] = [progress.done, progress.all].map(|n| page.ui.number(n));
        page.within("div.progressing", |page| {
            page.fill("b", words::PROGRESS, &[("n", &n), ("total", &total)]);
            progress_bar(page, progress.percent());
        });
    }
}

fn timeline(page: &mut Page, roadmap: &Roadmap) {
    let (entries, roadmap) = (roadmap.entries, roadmap.clone());
    // The list is rendered again when an own step is added, removed or moved. Other entries change in place.
    let own = Memo::new(move |_| {
        let mut months = Vec::new();
        entries
            .with(|entries| months.extend(entries.own().iter().map(|own| (own.number, own.from_month, own.to_month))));
        months
    });
    page.within("div.timeline", |page| {
        page.within("p.months", |page| {
            for n in NAMED {
                page.text("span", &page.ui.number(n));
            }
        });
        page.live(move |page| {
            // `track` is not enough: a memo that is not read is not computed.
            own.with(|_| ());
            untrack(|| {
                for months in SHOWN {
                    part(page, &roadmap, months, |page, _| list(page, &roadmap, months));
                }
                part(page, &roadmap, LATER, |page, count| later(page, &roadmap, count));
            });
        });
    });
}

/// A part of the timeline; none if no step starts in these months.
fn part(page: &mut Page, roadmap: &Roadmap, months: [u8; 2], write: impl FnOnce(&mut Page, usize)) {
    let mut count = 0;
    roadmap.read(&mut |rows| count = rows.iter().filter(|row| starts_in(months, row)).count());
    if count > 0 {
        page.within("section.headed", |page| {
            page.text("h4", &months_words(page.ui, months));
            write(page, count);
        });
    }
}

/// The steps that start in these months.
fn list(page: &mut Page, roadmap: &Roadmap, months: [u8; 2]) {
    page.within("ol", |page| {
        roadmap.read(&mut |rows| {
            for row in rows.iter().filter(|row| starts_in(months, row)) {
                page.within("li", |page| row::row(page, roadmap, row.step));
            }
        });
    });
}

/// The fold with the later steps. It says if one of them is overdue.
fn later(page: &mut Page, roadmap: &Roadmap, count: usize) {
    let ui = page.ui;
    let read = roadmap.clone();
    let mut summary = Page::new(ui);
    summary.within("summary", |page| {
        page.text("span", &ui.count(words::later::ONE, words::later::OTHER, count));
        page.live(move |page| {
            let mut overdue = false;
            read.read(&mut |rows| overdue = rows.iter().any(|row| starts_in(LATER, row) && read.is_overdue(row)));
            if overdue {
                page.bare(" ");
                page.t("b.late", words::LATE);
            }
        });
    });
    let read = roadmap.clone();
    let write = Box::new(move |page: &mut Page| untrack(|| list(page, &read, LATER)));
    lazy_details(page, "step-later".to_owned(), roadmap.opened, LATER_BIT, summary, write);
}
