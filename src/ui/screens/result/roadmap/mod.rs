//! The 24-month plan as a timeline: a list of steps with their months as bars, and fields for each step.

mod own;
mod row;
mod saving;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{
    Prepared, Ui,
    components::{OpenDetails, date_field, progress_bar, sources_of, undo_change},
    page::Page,
};
use assessment::{Citation, i18n::key::ui::result::roadmap as words};
use decision::{
    plan::{AnyStep, Pattern, StepProgress, StepRow, notes_on_events, steps},
    worksheet::{CalendarDate, StepChange, StepEntries, StepKey},
};
use session::Action;

pub const SECTION: Section = Section { heading: "h3#roadmap", title: words::TITLE, write };

/// The labeled months of the axis.
const NAMED: [i32; 5] = [0, 6, 12, 18, 24];

#[derive(Clone)]
struct Roadmap {
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
    /// Reads the steps with their entries. Tracks the entries.
    #[inline(never)]
    fn read(&self, read: &mut dyn FnMut(&[StepRow<'_>])) {
        self.entries.with(|entries| {
            read(&steps(self.ui.assessment(), &self.prepared.evaluation, self.pattern, entries));
        });
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
                    overdue: self.today.is_some_and(|today| row.is_overdue(today)),
                    owner: row.owner.to_owned(),
                };
            }
        });
        step
    }
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

fn write(page: &mut Page, findings: &Findings) {
    let (ui, assessment) = (page.ui, page.ui.assessment());
    let roadmap = Roadmap {
        ui,
        prepared: Arc::clone(&findings.prepared),
        pattern: findings.plan.pattern,
        entries: ui.follow(|session| session.worksheet().steps.clone()),
        opened: RwSignal::new(0),
        today: ui.today(),
    };
    page.t("p", words::TEXT);
    start(page, &roadmap);
    let counted = roadmap.clone();
    page.live(move |page| progress(page, &counted));
    timeline(page, &roadmap);
    undo_change(page, |session| session.undoes(|worksheet| &worksheet.steps), "#step-add > summary");
    own::adding(page, &roadmap);
    saving::saving(page, &roadmap);
    let notes = ui.now(|session| notes_on_events(assessment, session.responses()));
    if !notes.is_empty() {
        page.t("h4", words::EXPECT);
        page.within("ul", |page| {
            for note in notes {
                page.t("li", note.text);
            }
        });
    }
    let mut sources: Vec<Citation> = Vec::new();
    untrack(|| {
        roadmap.read(&mut |rows| {
            for row in rows {
                if let AnyStep::Suggested(_, step) = row.step {
                    sources.extend(step.sources);
                }
            }
        });
    });
    sources_of(page, &sources);
}

/// The date of month 0.
fn start(page: &mut Page, roadmap: &Roadmap) {
    let entries = roadmap.entries;
    let value = Box::new(move || entries.with(StepEntries::start));
    let set = Box::new(|date| Action::Step(StepChange::Start(date)));
    page.within("div.fields brief", |page| {
        date_field(page, "step-start", page.ui.t(words::START), None, value, set);
    });
}

fn progress(page: &mut Page, roadmap: &Roadmap) {
    let ui = page.ui;
    let (mut progress, mut overdue) = (StepProgress { done: 0, all: 0 }, 0);
    roadmap.read(&mut |rows| {
        progress = StepProgress::of(rows);
        overdue = rows.iter().filter(|row| roadmap.today.is_some_and(|today| row.is_overdue(today))).count();
    });
    let [n, total] = [progress.done, progress.all].map(|n| ui.number(n));
    page.within("p.headway", |page| {
        page.fill("b", words::PROGRESS, &[("n", &n), ("total", &total)]);
        if overdue > 0 {
            page.text("span.late", &ui.count(words::overdue::ONE, words::overdue::OTHER, overdue));
        }
    });
    progress_bar(page, progress.percent());
}

fn timeline(page: &mut Page, roadmap: &Roadmap) {
    let (ui, entries, roadmap) = (page.ui, roadmap.entries, roadmap.clone());
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
                page.text("span", &ui.number(n as usize));
            }
        });
        page.live(move |page| {
            // `track` is not enough: a memo that is not read is not computed.
            own.with(|_| ());
            page.within("ol", |page| untrack(|| roadmap.read(&mut |rows| row::rows(page, &roadmap, rows))));
        });
    });
}
