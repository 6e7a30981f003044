//! `localStorage` behind a slot, read and written by independent code, gloo-storage. The test runs in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_types, reason = "it looks at what was stored")]

use gloo_storage::{LocalStorage, Storage as _};
use session::Slot;
use support_fit::browser::LocalStore;
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// An empty slot; each test has its own key.
fn slot(key: &str) -> Slot<LocalStore> {
    let slot = Slot::new(LocalStore, key.to_owned());
    slot.erase_all_if(&|_| true).unwrap();
    slot
}

fn text(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(key).unwrap()
}

#[test]
fn a_saved_string_is_in_local_storage_under_its_key() {
    slot("saved").save("{\"schema\":3}").unwrap();
    assert_eq!(text("saved").unwrap(), "{\"schema\":3}");
}

#[test]
fn a_string_saved_by_other_code_is_loaded() {
    let slot = slot("loaded");
    LocalStorage::raw().set_item("loaded", "naïve ☃ 漢字").unwrap();
    assert_eq!(slot.load().unwrap().unwrap(), "naïve ☃ 漢字");
}

#[test]
fn a_string_is_backed_up_unchanged() {
    let slot = slot("unreadable");
    LocalStorage::raw().set_item("unreadable", "{half").unwrap();
    slot.back_up().unwrap();
    assert_eq!(text("unreadable.aside").unwrap(), "{half");
    assert_eq!(slot.latest_backup().unwrap(), "{half");
}

#[test]
fn erasing_leaves_nothing() {
    let slot = slot("erased");
    LocalStorage::raw().set_item("erased", "{half").unwrap();
    slot.back_up().unwrap();
    slot.erase_all_if(&|_| true).unwrap();
    assert_eq!((slot.load(), text("erased"), text("erased.aside")), (Ok(None), None, None));
}
