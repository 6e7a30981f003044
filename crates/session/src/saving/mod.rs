//! What is saved on the visitor's device, and what happens when the device refuses.
//!
//! [`Keeper`] saves and restores the draft, [`SavedRuns`] the earlier results. Both go through a [`Slot`]: one text under a
//! key, and backups of texts that could not be read. A slot reaches the device through a [`KeyValueStore`], of which any
//! call may fail; nothing in here knows a browser.

mod keeper;
mod runs;
mod slot;

pub use keeper::{Copied, Keeper, Resumed, Saved};
pub use runs::SavedRuns;
pub use slot::Slot;

use super::LONGEST_DRAFT;
use assessment::json::{Codec, Value};

/// Texts under keys, such as `localStorage`. Any call may fail, even if the one before it succeeded.
pub trait KeyValueStore {
    /// The text under a key, or `None` if there is none.
    ///
    /// # Errors
    /// [`StoreFault`] if it cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault>;

    /// Replaces the text under a key.
    ///
    /// # Errors
    /// [`StoreFault`] if it was not written; the earlier text is still there.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault>;

    /// Removes the text under a key, if there is one.
    ///
    /// # Errors
    /// [`StoreFault`] if it was not removed.
    fn remove(&self, key: &str) -> Result<(), StoreFault>;
}

/// Why a call to the store failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreFault {
    /// The browser does not allow it.
    Blocked,
    /// There is no space left.
    Full,
}

/// The document in a saved text; `None` if it cannot be one of ours.
fn parse(json: Codec, text: &str) -> Option<Value> {
    (json.parse)(text, LONGEST_DRAFT)
}
