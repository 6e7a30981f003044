//! How a draft saves who does what.

use assessment::{Alternative, Assessment, Side, json::Value};

use session::{Part, Unread, decode_duties, encode_duties};

use decision::worksheet::{Doer, Duties, DutyChange, DutyId};

use super::{changed, function};

fn decode(text: &str) -> Part<Duties> {
    let document: Value = serde_json::from_str(text).unwrap();
    decode_duties(Assessment::standard(), "$.duties", &document)
}

fn encode(decoded: &Part<Duties>) -> String {
    let value = encode_duties(Assessment::standard(), &decoded.value, &decoded.unread);
    value.map_or_else(String::new, |value| serde_json::to_string(&value).unwrap())
}

fn problems(decoded: &Part<Duties>) -> Vec<String> {
    decoded.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn only_changes_are_saved() {
    let id = function("helpdesk");
    let duties = changed([
        DutyChange::Today(id, Some(Doer::Both)),
        DutyChange::Accountable(id, Alternative::CoManaged, Some(Side::Provider)),
        DutyChange::Hide(function("patch"), true),
        DutyChange::Add("Phones".into()),
        DutyChange::Note(DutyId::Own(1), "Ask Kim".into()),
    ]);
    let text = serde_json::to_string(&encode_duties(Assessment::standard(), &duties, &Unread::default())).unwrap();
    assert_eq!(
        text,
        r#"{"helpdesk":{"accountable":{"co_managed":"provider"},"today":"both"},"patch":{"hidden":true},"own1":{"name":"Phones","note":"Ask Kim"}}"#
    );
    assert_eq!(decode(&text).value, duties);
}

#[test]
fn nothing_is_saved_without_changes() {
    let duties = Duties::new(Assessment::standard());
    assert_eq!(encode_duties(Assessment::standard(), &duties, &Unread::default()), None);
}

#[test]
fn an_empty_object_means_all_suggestions() {
    let decoded = decode_duties(Assessment::standard(), "$.duties", &Value::object([]));
    assert!(decoded.value.is_as_suggested() && decoded.problems.is_empty());
}

#[test]
fn a_value_that_is_not_an_object_is_reported() {
    let decoded = decode("[1]");
    assert!(decoded.value.is_as_suggested());
    assert_eq!(problems(&decoded), ["not-an-object at $.duties: found a list"]);
}

#[test]
fn an_unknown_function_is_reported_and_kept() {
    let text = r#"{"helpdesk":{"hidden":true},"telex":{"today":"both"},"own21":{"name":"Far"}}"#;
    let decoded = decode(text);
    assert_eq!(
        problems(&decoded),
        ["unknown-function at $.duties.telex: found telex", "unknown-function at $.duties.own21: found own21"]
    );
    assert_eq!(encode(&decoded), text);
}

#[test]
fn each_invalid_part_is_reported_and_kept_and_the_others_apply() {
    let text = r#"{"helpdesk":{"today":"robot","accountable":{"co_managed":"cloud","outsourced":"internal","remote":"provider"},"hidden":1,"note":true,"color":"red","name":"Desk"}}"#;
    let decoded = decode(text);
    assert_eq!(
        problems(&decoded),
        [
            "unknown-doer at $.duties.helpdesk.today: found robot",
            "unknown-side at $.duties.helpdesk.accountable.co_managed: found cloud",
            "unknown-name at $.duties.helpdesk.accountable.remote: found remote",
            "not-a-flag at $.duties.helpdesk.hidden: found 1",
            "unsuitable-text at $.duties.helpdesk.note: found true",
            "unknown-name at $.duties.helpdesk.color: found color",
        ]
    );
    let entry = decoded.value.get(function("helpdesk")).unwrap();
    assert_eq!(entry.name.as_deref(), Some("Desk"));
    assert_eq!(entry.accountable, [None, None, Some(Side::Internal)]);
    let again = decode(&encode(&decoded));
    assert_eq!((again.value, again.problems.len()), (decoded.value, 6));
}

#[test]
fn a_newer_choice_replaces_an_invalid_value() {
    let mut decoded = decode(r#"{"helpdesk":{"today":"robot"}}"#);
    decoded.value.apply(DutyChange::Today(function("helpdesk"), Some(Doer::Nobody))).unwrap();
    assert_eq!(encode(&decoded), r#"{"helpdesk":{"today":"nobody"}}"#);
}

#[test]
fn a_string_that_is_too_long_is_reported_and_kept() {
    let text = format!(r#"{{"helpdesk":{{"note":"{}"}}}}"#, "x".repeat(501));
    let decoded = decode(&text);
    assert!(decoded.value.is_as_suggested());
    assert_eq!(problems(&decoded).len(), 1);
    assert!(decoded.problems[0].found.len() <= 60);
    assert_eq!(encode(&decoded), text);
}

#[test]
fn an_own_function_without_a_name_is_reported_and_kept_until_its_number_is_taken() {
    let text = r#"{"own1":{"note":"whose?"}}"#;
    let mut decoded = decode(text);
    assert_eq!(problems(&decoded), ["unsuitable-text at $.duties.own1: found an object"]);
    assert_eq!(encode(&decoded), text);
    decoded.value.apply(DutyChange::Add("Phones".into())).unwrap();
    assert_eq!(encode(&decoded), r#"{"own1":{"name":"Phones"}}"#);
}

#[test]
fn removing_an_own_function_removes_its_unread_parts() {
    let text = r#"{"own3":{"name":"Phones","today":"robot"}}"#;
    let mut decoded = decode(text);
    assert_eq!(encode(&decoded), text);
    decoded.value.apply(DutyChange::Remove(3)).unwrap();
    assert_eq!(encode(&decoded), "");
    decoded.value.apply(DutyChange::AddAs(3, "Web shop".into())).unwrap();
    assert_eq!(encode(&decoded), r#"{"own3":{"name":"Web shop"}}"#);
}

#[test]
fn own_functions_keep_their_numbers_and_their_order() {
    let text = r#"{"own7":{"name":"Phones"},"own2":{"name":"Web shop"}}"#;
    let decoded = decode(text);
    assert!(decoded.problems.is_empty());
    assert_eq!(encode(&decoded), text);
}

#[test]
fn the_last_of_two_duplicate_entries_wins() {
    let entry = |doer: &str| ("helpdesk".to_owned(), Value::object([("today", doer.into())]));
    let document = Value::Object(vec![entry("robot"), entry("both")]);
    let decoded = decode_duties(Assessment::standard(), "$", &document);
    assert_eq!(decoded.value.get(function("helpdesk")).unwrap().today, Some(Doer::Both));
    assert!(decoded.problems.is_empty());
}
