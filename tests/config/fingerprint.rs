//! The fingerprint of a configuration, as reports name it.

use std::collections::BTreeSet;

use config::Config;

use super::{attributes, document, set};

/// What a document sets in which nothing is wrong.
fn right(text: &str) -> Config {
    let (config, problems) = document(text);
    assert_eq!(problems, [""; 0], "{text}");
    config
}

/// A configuration for each setting, and for each value of those that are one of a few words.
fn different() -> Vec<Config> {
    let mut all = vec![Config::default()];
    for (key, value) in [
        ("lang", "de"),
        ("lang", "en"),
        ("providerName", "Marlow"),
        ("ctaLabel", "Marlow"),
        ("ctaUrl", "tel:1"),
        ("ctaUrl", "tel:2"),
        ("flow", "quick"),
        ("flow", "full"),
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
        r#"{"frameParents":["https://a.example"]}"#,
        r#"{"frameParents":["https://a.example","https://b.example"]}"#,
        r#"{"providerName":"a","ctaLabel":"b"}"#,
        r#"{"providerName":"ab"}"#,
        r#"{"ctaLabel":"ab"}"#,
    ] {
        all.push(right(text));
    }
    all.push(attributes(&[("loading", "eager")]).0);
    all
}

#[test]
fn where_nothing_is_set_it_is_empty() {
    assert_eq!(Config::default().fingerprint(), "");
}

#[test]
fn what_is_set_to_its_default_is_not_set() {
    assert_eq!(set("flow", "auto").fingerprint(), "");
}

#[test]
fn what_is_wrong_counts_as_little_as_it_is_applied() {
    assert_eq!(document(r#"{"flow":"fast","color":"red"}"#).0.fingerprint(), "");
}

#[test]
fn it_has_sixteen_digits() {
    let fingerprint = set("theme", "dark").fingerprint();
    assert_eq!(fingerprint.len(), 16);
    assert!(fingerprint.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')));
}

#[test]
fn it_is_the_same_in_whatever_order_the_keys_stand() {
    let one = right(r#"{"theme":"dark","providerName":"Marlow","providerSells":["in-house","outsourced"]}"#);
    let other = right(r#"{"providerSells":["outsourced","in-house"],"providerName":"Marlow","theme":"dark"}"#);
    assert_eq!(one.fingerprint(), other.fingerprint());
}

#[test]
fn it_is_the_same_for_a_document_and_for_attributes() {
    let attributes = attributes(&[("currency", "eur"), ("provider-name", " Marlow ")]).0;
    let document = right(r#"{"providerName":"Marlow","currency":"EUR"}"#);
    assert_eq!(attributes.fingerprint(), document.fingerprint());
}

#[test]
fn it_is_another_for_each_other_configuration() {
    let all = different();
    let fingerprints: BTreeSet<String> = all.iter().map(Config::fingerprint).collect();
    assert_eq!(fingerprints.len(), all.len());
}

#[test]
fn it_stays_from_one_build_to_the_next() {
    assert_eq!(set("currency", "EUR").fingerprint(), "6be06479c9f14fb2");
}
