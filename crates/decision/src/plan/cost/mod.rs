//! Cost over three years: ranges from assumptions that the visitor can replace. It never feeds the score.
//!
//! Money is in the currency of the inputs; users, people, months and hours are counts; shares are 0 to 1. Nothing is rounded
//! but what says so.
//!
//! | to | use |
//! |---|---|
//! | see which figures hold, and where they come from | [`CostInputs`], [`Origin`], [`warnings`] |
//! | draw: ranges, per user, cheapest, break-even with its range | [`CostStudy`] |
//! | see what the visitor may be told about cost | [`CostClaim`], [`CostState`] |
//! | see what moves the gap | [`Drivers`], [`tornado`] |
//! | compute the totals at the likely values | [`totals`](totals()) |
//! | draw a chart | [`OverlapChart`], [`DriverChart`], [`Axis`] |

mod alike;
mod chart;
mod claim;
mod drivers;
mod headcounts;
mod inputs;
mod ranges;
mod roots;
mod rounding;
mod study;
mod tornado;
mod totals;
mod warnings;

pub use alike::counted_alike;
pub use chart::{Axis, DriverChart, LENGTH, OverlapChart};
pub use claim::{CostClaim, CostState, fee_of};
pub use drivers::{Driver, Drivers, Others};
pub use headcounts::{BreakEvenRange, Crossing};
pub use inputs::{CostInputs, Origin, Overrides};
pub use ranges::CostRanges;
pub use rounding::two_significant;
pub use study::{Basis, CostStudy, Period, View};
pub use tornado::{Spread, Tornado, tornado};
pub use totals::{LikelyInputs, totals};
pub use warnings::{CostWarning, refusal, warnings};

use assessment::Alternative;

/// Money within this is equal.
pub(crate) const MONEY_EPSILON: f64 = 1e-6;

/// Headcounts between which break-even is looked for.
pub const HEADCOUNTS: (u16, u16) = (5, 1000);

/// The pairs of models that are compared, in model order.
pub const PAIRS: [(Alternative, Alternative); 3] = [
    (Alternative::InHouse, Alternative::CoManaged),
    (Alternative::InHouse, Alternative::Outsourced),
    (Alternative::CoManaged, Alternative::Outsourced),
];
