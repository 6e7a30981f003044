//! Laws of the operator's factors: neutral ones change nothing, others change the weights and what depends on them.

use assessment::{Assessment, DimensionId};
use decision::{
    evaluation::{Evaluation, Factors, Sampled},
    explanation::contributions,
    response::{Priorities, Reading, ResponseSet},
};
use proptest::prelude::*;
use report::evaluation_json;

use super::answers::{config, dimension, priorities, responses};

pub fn factors() -> impl Strategy<Value = Factors> {
    proptest::collection::vec(50..=200_u8, Assessment::standard().dimensions.len()).prop_map(|hundredths| {
        let mut factors = Factors::new(Assessment::standard());
        for (n, factor) in hundredths.into_iter().enumerate() {
            let dimension = DimensionId::from_index(n);
            assert!(factors.set(Assessment::standard(), dimension, f64::from(factor) / 100.0));
        }
        factors
    })
}

fn under(responses: &ResponseSet, priorities: &Priorities, factors: &Factors) -> Evaluation {
    let assessment = Assessment::standard();
    let reading = Reading::of(assessment, responses);
    Evaluation::with_factors(assessment, reading, priorities.clone(), factors.clone())
}

fn document(evaluation: &Evaluation) -> String {
    serde_json::to_string(&evaluation_json(Assessment::standard(), evaluation)).unwrap()
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn factors_of_one_change_nothing(responses in responses(), priorities in priorities()) {
        let assessment = Assessment::standard();
        let without = Evaluation::of(assessment, &responses, &priorities);
        let with = under(&responses, &priorities, &Factors::new(assessment));
        prop_assert_eq!(document(&with), document(&without));
    }

    #[test]
    fn cached_samples_yield_the_same_document_with_factors(
        responses in responses(), priorities in priorities(), factors in factors()
    ) {
        let assessment = Assessment::standard();
        let sampled = Sampled::with_factors(assessment, Reading::of(assessment, &responses), factors.clone());
        let kept = sampled.evaluate(assessment, &priorities);
        prop_assert_eq!(document(&kept), document(&under(&responses, &priorities, &factors)));
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn weights_with_factors_add_up_to_one_and_contributions_to_the_gap(
        responses in responses(), priorities in priorities(), factors in factors()
    ) {
        let evaluation = under(&responses, &priorities, &factors);
        prop_assert!((evaluation.scores.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let parts = contributions(Assessment::standard(), &evaluation, evaluation.leader, evaluation.runner_up);
        prop_assert!((parts.iter().sum::<f64>() - evaluation.gap()).abs() < 1e-12);
    }

    #[test]
    fn raising_a_factor_never_lowers_the_weight_of_its_dimension(
        responses in responses(), priorities in priorities(), factors in factors(), dimension in dimension()
    ) {
        let mut raised = factors.clone();
        prop_assert!(raised.set(Assessment::standard(), dimension, 2.0));
        let weight = |factors| under(&responses, &priorities, factors).scores.weight(dimension);
        prop_assert!(weight(&raised) >= weight(&factors) - 1e-12);
    }

    #[test]
    fn a_factor_out_of_bounds_is_rejected(dimension in dimension(), factor in proptest::num::f64::ANY) {
        let assessment = Assessment::standard();
        let mut factors = Factors::new(assessment);
        let is_set = factors.set(assessment, dimension, factor);
        prop_assert_eq!(is_set, (0.5..=2.0).contains(&factor));
        prop_assert_eq!(factors.numbers()[dimension.index()], if is_set { factor } else { 1.0 });
    }
}
