//! The JSON as it is written, one type per shape. Nothing here is checked beyond its shape; see [`crate::check`].

mod plan;
mod questions;
mod rules;

pub use plan::*;
pub use questions::*;
pub use rules::*;

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
    /// The detector for half-shared IT by accident.
    pub trap: Trap,
    /// Expectations of several people that collide.
    pub collisions: Vec<Collision>,
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
    /// Thresholds of the verdict.
    pub verdict: Verdict,
    /// Least absolute value of a reason that is shown.
    pub reason_threshold: f64,
    /// The two percentiles of the index range, 0 to 1.
    pub index_range: [f64; 2],
    /// Sources of the control-convenience map.
    pub tradeoff: Sourced,
}

/// A text that lives in the catalog and the articles behind it.
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
    /// Id.
    pub id: String,
    /// What it is.
    pub definition: Sourced,
    /// What it gives.
    pub gives: Sourced,
    /// What it costs.
    pub costs: Sourced,
    /// When it goes wrong.
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

/// Thresholds of the verdict.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// First-rank share of a clear verdict.
    pub clear: f64,
    /// First-rank share of a lean.
    pub lean: f64,
    /// Answered share below which nothing is clear.
    pub clear_answered_share: f64,
    /// Answered scored questions below which nothing is said.
    pub least_answered: usize,
}
