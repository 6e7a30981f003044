//! What is told, as the names and details that the page around hears. `events.js` dispatches it.

use crate::{
    assessment::{Alternative, Assessment},
    config::{Config, Detail, alternative_name},
    evaluation::{Evaluation, Status, Verdict},
    json::Value,
    report::of_100,
    session::{Event, answer_value},
    ui::Told,
};

/// The name without its prefix, and the detail.
pub fn named(assessment: &Assessment, config: &Config, told: &Told<'_>) -> (&'static str, Value) {
    match told {
        Told::Did(Event::Start) => ("start", Value::object([])),
        Told::Did(Event::Answer { question, position, total, response }) => {
            let question = assessment.question(*question);
            let mut entries = vec![
                ("question", Value::from(question.id)),
                ("position", Value::from(*position)),
                ("total", Value::from(*total)),
            ];
            if config.events == Detail::Detailed {
                let answer = response.map_or(Value::Null, |response| answer_value(question, response));
                entries.push(("answer", answer));
            }
            let entries = entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            ("answer", Value::Object(entries))
        }
        Told::Did(Event::Progress { answered, total, screen }) => (
            "progress",
            Value::object([
                ("answered", Value::from(*answered)),
                ("total", Value::from(*total)),
                ("screen", Value::from(*screen)),
            ]),
        ),
        Told::Did(Event::Reset) => ("reset", Value::object([])),
        Told::Result(evaluation, is_full) => {
            let [verdict, leader] = verdict(evaluation);
            ("result", Value::object([verdict, leader, ("isFull", Value::Bool(*is_full))]))
        }
        Told::Export => ("export", Value::object([("format", Value::from("draft"))])),
        Told::CallToAction(evaluation) => {
            let [verdict, leader] = verdict(evaluation);
            let url = config.cta_url.as_deref().unwrap_or_default();
            ("cta", Value::object([("url", Value::from(url)), verdict, leader]))
        }
        Told::Draft(text) => ("draft", Value::from(*text)),
    }
}

/// What the property `result` gives: no answer, but what follows from them.
pub fn result(evaluation: &Evaluation, is_full: bool) -> Value {
    let [verdict, leader] = verdict(evaluation);
    let share = |alternative: Alternative| of_100(evaluation.shares.first[alternative.index()]) as f64;
    let ruled_out = Alternative::ALL.into_iter().filter(|a| evaluation.gates.of_alternative(*a) == Status::Blocked);
    Value::object([
        verdict,
        leader,
        ("shares", Value::object(Alternative::ALL.map(|a| (alternative_name(a), Value::from(share(a)))))),
        ("ruledOut", ruled_out.map(alternative_name).collect()),
        ("isFull", Value::Bool(is_full)),
    ])
}

fn verdict(evaluation: &Evaluation) -> [(&'static str, Value); 2] {
    let leader = match evaluation.verdict {
        Verdict::Insufficient => Value::Null,
        _ => Value::from(alternative_name(evaluation.leader)),
    };
    [("verdict", Value::from(evaluation.verdict.code())), ("leader", leader)]
}
