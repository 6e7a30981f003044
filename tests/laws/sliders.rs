//! Laws of the weight sliders: scores and leader at any weight of one dimension.

use assessment::{Alternative, Assessment, DimensionId, PerAlternative};
use decision::{
    evaluation::Evaluation,
    explanation::{DimensionSlider, scores_at, sliders},
    response::{Priorities, Rating},
};
use mcda::comparison::best_of;
use proptest::prelude::*;

use super::answers::{config, evaluation, priorities, responses};

/// Rounding error of scores.
const ROUNDING: f64 = 1e-9;

/// A weight this close to a breakpoint counts as equal to it.
const NEAR: f64 = 1e-6;

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn the_scores_at_the_current_weight_match_the_result(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        for slider in all_of(&evaluation) {
            if let Some(scores) = scores_at(&evaluation, slider.dimension, slider.now) {
                prop_assert!(are_equal(&scores, &evaluation.scores.total), "{:?}", slider.dimension);
            }
        }
    }

    #[test]
    fn other_dimensions_keep_their_proportions_at_any_weight(
        responses in responses(), priorities in priorities(), weight in 0.0..=1.0
    ) {
        let evaluation = evaluation(&responses, &priorities);
        for slider in all_of(&evaluation) {
            if let Some(scores) = scores_at(&evaluation, slider.dimension, weight) {
                let expected = from_scratch(&evaluation, slider.dimension, weight);
                prop_assert!(are_equal(&scores, &expected), "{:?}", slider.dimension);
            }
        }
    }

    #[test]
    fn a_dimension_with_all_the_weight_decides_the_scores(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        for slider in all_of(&evaluation) {
            if let Some(scores) = scores_at(&evaluation, slider.dimension, 1.0) {
                prop_assert!(are_equal(&scores, &evaluation.scores.by_dimension[slider.dimension.index()]));
            }
        }
    }

    #[test]
    fn away_from_breakpoints_the_leader_is_the_best_workable_model(
        responses in responses(), priorities in priorities(), weight in 0.0..=1.0
    ) {
        let evaluation = evaluation(&responses, &priorities);
        for slider in all_of(&evaluation) {
            if let Some(scores) = scores_at(&evaluation, slider.dimension, weight)
                && slider.breakpoints.iter().all(|(at, ..)| (at - weight).abs() > NEAR)
            {
                prop_assert_eq!(slider.leader_at(weight), best(&evaluation, &scores), "{:?}", slider);
            }
        }
    }

    #[test]
    fn the_leader_at_the_current_weight_is_the_central_leader(
        responses in responses(), priorities in priorities()
    ) {
        let evaluation = evaluation(&responses, &priorities);
        for slider in all_of(&evaluation) {
            let is_apart = slider.breakpoints.iter().all(|(at, ..)| (at - slider.now).abs() > NEAR);
            if slider.at_0.is_some() && slider.now > NEAR && is_apart {
                prop_assert_eq!(slider.leader_at(slider.now), Some(evaluation.central_leader));
            }
        }
    }

    #[test]
    fn the_leaders_on_both_sides_of_a_breakpoint_are_tied_for_first(
        responses in responses(), priorities in priorities()
    ) {
        let evaluation = evaluation(&responses, &priorities);
        for slider in all_of(&evaluation) {
            for (at, before, after) in &slider.breakpoints {
                let scores = scores_at(&evaluation, slider.dimension, *at).unwrap();
                prop_assert!((scores[before.index()] - scores[after.index()]).abs() < ROUNDING);
                prop_assert!(leads(&evaluation, &scores, *before));
            }
        }
    }

    #[test]
    fn the_lower_leader_still_leads_at_the_breakpoint(responses in responses(), priorities in priorities()) {
        for slider in all_of(&evaluation(&responses, &priorities)) {
            for (at, before, after) in &slider.breakpoints {
                prop_assert_eq!(slider.leader_at(*at), Some(*before));
                prop_assert_eq!(slider.leader_at(at + f64::EPSILON), Some(*after));
            }
        }
    }

    #[test]
    fn the_ends_of_a_slider_have_the_leaders_it_names(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        for slider in all_of(&evaluation) {
            prop_assert_eq!(slider.leader_at(0.0), slider.at_0);
            if let (Some(at_0), Some(scores)) = (slider.at_0, scores_at(&evaluation, slider.dimension, 0.0)) {
                prop_assert!(leads(&evaluation, &scores, at_0));
                prop_assert_eq!(slider.leader_at(1.0), Some(slider.at_1));
            }
            let alone = evaluation.scores.by_dimension[slider.dimension.index()];
            prop_assert!(leads(&evaluation, &alone, slider.at_1));
        }
    }

    #[test]
    fn consecutive_breakpoints_share_a_leader(responses in responses(), priorities in priorities()) {
        for slider in all_of(&evaluation(&responses, &priorities)) {
            let mut leader = slider.at_0;
            for (at, before, after) in &slider.breakpoints {
                prop_assert!((0.0..=1.0).contains(at));
                prop_assert_eq!(leader, Some(*before));
                prop_assert_ne!(before, after);
                leader = Some(*after);
            }
            prop_assert!(slider.breakpoints.is_sorted_by(|a, b| a.0 < b.0));
            prop_assert!(leader.is_none_or(|last| last == slider.at_1));
        }
    }

    #[test]
    fn a_model_that_is_ruled_out_leads_at_no_weight(
        responses in responses(), priorities in priorities(), weight in 0.0..=1.0
    ) {
        let evaluation = evaluation(&responses, &priorities);
        let viable = evaluation.gates.viable();
        for slider in all_of(&evaluation) {
            prop_assert!(viable.contains(&slider.at_1));
            prop_assert!(slider.leader_at(weight).is_none_or(|leader| viable.contains(&leader)));
        }
    }

    #[test]
    fn each_dimension_has_one_slider_at_its_weight(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        let now: Vec<f64> = all_of(&evaluation).iter().map(|slider| slider.now).collect();
        prop_assert_eq!(&now, &evaluation.scores.weights);
        let dimensions = (0..now.len()).map(DimensionId::from_index);
        prop_assert!(all_of(&evaluation).iter().map(|slider| slider.dimension).eq(dimensions));
    }

    #[test]
    fn a_dimension_with_all_the_weight_has_no_outcome_at_other_weights(
        responses in responses(), weight in 0.0..=1.0
    ) {
        let count = Assessment::standard().dimensions.len();
        for alone in (0..count).map(DimensionId::from_index) {
            let evaluation = evaluation(&responses, &only(alone));
            let slider = &all_of(&evaluation)[alone.index()];
            prop_assert_eq!(scores_at(&evaluation, alone, weight), None);
            prop_assert_eq!((slider.at_0, slider.leader_at(weight)), (None, None));
            prop_assert_eq!(slider.at_1, evaluation.central_leader);
        }
    }
}

fn all_of(evaluation: &Evaluation) -> Vec<DimensionSlider> {
    sliders(Assessment::standard(), evaluation)
}

fn best(evaluation: &Evaluation, scores: &PerAlternative<f64>) -> Option<Alternative> {
    let viable: Vec<usize> = evaluation.gates.viable().into_iter().map(Alternative::index).collect();
    best_of(&viable, scores).map(Alternative::from_index)
}

/// Whether no workable model has a higher score.
fn leads(evaluation: &Evaluation, scores: &PerAlternative<f64>, leader: Alternative) -> bool {
    evaluation.gates.viable().into_iter().all(|a| scores[a.index()] <= scores[leader.index()] + ROUNDING)
}

/// The weighted sum over all dimensions: one has this weight, the others share the rest in proportion.
fn from_scratch(evaluation: &Evaluation, dimension: DimensionId, weight: f64) -> PerAlternative<f64> {
    let scores = &evaluation.scores;
    let others: f64 = 1.0 - scores.weight(dimension);
    let mut sum = [0.0; 3];
    for (k, (now, values)) in scores.weights.iter().zip(&scores.by_dimension).enumerate() {
        let share = if k == dimension.index() { weight } else { now / others * (1.0 - weight) };
        sum = core::array::from_fn(|a| sum[a] + share * values[a]);
    }
    sum
}

fn are_equal(a: &PerAlternative<f64>, b: &PerAlternative<f64>) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() < ROUNDING)
}

/// Only one dimension counts.
fn only(dimension: DimensionId) -> Priorities {
    let assessment = Assessment::standard();
    let mut priorities = Priorities::new(assessment);
    for other in (0..assessment.dimensions.len()).map(DimensionId::from_index).filter(|other| *other != dimension) {
        priorities.set(other, Rating::NotAFactor);
    }
    priorities
}
