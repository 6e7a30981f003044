//! Short names: language, currency, data layer.

use super::{document, refused, set};

#[test]
fn language_tags_are_kept_as_they_are() {
    for tag in ["en", "EN", "pt-BR", "zh-Hant-TW", "de-DE-u-nu-latn", "gsw", "es-419", "sl-rozaj-biske-1994"] {
        assert_eq!(set("lang", tag).start.lang.as_deref(), Some(tag));
    }
}

#[test]
fn a_malformed_language_tag_is_unknown() {
    for tag in
        ["e", "engl", "en_US", "en-", "-en", "en--US", "english language", "de-toolongsubtag", "1en", "dé", "x-a"]
    {
        assert_eq!(refused("lang", tag), "unknown-value", "{tag}");
    }
}

#[test]
fn a_language_tag_has_at_most_64_characters() {
    let of_length = |length: usize| format!("de-{}", "a-".repeat(32))[..length].to_owned();
    assert_eq!(set("lang", of_length(64)).start.lang.unwrap().len(), 64);
    assert_eq!(refused("lang", of_length(65)), "too-long");
}

#[test]
fn an_empty_language_is_empty_in_a_document() {
    assert_eq!(refused("lang", ""), "empty");
}

#[test]
fn a_currency_is_converted_to_upper_case() {
    for (text, code) in [("USD", "USD"), ("eur", "EUR"), ("Chf", "CHF")] {
        assert_eq!(set("currency", text).result.currency.as_deref(), Some(code));
    }
}

#[test]
fn a_currency_has_three_letters() {
    for text in ["US", "USDT", "US1", "$", "€€€", "U D"] {
        assert_eq!(refused("currency", text), "unknown-value", "{text}");
    }
    assert_eq!(refused("currency", ""), "empty");
}

#[test]
fn variable_names_are_kept_as_they_are() {
    for name in ["dataLayer", "_mtm", "$", "a1", "ADOBE_layer", "_"] {
        assert_eq!(set("dataLayer", name).start.data_layer.as_deref(), Some(name));
    }
}

#[test]
fn an_invalid_variable_name_is_unknown() {
    for name in ["1layer", "data-layer", "data.layer", "data layer", "layer[0]", "dätaLayer", "x;alert(1)"] {
        assert_eq!(refused("dataLayer", name), "unknown-value", "{name}");
    }
}

#[test]
fn a_variable_name_has_at_most_40_characters() {
    assert_eq!(set("dataLayer", "d".repeat(40)).start.data_layer.unwrap().len(), 40);
    assert_eq!(refused("dataLayer", "d".repeat(41)), "too-long");
}

#[test]
fn an_empty_data_layer_is_empty_in_a_document() {
    assert_eq!(refused("dataLayer", ""), "empty");
}

#[test]
fn true_is_not_a_data_layer() {
    let (_, problems) = document(r#"{"dataLayer": true}"#);
    let expected = "wrong-type at $.dataLayer: found true, expected a name of 1 to 40 letters, digits, _ or $, not starting with a digit";
    assert_eq!(problems, [expected]);
}
