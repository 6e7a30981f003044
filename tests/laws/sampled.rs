//! Laws of cached samples: other priorities yield the same result as sampling again.

use assessment::Assessment;
use decision::{
    evaluation::{Evaluation, Sampled},
    response::{Priorities, Reading},
};
use proptest::prelude::*;
use report::evaluation_json;

use super::answers::{config, priorities, responses};

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn cached_samples_yield_the_same_evaluation_bit_for_bit(
        responses in responses(), one in priorities(), other in priorities()
    ) {
        let reading = Reading::of(Assessment::standard(), &responses);
        let sampled = Sampled::of(Assessment::standard(), reading.clone());
        // Includes the default and repeats one: earlier ratings leave no trace.
        for priorities in [&one, &other, &Priorities::new(Assessment::standard()), &one] {
            let kept = sampled.evaluate(Assessment::standard(), priorities);
            let fresh = Evaluation::of_reading(Assessment::standard(), reading.clone(), priorities.clone());
            prop_assert_eq!(bits(&kept), bits(&fresh));
        }
    }

    #[test]
    fn cached_samples_yield_the_same_document(responses in responses(), one in priorities(), other in priorities()) {
        let reading = Reading::of(Assessment::standard(), &responses);
        let sampled = Sampled::of(Assessment::standard(), reading.clone());
        for priorities in [one, other] {
            let kept = sampled.evaluate(Assessment::standard(), &priorities);
            let fresh = Evaluation::of_reading(Assessment::standard(), reading.clone(), priorities);
            prop_assert_eq!(document(&kept), document(&fresh));
        }
    }

    #[test]
    fn samples_identify_their_answers(responses in responses()) {
        let reading = Reading::of(Assessment::standard(), &responses);
        let sampled = Sampled::of(Assessment::standard(), reading.clone());
        prop_assert_eq!(sampled.reading(), &reading);
    }
}

/// Every field, with enough digits to identify each number exactly.
fn bits(evaluation: &Evaluation) -> String {
    format!("{evaluation:?}")
}

fn document(evaluation: &Evaluation) -> String {
    serde_json::to_string(&evaluation_json(Assessment::standard(), evaluation)).unwrap()
}
