//! Studies: exclusions, unknown variables, learning, and the same bits everywhere.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod figures;
mod sized_model;

use figures::assert_all_close;
use mcda::{
    Attribute, Condition, Exclusion, Learning, Model, ModelParts, Outcome, Performance, Sampling, Study, Tally,
    Variable, outcome_of, total_variation,
};
use sized_model::{USUAL, sized_model, with_known};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SAMPLING: Sampling = Sampling { samples: 2_048, seed: 20_260_114 };
const RATINGS: [u8; 7] = [3, 1, 2, 1, 0, 1, 2];
const PERCENTILES: [f64; 2] = [0.05, 0.95];

/// Three alternatives, each best on a criterion of its own, and one open variable with two states.
fn symmetric(exclusions: Vec<Exclusion>) -> Model {
    let best = |criterion: usize| Attribute {
        criterion,
        weight: 1.0,
        performance: Performance::Fixed((0..3).map(|a| f64::from(a == criterion)).collect()),
    };
    Model::new(ModelParts {
        alternatives: 3,
        criteria: 3,
        variables: vec![Variable::Unknown(vec![0, 1])],
        attributes: (0..3).map(best).collect(),
        exclusions,
        ..ModelParts::default()
    })
    .expect("a valid model")
}

fn exclude(alternative: usize, states: &[usize]) -> Exclusion {
    Exclusion { alternative, clauses: vec![vec![Condition::new(0, states)]] }
}

fn equal_ratings(model: &Model) -> mcda::Acceptability {
    Study::sample(model, SAMPLING).and_then(|study| study.acceptability(&[1, 1, 1])).expect("samples")
}

#[test]
fn an_excluded_alternative_is_last() {
    let result = equal_ratings(&symmetric(vec![exclude(1, &[0, 1])]));
    assert_eq!(result.ranks(1), [0.0, 0.0, 1.0]);
}

#[test]
fn first_shares_ignoring_exclusions_stay_as_they_were() {
    let (with, without) = (equal_ratings(&symmetric(vec![exclude(1, &[0, 1])])), equal_ratings(&symmetric(vec![])));
    assert_eq!(with.first_shares_ignoring_exclusions(), without.first_shares());
}

#[test]
fn an_always_excluded_alternative_has_no_regret_and_no_central_weights() {
    let result = equal_ratings(&symmetric(vec![exclude(1, &[0, 1])]));
    assert_eq!((result.regret(1), result.central_weights(1)), (None, None));
}

#[test]
fn an_exclusion_holds_only_in_the_samples_whose_state_it_names() {
    let result = equal_ratings(&symmetric(vec![exclude(1, &[0])]));
    let open = equal_ratings(&symmetric(vec![]));
    assert_all_close(&[result.first_shares()[1]], &[open.first_shares()[1] / 2.0], 0.04);
}

#[test]
fn if_all_are_excluded_none_is() {
    let all = (0..3).map(|alternative| exclude(alternative, &[0, 1])).collect();
    assert_eq!(equal_ratings(&symmetric(all)), equal_ratings(&symmetric(vec![])));
}

#[test]
fn a_clause_without_conditions_always_excludes() {
    let always = Exclusion { alternative: 2, clauses: vec![vec![]] };
    assert_eq!(equal_ratings(&symmetric(vec![always])).ranks(2)[2], 1.0);
}

#[test]
fn a_condition_without_states_never_holds() {
    assert_eq!(equal_ratings(&symmetric(vec![exclude(2, &[])])), equal_ratings(&symmetric(vec![])));
}

#[test]
fn all_conditions_of_a_clause_have_to_hold() {
    let contradiction = vec![Condition::new(0, &[0]), Condition::new(0, &[1])];
    let exclusion = Exclusion { alternative: 0, clauses: vec![contradiction] };
    assert_eq!(equal_ratings(&symmetric(vec![exclusion])), equal_ratings(&symmetric(vec![])));
}

#[test]
fn tied_alternatives_rank_in_their_order_and_win_against_none() {
    let mut parts = symmetric(vec![]).parts().clone();
    for attribute in &mut parts.attributes {
        attribute.performance = Performance::Fixed(vec![0.5; 3]);
    }
    let result = equal_ratings(&Model::new(parts).expect("a valid model"));
    assert_eq!(result.first_shares(), [1.0, 0.0, 0.0]);
    assert_eq!((result.wins(0, 1), result.wins(1, 0)), (0.0, 0.0));
}

#[test]
fn regret_is_the_mean_distance_from_the_best() {
    let mut tally = Tally::new(2, 1).expect("a supported size");
    tally.add(&[1.0, 0.5], &[], &[1.0]);
    tally.add(&[0.0, 0.25], &[], &[1.0]);
    tally.add(&[0.0, 8.0], &[1], &[1.0]);
    let result = tally.acceptability();
    assert_eq!((result.regret(0), result.regret(1)), (Some(0.25 / 3.0), Some(0.25)));
}

#[test]
fn an_empty_tally_has_no_shares() {
    let result = Tally::new(2, 1).expect("a supported size").acceptability();
    assert_eq!((result.samples(), result.first_shares()), (0, vec![0.0, 0.0]));
}

#[test]
fn streaming_gives_the_bits_of_a_study() {
    let model = sized_model(USUAL);
    for samples in [1, 63, 64, 1_000] {
        let sampling = Sampling { samples, ..SAMPLING };
        let kept = Study::sample(&model, sampling).and_then(|study| study.outcome(&RATINGS, &PERCENTILES));
        assert_eq!(outcome_of(&model, &RATINGS, sampling, &PERCENTILES), kept);
    }
}

#[test]
fn an_unknown_variable_with_one_state_is_known() {
    let known = with_known(&sized_model(USUAL), 10);
    let mut parts = known.parts().clone();
    for variable in &mut parts.variables[..10] {
        *variable = Variable::Unknown(vec![0]);
    }
    let single = Model::new(parts).expect("a valid model");
    assert_eq!(
        outcome_of(&known, &RATINGS, SAMPLING, &PERCENTILES),
        outcome_of(&single, &RATINGS, SAMPLING, &PERCENTILES),
    );
}

#[test]
fn learning_starts_from_the_shares_of_the_study() {
    let model = sized_model(USUAL);
    let study = Study::sample(&model, SAMPLING).and_then(|study| study.acceptability(&RATINGS)).expect("samples");
    let learning = Learning::sample(&model, &RATINGS, SAMPLING).expect("samples");
    assert_eq!(learning.first_shares(), study.first_shares());
}

#[test]
fn learning_gives_the_shares_of_a_study_of_the_changed_model() {
    let model = with_known(&sized_model(USUAL), 5);
    let learning = Learning::sample(&model, &RATINGS, SAMPLING).expect("samples");
    let changes = |variable: usize| {
        let states = model.parts().variables[variable].states();
        vec![
            vec![(variable, Variable::Known(1))],
            vec![(variable, Variable::Unknown(vec![1, 0]))],
            vec![(variable, Variable::Known(states[0])), ((variable + 1) % 24, Variable::Known(0))],
        ]
    };
    for changes in (0..USUAL.variables).flat_map(changes) {
        let mut parts = model.parts().clone();
        for (variable, definition) in &changes {
            parts.variables[*variable] = definition.clone();
        }
        let changed = Model::new(parts).expect("a valid model");
        let fresh = outcome_of(&changed, &RATINGS, SAMPLING, &[]).expect("samples").acceptability.first_shares();
        assert_eq!(learning.first_shares_with(&changes), Ok(fresh), "{changes:?}");
    }
}

#[test]
fn a_known_variable_has_nothing_to_learn() {
    let learning = Learning::sample(&with_known(&sized_model(USUAL), 1), &RATINGS, SAMPLING).expect("samples");
    assert_eq!(learning.value_of_learning(0), Ok(0.0));
}

#[test]
fn a_model_without_variables_has_no_change_to_make() {
    let mut parts = symmetric(vec![]).parts().clone();
    parts.variables.clear();
    let model = Model::new(parts).expect("a valid model");
    let learning = Learning::sample(&model, &[1, 1, 1], SAMPLING).expect("samples");
    assert_eq!(learning.first_shares_with(&[]), Ok(learning.first_shares().to_vec()));
}

#[test]
fn a_change_of_a_variable_that_does_not_exist_is_refused() {
    let learning = Learning::sample(&symmetric(vec![]), &[1, 1, 1], SAMPLING).expect("samples");
    let error = learning.first_shares_with(&[(1, Variable::Known(0))]).expect_err("no such variable");
    assert_eq!(error.to_string(), "change of variable 1, which does not exist");
}

#[test]
fn a_change_to_a_state_without_performances_is_refused() {
    let learning = Learning::sample(&sized_model(USUAL), &RATINGS, SAMPLING).expect("samples");
    let error = learning.first_shares_with(&[(0, Variable::Known(2))]).expect_err("two states");
    assert_eq!(error.to_string(), "attribute 0 has no performances for state 2 of variable 0");
}

fn with_factors(model: &Model, factors: &[f64]) -> Model {
    Model::new(ModelParts { factors: factors.to_vec(), ..model.parts().clone() }).expect("a valid model")
}

const FACTORS: [f64; 7] = [2.0, 0.5, 1.0, 1.25, 2.0, 0.75, 1.0];

#[test]
fn factors_of_one_change_nothing() {
    let model = sized_model(USUAL);
    let outcome = |model: &Model| outcome_of(model, &RATINGS, SAMPLING, &PERCENTILES).expect("samples");
    assert_eq!(outcome(&with_factors(&model, &[1.0; 7])), outcome(&model));
}

#[test]
fn a_factor_above_one_helps_the_alternative_that_is_best_on_the_criterion() {
    let model = symmetric(vec![]);
    let (with, without) = (equal_ratings(&with_factors(&model, &[2.0, 1.0, 1.0])), equal_ratings(&model));
    assert!(with.first_shares()[0] > without.first_shares()[0] + 0.1);
    let weights = with.central_weights(1).expect("first in some samples");
    assert_all_close(&[weights.iter().sum()], &[1.0], 1e-12);
}

#[test]
fn a_factor_does_not_bring_back_a_criterion_without_a_rating() {
    let model = with_factors(&symmetric(vec![]), &[2.0, 2.0, 0.5]);
    let study = Study::sample(&model, SAMPLING).and_then(|study| study.acceptability(&[0, 1, 1])).expect("samples");
    assert_eq!(study.central_weights(1).expect("first in some samples")[0], 0.0);
}

#[test]
fn a_study_a_stream_and_learning_apply_the_same_factors() {
    let model = with_factors(&sized_model(USUAL), &FACTORS);
    let study = Study::sample(&model, SAMPLING).expect("samples");
    let outcome = study.outcome(&RATINGS, &PERCENTILES).expect("a rating per criterion");
    assert_eq!(outcome_of(&model, &RATINGS, SAMPLING, &PERCENTILES), Ok(outcome.clone()));
    let learning = Learning::sample(&model, &RATINGS, SAMPLING).expect("samples");
    assert_eq!(learning.first_shares(), outcome.acceptability.first_shares());
}

#[test]
fn under_given_weights_only_variables_and_noise_decide() {
    let mut parts = symmetric(vec![exclude(0, &[1])]).parts().clone();
    let first_under = |parts: &ModelParts, weights: &[f64]| {
        let study = Study::sample(&Model::new(parts.clone()).expect("a valid model"), SAMPLING).expect("samples");
        study.first_shares_under(weights)
    };
    let shares = first_under(&parts, &[0.5, 0.3, 0.2]).expect("a weight per criterion");
    assert_all_close(&shares, &[0.5, 0.5, 0.0], 0.03);
    parts.variables = vec![Variable::Known(0)];
    assert_eq!(first_under(&parts, &[0.5, 0.3, 0.2]), Ok(vec![1.0, 0.0, 0.0]));
    let error = first_under(&parts, &[1.0]).expect_err("one weight");
    assert_eq!(error.to_string(), "1 weights for 3 criteria");
}

#[test]
fn total_variation_is_what_moves() {
    assert_eq!(total_variation(&[0.5, 0.5, 0.0], &[0.25, 0.5, 0.25]), 0.25);
}

#[test]
fn one_rating_per_criterion_is_needed() {
    let study = Study::sample(&symmetric(vec![]), SAMPLING).expect("samples");
    assert_eq!(study.acceptability(&[1, 1]).expect_err("two").to_string(), "2 ratings for 3 criteria");
}

#[test]
fn a_study_needs_a_sample() {
    let error = Study::sample(&symmetric(vec![]), Sampling { samples: 0, seed: 1 }).expect_err("none");
    assert_eq!(error.to_string(), "no sample");
}

/// FNV-1a, 64 bits.
struct Digest(u64);

impl Digest {
    fn new() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }

    fn add(&mut self, numbers: &[f64]) {
        for byte in numbers.iter().flat_map(|number| number.to_bits().to_le_bytes()) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    fn add_outcome(&mut self, outcome: &Outcome, alternatives: usize) {
        let acceptability = &outcome.acceptability;
        self.add(acceptability.first_shares_ignoring_exclusions());
        for a in 0..alternatives {
            self.add(acceptability.ranks(a));
            self.add(&(0..alternatives).map(|b| acceptability.wins(a, b)).collect::<Vec<_>>());
            self.add(acceptability.central_weights(a).unwrap_or(&[-1.0]));
            self.add(&[acceptability.regret(a).unwrap_or(-1.0)]);
            self.add(&outcome.score_percentiles[a]);
        }
    }
}

fn digest(model: &Model) -> u64 {
    let parts = model.parts();
    let mut digest = Digest::new();
    let study = Study::sample(model, Sampling { samples: 16_384, ..SAMPLING }).expect("samples");
    for seed in 0..6_u8 {
        let ratings: Vec<u8> = (0..parts.criteria).map(|k| (seed * 7 + k as u8 * 5) % 4 * seed.min(1)).collect();
        digest.add_outcome(&study.outcome(&ratings, &PERCENTILES).expect("ratings"), parts.alternatives);
        let learning = Learning::sample(model, &ratings, SAMPLING).expect("samples");
        for variable in 0..parts.variables.len() {
            digest.add(&[learning.value_of_learning(variable).expect("a variable")]);
        }
    }
    digest.0
}

/// The constants were computed natively (x86-64); the same test runs in WebAssembly.
#[test]
fn a_study_has_the_same_bits_on_every_platform() {
    assert_eq!(digest(&with_known(&sized_model(USUAL), 7)), 7_726_856_808_048_385_435);
}

#[cfg(feature = "large")]
#[test]
fn a_large_study_has_the_same_bits_on_every_platform() {
    let dimensions = sized_model::Dimensions { alternatives: 5, criteria: 11, attributes: 30, variables: 12 };
    assert_eq!(digest(&with_known(&sized_model(dimensions), 3)), 2_900_899_205_747_285_896);
}

#[cfg(not(feature = "large"))]
#[test]
fn more_alternatives_than_the_build_supports_are_refused() {
    let parts = ModelParts { alternatives: 4, criteria: 9, ..ModelParts::default() };
    let text = Model::new(parts).expect_err("too many").to_string();
    assert!(text.starts_with("4 alternatives, this build supports 3; 9 criteria, this build supports 8"));
}
