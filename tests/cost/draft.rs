//! The visitor's figures in a draft.

use assessment::{json::Value, named::input};

use session::{Expected, Part, Unread, decode_figures, encode_figures};

use decision::worksheet::Figures;

use super::{assessment, figures};

#[test]
fn figures_are_saved_under_their_input_id() {
    let own = figures(&[(input::SALARY, [60_000.0, 75_000.0, 90_000.0]), (input::USERS, [80.0, 90.0, 120.5])]);
    let encoded = encode_figures(assessment(), &own, &Unread::default()).unwrap();
    assert_eq!(serde_json::to_string(&encoded).unwrap(), r#"{"users":[80,90,120.5],"salary":[60000,75000,90000]}"#);
    let unread = Unread::default();
    assert_eq!(decode(&encoded), Part { value: own, unread, problems: Vec::new() });
}

#[test]
fn a_draft_without_figures_has_none() {
    let decoded = decode(&Value::object([]));
    assert!(decoded.value.is_empty() && decoded.problems.is_empty());
}

#[test]
fn an_input_of_another_version_is_reported_and_kept() {
    let document = read(r#"{"rent": [1, 2, 3], "users": [80, 90, 120]}"#);
    let decoded = decode(&document);
    assert_eq!(problems(&decoded), ["$.figures.rent: rent [unknown-input]"]);
    assert_eq!(decoded.value, figures(&[(input::USERS, [80.0, 90.0, 120.0])]));
    let encoded = encode_figures(assessment(), &decoded.value, &decoded.unread);
    assert_eq!(encoded, Some(read(r#"{"users": [80, 90, 120], "rent": [1, 2, 3]}"#)));
}

#[test]
fn rejected_figures_are_reported_individually_and_kept() {
    let document = read(r#"{"users": [0, 9, 8], "tools": "25", "salary": [1, 2]}"#);
    let decoded = decode(&document);
    let expected = [
        "$.figures.users[0]: 0 [not-figures]",
        "$.figures.users[1]: 9 [not-figures]",
        "$.figures.tools: 25 [not-figures]",
        "$.figures.salary: a list [not-figures]",
    ];
    assert_eq!(problems(&decoded), expected);
    assert!(decoded.value.is_empty());
    assert_eq!(encode_figures(assessment(), &decoded.value, &decoded.unread), Some(document));
}

#[test]
fn newer_figures_replace_rejected_ones() {
    let decoded = decode(&read(r#"{"users": [0, 9, 8]}"#));
    let encoded = encode_figures(assessment(), &figures(&[(input::USERS, [7.0, 8.0, 9.0])]), &decoded.unread);
    assert_eq!(encoded, Some(read(r#"{"users": [7, 8, 9]}"#)));
}

#[test]
fn figures_that_are_not_an_object_are_reported() {
    let decoded = decode(&read("[1]"));
    assert_eq!((decoded.value, decoded.problems[0].expected), (Figures::default(), Expected::Object));
}

fn decode(document: &Value) -> Part<Figures> {
    decode_figures(assessment(), "$.figures", document)
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn problems(decoded: &Part<Figures>) -> Vec<String> {
    let line = |p: &session::Problem| format!("{}: {} [{}]", p.path, p.found, p.expected.code());
    decoded.problems.iter().map(line).collect()
}
