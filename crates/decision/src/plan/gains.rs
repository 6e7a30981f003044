//! What the open questions could still change in the plan.

use super::{Plan, Trap, cost::CostInputs, notes_on_events, questions_to_ask, roadmap::suggested};
use crate::{
    evaluation::{Evaluation, GateReport},
    response::{ChoiceSet, Reading, Response, ResponseSet},
};
use assessment::{Assessment, Form, OptionId, QuestionId};

/// A part of the plan that some answer to an open question changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanPart {
    Steps,
    Duties,
    /// The questions to ask providers.
    Ask,
    /// Our figures of cost.
    Cost,
}

/// An open question and the parts of the plan that its answers change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gain {
    pub question: QuestionId,
    /// At least one, each once.
    pub parts: Vec<PlanPart>,
}

/// What the open questions could change, in their order; those that change nothing are left out. Each answer is tried by
/// itself, with the models ranked as they are now.
#[must_use]
pub fn gains(
    assessment: &Assessment,
    evaluation: &Evaluation,
    responses: &ResponseSet,
    open: &[QuestionId],
) -> Vec<Gain> {
    let now = Parts::of(assessment, evaluation, responses);
    let gain = |question: &QuestionId| {
        let mut parts = Vec::new();
        for response in possible(assessment, *question) {
            let mut answered = responses.clone();
            answered.set(*question, Some(response));
            let then = Parts::of(assessment, evaluation, &answered);
            for (part, is_changed) in now.differences(&then) {
                if is_changed && !parts.contains(&part) {
                    parts.push(part);
                }
            }
        }
        (!parts.is_empty()).then_some(Gain { question: *question, parts })
    };
    open.iter().filter_map(gain).collect()
}

/// Each option, or each choice by itself.
fn possible(assessment: &Assessment, question: QuestionId) -> Vec<Response> {
    let question = assessment.question(question);
    match question.form {
        Form::Single => (0..question.options.len()).map(|n| Response::One(OptionId::from_index(n))).collect(),
        Form::Multi { choices, .. } => {
            let one = |n| Response::Several(ChoiceSet::default().with(n, true));
            (0..choices.len()).map(one).collect()
        }
    }
}

/// The parts of the plan as far as answers decide them.
struct Parts {
    steps: Vec<usize>,
    events: usize,
    plan: Plan,
    ask: Vec<super::ToAsk>,
    cost: CostInputs,
}

impl Parts {
    fn of(assessment: &Assessment, evaluation: &Evaluation, responses: &ResponseSet) -> Self {
        let reading = Reading::of(assessment, responses);
        let gates = GateReport::of(assessment, &reading);
        let evaluation = Evaluation { reading, gates, ..evaluation.clone() };
        let plan = Plan::of(assessment, &evaluation);
        let steps = suggested(assessment, &evaluation, plan.pattern);
        let trap: &Trap = &plan.trap;
        Self {
            steps: steps.iter().map(|(id, _)| id.index()).collect(),
            events: notes_on_events(assessment, responses).len(),
            ask: questions_to_ask(assessment, &evaluation, responses, trap),
            cost: CostInputs::of(assessment, &evaluation.reading, &[]),
            plan,
        }
    }

    fn differences(&self, then: &Self) -> [(PlanPart, bool); 4] {
        [
            (PlanPart::Steps, self.steps != then.steps || self.events != then.events),
            (PlanPart::Duties, self.plan.split != then.plan.split),
            (PlanPart::Ask, self.ask != then.ask),
            (PlanPart::Cost, self.cost != then.cost),
        ]
    }
}
