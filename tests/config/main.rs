//! The site owner's settings, and the problems reported for invalid ones.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod addresses;
mod agreement;
mod attributes;
mod calls;
mod choices;
mod contact;
mod documentation;
mod documents;
mod fingerprint;
mod fixture;
mod generated;
mod laws;
mod lists;
mod names;
mod origins;
mod problems;
mod provider;
#[path = "../report/schema.rs"]
#[allow(dead_code, reason = "each test program uses a part of it")]
mod schema;
mod texts;
mod weights;

use config::{DraftStorage, Settings};

use assessment::json::Value;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The configuration from a document, and its problems as the console shows them.
fn document(text: &str) -> (Settings, Vec<String>) {
    read(Some(&json(text)), &[])
}

/// The configuration from attributes, and their problems as the console shows them.
fn attributes(attributes: &[(&str, &str)]) -> (Settings, Vec<String>) {
    read(None, attributes)
}

fn read(document: Option<&Value>, attributes: &[(&str, &str)]) -> (Settings, Vec<String>) {
    let attributes: Vec<(String, String)> =
        attributes.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let (config, problems) = Settings::read(document, &attributes);
    (config, problems.iter().map(ToString::to_string).collect())
}

/// The configuration from a document with one setting and no problem.
fn set(key: &str, value: impl Into<Value>) -> Settings {
    let value = value.into();
    let (config, problems) = read(Some(&Value::object([(key, value.clone())])), &[]);
    assert_eq!(problems, [""; 0], "{key}: {value:?}");
    config
}

/// The code of the only problem of a document with one setting. Everything keeps its default, except that an invalid
/// `storage` is `none`.
fn refused(key: &str, value: impl Into<Value>) -> &'static str {
    let value = value.into();
    let (config, problems) = Settings::read(Some(&Value::object([(key, value.clone())])), &[]);
    let mut expected = Settings::default();
    if key == "storage" {
        expected.start.storage = DraftStorage::None;
    }
    assert_eq!(config, expected, "{key}: {value:?}");
    assert_eq!(problems.len(), 1, "{key}: {value:?}: {problems:?}");
    problems[0].expected.0.code()
}
