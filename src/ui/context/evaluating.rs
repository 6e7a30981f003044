//! The evaluation of the answers, computed once and shared. Only the later module calls this ([`crate::ui::later`]).

use std::sync::Arc;

use leptos::prelude::*;

use super::{Prepared, Resources, Ui};
use assessment::{Assessment, QuestionId, i18n::key::ui::result::answer::sure::EARLY, json::Value};
use config::{Order, ResultSettings};
use decision::{
    evaluation::{Factors, Sampled, Settled, Verdict},
    explanation::question_to_ask,
    response::{Priorities, Reading},
};
use report::summary_json;
use session::{Action, Place};

/// Evaluates ahead, or with questions left on the full course, looks whether they matter.
pub fn prepare(ui: Ui) {
    match ui.now(|session| (session.place(), session.destination())) {
        (Place::Question(here), Some(Place::Question(_))) => look_ahead(ui, here),
        _ => ui.prepare(),
    }
}

/// Whether the questions left could change the result, and which one would change it most.
fn look_ahead(ui: Ui, here: QuestionId) {
    let Some(factors) = ui.resources.try_with_value(factors) else { return };
    let is_by_effect = ui.settings().order == Order::Adaptive;
    let (is_settled, next) = ui.now(|session| {
        let assessment = session.assessment();
        let (responses, priorities) = (session.responses(), session.priorities());
        let reading = Reading::of(assessment, responses);
        let mut open = session.path();
        open.retain(|id| responses.get(*id).is_none());
        let settled = Settled::before_the_end(assessment, &reading, priorities, &factors, &open);
        // The quick check comes first.
        let is_chosen = is_by_effect && !open.iter().any(|id| assessment.quick.contains(id));
        let next = || question_to_ask(assessment, &reading, priorities, &factors, &open);
        // The note speaks of several.
        (settled.is_some() && open.len() > 1, is_chosen.then(next).flatten())
    });
    if let Some(next) = next {
        ui.act(Action::AskNext(next));
    }
    ui.tell_settled(is_settled.then_some(here));
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
    /// Tells the visitor once that the questions left do not matter, and takes it back when they do.
    fn tell_settled(self, here: Option<QuestionId>) {
        let is_new = self.state.try_update_value(|state| {
            let at = if here.is_some() { state.settled_at.or(here) } else { None };
            core::mem::replace(&mut state.settled_at, at) != at
        });
        if is_new == Some(true) {
            self.signals.settled.notify();
            self.announce(here.map(|_| self.t(EARLY).to_owned()));
        }
    }

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
