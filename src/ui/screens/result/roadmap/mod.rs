//! The first two years as a timeline: a list whose steps carry their months as a bar, and what the visitor enters for each.

mod own;
mod row;
mod saving;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{
    Prepared, Ui,
    components::{Opened, day, headway, sources_of, undo_change},
    page::Page,
};
use assessment::{Citation, i18n::key::ui::result::roadmap as words};
use decision::{
    plan::{AnyStep, Pattern, StepProgress, StepRow, notes_on_events, steps},
    worksheet::{CalendarDate, StepChange, StepEntries, StepKey},
};
use session::Action;

/// The steps in the order in which they start, and what the expected events add.
pub const SECTION: Section = Section { heading: "h4#roadmap", title: words::TITLE, write };

/// Months that are named on the axis of the timeline.
const NAMED: [i32; 5] = [0, 6, 12, 18, 24];

/// What the parts of the timeline share.
#[derive(Clone)]
struct Road {
    ui: Ui,
    prepared: Arc<Prepared>,
    pattern: Pattern,
    entries: Memo<StepEntries>,
    opened: Opened,
    /// Today; none where the device does not know it.
    today: Option<CalendarDate>,
}

/// A step as it stands.
#[derive(Default)]
struct Standing {
    done: bool,
    date: Option<CalendarDate>,
    due: Option<CalendarDate>,
    overdue: bool,
    owner: String,
}

impl Road {
    /// The steps with what was entered for them. Follows the entries.
    #[inline(never)]
    fn read(&self, read: &mut dyn FnMut(&[StepRow<'_>])) {
        self.entries.with(|entries| {
            read(&steps(self.ui.assessment(), &self.prepared.evaluation, self.pattern, entries));
        });
    }

    /// How a step stands. Follows the entries.
    fn standing(&self, key: StepKey) -> Standing {
        let mut standing = Standing::default();
        self.read(&mut |rows| {
            if let Some(row) = rows.iter().find(|row| row.step.key() == key) {
                standing = Standing {
                    done: row.done,
                    date: row.date,
                    due: row.due,
                    overdue: self.today.is_some_and(|today| row.is_overdue(today)),
                    owner: row.owner.to_owned(),
                };
            }
        });
        standing
    }
}

/// What a step says. Follows it, where it is one of their own.
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
    let road = Road {
        ui,
        prepared: Arc::clone(&findings.prepared),
        pattern: findings.plan.pattern,
        entries: ui.follow(|session| session.worksheet().steps.clone()),
        opened: RwSignal::new(0),
        today: ui.today(),
    };
    page.t("p", words::TEXT);
    start(page, &road);
    let counted = road.clone();
    page.live(move |page| progress(page, &counted));
    timeline(page, &road);
    undo_change(page, |session| session.undoes(|worksheet| &worksheet.steps), "#step-add > summary");
    own::adding(page, &road);
    saving::saving(page, &road);
    let notes = ui.now(|session| notes_on_events(assessment, session.responses()));
    if !notes.is_empty() {
        page.t("h5", words::EXPECT);
        page.within("ul", |page| {
            for note in notes {
                page.t("li", note.text);
            }
        });
    }
    let mut sources: Vec<Citation> = Vec::new();
    untrack(|| {
        road.read(&mut |rows| {
            for row in rows {
                if let AnyStep::Suggested(_, step) = row.step {
                    sources.extend(step.sources);
                }
            }
        });
    });
    sources_of(page, &sources);
}

/// The day from which the months count.
fn start(page: &mut Page, road: &Road) {
    let entries = road.entries;
    let value = Box::new(move || entries.with(StepEntries::start));
    let set = Box::new(|date| Action::Step(StepChange::Start(date)));
    page.within("div.fields brief", |page| {
        day(page, "step-start", page.ui.t(words::START), None, value, set);
    });
}

/// How many steps are done, and how many are late.
fn progress(page: &mut Page, road: &Road) {
    let ui = page.ui;
    let (mut progress, mut overdue) = (StepProgress { done: 0, all: 0 }, 0);
    road.read(&mut |rows| {
        progress = StepProgress::of(rows);
        overdue = rows.iter().filter(|row| road.today.is_some_and(|today| row.is_overdue(today))).count();
    });
    let [n, total] = [progress.done, progress.all].map(|n| ui.number(n));
    page.within("p.headway", |page| {
        page.fill("b", words::PROGRESS, &[("n", &n), ("total", &total)]);
        if overdue > 0 {
            page.text("span.late", &ui.count(words::overdue::ONE, words::overdue::OTHER, overdue));
        }
    });
    headway(page, progress.percent());
}

fn timeline(page: &mut Page, road: &Road) {
    let (ui, entries, road) = (page.ui, road.entries, road.clone());
    // The list is drawn again when a step of their own comes, goes or moves. What is entered for a step changes in place.
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
            // Read, and not only followed: a memo that nobody reads is not made.
            own.with(|_| ());
            page.within("ol", |page| untrack(|| road.read(&mut |rows| row::rows(page, &road, rows))));
        });
    });
}
