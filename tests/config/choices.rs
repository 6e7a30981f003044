//! Settings with a fixed set of keywords.

use assessment::{Alternative, json::Value};

use config::{Detail, DraftStorage, Expected, Flow, Loading, Order, Settings, Theme};

use super::{attributes, refused, set};

#[test]
fn each_flow_has_a_name() {
    for (name, flow) in Flow::CODES.iter().zip(Flow::ALL) {
        assert_eq!((set("flow", *name).start.flow, flow.code()), (*flow, *name));
    }
}

#[test]
fn each_order_has_a_name() {
    for (name, order) in Order::CODES.iter().zip(Order::ALL) {
        assert_eq!((set("order", *name).result.order, order.code()), (*order, *name));
    }
}

#[test]
fn each_theme_has_a_name() {
    for (name, theme) in Theme::CODES.iter().zip(Theme::ALL) {
        assert_eq!((set("theme", *name).start.theme, theme.code()), (*theme, *name));
    }
}

#[test]
fn each_storage_has_a_name() {
    for (name, storage) in DraftStorage::CODES.iter().zip(DraftStorage::ALL) {
        assert_eq!((set("storage", *name).start.storage, storage.code()), (*storage, *name));
    }
}

#[test]
fn each_detail_of_events_has_a_name() {
    for (name, detail) in Detail::CODES.iter().zip(Detail::ALL) {
        assert_eq!((set("events", *name).start.events, detail.code()), (*detail, *name));
    }
}

#[test]
fn each_loading_mode_has_a_name() {
    for (name, loading) in Loading::CODES.iter().zip(Loading::ALL) {
        let (config, problems) = attributes(&[("loading", *name)]);
        assert_eq!((config.start.loading, loading.code(), problems.len()), (*loading, *name, 0));
    }
}

#[test]
fn the_first_keyword_is_the_default() {
    let config = Settings::default();
    assert_eq!(config.start.flow, Flow::ALL[0]);
    assert_eq!(config.result.order, Order::ALL[0]);
    assert_eq!(config.start.theme, Theme::ALL[0]);
    assert_eq!(config.start.storage, DraftStorage::ALL[0]);
    assert_eq!(config.start.events, Detail::ALL[0]);
    assert_eq!(config.start.loading, Loading::ALL[0]);
}

#[test]
fn keywords_match_exactly() {
    for key in ["flow", "order", "theme", "storage", "events"] {
        for word in ["Auto", "DARK", " light", "full ", "locale", "detail", "0"] {
            assert_eq!(refused(key, word), "unknown-value", "{key}: {word}");
        }
    }
}

#[test]
fn an_empty_keyword_is_rejected() {
    for key in ["flow", "order", "theme", "storage", "events"] {
        assert_eq!(refused(key, ""), "empty", "{key}");
    }
}

// @threat-storage-none
#[test]
fn a_storage_that_is_not_known_saves_nothing() {
    for unknown in ["NONE", " none ", "None", "none;", "LOCAL", "memory", ""] {
        let (config, problems) = attributes(&[("storage", unknown)]);
        assert_eq!(config.start.storage, DraftStorage::None, "{unknown:?}");
        assert!(problems[0].to_string().ends_with("so no answers are saved"), "{}", problems[0]);
    }
    for unknown in [Value::from(false), Value::from(0.0), Value::from("NONE")] {
        let document = Value::object([("storage", unknown.clone())]);
        assert_eq!(Settings::read(Some(&document), &[]).0.start.storage, DraftStorage::None, "{unknown:?}");
    }
}

#[test]
fn a_non_string_keyword_is_a_wrong_type() {
    for key in ["flow", "order", "theme", "storage", "events"] {
        for value in [Value::from(true), Value::from(0.0), Value::List(Vec::new())] {
            assert_eq!(refused(key, value), "wrong-type", "{key}");
        }
    }
}

#[test]
fn a_document_is_meant_for_frames_only_if_it_says_true() {
    assert!(set("frame", true).result.frame);
    assert!(!set("frame", false).result.frame);
    for value in [Value::from("true"), Value::from(1.0), Value::List(vec![true.into()])] {
        assert_eq!(refused("frame", value), "wrong-type");
    }
}

#[test]
fn a_problem_lists_exactly_the_valid_keywords() {
    fn words(names: &[&str]) -> String {
        let (last, others) = names.split_last().unwrap();
        format!("{} or {last}", others.join(", "))
    }
    assert_eq!(Expected::FLOW.text(), words(Flow::CODES));
    assert_eq!(Expected::ORDER.text(), words(Order::CODES));
    assert_eq!(Expected::THEME.text(), words(Theme::CODES));
    assert_eq!(Expected::DRAFT_STORAGE.text(), words(DraftStorage::CODES) + ", so no answers are saved");
    assert_eq!(Expected::LOADING.text(), words(Loading::CODES));
    assert_eq!(Expected::DETAIL.text(), words(Detail::CODES));
    assert_eq!(Expected::ALTERNATIVE.text(), words(&Alternative::NAMES));
}
