//! Cost over three years: ranges from assumptions that the visitor can replace. It never feeds the score.
//!
//! Money is in the currency of the inputs; users, people, months and hours are counts; shares are 0 to 1.

mod break_even;
mod inputs;
mod ranges;
mod tornado;
mod totals;

pub use break_even::{BreakEven, break_even};
pub use inputs::{CostInputs, Overrides, Range};
pub use ranges::{CostRanges, cost_ranges};
pub use tornado::{Spread, Tornado, tornado};
pub use totals::{LikelyInputs, totals};

use crate::assessment::Alternative;

/// Money within this is equal.
pub(crate) const MONEY_EPSILON: f64 = 1e-6;

/// The pairs of models that are compared, in model order.
pub const PAIRS: [(Alternative, Alternative); 3] = [
    (Alternative::InHouse, Alternative::CoManaged),
    (Alternative::InHouse, Alternative::Outsourced),
    (Alternative::CoManaged, Alternative::Outsourced),
];
