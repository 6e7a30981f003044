//! What a model must be, and the exact words when it is not.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use mcda::{Attribute, Condition, Exclusion, Model, ModelParts, Performance, Variable};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn attribute(criterion: usize, performance: Performance) -> Attribute {
    Attribute { criterion, weight: 1.0, performance }
}

fn valid() -> ModelParts {
    ModelParts {
        alternatives: 2,
        criteria: 1,
        variables: vec![Variable::Unknown(vec![0, 1])],
        attributes: vec![attribute(0, Performance::ByOne { variable: 0, table: vec![0.0; 4] })],
        ..ModelParts::default()
    }
}

#[track_caller]
fn assert_problem(change: impl FnOnce(&mut ModelParts), text: &str) {
    let mut parts = valid();
    change(&mut parts);
    assert_eq!(Model::new(parts).expect_err("a problem").to_string(), text);
}

#[test]
fn a_valid_model_is_accepted() {
    assert!(Model::new(valid()).is_ok());
}

#[test]
fn all_problems_are_reported_at_once() {
    assert_eq!(Model::new(ModelParts::default()).expect_err("nothing in it").problems().len(), 2);
}

#[test]
fn a_single_alternative_is_refused() {
    let text = "1 alternatives, at least 2 are needed";
    assert_problem(|parts| parts.alternatives = 1, text);
}

#[test]
fn every_criterion_needs_an_attribute() {
    assert_problem(|parts| parts.criteria = 2, "criterion 1 has no attribute");
}

#[test]
fn an_attribute_belongs_to_a_criterion() {
    let stray = attribute(4, Performance::Fixed(vec![0.0, 0.0]));
    assert_problem(|parts| parts.attributes.push(stray), "attribute 1 belongs to criterion 4, which does not exist");
}

#[test]
fn an_attribute_has_a_weight() {
    let text = "attribute 0 has weight 0, a finite number above 0 is needed";
    assert_problem(|parts| parts.attributes[0].weight = 0.0, text);
}

#[test]
fn fixed_performances_are_one_per_alternative() {
    let short = attribute(0, Performance::Fixed(vec![0.0]));
    assert_problem(|parts| parts.attributes.push(short), "attribute 1 has 1 performances, a multiple of 2 is needed");
}

#[test]
fn a_table_of_two_variables_has_whole_rows() {
    let table = Performance::ByTwo { first: 0, second: 0, second_states: 2, table: vec![0.0; 6] };
    let text = "attribute 1 has 6 performances, a multiple of 4 is needed";
    assert_problem(|parts| parts.attributes.push(attribute(0, table)), text);
}

#[test]
fn performances_are_finite() {
    let infinite = attribute(0, Performance::Fixed(vec![0.0, f64::INFINITY]));
    assert_problem(|parts| parts.attributes.push(infinite), "attribute 1 has a performance that is not finite");
}

#[test]
fn an_attribute_needs_an_existing_variable() {
    let table = Performance::ByOne { variable: 3, table: vec![0.0; 4] };
    let text = "attribute 1 depends on variable 3, which does not exist";
    assert_problem(|parts| parts.attributes.push(attribute(0, table)), text);
}

#[test]
fn a_variable_has_a_state() {
    let text = "variable 0 has 0 states, 1 to 64 are possible";
    assert_problem(|parts| parts.variables[0] = Variable::Unknown(vec![]), text);
}

#[test]
fn a_state_has_its_row_in_the_table() {
    let text = "attribute 0 has no performances for state 2 of variable 0";
    assert_problem(|parts| parts.variables[0] = Variable::Known(2), text);
}

#[test]
fn a_state_fits_a_condition() {
    let text = "variable 1 has state 64, states are 0 to 63";
    assert_problem(|parts| parts.variables.push(Variable::Known(64)), text);
}

#[test]
fn an_exclusion_needs_an_existing_alternative() {
    let exclusion = Exclusion { alternative: 2, clauses: vec![] };
    assert_problem(|parts| parts.exclusions.push(exclusion), "exclusion 0 names alternative 2, which does not exist");
}

#[test]
fn a_condition_needs_an_existing_variable() {
    let exclusion = Exclusion { alternative: 0, clauses: vec![vec![Condition::new(9, &[0])]] };
    assert_problem(|parts| parts.exclusions.push(exclusion), "exclusion 0 depends on variable 9, which does not exist");
}

#[test]
fn a_factor_is_above_zero() {
    let text = "criterion 0 has factor 0, a finite number above 0 is needed";
    assert_problem(|parts| parts.factors = vec![0.0], text);
}

#[test]
fn factors_are_one_per_criterion() {
    assert_problem(|parts| parts.factors = vec![1.0, 1.0], "2 factors for 1 criteria");
}

#[test]
fn noise_has_a_width() {
    assert_problem(|parts| parts.noise = -1.0, "noise -1, a finite number of at least 0 is needed");
}

#[test]
fn weights_do_not_spread_below_zero() {
    assert_problem(|parts| parts.weight_spread = 1.0, "weight spread 1, at least 0 and below 1 is needed");
}
