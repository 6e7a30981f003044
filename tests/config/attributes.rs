//! Attributes, and which of two settings wins.

use config::{Config, DraftStorage, Flow, Loading, ResultSettings, Settings, Theme};

use super::{attributes, json, read};

#[test]
fn every_attribute_sets_its_value() {
    let (config, problems) = attributes(&[
        ("lang", "de"),
        ("provider-name", "Acme IT"),
        ("cta-url", "tel:112"),
        ("cta-label", "Call us"),
        ("flow", "full"),
        ("theme", "dark"),
        ("storage", "none"),
        ("storage-key", "acme"),
        ("currency", "EUR"),
        ("data-layer", "layer"),
        ("loading", "eager"),
        ("config", "#settings"),
    ]);
    assert_eq!(problems, [""; 0]);
    let text = |text: &str| Some(text.to_owned());
    let start = Config {
        lang: text("de"),
        flow: Flow::Full,
        theme: Theme::Dark,
        storage: DraftStorage::None,
        storage_key: text("acme"),
        data_layer: text("layer"),
        loading: Loading::Eager,
        ..Config::default()
    };
    let result = ResultSettings {
        provider_name: text("Acme IT"),
        cta_url: text("tel:112"),
        cta_label: text("Call us"),
        currency: text("EUR"),
        ..ResultSettings::default()
    };
    assert_eq!(config, Settings { start, result, contact: None });
}

#[test]
fn an_attribute_overrides_the_document() {
    let (config, problems) = read(Some(&json(r#"{"theme": "light", "flow": "quick"}"#)), &[("theme", "dark")]);
    assert_eq!((config.start.theme, config.start.flow, problems.len()), (Theme::Dark, Flow::Quick, 0));
}

#[test]
fn an_attribute_can_restore_the_default() {
    let (config, _) = read(Some(&json(r#"{"theme": "light"}"#)), &[("theme", "auto")]);
    assert_eq!(config.start.theme, Theme::Auto);
}

#[test]
fn an_invalid_attribute_leaves_the_documents_value() {
    let (config, problems) = read(Some(&json(r#"{"theme": "light"}"#)), &[("theme", "drak")]);
    assert_eq!(config.start.theme, Theme::Light);
    assert_eq!(problems, [r#"unknown-value at attribute theme: found "drak", expected auto, light or dark"#]);
}

#[test]
fn a_valid_attribute_does_not_hide_an_invalid_document_value() {
    let (config, problems) = read(Some(&json(r#"{"theme": 5}"#)), &[("theme", "dark")]);
    assert_eq!(config.start.theme, Theme::Dark);
    assert_eq!(problems, ["wrong-type at $.theme: found 5, expected auto, light or dark"]);
}

#[test]
fn the_same_mistake_in_both_places_is_reported_for_both() {
    let (_, problems) = read(Some(&json(r#"{"theme": "drak"}"#)), &[("theme", "drak")]);
    assert_eq!(problems.len(), 2);
}

#[test]
fn a_data_layer_attribute_without_a_value_uses_the_default_name() {
    assert_eq!(attributes(&[("data-layer", "")]).0.start.data_layer.as_deref(), Some("dataLayer"));
}

#[test]
fn an_empty_language_is_the_language_of_the_page() {
    assert_eq!(attributes(&[("lang", "")]), (Settings::default(), Vec::new()));
}

#[test]
fn an_empty_attribute_is_reported() {
    for name in ["provider-name", "cta-url", "cta-label", "flow", "theme", "storage-key", "currency"] {
        let (config, problems) = attributes(&[(name, "")]);
        assert_eq!(config, Settings::default());
        assert!(problems[0].starts_with(&format!("empty at attribute {name}: found \"\", expected ")), "{problems:?}");
    }
}

// @threat-contact-settings @threat-changed-weights
#[test]
fn document_only_settings_are_not_attributes() {
    for name in [
        "provider-sells",
        "events",
        "frame-parents",
        "cta",
        "weights",
        "contact",
        "privacy-url",
        "legal-name",
        "postal-address",
        "version",
        "$schema",
        "ctaUrl",
        "__proto__",
    ] {
        let (config, problems) = attributes(&[(name, "detailed")]);
        assert_eq!(config, Settings::default());
        let expected =
            format!("unknown-setting at attribute {name}: found \"detailed\", expected the name of a setting");
        assert_eq!(problems, [expected]);
    }
}

#[test]
fn attributes_are_checked_as_documents_are() {
    let (config, problems) = attributes(&[("cta-url", "javascript:alert(1)"), ("provider-name", "a\u{202e}b")]);
    assert_eq!(config, Settings::default());
    let expected = [
        "forbidden-scheme at attribute cta-url: found \"javascript:alert(1)\", \
         expected an address that begins with https:, mailto: or tel:",
        "unsafe-text at attribute provider-name: found \"a\u{fffd}b\", \
         expected text without control or invisible characters",
    ];
    assert_eq!(problems, expected);
}

#[test]
fn the_last_of_two_equal_parameters_wins() {
    assert_eq!(attributes(&[("theme", "light"), ("theme", "dark")]).0.start.theme, Theme::Dark);
}

#[test]
fn repeated_parameters_report_each_kind_of_mistake_once() {
    let (_, problems) = attributes(&[("theme", "drak"), ("theme", ""), ("theme", "lihgt")]);
    let codes: Vec<&str> = problems.iter().map(|line| line.split(" at ").next().unwrap()).collect();
    assert_eq!(codes, ["unknown-value", "empty"]);
}
