//! Inputs of the cost model: low, likely and high of each, with how well founded the default is.

use super::{Citation, InputId, QuestionId, position};
use crate::i18n::Key;

/// The cost model's inputs and settings.
#[derive(Debug)]
pub struct CostModel {
    /// Currency of the defaults, ISO 4217.
    pub currency: &'static str,
    /// Years that the totals cover.
    pub years: u8,
    /// Number of draws.
    pub samples: usize,
    /// Seed of SplitMix64.
    pub seed: u64,
    /// Share of draws, 0 to 1, from which cost decides.
    pub cheapest_threshold: f64,
    /// Inputs in the order in which they are drawn.
    pub inputs: &'static [CostInput],
    pub sources: &'static [Citation],
}

impl CostModel {
    #[must_use]
    pub fn input(&self, id: InputId) -> &'static CostInput {
        &self.inputs[id.index()]
    }

    /// The input whose id is `name`, as written in drafts and files.
    #[must_use]
    pub fn find_input(&self, name: &str) -> Option<InputId> {
        position(self.inputs, |input| input.id, name).map(InputId::from_index)
    }
}

#[derive(Debug)]
pub struct CostInput {
    pub id: &'static str,
    pub label: Key,
    /// Source or reason of the default.
    pub note: Option<Key>,
    /// Low, likely and high, unless an answer or a rule applies.
    pub default: [f64; 3],
    pub default_by: Option<DefaultBy>,
    pub default_rule: Option<DefaultRule>,
    pub unit: CostUnit,
    /// Minimum and maximum of a visitor's figure.
    pub bounds: [f64; 2],
    pub evidence: Evidence,
    /// For a sourced default.
    pub published: Option<Published>,
}

/// The unit of an input. Money is in the currency of the model; the label says what it is per.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostUnit {
    /// People who use systems.
    Users,
    /// IT people, full time.
    People,
    Money,
    /// A share, 1 is all; shown in percent.
    Share,
    Months,
    Hours,
}

/// Where a default was published.
#[derive(Debug, Clone, Copy)]
pub struct Published {
    pub by: Publisher,
    /// Year and month that the figure is about, `2022-05`, if the source says.
    pub dated: Option<&'static str>,
    /// Whether low, likely and high come from it; the others are illustrative.
    pub covers: [bool; 3],
    /// The publisher and what it published.
    pub source: Key,
}

/// Who published a figure, the most reliable first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publisher {
    /// A statistical office.
    Statistics,
    /// A secondary source; the original was not seen.
    Quoted,
    /// One provider on a page of its own.
    Provider,
}

/// How well founded a default is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// It comes from a published figure.
    Sourced,
    /// Derived from an answer.
    Derived,
    /// An assumption that the visitor should replace.
    Illustrative,
}

/// Defaults by the answer to a question.
#[derive(Debug)]
pub struct DefaultBy {
    pub question: QuestionId,
    /// Low, likely and high by option; `None` for an option without a default.
    pub values: &'static [Option<[f64; 3]>],
}

/// Defaults by another input: `max(least, input / per)` for low, likely and high, rounded half up to `step`.
#[derive(Debug)]
pub struct DefaultRule {
    /// The other input; its likely value is used.
    pub input: InputId,
    /// For low, likely and high.
    pub of: [StaffRule; 3],
    /// Step of the rounding.
    pub step: f64,
}

#[derive(Debug, Clone, Copy)]
pub struct StaffRule {
    pub least: f64,
    /// Units of the other input, such as users, per IT person.
    pub per: f64,
}
