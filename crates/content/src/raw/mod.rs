//! The JSON as it is written, one type per shape. Nothing here is checked beyond its shape; see [`crate::check`].

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
    /// Paths, first that holds first.
    pub patterns: Vec<Pattern>,
    /// Who does what.
    pub functions: Functions,
    /// Cost inputs.
    pub cost: Cost,
    /// Steps by track.
    pub roadmap: Roadmap,
    /// The five measures.
    pub scorecard: Scorecard,
    /// Questions to ask a provider.
    pub checklist: Vec<Check>,
    /// Permanent numbers.
    pub numbers: Numbers,
    /// Content 1.1, in order.
    pub first_links: FirstLinks,
    /// Answers that a source names as a reason for a model; used by tests, never shipped.
    pub signals: Vec<Signal>,
}

/// A quotation and the article it comes from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Id of the article.
    pub source: String,
    /// Its words, short and verbatim.
    pub quote: String,
    /// The alternative that the quotation speaks for, where it names one.
    #[serde(rename = "for")]
    pub speaks_for: Option<String>,
}

/// `assessment.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Version of the content, stored in every draft.
    pub version: String,
    /// Earlier version to the questions that have changed since.
    pub changed_since: BTreeMap<String, Vec<String>>,
    /// The three models, in the order that breaks ties.
    pub alternatives: Vec<Alternative>,
    /// Ids of the articles.
    pub sources: Vec<String>,
    /// Ids of the sections in the order asked.
    pub sections: Vec<String>,
    /// Ids of the criteria.
    pub dimensions: Vec<String>,
    /// Share of a profile in its dimension.
    pub profile_share: f64,
    /// Rating of a dimension that the visitor has not rated.
    pub default_rating: u8,
    /// The quick check, in the order asked.
    pub quick: Vec<String>,
    /// The reference sampler.
    pub sampling: Sampling,
    /// When the result is settled before the end.
    pub settled: Settled,
    /// Thresholds of the verdict.
    pub verdict: Verdict,
    /// When middle answers are pointed out.
    pub middle_note: MiddleNote,
    /// Least absolute value of a reason that is shown.
    pub reason_threshold: f64,
    /// Levels of reasons that are shown.
    pub reason_levels: ReasonLevels,
    /// The two percentiles of the index range, 0 to 1.
    pub index_range: [f64; 2],
    /// Control against convenience.
    pub tradeoff: TradeOff,
    /// What the operator may change.
    pub operator: Operator,
}

/// A catalog text and its sources.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced {
    /// Quotations.
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
    /// Completions of the open answers that are looked at.
    pub samples: usize,
    /// Share of completions with the same leader.
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
    /// Smallest share of middle answers.
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
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// What the operator may change.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// Smallest and largest factor on the weight of a dimension.
    pub factor: [f64; 2],
}

/// Thresholds of the verdict.
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
