//! Names, labels and keys.

use assessment::json::Value;

use super::{attributes, document, read, refused, set};

fn provider_name(text: &str) -> Option<String> {
    set("providerName", text).result.provider_name
}

#[test]
fn text_is_kept_as_it_is() {
    for text in ["Marlow & Finch IT", "<b>Acme</b>", "Müller GmbH", "株式会社", "👩‍💻 Support", "a\u{301}", "\"", "\\"]
    {
        assert_eq!(provider_name(text).as_deref(), Some(text));
    }
}

#[test]
fn each_text_sets_its_own_field() {
    let (config, problems) = document(r#"{"providerName": "a", "ctaLabel": "b", "storageKey": "c"}"#);
    assert_eq!(problems, [""; 0]);
    let texts = [config.result.provider_name, config.result.cta_label, config.start.storage_key];
    assert_eq!(texts.map(Option::unwrap), ["a", "b", "c"]);
}

#[test]
fn whitespace_around_text_is_ignored() {
    assert_eq!(provider_name(" \t\n Acme IT\u{a0}\r\n").as_deref(), Some("Acme IT"));
}

#[test]
fn whitespace_only_text_is_empty() {
    for text in ["", " ", "\n\t", "\u{a0}", "\u{200d}", " \u{200c}\u{200d} "] {
        assert_eq!(refused("providerName", text), "empty", "{text:?}");
    }
}

#[test]
fn a_label_has_at_most_80_characters() {
    assert!(provider_name(&"é".repeat(80)).is_some());
    assert_eq!(refused("providerName", "é".repeat(81)), "too-long");
    assert_eq!(refused("ctaLabel", "x".repeat(81)), "too-long");
}

#[test]
fn a_storage_key_has_at_most_100_characters() {
    assert_eq!(set("storageKey", "k".repeat(100)).start.storage_key.unwrap().len(), 100);
    assert_eq!(refused("storageKey", "k".repeat(101)), "too-long");
}

// @threat-storage-keys
#[test]
fn every_key_begins_with_our_name_and_other_characters_than_those_of_names_are_refused() {
    // The loader has the same cases: tests/javascript/keys.test.js.
    for case in super::json(include_str!("../fixtures/storage-keys.json")).as_list().unwrap() {
        let text = |name| case.get(name).and_then(Value::as_text).map(str::to_owned);
        let given = text("given").unwrap();
        let (config, problems) = attributes(&[("storage-key", &given)]);
        assert_eq!(config.start.draft_key(), text("key"), "{given:?}");
        assert_eq!(config.start.old_draft_key().map(str::to_owned), text("old"), "{given:?}");
        assert_eq!(problems.is_empty(), config.start.draft_key().is_some(), "{given:?}: {problems:?}");
        let document = Value::object([("storageKey", Value::from(given.as_str()))]);
        let (same, problems) = read(Some(&document), &[]);
        assert_eq!(same, config, "{given:?}");
        assert!(problems.iter().all(|line| line.contains("expected 1 to 100 letters, digits, _ or -")), "{problems:?}");
    }
}

#[test]
fn surrounding_whitespace_does_not_count_toward_the_limit() {
    assert!(provider_name(&format!("{}{}", "x".repeat(80), " ".repeat(500))).is_some());
}

#[test]
fn control_characters_are_rejected() {
    for c in ('\0'..='\x1f').chain('\x7f'..='\u{9f}') {
        assert_eq!(refused("providerName", format!("a{c}b")), "unsafe-text", "{c:?}");
    }
}

#[test]
fn bidirectional_controls_are_rejected() {
    let marks = ['\u{61c}', '\u{200e}', '\u{200f}'].into_iter();
    for c in marks.chain('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}') {
        assert_eq!(refused("ctaLabel", format!("a{c}b")), "unsafe-text", "{c:?}");
    }
}

#[test]
fn zero_width_characters_are_rejected() {
    for c in ['\u{200b}', '\u{2060}', '\u{2064}', '\u{feff}'] {
        assert_eq!(refused("providerName", format!("a{c}b")), "unsafe-text", "{c:?}");
    }
}

#[test]
fn line_and_paragraph_separators_are_rejected() {
    for c in ['\u{2028}', '\u{2029}'] {
        assert_eq!(refused("providerName", format!("a{c}b")), "unsafe-text", "{c:?}");
    }
}

#[test]
fn the_joiners_of_persian_and_hindi_are_allowed() {
    for text in ["می\u{200c}خواهم", "क्\u{200d}ष"] {
        assert_eq!(provider_name(text).as_deref(), Some(text));
    }
}

#[test]
fn right_to_left_text_is_allowed() {
    assert_eq!(provider_name("تقنية المعلومات").as_deref(), Some("تقنية المعلومات"));
}

#[test]
fn non_strings_are_a_wrong_type() {
    for key in ["lang", "providerName", "ctaUrl", "ctaLabel", "storageKey", "currency", "dataLayer"] {
        assert_eq!(refused(key, true), "wrong-type", "{key}");
        assert_eq!(refused(key, 5.0), "wrong-type", "{key}");
        assert_eq!(refused(key, super::json("[]")), "wrong-type", "{key}");
        assert_eq!(refused(key, super::json("{}")), "wrong-type", "{key}");
    }
}
