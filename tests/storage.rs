//! What is kept in the browser's storage, read and written by another hand: gloo-storage. The test itself runs in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use gloo_storage::{LocalStorage, Storage as _};
use serde_json::json;
use support_fit::{
    browser::LocalDraftStore,
    json::Value,
    session::{DraftStore as _, StoreFault},
};
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A store under a key of its own.
fn store(key: &str) -> LocalDraftStore {
    let store = LocalDraftStore::new(key.to_owned());
    store.erase().unwrap();
    store
}

#[test]
fn a_kept_draft_is_json_under_the_key() {
    let store = store("kept");
    store.save(&Value::Object(vec![("schema".to_owned(), Value::Number(3.0))])).unwrap();
    assert_eq!(LocalStorage::get::<serde_json::Value>("kept").unwrap(), json!({ "schema": 3 }));
}

#[test]
fn a_draft_that_somebody_else_wrote_is_read() {
    let store = store("written");
    LocalStorage::set("written", json!({ "schema": 3 })).unwrap();
    let draft = store.load().unwrap().unwrap();
    assert_eq!(draft, Value::Object(vec![("schema".to_owned(), Value::Number(3.0))]));
}

#[test]
fn what_is_no_draft_is_put_aside_as_it_was() {
    let store = store("unreadable");
    LocalStorage::raw().set_item("unreadable", "{half").unwrap();
    assert_eq!(store.load(), Err(StoreFault::Corrupt));
    store.set_aside().unwrap();
    assert_eq!(LocalStorage::raw().get_item("unreadable.aside").unwrap().unwrap(), "{half");
    assert_eq!(store.aside().unwrap(), "{half");
}

#[test]
fn erasing_leaves_nothing() {
    let store = store("erased");
    LocalStorage::raw().set_item("erased", "{half").unwrap();
    store.set_aside().unwrap();
    store.erase().unwrap();
    assert_eq!(store.load(), Ok(None));
    assert!(LocalStorage::get::<serde_json::Value>("erased.aside").is_err());
}
