//! `localStorage`.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::json;
use crate::{
    json::Value,
    session::{KeyValueStore, LONGEST_DRAFT, StoreFault},
};

/// Name of the exception when the storage is full.
const QUOTA_EXCEEDED: &str = "QuotaExceededError";

/// `localStorage`, requested for each call: the page may have lost access to it since the last one.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalStore;

impl KeyValueStore for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        storage()?.get_item(key).map_err(fault)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        storage()?.set_item(key, text).map_err(fault)
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        storage()?.remove_item(key).map_err(fault)
    }
}

fn storage() -> Result<Storage, StoreFault> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(storage))) => Ok(storage),
        _ => Err(StoreFault::Blocked),
    }
}

fn fault(error: JsValue) -> StoreFault {
    let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
    if name.as_deref() == Some(QUOTA_EXCEEDED) { StoreFault::Full } else { StoreFault::Blocked }
}

/// The document in a text; `None` if it is not JSON or is longer than any draft.
#[must_use]
pub fn stored_draft(text: &str) -> Option<Value> {
    json::parse(text, LONGEST_DRAFT)
}
