//! The JSON as it is written, one type per shape. Nothing here is checked beyond its shape; see [`crate::check`].

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

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

/// One question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Id.
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
    /// How it is.
    Fact,
    /// What they want.
    Preference,
    /// Neither; it changes the plan alone.
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
    /// Id.
    pub id: String,
    /// Levels of the three alternatives, 0 to 4, where the question is an item of its own.
    pub levels: Option<[u8; 3]>,
    /// Quotations behind the levels.
    #[serde(default)]
    pub quotes: Vec<Citation>,
}

/// From how many ticks to how many ticks count as which option.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bucket {
    /// Fewest ticks.
    pub from: usize,
    /// Most ticks.
    pub to: usize,
    /// Option id.
    pub option: String,
}

/// One scored item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Id.
    pub id: String,
    /// Dimension.
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
    /// Id.
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
    /// The signs.
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
    /// Id.
    pub id: String,
    /// When it shows.
    pub when: Condition,
}

/// One path; its rule is code, its words and sources are content.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Id.
    pub id: String,
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// `functions.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Functions {
    /// The functions in order.
    pub functions: Vec<Function>,
    /// Quotations behind the table as a whole.
    pub sources: Vec<Citation>,
}

/// Own people or the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Own people.
    Internal,
    /// The provider.
    Provider,
}

/// One function of IT.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// Id.
    pub id: String,
    /// Accountable when in-house.
    pub in_house: Side,
    /// Accountable and supporting when co-managed.
    pub co_managed: Split,
    /// Accountable when outsourced.
    pub outsourced: Side,
    /// 0 standard to 2 close.
    pub closeness: i8,
    /// Overrides the rule.
    pub always: Option<Side>,
    /// What moves the closeness.
    pub modifiers: Vec<Modifier>,
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// Accountable and supporting side.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Exactly one side.
    pub accountable: Side,
    /// The other one.
    pub supports: Side,
}

/// An answer that moves the closeness.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modifier {
    /// When.
    pub when: Condition,
    /// By how much.
    pub closeness: i8,
}

/// `cost.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Currency of the defaults.
    pub currency: String,
    /// Years.
    pub horizon_years: u8,
    /// Draws.
    pub samples: usize,
    /// Seed of SplitMix64.
    pub seed: u64,
    /// Share of draws from which cost decides.
    pub cheapest_threshold: f64,
    /// Inputs in the order in which they are drawn.
    pub inputs: Vec<CostInput>,
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// One input: low, likely, high.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostInput {
    /// Id.
    pub id: String,
    /// Where nothing else says.
    pub default: [f64; 3],
    /// By an answer.
    pub default_by: Option<DefaultBy>,
    /// By another input.
    pub default_rule: Option<DefaultRule>,
    /// How well founded the default is.
    pub evidence: Evidence,
}

/// How well founded a default is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// A published figure stands behind it.
    Sourced,
    /// It follows from an answer.
    Derived,
    /// An assumption to replace.
    Illustrative,
}

/// Values by the option of a question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultBy {
    /// Question id.
    pub question: String,
    /// Option id to low, likely, high.
    pub values: BTreeMap<String, [f64; 3]>,
}

/// `max(least, input / per)` for low, likely and high, rounded half up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultRule {
    /// The other input's id.
    pub per: String,
    /// Least value and divisor for low, likely and high.
    pub max: [[f64; 2]; 3],
    /// Step.
    pub round: f64,
}

/// `roadmap.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roadmap {
    /// Steps of each track.
    pub tracks: BTreeMap<String, Vec<Step>>,
    /// Choices of the question on events that have a note.
    pub events: Vec<String>,
}

/// One step.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Id inside the track.
    pub id: String,
    /// First month.
    pub from_month: u8,
    /// Last month.
    pub to_month: u8,
    /// Only when.
    pub when: Option<Condition>,
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// `scorecard.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scorecard {
    /// The measures.
    pub metrics: Vec<Metric>,
    /// Quotations.
    pub sources: Vec<Citation>,
}

/// One measure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Id.
    pub id: String,
    /// Unit.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// Quotation.
    pub source: Citation,
}

/// Units of the scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Hours.
    Hours,
    /// Percent.
    Percent,
    /// A scale from 1 to 5.
    OneToFive,
    /// Working days.
    Days,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// Less is better.
    Lower,
    /// More is better.
    Higher,
}

/// One question to ask a provider.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Id.
    pub id: String,
    /// `all` or an alternative's id.
    pub applies: String,
    /// Quotation.
    pub source: Citation,
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
