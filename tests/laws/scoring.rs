//! Laws of the exact parts: contributions, weights, evidence.

use assessment::{Alternative, Assessment, ItemId};
use decision::{
    evaluation::ValueModel,
    explanation::contributions,
    response::{Rating, Reading, Response},
};
use proptest::prelude::*;
use report::evaluation_json;

use super::answers::{config, dimension, evaluation, priorities, question, responses, scores};

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn raising_a_priority_never_lowers_the_central_weight_of_its_dimension(
        responses in responses(), priorities in priorities(), dimension in dimension()
    ) {
        let before = scores(&responses, &priorities).weight(dimension);
        let mut raised = priorities.clone();
        let rating = priorities.get(dimension).number();
        raised.set(dimension, Rating::from_number(rating + 1).unwrap_or(Rating::Decisive));
        prop_assert!(scores(&responses, &raised).weight(dimension) >= before - 1e-12);
    }

    #[test]
    fn central_weights_add_up_to_one(responses in responses(), priorities in priorities()) {
        let sum: f64 = scores(&responses, &priorities).weights.iter().sum();
        prop_assert!((sum - 1.0).abs() < 1e-12);
    }

    #[test]
    fn dimensions_add_up_to_the_score(responses in responses(), priorities in priorities()) {
        let scores = scores(&responses, &priorities);
        for alternative in Alternative::ALL.map(Alternative::index) {
            let sum: f64 = scores.weights.iter().zip(&scores.by_dimension).map(|(w, v)| w * v[alternative]).sum();
            prop_assert!((sum - scores.total[alternative]).abs() < 1e-12);
        }
    }

    #[test]
    fn an_unanswered_item_contributes_exactly_zero_evidence(responses in responses()) {
        let assessment = Assessment::standard();
        let reading = Reading::of(assessment, &responses);
        let model = ValueModel::new(assessment);
        for (n, item) in assessment.items.iter().enumerate().filter(|(_, item)| !item.is_profile()) {
            if item.questions().all(|question| reading.get(question).is_none()) {
                let evidence = model.evidence(assessment, ItemId::from_index(n), &reading);
                prop_assert_eq!(evidence, [0.0; 3], "{}", item.id);
            }
        }
    }

    #[test]
    fn evidence_and_scores_stay_within_one(responses in responses(), priorities in priorities()) {
        let scores = scores(&responses, &priorities);
        prop_assert!(scores.evidence.iter().chain([&scores.total]).flatten().all(|x| x.abs() <= 1.0));
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn contributions_add_up_to_the_gap(responses in responses(), priorities in priorities()) {
        let evaluation = evaluation(&responses, &priorities);
        let assessment = Assessment::standard();
        let sum: f64 = contributions(assessment, &evaluation, evaluation.leader, evaluation.runner_up).iter().sum();
        prop_assert!((sum - evaluation.gap()).abs() < 1e-12);
    }

    #[test]
    fn swapping_two_models_negates_their_contributions(
        responses in responses(), priorities in priorities()
    ) {
        let evaluation = evaluation(&responses, &priorities);
        let (leader, runner_up) = (evaluation.leader, evaluation.runner_up);
        let assessment = Assessment::standard();
        let there = contributions(assessment, &evaluation, leader, runner_up);
        let back = contributions(assessment, &evaluation, runner_up, leader);
        prop_assert!(there.iter().zip(&back).all(|(a, b)| *a == -b));
    }

    #[test]
    fn not_sure_counts_like_no_answer(
        responses in responses(), priorities in priorities(), question in question()
    ) {
        let assessment = Assessment::standard();
        let mut open = responses.clone();
        open.set(question, None);
        let mut unsure = responses;
        unsure.set(question, Some(Response::NotSure));
        prop_assert_eq!(Reading::of(assessment, &open), Reading::of(assessment, &unsure));
        let text = |responses| {
            serde_json::to_string(&evaluation_json(assessment, &evaluation(responses, &priorities))).unwrap()
        };
        prop_assert_eq!(text(&open), text(&unsure));
    }

    #[test]
    fn the_same_answers_produce_the_same_bytes(responses in responses(), priorities in priorities()) {
        let text = || {
            let outcome = evaluation_json(Assessment::standard(), &evaluation(&responses, &priorities));
            serde_json::to_string(&outcome).unwrap()
        };
        prop_assert_eq!(text(), text());
    }
}
