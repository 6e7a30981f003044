//! The configuration fingerprint that appears in reports.

use std::collections::BTreeSet;

use config::Settings;

use super::{attributes, document, set};

/// The configuration from a document without problems.
fn right(text: &str) -> Settings {
    let (config, problems) = document(text);
    assert_eq!(problems, [""; 0], "{text}");
    config
}

/// One configuration for each setting, and one for each keyword.
fn different() -> Vec<Settings> {
    let mut all = vec![Settings::default()];
    for (key, value) in [
        ("lang", "de"),
        ("lang", "en"),
        ("providerName", "Marlow"),
        ("ctaLabel", "Marlow"),
        ("ctaUrl", "tel:1"),
        ("ctaUrl", "tel:2"),
        ("flow", "quick"),
        ("flow", "full"),
        ("order", "adaptive"),
        ("theme", "light"),
        ("theme", "dark"),
        ("storage", "none"),
        ("storageKey", "Marlow"),
        ("currency", "EUR"),
        ("events", "detailed"),
        ("dataLayer", "Marlow"),
    ] {
        all.push(set(key, value));
    }
    for text in [
        r#"{"providerSells":["in-house"]}"#,
        r#"{"providerSells":["in-house","outsourced"]}"#,
        r#"{"frame":true}"#,
        r#"{"frameParents":["https://a.example"]}"#,
        r#"{"frameParents":["https://a.example","https://b.example"]}"#,
        r#"{"linkQuery":[]}"#,
        r#"{"linkQuery":["id"]}"#,
        r#"{"linkQuery":["id","page"]}"#,
        r#"{"providerName":"a","ctaLabel":"b"}"#,
        r#"{"providerName":"ab"}"#,
        r#"{"ctaLabel":"ab"}"#,
        r#"{"privacyUrl":"https://a.example/"}"#,
        r#"{"legalName":"Marlow"}"#,
        r#"{"postalAddress":"Marlow"}"#,
        r#"{"cta":{"lean":{"url":"tel:1"}}}"#,
        r#"{"cta":{"lean":{"url":"tel:1","label":"a"}}}"#,
        r#"{"cta":{"clear":{"url":"tel:1"}}}"#,
        r#"{"texts":{"title":"a"}}"#,
        r#"{"texts":{"title":"b"}}"#,
        r#"{"texts":{"promise":"a"}}"#,
        r#"{"texts":{"contact":"a"}}"#,
        r#"{"texts":{"disclosure":"a"}}"#,
        r#"{"texts":{"sections":{"cost":"a"}}}"#,
        r#"{"texts":{"sections":{"plan":"a"}}}"#,
        r#"{"sections":["what-if","sources"]}"#,
        r#"{"sections":["what-if","sources","cost"]}"#,
        r#"{"logo":{"url":"https://a.example/a.png","alt":"a"}}"#,
        r#"{"logo":{"url":"https://a.example/a.png","alt":"b"}}"#,
        r#"{"logo":{"url":"https://a.example/b.png","alt":"b"}}"#,
        r#"{"weights":{"cost":1.5}}"#,
        r#"{"weights":{"cost":1.25}}"#,
        r#"{"weights":{"people":1.5}}"#,
        r#"{"weights":{"people":1.5,"cost":1.5}}"#,
        r#"{"contact":{"receiver":"event"}}"#,
        r#"{"contact":{"receiver":"event","answers":true}}"#,
        r#"{"contact":{"receiver":"event","required":[]}}"#,
        r#"{"contact":{"receiver":"event","fields":["email","name"]}}"#,
        r#"{"contact":{"receiver":"event","fields":["name","email"]}}"#,
        r#"{"contact":{"receiver":"event","extra":{"a":"b"}}}"#,
        r#"{"contact":{"receiver":"event","extra":{"ab":""}}}"#,
    ] {
        all.push(right(text));
    }
    all.push(attributes(&[("loading", "eager")]).0);
    all
}

#[test]
fn the_fingerprint_of_defaults_is_empty() {
    assert_eq!(Settings::default().fingerprint(), "");
}

#[test]
fn a_setting_at_its_default_does_not_change_the_fingerprint() {
    assert_eq!(set("flow", "auto").fingerprint(), "");
}

#[test]
fn invalid_settings_do_not_change_the_fingerprint() {
    assert_eq!(document(r#"{"flow":"fast","color":"red"}"#).0.fingerprint(), "");
}

#[test]
fn a_fingerprint_has_sixteen_digits() {
    let fingerprint = set("theme", "dark").fingerprint();
    assert_eq!(fingerprint.len(), 16);
    assert!(fingerprint.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')));
}

#[test]
fn the_fingerprint_does_not_depend_on_key_order() {
    let one = right(r#"{"theme":"dark","providerName":"Marlow","providerSells":["in-house","outsourced"]}"#);
    let other = right(r#"{"providerSells":["outsourced","in-house"],"providerName":"Marlow","theme":"dark"}"#);
    assert_eq!(one.fingerprint(), other.fingerprint());
}

#[test]
fn a_document_and_attributes_have_the_same_fingerprint() {
    let attributes = attributes(&[("currency", "eur"), ("provider-name", " Marlow ")]).0;
    let document = right(r#"{"providerName":"Marlow","currency":"EUR"}"#);
    assert_eq!(attributes.fingerprint(), document.fingerprint());
}

#[test]
fn different_configurations_have_different_fingerprints() {
    let all = different();
    let fingerprints: BTreeSet<String> = all.iter().map(Settings::fingerprint).collect();
    assert_eq!(fingerprints.len(), all.len());
}

#[test]
fn the_fingerprint_does_not_depend_on_the_order_of_entries_and_on_null() {
    let one = right(r#"{"contact":{"receiver":"event","answers":true,"extra":{"a":"1","b":"2"}}}"#);
    let other =
        right(r#"{"contact":{"extra":{"b":"2","c":null,"a":"1"},"answers":true,"own":null,"receiver":"event"}}"#);
    assert_eq!(one.fingerprint(), other.fingerprint());
}

#[test]
fn the_fingerprint_is_stable_across_builds() {
    assert_eq!(set("currency", "EUR").fingerprint(), "6be06479c9f14fb2");
}
