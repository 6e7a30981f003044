//! The draft in `localStorage`.
#![expect(clippy::disallowed_types, reason = "the only module of the studio that touches storage")]

use gloo_storage::{LocalStorage, Storage as _};

const KEY: &str = "support-fit-studio";

/// Checked before each call, because `raw` panics if access is blocked, and a browser can start to block it at any time.
fn storage() -> Option<web_sys::Storage> {
    match web_sys::window()?.local_storage() {
        Ok(Some(_)) => Some(LocalStorage::raw()),
        _ => None,
    }
}

pub fn get() -> Option<String> {
    storage()?.get_item(KEY).ok()?
}

/// Returns whether there was room.
pub fn set(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(KEY, text).is_ok())
}

pub fn remove() {
    // If it cannot be removed, there is nothing else to do.
    let _ = storage().map(|storage| storage.remove_item(KEY));
}
