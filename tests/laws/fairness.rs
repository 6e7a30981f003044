//! Laws of the report on what factors change: neutral ones change nothing, and every organization is counted once.

use assessment::{Alternative, Assessment, DimensionId};
use decision::{
    evaluation::Factors,
    fairness::{Fairness, ORGANIZATIONS},
};
use proptest::prelude::*;

use super::{answers::config, factors::factors};

fn fairness(factors: &Factors) -> Fairness {
    Fairness::of(Assessment::standard(), factors)
}

proptest! {
    #![proptest_config(config(4))]

    #[test]
    fn every_organization_has_one_model_first_and_the_same_factors_the_same_report(factors in factors()) {
        let found = fairness(&factors);
        for counts in [found.before, found.after] {
            prop_assert_eq!(counts.iter().sum::<usize>(), ORGANIZATIONS);
        }
        // A model that gains takes from the others.
        let gained = |n: usize| found.after[n].saturating_sub(found.before[n]);
        prop_assert!((0..3).map(gained).sum::<usize>() <= found.changed);
        prop_assert_eq!(fairness(&factors), found);
    }

    #[test]
    fn factors_that_are_all_equal_change_nothing(hundredths in 50..=200_u8) {
        let assessment = Assessment::standard();
        let mut factors = Factors::new(assessment);
        for dimension in 0..assessment.dimensions.len() {
            let dimension = DimensionId::from_index(dimension);
            prop_assert!(factors.set(assessment, dimension, f64::from(hundredths) / 100.0));
        }
        let found = fairness(&factors);
        prop_assert_eq!((found.before, found.changed), (found.after, 0));
    }
}

/// Counted once by a program in Python that shares only the content, and no code, with this project. The last two have the
/// most and the fewest first places of a model, of all combinations of 0.5 and 2.
#[test]
fn the_counts_match_those_of_a_separate_program() {
    let before = [3_252, 2_954, 3_794];
    for (numbers, after, changed) in [
        ([1.0, 1.0, 0.5, 1.0, 1.0, 1.0, 2.0], [3_093, 2_547, 4_360], 1_906),
        ([0.5, 2.0, 2.0, 0.5, 1.25, 1.0, 0.75], [3_409, 3_622, 2_969], 2_286),
        ([0.5, 2.0, 0.5, 2.0, 0.5, 0.5, 2.0], [3_162, 1_676, 5_162], 2_742),
        ([0.5, 0.5, 0.5, 2.0, 0.5, 0.5, 0.5], [3_533, 1_511, 4_956], 2_964),
    ] {
        let mut factors = Factors::new(Assessment::standard());
        for (n, factor) in numbers.into_iter().enumerate() {
            assert!(factors.set(Assessment::standard(), DimensionId::from_index(n), factor));
        }
        assert_eq!(fairness(&factors), Fairness { before, after, changed });
    }
}

#[test]
fn a_model_that_never_comes_first_anymore_is_unreachable() {
    let counts = Fairness { before: [5_000, 5_000, 0], after: [0, 10_000, 0], changed: 5_000 };
    assert_eq!(counts.unreachable().collect::<Vec<_>>(), [Alternative::InHouse]);
}
