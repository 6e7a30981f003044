//! The evaluation of what was said, made once and shared. Only what comes later calls this ([`crate::ui::later`]).

use std::sync::Arc;

use leptos::prelude::*;

use super::{Prepared, Ui};
use assessment::json::Value;
use decision::{
    evaluation::{Sampled, Verdict},
    response::{Priorities, Reading},
};
use report::summary_json;
use session::Place;

/// Evaluates what the next step will show, unless that was done.
pub fn prepare(ui: Ui) {
    ui.prepare();
}

/// What a page may hear of the result.
pub fn summary(ui: Ui) -> Value {
    let prepared = ui.prepared();
    summary_json(&prepared.evaluation, prepared.is_full())
}

/// Whether there are enough answers for a result.
pub fn is_enough(ui: Ui) -> bool {
    ui.prepared().evaluation.verdict != Verdict::Insufficient
}

impl Ui {
    /// Evaluates what the next step will show, unless that was done.
    fn prepare(self) {
        let _ = self.surroundings.try_update_value(|s| {
            let ahead = self.state.try_with_value(|state| {
                let prepared = match s.prepared.take() {
                    Some((version, prepared)) if version == state.evaluation() => prepared,
                    _ => Arc::new(Prepared::of(&state.session, s.sampled.as_ref())),
                };
                if state.session.destination() == Some(Place::Result) {
                    prepared.explain(state.session.assessment());
                }
                (state.evaluation(), prepared)
            });
            s.prepared = ahead;
        });
    }

    /// Gives back the memory of the samples: other priorities are not tried where the result is shown.
    pub fn forget_samples(self) {
        let _ = self.surroundings.try_update_value(|s| s.sampled = None);
    }

    /// The evaluation under the priorities of this moment, and follows them. The answers are sampled once, when a rating is
    /// changed for the first time; before that, what was prepared is shown.
    #[must_use]
    pub fn preview(self) -> Arc<Prepared> {
        let assessment = self.assessment();
        let reading = self.responses(|responses| Reading::of(assessment, responses));
        let rated = self.priorities(|priorities| *priorities != Priorities::new(assessment));
        if rated {
            let _ = self.surroundings.try_update_value(|s| {
                if s.sampled.as_ref().is_none_or(|sampled| *sampled.reading() != reading) {
                    s.sampled = Some(Sampled::of(assessment, reading));
                }
            });
        }
        self.prepared()
    }

    /// The evaluation of what was said, from ahead if it was prepared.
    #[must_use]
    pub fn prepared(self) -> Arc<Prepared> {
        let now = self.state.with_value(super::State::evaluation);
        let ahead = self.surroundings.try_with_value(|s| s.prepared.clone()).flatten();
        match ahead {
            Some((version, prepared)) if version == now => prepared,
            _ => {
                self.prepare();
                let prepared = self.surroundings.try_with_value(|s| s.prepared.clone()).flatten();
                prepared.map_or_else(|| Arc::new(self.now(|s| Prepared::of(s, None))), |(_, prepared)| prepared)
            }
        }
    }
}
