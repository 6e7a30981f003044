//! Central scores: the weighted sum under the middle of all weightings that agree with the priorities.

use super::{Evidence, Factors, ValueModel, add};
use crate::response::{Priorities, Reading};
use assessment::{ALTERNATIVES, Alternative, Assessment, DimensionId, ItemId, PerAlternative};

/// Evidence, weights and scores without uncertainty.
#[derive(Debug, Clone)]
pub struct Scores {
    /// Evidence of each item.
    pub evidence: Vec<Evidence>,
    /// Central weight of each dimension; they add up to 1.
    pub weights: Vec<f64>,
    /// Weight of each item in the whole: its share times the weight of its dimension.
    pub item_weights: Vec<f64>,
    /// Score of each alternative inside each dimension, not weighted by the dimension.
    pub by_dimension: Vec<PerAlternative<f64>>,
    /// Score of each alternative, -1 to 1.
    pub total: PerAlternative<f64>,
}

impl Scores {
    /// Scores under the known answers.
    #[must_use]
    pub fn of(assessment: &Assessment, model: &ValueModel, reading: &Reading, priorities: &Priorities) -> Self {
        Self::with_factors(assessment, model, reading, priorities, &Factors::new(assessment))
    }

    /// Scores under the known answers with the operator's factors on the weights.
    #[must_use]
    pub fn with_factors(
        assessment: &Assessment,
        model: &ValueModel,
        reading: &Reading,
        priorities: &Priorities,
        factors: &Factors,
    ) -> Self {
        let mut weights = mcda::weights::tier_weights(&priorities.numbers());
        mcda::weights::apply_factors(&mut weights, factors.numbers());
        let items = || (0..assessment.items.len()).map(ItemId::from_index);
        let evidence: Vec<Evidence> = items().map(|id| model.evidence(assessment, id, reading)).collect();
        let dimension = |id: ItemId| assessment.items[id.index()].dimension;
        let item_weights: Vec<f64> = items().map(|id| model.share(id) * weights[dimension(id).index()]).collect();
        let mut by_dimension = vec![[0.0; ALTERNATIVES]; assessment.dimensions.len()];
        let mut total = [0.0; ALTERNATIVES];
        for id in items() {
            let values = evidence[id.index()];
            let inside = &mut by_dimension[dimension(id).index()];
            *inside = add(*inside, values.map(|v| v * model.share(id)));
            total = add(total, values.map(|v| v * item_weights[id.index()]));
        }
        Self { evidence, weights, item_weights, by_dimension, total }
    }

    /// What an item adds to one alternative over another.
    #[must_use]
    pub fn contribution(&self, item: ItemId, of: Alternative, over: Alternative) -> f64 {
        let evidence = self.evidence[item.index()];
        self.item_weights[item.index()] * (evidence[of.index()] - evidence[over.index()])
    }

    /// Central weight of a dimension, 0 to 1.
    #[must_use]
    pub fn weight(&self, dimension: DimensionId) -> f64 {
        self.weights[dimension.index()]
    }
}
