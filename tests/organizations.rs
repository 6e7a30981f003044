//! The eleven open organizations, each with a story and what a sensible adviser would recommend.
//! `tests/vectors/model_personas.json` has their exact figures.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reference;

use assessment::{Assessment, json::Value};
use reference::{evaluation, organizations};
use report::evaluation_json;

macro_rules! organizations {
    ($($name:ident: $id:literal),+ $(,)?) => {$(
        #[test]
        fn $name() {
            matches_its_expectations($id);
        }
    )+};
}

organizations! {
    a_law_firm_without_staff_hands_it_to_one_firm: "P1",
    an_overloaded_team_shares_the_work: "P2",
    a_clinic_without_anybody_has_one_workable_choice: "P3",
    a_lone_manager_who_juggles_everything_shares_the_work: "P4",
    a_lone_firefighter_is_replaced_by_a_firm: "P5",
    a_settled_team_stays_in_house: "P6",
    an_operations_lead_who_second_guesses_the_provider_is_told_of_the_trap: "P7",
    a_start_up_outsources_now_and_shares_later: "P8",
    a_food_producer_keeps_the_plant_close_and_hands_over_the_routine: "P9",
    signals_that_point_both_ways_are_too_close_to_call: "P10",
    a_visitor_who_skips_most_questions_gets_no_clear_verdict: "P11",
}

#[test]
fn there_are_eleven_open_organizations() {
    assert_eq!(organizations().len(), 11);
}

/// Everything in the organization's `expect`: a list of possible codes, or a code for each model.
fn matches_its_expectations(id: &str) {
    let organization = organizations().into_iter().find(|o| o.get("id").and_then(Value::as_text) == Some(id)).unwrap();
    let title = organization.get("title").and_then(Value::as_text).unwrap();
    let outcome = evaluation_json(Assessment::standard(), &evaluation(&organization));
    let result = outcome.get("result").unwrap();
    let expected = organization.get("expect").and_then(Value::entries).unwrap();
    assert!(!expected.is_empty(), "{id}, {title}: nothing is expected");
    for (name, expected) in expected {
        let actual = result.get(name).unwrap();
        match expected {
            Value::List(possible) => {
                assert!(possible.contains(actual), "{id}, {title}: {name} is {actual:?}, not one of {possible:?}");
            }
            Value::Object(by_model) => {
                for (model, expected) in by_model {
                    assert_eq!(actual.get(model), Some(expected), "{id}, {title}: {name} of {model}");
                }
            }
            _ => panic!("{id}, {title}: `{name}` is neither a list nor an object"),
        }
    }
}
