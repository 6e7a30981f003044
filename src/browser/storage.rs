//! `localStorage`.
#![expect(clippy::disallowed_types, reason = "the only module that touches storage")]

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};

use session::{KeyValueStore, StoreFault};

#[wasm_bindgen]
extern "C" {
    /// Whatever storage has thrown.
    type Thrown;
    #[wasm_bindgen(method, getter, catch)]
    fn name(this: &Thrown) -> Result<JsValue, JsValue>;
}

const QUOTA_EXCEEDED: &str = "QuotaExceededError";

/// Converts exceptions to [`StoreFault`].
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

/// Checked before each call, because `raw` panics if access is blocked, and a browser can start to block it at any time.
fn storage() -> Result<web_sys::Storage, StoreFault> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(StoreFault::Blocked),
    }
}

fn fault(error: JsValue) -> StoreFault {
    let name = error.unchecked_ref::<Thrown>().name().ok().and_then(|name| name.as_string());
    if name.as_deref() == Some(QUOTA_EXCEEDED) { StoreFault::Full } else { StoreFault::Blocked }
}
