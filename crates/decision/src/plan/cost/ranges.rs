//! Ranges of the three totals.

use assessment::{Alternative, Assessment, PerAlternative};

/// The results of the draws.
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
    /// The model that is cheapest in enough draws; `None` if cost does not decide.
    #[must_use]
    pub fn cheapest(&self, assessment: &Assessment) -> Option<Alternative> {
        Alternative::ALL.into_iter().find(|a| self.cheapest_share[a.index()] >= assessment.cost.cheapest_threshold)
    }
}
