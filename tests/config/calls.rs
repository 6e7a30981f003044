//! Calls to action for some results.

use assessment::Alternative;
use config::{CallToAction, Settings};

use super::document;

const ALL: &str = r#"{
    "ctaUrl": "tel:0",
    "cta": {
        "close": {"url": "tel:1", "label": "Close"},
        "lean": {"url": "tel:2"},
        "co-managed": {"url": "tel:3", "label": " Together "}
    }
}"#;

#[test]
fn the_model_in_front_comes_before_the_verdict_unless_it_is_too_close_to_call() {
    let (Settings { result, .. }, problems) = document(ALL);
    assert_eq!(problems, [""; 0]);
    let call = |verdict, leader| result.call_to_action(verdict, leader).unwrap();
    assert_eq!(call("close", Alternative::CoManaged), ("tel:1", Some("Close")));
    assert_eq!(call("lean", Alternative::CoManaged), ("tel:3", Some("Together")));
    assert_eq!(call("clear", Alternative::CoManaged), ("tel:3", Some("Together")));
    assert_eq!(call("lean", Alternative::InHouse), ("tel:2", None));
    assert_eq!(call("clear", Alternative::InHouse), ("tel:0", None));
    assert_eq!(call("only", Alternative::Outsourced), ("tel:0", None));
}

#[test]
fn a_result_without_a_call_of_its_own_has_the_general_one() {
    let of = |text: &str| document(text).0.result;
    assert_eq!(of("{}").call_to_action("lean", Alternative::InHouse), None);
    let settings = of(r#"{"ctaUrl": "tel:0", "cta": {"co-managed": {"url": "tel:3"}}}"#);
    assert_eq!(settings.call_to_action("close", Alternative::CoManaged), Some(("tel:0", None)));
    let settings = of(r#"{"cta": {"co-managed": {"url": "tel:3"}}}"#);
    assert_eq!(settings.call_to_action("close", Alternative::CoManaged), None);
}

#[test]
fn an_invalid_call_is_reported_and_the_others_apply() {
    let (Settings { result, .. }, problems) = document(
        r#"{"cta": {"lean": {"url": "/contact"}, "clear": {"url": "tel:1", "label": 5, "x": 1}, "only": 5, "leen": {}}}"#,
    );
    assert_eq!(result.cta, [("clear", CallToAction { url: "tel:1".to_owned(), label: None })]);
    let expected = [
        r#"not-an-address at $.cta.lean.url: found "/contact", expected an address that begins with https:, mailto: or tel:"#,
        "wrong-type at $.cta.clear.label: found 5, expected 1 to 80 characters",
        "unknown-setting at $.cta.clear.x: found 1, expected the name of an entry",
        "wrong-type at $.cta.only: found 5, expected an object",
        "unknown-setting at $.cta.leen: found an object, expected the name of an entry",
    ];
    assert_eq!(problems, expected);
}
