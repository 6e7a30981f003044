//! The geometry of the charts, in whole numbers: an axis with round ticks, and where things lie on it. It draws nothing.
//!
//! ```
//! use decision::plan::cost::Axis;
//!
//! let axis = Axis::over(0, 883_000);
//! assert_eq!(axis.ticks(), [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]);
//! assert_eq!(axis.place(500_000), 500);
//! ```

use super::{Drivers, PAIRS};
use assessment::{Alternative, PerAlternative};

/// Length of an axis.
pub const LENGTH: u16 = 1000;

/// Maximum number of steps between ticks.
const MOST_STEPS: i64 = 6;

/// The largest amount that an axis shows.
const FARTHEST: i64 = 100_000_000_000_000_000;

/// An axis in units of the currency, from a round number to a round number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// Where it begins.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// From tick to tick: 1, 2 or 5 times a power of ten.
    pub step: i64,
}

impl Axis {
    /// The shortest axis that holds both amounts with at most six steps.
    #[must_use]
    pub fn over(least: i64, most: i64) -> Self {
        let least = least.clamp(-FARTHEST, FARTHEST);
        let most = most.clamp(least, FARTHEST);
        let mut step = 1;
        let mut next = [2, 5, 10].into_iter().cycle();
        let mut power = 1;
        loop {
            let (from, to) = (least.div_euclid(step) * step, -(-most).div_euclid(step) * step);
            if to - from <= MOST_STEPS * step {
                // Two equal amounts still have a length.
                return Self { from, to: to.max(from + step), step };
            }
            let factor = next.next().unwrap_or(10);
            step = factor * power;
            if factor == 10 {
                power = step;
            }
        }
    }

    /// The amounts at the ticks, ascending, both ends among them.
    #[must_use]
    pub fn ticks(self) -> Vec<i64> {
        (0..=(self.to - self.from) / self.step).map(|n| self.from + n * self.step).collect()
    }

    /// Where an amount lies, from 0 to [`LENGTH`]; amounts outside lie at the ends.
    #[must_use]
    pub fn place(self, amount: i64) -> u16 {
        let share = (amount.clamp(self.from, self.to) - self.from) as f64 / (self.to - self.from) as f64;
        (share * f64::from(LENGTH) + 0.5).floor() as u16
    }
}

/// Three ranges on one axis that begins at 0, so that lengths can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlapChart {
    pub axis: Axis,
    /// Places of the 10th, 50th and 90th percentile.
    pub ranges: PerAlternative<[u16; 3]>,
    /// Whether the two overlap, in the order of [`PAIRS`].
    pub overlaps: [bool; 3],
}

impl OverlapChart {
    /// The chart of the amounts that are shown; see [`CostStudy::shown`](super::CostStudy::shown).
    #[must_use]
    pub fn of(shown: &PerAlternative<[i64; 3]>) -> Self {
        let axis = Axis::over(0, shown.iter().map(|range| range[2]).max().unwrap_or(0));
        let overlap = |(a, b): (Alternative, Alternative)| {
            let (a, b) = (shown[a.index()], shown[b.index()]);
            a[0] <= b[2] && b[0] <= a[2]
        };
        Self { axis, ranges: shown.map(|range| range.map(|amount| axis.place(amount))), overlaps: PAIRS.map(overlap) }
    }
}

/// Bars of what drives the gap on one axis; 0 is on it, where both models cost the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DriverChart {
    pub axis: Axis,
    /// Place of the gap at the likely values.
    pub likely: u16,
    /// Places of the gap at low and at high, in the order of the inputs of [`Drivers`].
    pub bars: Vec<[u16; 2]>,
}

impl DriverChart {
    /// The chart of the inputs that are shown.
    #[must_use]
    pub fn of(drivers: &Drivers) -> Self {
        let (mut least, mut most) = (drivers.likely.min(0), drivers.likely.max(0));
        for amount in drivers.inputs.iter().flat_map(|driver| driver.gap) {
            (least, most) = (least.min(amount), most.max(amount));
        }
        let axis = Axis::over(least, most);
        let bars = drivers.inputs.iter().map(|driver| driver.gap.map(|amount| axis.place(amount))).collect();
        Self { axis, likely: axis.place(drivers.likely), bars }
    }
}
