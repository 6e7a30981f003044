//! The JSON as it is written, one type per shape. Serde checks the shape; [`crate::check`] checks everything else.

mod numbers;
mod plan;
mod questions;
mod rules;

pub use numbers::*;
pub use plan::*;
pub use questions::*;
pub use rules::*;

use std::collections::BTreeMap;

use serde::Deserialize;

/// Everything but words.
#[derive(Debug)]
pub struct Content {
    /// Version, alternatives, dimensions, thresholds.
    pub assessment: Assessment,
    /// All questions in the order in which they are asked.
    pub questions: Vec<Question>,
    /// All items in model order.
    pub items: Vec<Item>,
    /// Viability gates.
    pub gates: Vec<Gate>,
    /// Detects accidental co-management.
    pub trap: Trap,
    /// Expectations of several people that collide.
    pub collisions: Vec<Collision>,
    /// Answers that contradict each other.
    pub contradictions: Vec<Contradiction>,
    /// Paths. The order of their rules is in `generate::tables`.
    pub patterns: Vec<Pattern>,
    pub functions: Functions,
    pub cost: Cost,
    pub roadmap: Roadmap,
    pub scorecard: Scorecard,
    /// Questions to ask a provider.
    pub checklist: Vec<Check>,
    pub numbers: Numbers,
    /// The ids of content 1.1 in order.
    pub first_links: FirstLinks,
    /// Answers that a source names as a reason for a model; only for tests, never shipped.
    pub signals: Vec<Signal>,
}

/// A quotation and the article it comes from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Id of an article, for example `S1`.
    pub source: String,
    /// Verbatim and short: a pointer to the article, not a copy.
    pub quote: String,
    /// The alternative that the quotation supports, if any.
    #[serde(rename = "for")]
    pub speaks_for: Option<String>,
}

/// `assessment.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Stored in every draft.
    pub version: String,
    /// Earlier version to the questions that have changed since.
    pub changed_since: BTreeMap<String, Vec<String>>,
    /// The three models, in the order that breaks ties.
    pub alternatives: Vec<Alternative>,
    /// Article ids.
    pub sources: Vec<String>,
    /// Section ids, in the order asked.
    pub sections: Vec<String>,
    pub dimensions: Vec<String>,
    /// Share of a profile in its dimension, 0 to 1.
    pub profile_share: f64,
    /// Rating of a dimension that the visitor has not rated.
    pub default_rating: u8,
    /// Questions of the quick check, in the order asked.
    pub quick: Vec<String>,
    pub sampling: Sampling,
    pub settled: Settled,
    pub verdict: Verdict,
    pub middle_note: MiddleNote,
    /// Least absolute value of a reason that is shown.
    pub reason_threshold: f64,
    pub reason_levels: ReasonLevels,
    /// The two percentiles of the index range, 0 to 1.
    pub index_range: [f64; 2],
    pub tradeoff: TradeOff,
    pub operator: Operator,
}

/// The sources of a text in the catalog.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced {
    pub sources: Vec<Citation>,
}

/// One model and the sources of what is said about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    pub id: String,
    /// What it is.
    pub definition: Sourced,
    /// Its benefit.
    pub gives: Sourced,
    /// Its drawback.
    pub costs: Sourced,
    /// When it fails.
    pub goes_wrong: Sourced,
}

/// The reference sampler.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sampling {
    /// Seed of SplitMix64.
    pub seed: u64,
    /// Samples of an evaluation.
    pub samples: usize,
    /// Samples of the next best question.
    pub next_question_samples: usize,
    /// Half width of the noise on each level, as evidence.
    pub noise: f64,
}

/// When the result is settled before every question is answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settled {
    /// Number of completions of the open answers that are evaluated.
    pub samples: usize,
    /// Share of completions with the same leader, 0 to 1.
    pub share: f64,
}

/// When middle answers are pointed out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MiddleNote {
    /// Number of options of the questions that count.
    pub options: usize,
    /// Fewest middle answers.
    pub at_least: usize,
    /// Smallest share of middle answers, 0 to 1.
    pub share: f64,
}

/// Levels of reasons that are shown.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonLevels {
    /// Lowest level of a reason for a model.
    pub for_at_least: u8,
    /// Highest level of a reason against a model.
    pub against_at_most: u8,
}

/// Control against convenience.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TradeOff {
    /// Control and convenience of each alternative, -1 to 1.
    pub positions: BTreeMap<String, [f64; 2]>,
    pub sources: Vec<Citation>,
}

/// What the operator may change.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// Smallest and largest factor on the weight of a dimension.
    pub factor: [f64; 2],
}

/// Thresholds of the verdict, shares from 0 to 1.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// First-rank share of a clear verdict.
    pub clear: f64,
    /// First-rank share of a lean.
    pub lean: f64,
    /// A smaller answered share rules out a clear verdict.
    pub clear_answered_share: f64,
    /// Fewer answered scored questions give no result.
    pub least_answered: usize,
}
