//! What came out when the assessment was taken before.

use leptos::prelude::*;

use super::{Prepared, State, Ui};
use decision::worksheet::CalendarDate;
use session::{History, Place, Run};

impl Ui {
    /// The day that the visitor's calendar shows; none where it shows one that no plan has.
    #[must_use]
    pub fn today(self) -> Option<CalendarDate> {
        CalendarDate::parse(&self.date()?)
    }

    /// What comes out now, as a run of today.
    #[must_use]
    pub fn run(self, prepared: &Prepared) -> Option<Run> {
        let date = self.today()?;
        Some(self.now(|session| Run::of(session.assessment(), &prepared.evaluation, session.responses(), date)))
    }

    /// What came out before a run.
    #[must_use]
    pub fn runs_before(self, run: &Run) -> History {
        let all = self.surroundings.with_value(|s| s.keeper.runs().map(|runs| runs.all(self.assessment())));
        all.map(|history| history.before(run)).unwrap_or_default()
    }

    /// Changes which runs are kept; `change` says whether it did.
    pub fn change_runs(self, change: &dyn Fn(&mut History) -> bool) {
        // The element may be gone.
        let _ = self.surroundings.try_with_value(|s| {
            if let Some(runs) = s.keeper.runs() {
                runs.change(self.assessment(), change);
            }
        });
    }

    /// Records what comes out now, if the visitor still sees it. Answers that came by a link are not theirs until they have
    /// changed one.
    pub fn record_run(self) {
        let is_due = |state: &State| state.session.place() == Place::Result && !state.session.is_opened();
        // The element may be gone.
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
