//! The wording of problems.

use config::{Expected, MOST_CHARACTERS, MOST_PROBLEMS, Settings, too_deep, too_large};

use assessment::json::Value;

use super::{json, read, refused};

fn found(value: Value) -> String {
    let (_, problems) = Settings::read(Some(&Value::object([("ctaUrl", value)])), &[]);
    problems[0].found.clone()
}

#[test]
fn a_problem_is_one_line_with_code_place_finding_and_expectation() {
    let (_, problems) = read(Some(&json(r#"{"ctaUrl": 5}"#)), &[]);
    let expected = "wrong-type at $.ctaUrl: found 5, expected an address that begins with https:, mailto: or tel:";
    assert_eq!(problems, [expected]);
}

#[test]
fn the_value_found_is_summarized() {
    let cases = [
        ("true", "true"),
        ("false", "false"),
        ("-12", "-12"),
        ("0.5", "a number"),
        ("1e300", "a number"),
        ("[1]", "a list"),
        (r#"{"a": 1}"#, "an object"),
        (r#""x""#, r#""x""#),
    ];
    for (text, expected) in cases {
        assert_eq!(found(json(text)), expected);
    }
}

#[test]
fn strings_over_57_characters_are_truncated_in_problems() {
    let (whole, longer) = ("é".repeat(57), "é".repeat(58));
    assert_eq!(found(whole.clone().into()), format!("\"{whole}\""));
    assert_eq!(found(longer.into()), format!("\"{whole}…\""));
    assert_eq!(format!("\"{whole}…\"").chars().count(), 60);
}

#[test]
fn invisible_characters_are_replaced_in_quoted_values() {
    assert_eq!(found("a\n\u{1b}[31m\u{202e}\u{200b}b".into()), "\"a\u{fffd}\u{fffd}[31m\u{fffd}\u{fffd}b\"");
}

#[test]
fn the_name_of_an_unknown_setting_is_truncated_and_printable() {
    let name = format!("a\n\u{202e}{}", "b".repeat(100_000));
    let (_, problems) = Settings::read(Some(&Value::object([(name.as_str(), Value::Null)])), &[]);
    assert_eq!(problems[0].path, format!("$.a\u{fffd}\u{fffd}{}…", "b".repeat(54)));
    let (_, problems) = Settings::read(None, &[(name, String::new())]);
    assert_eq!(problems[0].path, format!("attribute a\u{fffd}\u{fffd}{}…", "b".repeat(54)));
}

#[test]
fn settings_with_millions_of_characters_are_rejected() {
    let huge = "x".repeat(3_000_000);
    for key in ["lang", "providerName", "ctaLabel", "storageKey", "dataLayer"] {
        assert_eq!(refused(key, huge.as_str()), "too-long", "{key}");
    }
    assert_eq!(refused("ctaUrl", format!("https://{huge}")), "too-long");
    assert_eq!(refused("frameParents", Value::List(vec![format!("https://{huge}").into()])), "not-an-origin");
    assert_eq!(refused("theme", huge), "unknown-value");
}

#[test]
fn names_that_are_equal_after_truncation_are_reported_once() {
    let name = |end: &str| format!("{}{end}", "a".repeat(80));
    let document = Value::object([(name("1").as_str(), Value::Null), (name("2").as_str(), Value::Null)]);
    assert_eq!(read(Some(&document), &[]).1.len(), 1);
}

fn unknown_settings(count: usize) -> Value {
    Value::Object((0..count).map(|n| (format!("x{n}"), Value::Null)).collect())
}

#[test]
fn fifty_problems_are_all_listed() {
    let (_, problems) = read(Some(&unknown_settings(MOST_PROBLEMS)), &[]);
    assert_eq!(problems.len(), 50);
    assert!(problems.iter().all(|line| line.starts_with("unknown-setting")));
}

#[test]
fn a_final_line_says_that_there_are_more_than_fifty_problems() {
    for count in [51, 52, 30_000] {
        let (_, problems) = read(Some(&unknown_settings(count)), &[("theme", "drak")]);
        assert_eq!(problems.len(), 51);
        assert_eq!(problems[50], "too-many at $: found more problems, expected at most 50; the others are not listed");
    }
}

#[test]
fn settings_apply_even_after_too_many_problems() {
    let Value::Object(mut entries) = unknown_settings(100) else { unreachable!() };
    entries.push(("providerName".to_owned(), "Acme IT".into()));
    assert_eq!(read(Some(&Value::Object(entries)), &[]).0.result.provider_name.as_deref(), Some("Acme IT"));
}

#[test]
fn an_oversized_document_is_reported_with_its_length() {
    let line = "too-large at $: found 123456 characters, expected at most 100,000 characters";
    assert_eq!(too_large(123_456).to_string(), line);
}

#[test]
fn a_document_that_is_too_deep_gets_a_message_with_the_expected_depth() {
    let line = "too-deep at $: found more levels than are read, expected at most 16 levels";
    assert_eq!(too_deep().to_string(), line);
}

#[test]
fn bounds_in_messages_match_the_constants() {
    assert_eq!(MOST_CHARACTERS, 100_000);
    assert_eq!(Expected::FEWER_CHARACTERS.text(), "at most 100,000 characters");
    assert!(Expected::FEWER_PROBLEMS.text().starts_with(&format!("at most {MOST_PROBLEMS};")));
}
