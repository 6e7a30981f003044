//! The evaluation of the answers, computed once and shared. Only the later module calls this ([`crate::ui::later`]).

use std::sync::Arc;

use leptos::prelude::*;

use super::{Prepared, Resources, Ui};
use assessment::{Assessment, json::Value};
use config::ResultSettings;
use decision::{
    evaluation::{Factors, Sampled, Verdict},
    response::{Priorities, Reading},
};
use report::summary_json;
use session::Place;

pub fn prepare(ui: Ui) {
    ui.prepare();
}

/// The part of the result that the host page receives.
pub fn summary(ui: Ui) -> Value {
    let prepared = ui.prepared();
    summary_json(&prepared.evaluation, prepared.is_full())
}

pub fn is_enough(ui: Ui) -> bool {
    ui.prepared().evaluation.verdict != Verdict::Insufficient
}

/// The site owner's factors on the weights of dimensions.
fn factors(resources: &Resources) -> Factors {
    let settings = resources.settings.as_ref().and_then(|settings| settings.downcast_ref::<ResultSettings>());
    let weights = settings.map_or(&[][..], |settings| &settings.weights);
    Factors::of_hundredths(Assessment::standard(), weights)
}

impl Ui {
    /// Evaluates ahead of the next step, unless that was done.
    fn prepare(self) {
        let _ = self.resources.try_update_value(|s| {
            let factors = factors(s);
            let ahead = self.state.try_with_value(|state| {
                let prepared = match s.prepared.take() {
                    Some((version, prepared)) if version == state.evaluation() => prepared,
                    _ => Arc::new(Prepared::of(&state.session, s.sampled.as_ref(), factors)),
                };
                if state.session.destination().is_some_and(Place::is_result) {
                    prepared.explain(state.session.assessment());
                }
                (state.evaluation(), prepared)
            });
            s.prepared = ahead;
        });
    }

    /// Frees the samples. The result does not need them, because priorities are not changed there.
    pub fn forget_samples(self) {
        let _ = self.resources.try_update_value(|s| s.sampled = None);
    }

    /// The evaluation for the current priorities, and tracks them. The answers are sampled when a rating is first changed; until
    /// then this is the prepared evaluation.
    #[must_use]
    pub fn preview(self) -> Arc<Prepared> {
        let assessment = self.assessment();
        let reading = self.responses(|responses| Reading::of(assessment, responses));
        let rated = self.priorities(|priorities| *priorities != Priorities::new(assessment));
        if rated {
            let _ = self.resources.try_update_value(|s| {
                if s.sampled.as_ref().is_none_or(|sampled| *sampled.reading() != reading) {
                    s.sampled = Some(Sampled::with_factors(assessment, reading, factors(s)));
                }
            });
        }
        self.prepared()
    }

    /// The evaluation of the current answers.
    #[must_use]
    pub fn prepared(self) -> Arc<Prepared> {
        let now = self.state.with_value(super::State::evaluation);
        let ahead = self.resources.try_with_value(|s| s.prepared.clone()).flatten();
        match ahead {
            Some((version, prepared)) if version == now => prepared,
            _ => {
                self.prepare();
                let prepared = self.resources.try_with_value(|s| s.prepared.clone()).flatten();
                // The element was removed.
                let none = || Factors::new(self.assessment());
                prepared.map_or_else(|| Arc::new(self.now(|s| Prepared::of(s, None, none()))), |(_, prepared)| prepared)
            }
        }
    }
}
