//! Factors on the weights of dimensions.

use assessment::{Assessment, DimensionId, json::Value, named::dimension};
use config::Expected;

use super::{document, set};

/// The factors of a document, in hundredths.
fn weights(text: &str) -> Vec<(DimensionId, u8)> {
    document(text).0.result.weights
}

#[test]
fn factors_are_in_model_order_with_two_decimals_and_those_of_one_are_left_out() {
    let read =
        weights(r#"{"weights": {"cost": 1.5, "people": 0.5, "control": 1, "growth": 1.004, "security": 1.256}}"#);
    assert_eq!(read, [(dimension::PEOPLE, 50), (dimension::SECURITY, 126), (dimension::COST, 150)]);
}

// @threat-changed-weights
#[test]
fn an_invalid_factor_is_reported_and_the_others_apply() {
    let (settings, problems) =
        document(r#"{"weights": {"cost": 1.5, "people": 3, "control": "2", "growth": 0.499, "price": 1}}"#);
    assert_eq!(settings.result.weights, [(dimension::COST, 150)]);
    let expected = [
        "unknown-value at $.weights.people: found 3, expected a number from 0.5 to 2",
        r#"wrong-type at $.weights.control: found "2", expected a number from 0.5 to 2"#,
        "unknown-value at $.weights.growth: found a number, expected a number from 0.5 to 2",
        "unknown-setting at $.weights.price: found 1, expected the name of an entry",
    ];
    assert_eq!(problems, expected);
}

#[test]
fn factors_of_one_are_as_none() {
    let ones = Assessment::standard().dimensions.iter().map(|dimension| (dimension.id.to_owned(), Value::from(1.0)));
    assert_eq!(set("weights", Value::Object(ones.collect())).fingerprint(), "");
}

#[test]
fn the_console_names_the_bounds_of_the_content() {
    let [least, most] = Assessment::standard().factor_bounds;
    assert_eq!(Expected::FACTOR.text(), format!("a number from {least} to {most}"));
}
