//! The reader's verdict on the documents of `tests/fixtures/configurations.json`. `tests/javascript/schema.test.js` asks the
//! schema.

use serde_json::Value;

use super::document;

fn documents(part: &str) -> Vec<Value> {
    let mut all: Value = serde_json::from_str(include_str!("../fixtures/configurations.json")).unwrap();
    let Value::Array(documents) = all[part].take() else { panic!("{part}") };
    documents
}

#[test]
fn good_documents_have_no_problems() {
    for good in documents("accepted") {
        assert_eq!(document(&good.to_string()).1, [""; 0], "{good}");
    }
}

#[test]
fn bad_documents_have_problems() {
    let refused = documents("refused");
    assert!(refused.len() >= 60, "{}", refused.len());
    for entry in refused.into_iter().chain(documents("refusedByTheReaderOnly")) {
        assert_ne!(document(&entry[1].to_string()).1, [""; 0], "{entry}");
    }
}

#[test]
fn every_setting_has_a_good_and_a_bad_document() {
    let has = |documents: &[Value], key: &str| documents.iter().any(|document| document.get(key).is_some());
    let refused: Vec<Value> = documents("refused").into_iter().map(|mut entry| entry[1].take()).collect();
    for key in config::Setting::all().filter_map(config::Setting::key) {
        assert!(has(&documents("accepted"), key) && has(&refused, key), "{key}");
    }
}
