//! Entries after the verdict: steps, measures, questions to ask; and the history of earlier runs.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod calendar;
mod calendar_dates;
mod content;
mod documents;
mod history;
mod questions;
mod recording;
mod scorecard;
mod steps;
mod texts;

#[path = "../reference/mod.rs"]
mod reference;

use assessment::{Assessment, json::Value};

use decision::{
    evaluation::Evaluation,
    plan::{Plan, StepRow, steps},
    response::ResponseSet,
    worksheet::{CalendarDate, StepEntries, StepKey},
};

/// The assessment of an open organization.
struct Case {
    responses: ResponseSet,
    evaluation: Evaluation,
    plan: Plan,
}

impl Case {
    fn of(id: &str) -> Self {
        let cases = reference::organizations();
        let case = cases.iter().find(|case| case.get("id").and_then(Value::as_text) == Some(id)).unwrap();
        Self::from_json(case)
    }

    /// The assessment of these answers.
    fn answering(answers: &str) -> Self {
        Self::from_json(&Value::object([("answers", json(answers))]))
    }

    fn from_json(case: &Value) -> Self {
        let evaluation = reference::evaluation(case);
        let plan = Plan::of(Assessment::standard(), &evaluation);
        Self { responses: reference::draft(case).responses, evaluation, plan }
    }

    fn rows<'a>(&self, entries: &'a StepEntries) -> Vec<StepRow<'a>> {
        steps(Assessment::standard(), &self.evaluation, self.plan.pattern, entries)
    }
}

fn date(text: &str) -> CalendarDate {
    CalendarDate::parse(text).unwrap()
}

/// A step of the content.
fn step(id: &str) -> StepKey {
    StepKey::Suggested(Assessment::standard().find_step(id).unwrap())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}
