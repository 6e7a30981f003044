//! Dimension by dimension: which model each person's answers point to, and how much the dimension counts for each.

use super::Compared;
use crate::{
    evaluation::{Evaluation, ValueModel, add, best, is_answered},
    response::Rating,
};
use assessment::{ALTERNATIVES, Alternative, Assessment, DimensionId, ItemId, PerAlternative};

/// Least lead inside a dimension that counts as pointing to a model, as evidence: one level (0.25) on a fifth of the
/// dimension.
const LEAST_LEAD: f64 = 0.05;

/// Steps between ratings that count as a disagreement.
const APART: u8 = 2;

/// Whether the answers inside a dimension point the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointing {
    /// Two people or more point to a model, and all of them to the same.
    Same,
    /// Two people point to different models.
    Apart,
    /// Fewer than two point to a model.
    Open,
}

/// One dimension. Lists are by person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionView {
    pub dimension: DimensionId,
    /// The model that the person's answers point to: the one with the largest sum of the evidence of the answered items,
    /// each by its share in the dimension. The fixed profiles, which are the same for everybody, are left out, and so is the
    /// weight of the dimension. `None` if nothing is answered, or if the next model is less than 0.05 behind.
    pub points_to: Vec<Option<Alternative>>,
    /// Whether they point the same way.
    pub pointing: Pointing,
    /// How much the dimension counts for the person.
    pub ratings: Vec<Rating>,
    /// Steps between the lowest and the highest rating, 0 to 3.
    pub steps: u8,
}

impl DimensionView {
    /// Every dimension, in model order.
    pub(super) fn of_all(assessment: &Assessment, people: &[Compared]) -> Vec<Self> {
        let model = ValueModel::new(assessment);
        (0..assessment.dimensions.len())
            .map(|n| Self::of(assessment, &model, people, DimensionId::from_index(n)))
            .collect()
    }

    fn of(assessment: &Assessment, model: &ValueModel, people: &[Compared], dimension: DimensionId) -> Self {
        let points_to: Vec<Option<Alternative>> =
            people.iter().map(|person| points_to(assessment, model, &person.evaluation, dimension)).collect();
        let mut named = points_to.iter().flatten();
        let pointing = match (named.next(), named.clone().next()) {
            (Some(first), Some(_)) if named.all(|other| other == first) => Pointing::Same,
            (Some(_), Some(_)) => Pointing::Apart,
            _ => Pointing::Open,
        };
        let ratings: Vec<Rating> = people.iter().map(|person| person.evaluation.priorities.get(dimension)).collect();
        let numbers = || ratings.iter().map(|rating| rating.number());
        let steps = numbers().max().unwrap_or(0) - numbers().min().unwrap_or(0);
        Self { dimension, points_to, pointing, ratings, steps }
    }

    /// Whether the ratings are two or more steps apart, such as "normal" and "decisive".
    #[must_use]
    pub const fn is_weighed_apart(&self) -> bool {
        self.steps >= APART
    }
}

fn points_to(
    assessment: &Assessment,
    model: &ValueModel,
    evaluation: &Evaluation,
    dimension: DimensionId,
) -> Option<Alternative> {
    let mut sum: PerAlternative<f64> = [0.0; ALTERNATIVES];
    for (n, item) in assessment.items.iter().enumerate() {
        if item.dimension == dimension && is_answered(item, &evaluation.reading) {
            let share = model.share(ItemId::from_index(n));
            sum = add(sum, evaluation.scores.evidence[n].map(|value| value * share));
        }
    }
    let first = best(&Alternative::ALL, &sum);
    let lead = |other: Alternative| sum[first.index()] - sum[other.index()];
    first.others().into_iter().all(|other| lead(other) >= LEAST_LEAD).then_some(first)
}
