//! Whole documents: version, unknown keys, missing settings.

use config::{Settings, Theme};

use assessment::json::Value;

use super::{document, json, read};

#[test]
fn no_configuration_is_the_default_without_a_problem() {
    assert_eq!(read(None, &[]), (Settings::default(), Vec::new()));
}

#[test]
fn an_empty_object_is_the_default_without_a_problem() {
    assert_eq!(document("{}"), (Settings::default(), Vec::new()));
}

#[test]
fn null_leaves_settings_at_their_defaults() {
    let text = r#"{"version": null, "theme": null, "providerSells": null, "ctaUrl": null, "frameParents": null}"#;
    assert_eq!(document(text), (Settings::default(), Vec::new()));
}

#[test]
fn a_document_that_is_not_an_object_is_one_problem() {
    let cases = [("[]", "a list"), ("null", "null"), ("3", "3"), ("true", "true"), (r#""{}""#, r#""{}""#)];
    for (text, found) in cases {
        let expected = format!("not-an-object at $: found {found}, expected an object");
        assert_eq!(document(text), (Settings::default(), vec![expected]), "{text}");
    }
}

#[test]
fn version_1_is_read() {
    let (config, problems) = document(r#"{"version": 1, "theme": "dark"}"#);
    assert_eq!((config.start.theme, problems.len()), (Theme::Dark, 0));
}

#[test]
fn a_document_of_another_version_is_ignored() {
    let (config, problems) = document(r#"{"theme": "dark", "flow": 7, "version": 2}"#);
    assert_eq!(config, Settings::default());
    assert_eq!(problems, ["unknown-version at $.version: found 2, expected 1"]);
}

#[test]
fn a_version_other_than_the_number_1_is_unknown() {
    for version in [r#""1""#, "1.5", "true", "[1]", "{}"] {
        let (_, problems) = document(&format!(r#"{{"version": {version}}}"#));
        assert!(problems[0].starts_with("unknown-version at $.version"), "{problems:?}");
    }
}

#[test]
fn attributes_apply_even_if_the_document_has_another_version() {
    let (config, problems) = read(Some(&json(r#"{"version": 2, "theme": "light"}"#)), &[("theme", "dark")]);
    assert_eq!((config.start.theme, problems.len()), (Theme::Dark, 1));
}

#[test]
fn an_editors_schema_key_is_ignored() {
    for schema in [Value::from("https://widget.example/schema.json"), Value::from(3.0), Value::Null] {
        let document = Value::object([("$schema", schema)]);
        assert_eq!(read(Some(&document), &[]), (Settings::default(), Vec::new()));
    }
}

#[test]
fn an_unknown_setting_is_reported_and_the_others_apply() {
    let (config, problems) = document(r#"{"providerNmae": "Marlow", "theme": "dark"}"#);
    assert_eq!(config.start.theme, Theme::Dark);
    assert_eq!(problems, [r#"unknown-setting at $.providerNmae: found "Marlow", expected the name of a setting"#]);
}

#[test]
fn an_unknown_setting_without_a_value_is_reported_too() {
    let (_, problems) = document(r#"{"providerNmae": null}"#);
    assert_eq!(problems, ["unknown-setting at $.providerNmae: found null, expected the name of a setting"]);
}

#[test]
fn attribute_names_are_not_document_keys() {
    for key in ["cta-url", "provider-name", "loading", "config", "nonce", "ctaURL", "Theme", " theme", ""] {
        assert_eq!(super::refused(key, "auto"), "unknown-setting", "{key}");
    }
}

// @threat-proto
#[test]
fn javascript_object_property_names_are_unknown_settings() {
    for key in ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"] {
        assert_eq!(super::refused(key, "x"), "unknown-setting", "{key}");
    }
}

#[test]
fn all_mistakes_are_reported_at_once_in_the_order_of_the_document() {
    let (config, problems) =
        document(r#"{"ctaUrl": 5, "theme": "drak", "providerSells": ["robots", 1], "flow": "full", "colour": "red"}"#);
    assert_eq!(config.start.flow.code(), "full");
    let places: Vec<&str> = problems.iter().map(|line| line.split(": found").next().unwrap()).collect();
    let expected = [
        "wrong-type at $.ctaUrl",
        "unknown-value at $.theme",
        "unknown-value at $.providerSells[0]",
        "wrong-type at $.providerSells[1]",
        "unknown-setting at $.colour",
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_duplicate_key_is_reported_once() {
    let document = Value::object([("theme", "a".into()), ("theme", "b".into())]);
    assert_eq!(read(Some(&document), &[]).1.len(), 1);
}
