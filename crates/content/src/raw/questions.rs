//! Questions, what is scored of them, and the answers that a source names.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Citation;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    /// Section in which it is asked.
    pub section: String,
    /// What kind of thing it asks for.
    pub kind: Kind,
    /// One answer or several.
    #[serde(rename = "type")]
    pub form: Form,
    /// Whether an item reads it.
    pub scored: bool,
    /// Dimension, for scored questions.
    pub dimension: Option<String>,
    /// Asked only when the named questions are not answered with these options.
    #[serde(default)]
    pub asked_if: Option<BTreeMap<String, Not>>,
    /// Options in order; for `multi` the buckets that are scored.
    pub options: Vec<AnswerOption>,
    /// What can be ticked, for `multi`.
    #[serde(default)]
    pub choices: Vec<String>,
    /// How many ticks make which option, for `multi`.
    #[serde(default)]
    pub buckets: Vec<Bucket>,
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// A fact about today, a wish, or context that is not scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A fact about today.
    Fact,
    /// A preference.
    Preference,
    /// Neither; it affects only the plan.
    Context,
}

/// Single or multiple choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Exactly one option.
    Single,
    /// Any number of choices, none included.
    Multi,
}

/// Options that rule a follow-up question out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Not {
    /// Option ids.
    pub not: Vec<String>,
}

/// One option of a question.
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

/// From how many ticks to how many ticks count as which option.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bucket {
    /// Fewest ticks.
    pub from: usize,
    /// Maximum number of ticks.
    pub to: usize,
    /// Option id.
    pub option: String,
}

/// One scored item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    pub dimension: String,
    /// None for a profile, one for a question's own levels, two for a table.
    #[serde(default)]
    pub questions: Vec<String>,
    /// Weight inside the dimension.
    pub weight: f64,
    /// Levels by the first and the second question's option.
    pub table: Option<Map<String, Value>>,
    /// Levels of a fixed profile.
    pub profile: Option<[u8; 3]>,
    /// Quotations.
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
    /// Article.
    pub source: String,
    /// Its words.
    pub quote: String,
}
