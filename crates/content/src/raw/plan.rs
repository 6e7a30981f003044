//! Who does what, cost, roadmap, scorecard, questions to ask a provider.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Citation, Condition};

/// `functions.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Functions {
    pub functions: Vec<Function>,
    /// Sources of the table as a whole.
    pub sources: Vec<Citation>,
}

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
    /// 0 (standard) to 2 (close to the business), before the answers.
    pub closeness: i8,
    /// Accountable whatever the closeness.
    pub always: Option<Side>,
    pub modifiers: Vec<Modifier>,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    pub accountable: Side,
    /// Always the other side.
    pub supports: Side,
}

/// An answer that moves the closeness.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modifier {
    pub when: Condition,
    /// Added to the closeness of the function.
    pub closeness: i8,
}

/// `cost.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Currency of the defaults, ISO 4217.
    pub currency: String,
    pub horizon_years: u8,
    /// Number of draws.
    pub samples: usize,
    /// Seed of SplitMix64.
    pub seed: u64,
    /// Share of draws, 0 to 1, from which cost decides.
    pub cheapest_threshold: f64,
    /// Inputs in the order in which they are drawn.
    pub inputs: Vec<CostInput>,
    pub sources: Vec<Citation>,
}

/// One input: low, likely, high.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostInput {
    pub id: String,
    /// Low, likely and high, unless an answer or a rule applies.
    pub default: [f64; 3],
    pub default_by: Option<DefaultBy>,
    pub default_rule: Option<DefaultRule>,
    pub unit: CostUnit,
    /// Minimum and maximum of a visitor's figure.
    pub bounds: [f64; 2],
    /// How well founded the default is.
    pub evidence: Evidence,
    /// Required if the evidence is `sourced`.
    pub published: Option<Published>,
}

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

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
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

/// Defaults by the answer to a question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultBy {
    pub question: String,
    /// Option id to low, likely, high.
    pub values: BTreeMap<String, [f64; 3]>,
}

/// Defaults by another input: `max(least, input / per)` for low, likely and high, rounded half up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultRule {
    /// Id of the other input, which has to come earlier.
    #[serde(rename = "per")]
    pub input: String,
    /// `[least, per]` for low, likely and high.
    pub max: [[f64; 2]; 3],
    /// Step of the rounding.
    pub round: f64,
}

/// `roadmap.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roadmap {
    /// Steps by track.
    pub tracks: BTreeMap<String, Vec<Step>>,
    /// Choices of the question on events that have a note.
    pub events: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Unique among the steps of all tracks, because drafts refer to steps by id.
    pub id: String,
    /// First month, 0 to 24.
    pub from_month: u8,
    /// Last month, 0 to 24.
    pub to_month: u8,
    /// The step is suggested only if this holds.
    pub when: Option<Condition>,
    pub sources: Vec<Citation>,
}

/// `scorecard.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scorecard {
    pub metrics: Vec<Metric>,
    /// Sources of the scorecard as a whole.
    pub sources: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    pub id: String,
    pub unit: Unit,
    pub better: Better,
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
    Lower,
    Higher,
}

/// One question to ask a provider.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    pub id: String,
    /// `all` or an alternative's id.
    pub applies: String,
    pub source: Citation,
}
