//! Drafts in `localStorage`.

use web_sys::Storage;

use super::json;
use crate::{
    json::Value,
    session::{DraftStore, LONGEST_DRAFT, StoreFault},
};

/// Unreadable drafts that are kept; a further one stays where it is, and nothing is saved over it.
const MOST_ASIDE: u8 = 9;

/// Code of the exception for a full storage (`QuotaExceededError`).
const QUOTA_EXCEEDED: &str = "QuotaExceededError";

/// Keeps a draft under a key, and an unreadable one beside it.
#[derive(Debug, Clone)]
pub struct LocalDraftStore {
    key: String,
}

impl LocalDraftStore {
    /// A store under `key`.
    #[must_use]
    pub const fn new(key: String) -> Self {
        Self { key }
    }

    /// The key under which drafts are kept.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Keys for drafts that could not be read; one after the other, so that a second does not replace the first.
    fn aside_keys(&self) -> impl Iterator<Item = String> + '_ {
        (1..=MOST_ASIDE).map(|n| if n == 1 { format!("{}.aside", self.key) } else { format!("{}.aside-{n}", self.key) })
    }

    /// What was put aside last, as it was.
    #[must_use]
    pub fn aside(&self) -> Option<String> {
        let storage = storage().ok()?;
        self.aside_keys().filter_map(|key| storage.get_item(&key).ok()?).last()
    }
}

/// The storage, if the page may use it. It is asked for once and that is what is used: the next time it may throw.
fn storage() -> Result<Storage, StoreFault> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(storage))) => Ok(storage),
        _ => Err(StoreFault::Blocked),
    }
}

fn fault(error: &wasm_bindgen::JsValue) -> StoreFault {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    if name.as_deref() == Some(QUOTA_EXCEEDED) { StoreFault::Full } else { StoreFault::Blocked }
}

impl DraftStore for LocalDraftStore {
    fn load(&self) -> Result<Option<Value>, StoreFault> {
        let text = storage()?.get_item(&self.key).map_err(|error| fault(&error))?;
        let Some(text) = text else { return Ok(None) };
        stored_draft(&text).map(Some).ok_or(StoreFault::Corrupt)
    }

    fn save(&self, draft: &Value) -> Result<(), StoreFault> {
        storage()?.set_item(&self.key, &json::print(draft, 0)).map_err(|error| fault(&error))
    }

    fn set_aside(&self) -> Result<(), StoreFault> {
        let storage = storage()?;
        let Some(text) = storage.get_item(&self.key).map_err(|error| fault(&error))? else { return Ok(()) };
        for key in self.aside_keys() {
            match storage.get_item(&key).map_err(|error| fault(&error))? {
                Some(kept) if kept == text => return Ok(()),
                Some(_) => {}
                None => return storage.set_item(&key, &text).map_err(|error| fault(&error)),
            }
        }
        Err(StoreFault::Full)
    }

    fn erase(&self) -> Result<(), StoreFault> {
        let storage = storage()?;
        let mut erased = Ok(());
        for key in self.aside_keys().chain([self.key.clone()]) {
            // What cannot be removed keeps nothing else here.
            erased = erased.and(storage.remove_item(&key).map_err(|error| fault(&error)));
        }
        erased
    }
}

/// A draft as it stands in the storage; none if it is none, or too long for one.
#[must_use]
pub fn stored_draft(text: &str) -> Option<Value> {
    json::parse(text, LONGEST_DRAFT)
}
