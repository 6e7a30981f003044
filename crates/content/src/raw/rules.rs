//! Conditions on answers, and the rules that use them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Citation;

/// A condition on known answers: question to accepted options, joined by `any` or `all`.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Condition {
    /// At least one part holds.
    Any { any: Vec<BTreeMap<String, Vec<String>>> },
    /// All parts hold.
    All { all: Vec<BTreeMap<String, Vec<String>>> },
    /// All entries hold; the same as `all` with one part.
    Map(BTreeMap<String, Vec<String>>),
}

/// A rule that blocks an alternative or puts a condition on it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    pub id: String,
    pub alternative: String,
    pub status: Status,
    pub when: Condition,
    pub sources: Vec<Citation>,
}

/// What a gate does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The alternative does not work now.
    Blocked,
    /// The alternative works on a condition.
    Conditional,
}

/// `trap.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trap {
    /// Answers of visitors who use a provider.
    pub provider: OneOf,
    /// With co-managed in the lead and no provider, this signals a future risk.
    pub future_when: Condition,
    pub signs: Vec<Sign>,
    pub sources: Vec<Citation>,
}

/// A question and some of its options.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneOf {
    pub question: String,
    pub options: Vec<String>,
}

/// A sign of the trap.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    pub id: String,
    pub when: Condition,
}

/// Expectations that collide when two people answer differently.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collision {
    pub id: String,
    /// Two or more; no answer to one question is on two of them.
    pub sides: Vec<OneOf>,
    pub sources: Vec<Citation>,
}

/// Answers of one visitor that contradict each other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    pub id: String,
    pub when: Condition,
}

/// The sources of a path. Its rule is in the package `decision`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    pub id: String,
    pub sources: Vec<Citation>,
}
