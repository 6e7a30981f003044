//! Questions, items, and the answers that a source names as a reason for a model.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Citation;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    pub section: String,
    pub kind: Kind,
    #[serde(rename = "type")]
    pub form: Form,
    /// Whether an item reads it.
    pub scored: bool,
    /// Only for scored questions.
    pub dimension: Option<String>,
    /// The question is skipped if a named question is answered with one of these options.
    #[serde(default)]
    pub asked_if: Option<BTreeMap<String, Not>>,
    /// Options in order; for `multi` the buckets that are scored.
    pub options: Vec<AnswerOption>,
    /// Ids of what can be ticked, for `multi`.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Which option a number of ticks counts as, for `multi`.
    #[serde(default)]
    pub buckets: Vec<Bucket>,
    pub sources: Vec<Citation>,
}

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A fact about today.
    Fact,
    Preference,
    /// Neither; it affects only the plan.
    Context,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Exactly one option.
    Single,
    /// Any number of choices, none included.
    Multi,
}

/// Answers after which a follow-up question is skipped.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Not {
    pub not: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    pub id: String,
    /// Levels of the three alternatives, 0 to 4, where the question is an item of its own.
    pub levels: Option<[u8; 3]>,
    /// Sources of the levels.
    #[serde(default)]
    pub quotes: Vec<Citation>,
}

/// A range of numbers of ticks, and the option it counts as.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bucket {
    /// Minimum number of ticks.
    pub from: usize,
    /// Maximum number of ticks.
    pub to: usize,
    pub option: String,
}

/// What is scored: a question with levels, a table over two questions, or a fixed profile of a dimension.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    pub dimension: String,
    /// None for a profile, one for a question's own levels, two for a table.
    #[serde(default)]
    pub questions: Vec<String>,
    /// Weight relative to the other items of the dimension.
    pub weight: f64,
    /// Levels by the first and the second question's option.
    pub table: Option<Map<String, Value>>,
    /// Levels of a fixed profile.
    pub profile: Option<[u8; 3]>,
    #[serde(default)]
    pub sources: Vec<Citation>,
}

/// An answer that a source names as a reason for a model.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// Question id, or two ids joined with a colon for a table.
    pub question: String,
    /// Option id, or two joined with a colon; `*` for any.
    pub option: String,
    /// The model it speaks for.
    pub alternative: String,
    pub source: String,
    pub quote: String,
}
