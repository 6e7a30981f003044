//! The inputs that drive the cost gap between the two cheapest models, rounded for display.

use super::{CostInputs, CostStudy, tornado, two_significant};
use assessment::{Alternative, InputId};

/// Maximum number of inputs that are shown.
const MOST: usize = 6;

/// The others change little when they make up at most this share of all change.
const LITTLE: f64 = 0.1;

/// One input and what it does to the gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Driver {
    pub input: InputId,
    /// The gap with the input at low and at high, in units of the currency over three years, with two significant digits.
    /// Below 0 the leader costs less.
    pub gap: [i64; 2],
    /// The model that a higher input favors.
    pub toward: Alternative,
    /// Whether this input can change which of the two costs less.
    pub turns: bool,
}

/// The effect of the inputs that are not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// There is none.
    None,
    /// Together at most a tenth of all change.
    Little,
    /// This many, with more than a tenth.
    More(usize),
}

/// What drives the gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drivers {
    /// The leader by cost; see [`CostStudy::front`].
    pub leader: Alternative,
    /// The runner-up by cost.
    pub runner_up: Alternative,
    /// The leader's total less the runner-up's at the likely values, with two significant digits.
    pub likely: i64,
    /// At most six, the largest change first.
    pub inputs: Vec<Driver>,
    /// The rest.
    pub others: Others,
}

impl Drivers {
    /// Reads the tornado of the two models in front.
    #[must_use]
    pub fn of(inputs: &CostInputs, study: &CostStudy) -> Self {
        let (leader, runner_up) = study.front();
        let mut drivers = Self { leader, runner_up, likely: 0, inputs: Vec::new(), others: Others::None };
        let are_these = |pair: (Alternative, Alternative)| pair == (leader, runner_up) || pair == (runner_up, leader);
        let Some(found) = tornado(inputs).into_iter().find(|tornado| are_these(tornado.pair)) else { return drivers };
        let sign = if found.pair.0 == leader { 1.0 } else { -1.0 };
        drivers.likely = two_significant(sign * found.likely);
        let (mut all, mut rest) = (0.0, 0.0);
        for (n, spread) in found.inputs.iter().enumerate() {
            let gap = [sign * spread.at_low, sign * spread.at_high];
            let change = gap[1] - gap[0];
            all += change.abs();
            if n < MOST {
                drivers.inputs.push(Driver {
                    input: spread.input,
                    gap: gap.map(two_significant),
                    toward: if change < 0.0 { leader } else { runner_up },
                    turns: gap[0] * gap[1] < 0.0,
                });
            } else {
                rest += change.abs();
            }
        }
        drivers.others = match found.inputs.len().saturating_sub(MOST) {
            0 => Others::None,
            _ if rest <= LITTLE * all => Others::Little,
            count => Others::More(count),
        };
        drivers
    }
}
