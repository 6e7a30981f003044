//! Short names: language, currency, data layer.

use super::{document, refused, set};

#[test]
fn language_tags_are_kept_as_they_are() {
    for tag in ["en", "EN", "pt-BR", "zh-Hant-TW", "de-DE-u-nu-latn", "gsw", "es-419", "sl-rozaj-biske-1994"] {
        assert_eq!(set("lang", tag).lang.as_deref(), Some(tag));
    }
}

#[test]
fn what_has_not_the_shape_of_a_language_tag_is_unknown() {
    for tag in
        ["e", "engl", "en_US", "en-", "-en", "en--US", "english language", "de-toolongsubtag", "1en", "dé", "x-a"]
    {
        assert_eq!(refused("lang", tag), "unknown-value", "{tag}");
    }
}

#[test]
fn a_language_tag_has_64_characters_at_most() {
    let of_length = |length: usize| format!("de-{}", "a-".repeat(32))[..length].to_owned();
    assert_eq!(set("lang", of_length(64)).lang.unwrap().len(), 64);
    assert_eq!(refused("lang", of_length(65)), "too-long");
}

#[test]
fn an_empty_language_is_empty_in_a_document() {
    assert_eq!(refused("lang", ""), "empty");
}

#[test]
fn a_currency_is_kept_in_capitals() {
    for (text, code) in [("USD", "USD"), ("eur", "EUR"), ("Chf", "CHF")] {
        assert_eq!(set("currency", text).currency.as_deref(), Some(code));
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
fn names_of_variables_are_kept_as_they_are() {
    for name in ["dataLayer", "_mtm", "$", "a1", "ADOBE_layer", "_"] {
        assert_eq!(set("dataLayer", name).data_layer.as_deref(), Some(name));
    }
}

#[test]
fn what_is_no_name_of_a_variable_is_unknown() {
    for name in ["1layer", "data-layer", "data.layer", "data layer", "layer[0]", "dätaLayer", "x;alert(1)"] {
        assert_eq!(refused("dataLayer", name), "unknown-value", "{name}");
    }
}

#[test]
fn a_name_of_a_variable_has_40_characters_at_most() {
    assert_eq!(set("dataLayer", "d".repeat(40)).data_layer.unwrap().len(), 40);
    assert_eq!(refused("dataLayer", "d".repeat(41)), "too-long");
}

#[test]
fn an_empty_data_layer_is_empty_in_a_document() {
    assert_eq!(refused("dataLayer", ""), "empty");
}

#[test]
fn true_is_no_data_layer() {
    let (_, problems) = document(r#"{"dataLayer": true}"#);
    let expected = "wrong-type at $.dataLayer: found true, expected a name of 1 to 40 letters, digits, _ or $, not starting with a digit";
    assert_eq!(problems, [expected]);
}
