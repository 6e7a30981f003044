//! How the result depends on the weight of each dimension.

use assessment::{Alternative, Assessment, DimensionId, PerAlternative};

use crate::evaluation::Evaluation;
use mcda::slider::{Slider, leaders_by_weight};

/// Where leader and runner-up change places as one dimension's weight moves and the others keep their proportions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SwitchOver {
    pub dimension: DimensionId,
    /// Its central weight now, 0 to 1.
    pub now: f64,
    /// The weight at which they change places; `None` if no weight does it.
    pub at: Option<f64>,
    /// Lead of the leader inside the dimension.
    pub gap: f64,
}

/// The switch-over weight of each dimension, leader over runner-up, in model order.
#[must_use]
pub fn switch_overs(evaluation: &Evaluation) -> Vec<SwitchOver> {
    let (leader, runner_up) = (evaluation.leader.index(), evaluation.runner_up.index());
    let scores = &evaluation.scores;
    let gaps: Vec<f64> = scores.by_dimension.iter().map(|v| v[leader] - v[runner_up]).collect();
    (0..gaps.len())
        .map(|k| SwitchOver {
            dimension: DimensionId::from_index(k),
            now: scores.weights[k],
            at: mcda::switchover::switch_over_weight(&gaps, &scores.weights, k),
            gap: gaps[k],
        })
        .collect()
}

/// Who leads as one dimension's weight moves from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionSlider {
    pub dimension: DimensionId,
    /// Its central weight now, 0 to 1.
    pub now: f64,
    /// The leader at weight 0; `None` if the dimension has all the weight.
    pub at_0: Option<Alternative>,
    /// The leader at weight 1.
    pub at_1: Alternative,
    /// Weight, leader below it, leader above it; ascending.
    pub breakpoints: Vec<(f64, Alternative, Alternative)>,
}

/// The slider of each dimension over the viable alternatives, in model order.
#[must_use]
pub fn sliders(assessment: &Assessment, evaluation: &Evaluation) -> Vec<DimensionSlider> {
    let values: Vec<Vec<f64>> = evaluation.scores.by_dimension.iter().map(|v| v.to_vec()).collect();
    let viable: Vec<usize> = evaluation.gates.viable().iter().map(|a| a.index()).collect();
    (0..assessment.dimensions.len())
        .filter_map(|k| {
            let Slider { now, at_0, at_1, breakpoints } =
                leaders_by_weight(&values, &evaluation.scores.weights, k, &viable)?;
            Some(DimensionSlider {
                dimension: DimensionId::from_index(k),
                now,
                at_0: at_0.map(Alternative::from_index),
                at_1: Alternative::from_index(at_1),
                breakpoints: breakpoints
                    .iter()
                    .map(|b| (b.weight, Alternative::from_index(b.before), Alternative::from_index(b.after)))
                    .collect(),
            })
        })
        .collect()
}

impl DimensionSlider {
    /// The leader at a weight from 0 to 1; `None` if the dimension has all the weight now.
    #[must_use]
    pub fn leader_at(&self, weight: f64) -> Option<Alternative> {
        let passed = self.breakpoints.iter().take_while(|(at, ..)| *at < weight).last();
        passed.map(|(_, _, after)| *after).or(self.at_0)
    }
}

/// The score of each alternative when a dimension has a weight from 0 to 1 and the others keep their proportions; none where
/// the dimension has all the weight now.
#[must_use]
pub fn scores_at(evaluation: &Evaluation, dimension: DimensionId, weight: f64) -> Option<PerAlternative<f64>> {
    let scores = &evaluation.scores;
    let (now, inside) = (scores.weight(dimension), scores.by_dimension[dimension.index()]);
    (!mcda::switchover::has_all_weight(now)).then(|| {
        core::array::from_fn(|a| {
            let rest = (scores.total[a] - now * inside[a]) / (1.0 - now);
            weight * inside[a] + (1.0 - weight) * rest
        })
    })
}
