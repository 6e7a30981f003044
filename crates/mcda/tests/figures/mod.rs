//! Reading published and exact figures from JSON, and comparing with them.
#![allow(dead_code, reason = "every test file takes what it needs")]

use serde_json::Value;

pub fn parse(json: &str) -> Value {
    serde_json::from_str(json).expect("valid JSON")
}

pub fn array(value: &Value) -> &[Value] {
    value.as_array().expect("an array")
}

pub fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

pub fn numbers(value: &Value) -> Vec<f64> {
    array(value).iter().map(number).collect()
}

pub fn rows(value: &Value) -> Vec<Vec<f64>> {
    array(value).iter().map(numbers).collect()
}

pub fn ratings(value: &Value) -> Vec<u8> {
    numbers(value).into_iter().map(|rating| rating as u8).collect()
}

#[track_caller]
pub fn assert_close(actual: f64, expected: f64, tolerance: f64) {
    let distance = (actual - expected).abs();
    assert!(distance <= tolerance, "{actual} is not within {tolerance} of {expected}");
}

#[track_caller]
pub fn assert_all_close(actual: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(actual.len(), expected.len());
    for (&actual, &expected) in actual.iter().zip(expected) {
        assert_close(actual, expected, tolerance);
    }
}
