//! Which inputs drive the difference between two models.

use super::{CostInputs, MONEY_EPSILON, PAIRS, totals};
use assessment::{Alternative, InputId};

/// The difference of two totals with one input at its ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    pub input: InputId,
    /// The difference with the input at low.
    pub at_low: f64,
    /// The difference with the input at high.
    pub at_high: f64,
}

impl Spread {
    /// At high less at low.
    #[must_use]
    pub fn change(self) -> f64 {
        self.at_high - self.at_low
    }
}

/// What drives the difference of one pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// The two models; differences are the first less the second.
    pub pair: (Alternative, Alternative),
    /// The difference with every input at its likely value.
    pub likely: f64,
    /// Inputs that change it, largest change first.
    pub inputs: Vec<Spread>,
}

/// The size of a change in steps of [`MONEY_EPSILON`], so that equal changes keep model order.
fn size(spread: &Spread) -> f64 {
    (spread.change().abs() / MONEY_EPSILON).round()
}

/// What drives the difference of each pair. Staff figures do not follow the headcount here.
#[must_use]
pub fn tornado(inputs: &CostInputs) -> Vec<Tornado> {
    let likely = inputs.likely();
    PAIRS
        .into_iter()
        .map(|pair| {
            let difference = |values: &[f64]| {
                let total = totals(values);
                total[pair.0.index()] - total[pair.1.index()]
            };
            let with = |n: usize, value: f64| {
                let mut values = likely.clone();
                values[n] = value;
                difference(&values)
            };
            let mut spreads: Vec<Spread> = Vec::new();
            for (n, range) in inputs.ranges().iter().enumerate() {
                let [low, _, high] = range.values();
                let spread = Spread { input: InputId::from_index(n), at_low: with(n, low), at_high: with(n, high) };
                if spread.change().abs() > MONEY_EPSILON {
                    // To sort them would cost the visitor more bytes.
                    let at = spreads.partition_point(|before| size(before) >= size(&spread));
                    spreads.insert(at, spread);
                }
            }
            Tornado { pair, likely: difference(&likely), inputs: spreads }
        })
        .collect()
}
