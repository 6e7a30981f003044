//! The simulation, in one pass: one uniform per input in a draw, shared by the three models, so that dragging a figure
//! needs a single pass.
//!
//! ```
//! use assessment::Assessment;
//! use decision::plan::cost::{CostInputs, CostStudy, View};
//! use decision::response::{Reading, ResponseSet};
//!
//! let assessment = Assessment::standard();
//! let inputs = CostInputs::of(assessment, &Reading::of(assessment, &ResponseSet::new(assessment)), &[]);
//! let study = CostStudy::of(assessment, &inputs);
//! assert_eq!(study.shown(View::default())[0], [660_000, 830_000, 1_000_000]);
//! assert_eq!(study.cheapest_of_100(), [4, 87, 9]);
//! ```

use super::{
    BreakEvenRange, CostInputs, CostRanges, headcounts::Headcounts, rounding::of_100, totals, totals::YEARS,
    two_significant,
};
use assessment::{ALTERNATIVES, Alternative, Assessment, PerAlternative, named::input};
use mcda::{percentile, random::SplitMix64, triangular::Triangular};

/// The percentiles that are shown: of 100 draws, 80 lie between the first and the last.
const SHOWN: [f64; 3] = [0.1, 0.5, 0.9];

/// The time that figures cover.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Period {
    /// All three years, including one-time costs.
    #[default]
    ThreeYears,
    /// A third of that.
    Year,
}

/// What figures are of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Basis {
    /// The whole organization.
    #[default]
    Total,
    PerUser,
}

/// How the ranges are looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct View {
    /// The time.
    pub period: Period,
    /// Of what.
    pub basis: Basis,
}

impl View {
    /// All four.
    pub const ALL: [Self; 4] = [
        Self { period: Period::ThreeYears, basis: Basis::Total },
        Self { period: Period::Year, basis: Basis::Total },
        Self { period: Period::ThreeYears, basis: Basis::PerUser },
        Self { period: Period::Year, basis: Basis::PerUser },
    ];
}

/// The results of the draws, unrounded.
#[derive(Debug, Clone, PartialEq)]
pub struct CostStudy {
    /// Ranges over three years and shares.
    pub ranges: CostRanges,
    /// 10th, 50th and 90th percentile of each three-year total over the users of the same draw.
    pub per_user: PerAlternative<[f64; 3]>,
    /// Draws in which each model is cheapest; a tie goes to the first.
    pub cheapest: PerAlternative<u32>,
    /// Where two models cost the same, in the order of [`PAIRS`](super::PAIRS).
    pub break_even: [BreakEvenRange; 3],
}

impl CostStudy {
    /// Draws from the inputs.
    #[must_use]
    pub fn of(assessment: &Assessment, inputs: &CostInputs) -> Self {
        let model = &assessment.cost;
        let uniforms = SplitMix64::new(model.seed);
        let distributions: Vec<Triangular> = inputs
            .ranges()
            .iter()
            .filter_map(|range| {
                let [low, likely, high] = range.values();
                Triangular::new(low, likely, high).ok()
            })
            .collect();
        let count = distributions.len();
        let empty = || -> PerAlternative<Vec<f64>> { core::array::from_fn(|_| Vec::with_capacity(model.samples)) };
        let (mut drawn, mut per_user) = (empty(), empty());
        let mut cheapest = [0_u32; ALTERNATIVES];
        let mut headcounts = Headcounts::new(assessment, inputs);
        let (mut units, mut values) = (vec![0.0; count], vec![0.0; count]);
        for draw in 0..model.samples {
            for (n, distribution) in distributions.iter().enumerate() {
                units[n] = uniforms.unit_at((draw * count + n) as u64);
                values[n] = distribution.quantile(units[n]);
            }
            let total = totals(&values);
            // Nobody has less than one user; a range that was not checked must not divide by zero.
            let users = values[input::USERS.index()].max(1.0);
            let mut least = 0;
            for n in 0..ALTERNATIVES {
                drawn[n].push(total[n]);
                per_user[n].push(total[n] / users);
                if total[n] < total[least] {
                    least = n;
                }
            }
            cheapest[least] += 1;
            headcounts.add(&units, &values);
        }
        Self {
            ranges: CostRanges {
                likely: totals(&inputs.likely()),
                percentiles: drawn.map(percentiles),
                cheapest_share: cheapest.map(|n| f64::from(n) / model.samples as f64),
            },
            per_user: per_user.map(percentiles),
            cheapest,
            break_even: headcounts.ranges(),
        }
    }

    /// 10th, 50th and 90th percentile of each model in whole units of the currency, with two significant digits.
    #[must_use]
    pub fn shown(&self, view: View) -> PerAlternative<[i64; 3]> {
        let of = match view.basis {
            Basis::Total => &self.ranges.percentiles,
            Basis::PerUser => &self.per_user,
        };
        let years = match view.period {
            Period::ThreeYears => 1.0,
            Period::Year => YEARS,
        };
        of.map(|range| range.map(|value| two_significant(value / years)))
    }

    /// Shares of the draws in which each model is cheapest, as whole numbers that add up to 100.
    #[must_use]
    pub fn cheapest_of_100(&self) -> PerAlternative<u8> {
        of_100(self.cheapest)
    }

    /// The leader and the runner-up by cost: the model that is cheapest in most draws, and of the others the one with the
    /// lower median. Ties fall to the first.
    #[must_use]
    pub fn front(&self) -> (Alternative, Alternative) {
        let [first, second, third] = Alternative::ALL;
        let more =
            |a: Alternative, b: Alternative| if self.cheapest[b.index()] > self.cheapest[a.index()] { b } else { a };
        let leader = more(more(first, second), third);
        let [a, b] = leader.others();
        let median = |model: Alternative| self.ranges.percentiles[model.index()][1];
        (leader, if median(b) < median(a) { b } else { a })
    }
}

/// The percentiles that are shown.
pub(super) fn percentiles(mut values: Vec<f64>) -> [f64; 3] {
    let found = percentile::of_unsorted(&mut values, &SHOWN).unwrap_or_default();
    core::array::from_fn(|n| found.get(n).copied().unwrap_or_default())
}
