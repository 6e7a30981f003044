//! Results of earlier runs of the assessment.

use leptos::prelude::*;

use super::{Prepared, State, Ui};
use decision::worksheet::CalendarDate;
use session::{History, Run};

impl Ui {
    /// The visitor's local date; `None` if it is outside the range of plan dates.
    #[must_use]
    pub fn today(self) -> Option<CalendarDate> {
        CalendarDate::parse(&self.date()?)
    }

    /// The current result as a run of today.
    #[must_use]
    pub fn run(self, prepared: &Prepared) -> Option<Run> {
        let date = self.today()?;
        Some(self.now(|session| {
            let settled_after = prepared.settled_after();
            Run::of(session.assessment(), &prepared.evaluation, session.responses(), settled_after, date)
        }))
    }

    /// The saved runs before `run`.
    #[must_use]
    pub fn runs_before(self, run: &Run) -> History {
        let all = self.resources.with_value(|s| s.keeper.runs().map(|runs| runs.all(self.assessment())));
        all.map(|history| history.before(run)).unwrap_or_default()
    }

    /// Changes the saved runs. `change` returns whether it changed anything.
    pub fn change_runs(self, change: &dyn Fn(&mut History) -> bool) {
        // The element may have been removed.
        let _ = self.resources.try_with_value(|s| {
            if let Some(runs) = s.keeper.runs() {
                runs.change(self.assessment(), change);
            }
        });
    }

    /// Saves the current result as a run, if it is still shown. Answers from a link are not the visitor's own until one is
    /// changed, and those that another tab erased are not saved again.
    pub fn record_run(self) {
        let is_due = |State { session, .. }: &State| {
            session.place().is_result() && !session.is_opened() && !session.is_erased_elsewhere()
        };
        // The element may have been removed.
        if self.state.try_with_value(is_due) != Some(true) {
            return;
        }
        let prepared = self.prepared();
        if prepared.is_full()
            && let Some(run) = self.run(&prepared)
        {
            self.change_runs(&|history| history.record(run.clone()));
        }
    }
}
