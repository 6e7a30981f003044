//! Conditions on answers and the rules made of them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Citation;

/// A condition on known answers: question to accepted options, joined by `any` or `all`.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Condition {
    /// One of them holds.
    Any {
        /// The parts.
        any: Vec<BTreeMap<String, Vec<String>>>,
    },
    /// All of them hold.
    All {
        /// The parts.
        all: Vec<BTreeMap<String, Vec<String>>>,
    },
    /// All entries of the map hold.
    Map(BTreeMap<String, Vec<String>>),
}

/// A rule that blocks an alternative or puts a condition on it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    pub id: String,
    /// The alternative it is about.
    pub alternative: String,
    /// `blocked` or `conditional`.
    pub status: Status,
    /// When it holds.
    pub when: Condition,
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// What a gate does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Not workable now.
    Blocked,
    /// Workable if.
    Conditional,
}

/// `trap.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trap {
    /// Answers that mean that a provider is in use.
    pub provider: OneOf,
    /// With the leader co-managed and no provider: the risk lies ahead.
    pub future_when: Condition,
    pub signs: Vec<Sign>,
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// A question and some of its options.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneOf {
    /// Question id.
    pub question: String,
    /// Option ids.
    pub options: Vec<String>,
}

/// One sign of the trap.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    pub id: String,
    /// When it shows.
    pub when: Condition,
}

/// Expectations of several people that collide: two people on different sides of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collision {
    pub id: String,
    /// Answers that cannot all be had.
    pub sides: Vec<OneOf>,
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// Answers of one visitor that contradict each other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    pub id: String,
    /// When they do.
    pub when: Condition,
}

/// One path; its rule is code, its words and sources are content.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    pub id: String,
    /// Quotations.
    pub sources: Vec<Citation>,
}
