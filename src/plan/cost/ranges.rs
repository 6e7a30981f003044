//! Ranges by sampling: one uniform per input in a draw, shared by the three models.

use super::{CostInputs, totals};
use crate::assessment::{ALTERNATIVES, Alternative, Assessment, PerAlternative};
use mcda::{percentile, random::SplitMix64, triangular::Triangular};

/// What the draws say.
#[derive(Debug, Clone, PartialEq)]
pub struct CostRanges {
    /// Totals at the likely values.
    pub likely: PerAlternative<f64>,
    /// 10th, 50th and 90th percentile of each total.
    pub percentiles: PerAlternative<[f64; 3]>,
    /// Share of the draws in which each model is cheapest, 0 to 1; a tie goes to the first.
    pub cheapest_share: PerAlternative<f64>,
}

impl CostRanges {
    /// The model that is cheapest in enough draws; none where cost does not decide.
    #[must_use]
    pub fn cheapest(&self, assessment: &Assessment) -> Option<Alternative> {
        Alternative::ALL.into_iter().find(|a| self.cheapest_share[a.index()] >= assessment.cost.cheapest_threshold)
    }
}

/// Ranges of the three totals.
#[must_use]
pub fn cost_ranges(assessment: &Assessment, inputs: &CostInputs) -> CostRanges {
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
    let mut drawn: PerAlternative<Vec<f64>> = [const { Vec::new() }; ALTERNATIVES];
    let mut cheapest = [0_u32; ALTERNATIVES];
    let mut values = vec![0.0; count];
    for draw in 0..model.samples {
        for (n, distribution) in distributions.iter().enumerate() {
            values[n] = distribution.quantile(uniforms.unit_at((draw * count + n) as u64));
        }
        let total = totals(&values);
        let mut least = 0;
        for n in 0..ALTERNATIVES {
            drawn[n].push(total[n]);
            if total[n] < total[least] {
                least = n;
            }
        }
        cheapest[least] += 1;
    }
    CostRanges {
        likely: totals(&inputs.likely()),
        percentiles: drawn.map(|mut totals| {
            let found = percentile::of_unsorted(&mut totals, &[0.1, 0.5, 0.9]).unwrap_or_default();
            core::array::from_fn(|n| found.get(n).copied().unwrap_or_default())
        }),
        cheapest_share: cheapest.map(|n| f64::from(n) / model.samples as f64),
    }
}
