//! Lists: what a provider sells, who may send commands, and what links keep of the page's address.

use assessment::{Alternative, Assessment, json::Value};

use config::Settings;

use super::{document, json, refused, set};

#[test]
fn each_model_has_a_name() {
    for (name, alternative) in Alternative::NAMES.into_iter().zip(Alternative::ALL) {
        assert_eq!(set("providerSells", Value::List(vec![name.into()])).result.provider_sells, [alternative]);
        assert_eq!(alternative.name(), name);
    }
}

#[test]
fn the_models_are_those_of_the_assessment_in_its_order() {
    let ids = Alternative::ALL.map(|alternative| Assessment::standard().notes(alternative).id.replace('_', "-"));
    assert_eq!(ids, Alternative::NAMES);
}

#[test]
fn sold_models_are_in_model_order() {
    let config = set("providerSells", json(r#"["outsourced", "in-house"]"#));
    assert_eq!(config.result.provider_sells, [Alternative::InHouse, Alternative::Outsourced]);
}

#[test]
fn an_empty_list_of_models_is_reported_as_empty() {
    assert_eq!(refused("providerSells", Value::List(Vec::new())), "empty");
}

#[test]
fn an_empty_list_of_parents_is_not_a_problem() {
    assert_eq!(set("frameParents", Value::List(Vec::new())).result.frame_parents, [""; 0]);
}

#[test]
fn links_keep_the_language_and_the_page_number_of_wordpress_by_default() {
    assert_eq!(Settings::default().result.link_query(), ["lang", "p", "page_id"]);
    assert_eq!(set("linkQuery", json(r#"["id"]"#)).result.link_query(), ["id"]);
    assert_eq!(set("linkQuery", Value::List(Vec::new())).result.link_query(), [""; 0]);
}

#[test]
fn parameters_have_names_of_1_to_80_characters() {
    assert_eq!(set("linkQuery", Value::List(vec!["n".repeat(80).into()])).result.link_query(), ["n".repeat(80)]);
    for (name, code) in
        [("n".repeat(81), "too-long"), (String::new(), "empty"), ("a\u{202e}b".to_owned(), "unsafe-text")]
    {
        assert_eq!(refused("linkQuery", Value::List(vec![name.into()])), code);
    }
    assert_eq!(refused("linkQuery", "lang"), "wrong-type");
}

#[test]
fn other_spellings_of_a_model_are_unknown() {
    for name in ["in_house", "In-house", "inHouse", " in-house", "both"] {
        assert_eq!(refused("providerSells", Value::List(vec![name.into()])), "unknown-value", "{name}");
    }
}

#[test]
fn a_model_outside_a_list_is_a_wrong_type() {
    assert_eq!(refused("providerSells", "in-house"), "wrong-type");
    assert_eq!(refused("frameParents", "https://www.example.com"), "wrong-type");
    assert_eq!(refused("frameParents", json("{}")), "wrong-type");
}

#[test]
fn a_repeated_entry_is_named_with_its_place() {
    let (config, problems) = document(r#"{"providerSells": ["in-house", "outsourced", "in-house"]}"#);
    assert_eq!(config.result.provider_sells, []);
    assert_eq!(problems, [r#"repeated at $.providerSells[2]: found "in-house", expected each entry once"#]);
}

#[test]
fn equivalent_origins_count_as_repeated() {
    let list = json(r#"["https://a.example", "HTTPS://A.example:443"]"#);
    assert_eq!(refused("frameParents", list), "repeated");
}

#[test]
fn every_invalid_entry_is_reported_and_the_whole_list_is_ignored() {
    let (config, problems) = document(r#"{"providerSells": ["in-house", "x", null, 5, ["in-house"]]}"#);
    assert_eq!(config.result.provider_sells, []);
    let codes: Vec<&str> = problems.iter().map(|line| line.split(" at ").next().unwrap()).collect();
    assert_eq!(codes, ["unknown-value", "wrong-type", "wrong-type", "wrong-type"]);
}

#[test]
fn a_list_has_at_most_20_entries() {
    let origins = |count: usize| (0..count).map(|n| format!("https://{n}.example")).collect::<Value>();
    assert_eq!(set("frameParents", origins(20)).result.frame_parents.len(), 20);
    assert_eq!(refused("frameParents", origins(21)), "too-many");
    assert_eq!(refused("providerSells", origins(21)), "too-many");
    assert_eq!(refused("linkQuery", origins(21)), "too-many");
}
