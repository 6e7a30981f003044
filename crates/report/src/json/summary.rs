//! A summary of the result for the host page, without answers.

use assessment::{Alternative, json::Value};

use decision::evaluation::{Evaluation, Status, Verdict};

use crate::of_100;

/// `{ "verdict": "lean", "leader": "co-managed", "isFull": true, "shares": { "in-house": 12, … }, "ruledOut": [] }`. Shares
/// are whole numbers of 100; there is no leader if there are too few answers.
#[must_use]
pub fn summary_json(evaluation: &Evaluation, is_full: bool) -> Value {
    let leader = (evaluation.verdict != Verdict::Insufficient).then(|| evaluation.leader.name());
    let share = |alternative: Alternative| {
        (alternative.name(), Value::from(of_100(evaluation.shares.first[alternative.index()]) as f64))
    };
    let is_blocked = |alternative: &Alternative| evaluation.gates.of_alternative(*alternative) == Status::Blocked;
    Value::object([
        ("verdict", Value::from(evaluation.verdict.code())),
        ("leader", Value::from(leader)),
        ("isFull", Value::from(is_full)),
        ("shares", Value::object(Alternative::ALL.map(share))),
        ("ruledOut", Alternative::ALL.into_iter().filter(is_blocked).map(Alternative::name).collect()),
    ])
}
