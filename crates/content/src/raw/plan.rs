//! Who does what, cost, roadmap, scorecard, questions to ask a provider.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Citation, Condition};

/// `functions.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Functions {
    /// The functions in order.
    pub functions: Vec<Function>,
    /// Sources of the whole table.
    pub sources: Vec<Citation>,
}

/// Own people or the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Own people.
    Internal,
    Provider,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Function {
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
    pub id: String,
    /// Where nothing else says.
    pub default: [f64; 3],
    /// By an answer.
    pub default_by: Option<DefaultBy>,
    /// By another input.
    pub default_rule: Option<DefaultRule>,
    /// What it counts.
    pub unit: CostUnit,
    /// Minimum and maximum of a visitor's figure.
    pub bounds: [f64; 2],
    /// How well founded the default is.
    pub evidence: Evidence,
    /// Where a sourced default was published.
    pub published: Option<Published>,
}

/// What an input counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CostUnit {
    /// People who use systems.
    Users,
    /// IT people, full time.
    People,
    Money,
    /// A share, 1 is all.
    Share,
    Months,
    Hours,
}

/// Where a default was published.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// By whom.
    pub by: Publisher,
    /// Year and month that the figure is about, `2022-05`, if the source says.
    pub dated: Option<String>,
    /// Which of low, likely and high come from it.
    pub covers: Vec<Covered>,
}

/// Who published a figure, the most reliable first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Publisher {
    /// A statistical office.
    Statistics,
    /// A secondary source; the original was not seen.
    Quoted,
    /// One provider on a page of its own.
    Provider,
}

/// One of the three figures of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Covered {
    Low,
    Likely,
    High,
}

/// How well founded a default is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// It comes from a published figure.
    Sourced,
    /// Derived from an answer.
    Derived,
    /// An assumption that the visitor should replace.
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
    pub tracks: BTreeMap<String, Vec<Step>>,
    /// Choices of the question on events that have a note.
    pub events: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Id, its own among the steps of all tracks: drafts refer to it.
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
    pub id: String,
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
    Hours,
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
    pub id: String,
    /// `all` or an alternative's id.
    pub applies: String,
    /// Quotation.
    pub source: Citation,
}
