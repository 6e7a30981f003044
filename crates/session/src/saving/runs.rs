//! Earlier results on the device: read when a result is shown, and recorded after it.
//!
//! They have a key of their own, so that they survive "Start over". Each change reads them first, since another tab may have
//! changed them. If they cannot be saved there is no history, and no message about it: the one about the answers is enough.

use super::{KeyValueStore, Slot, parse};
use crate::{History, Unread, decode_history, encode_history};
use assessment::{Assessment, json::Codec};

/// Follows the key of the draft.
const SUFFIX: &str = ":history";

/// Where earlier results are saved.
#[derive(Debug)]
pub struct SavedRuns<S> {
    slot: Slot<S>,
    json: Codec,
}

impl<S: KeyValueStore> SavedRuns<S> {
    /// The earlier results that belong to a draft.
    #[must_use]
    pub fn of_draft(store: S, json: Codec, draft_key: &str) -> Self {
        Self { slot: Slot::new(store, [draft_key, SUFFIX].concat()), json }
    }

    /// All saved runs; `None` if they cannot be read.
    #[must_use]
    pub fn all(&self, assessment: &Assessment) -> History {
        self.read(assessment).map(|(history, _)| history).unwrap_or_default()
    }

    /// Changes the saved runs, if `change` returns true. If that cannot be saved, they stay as they were.
    #[inline(never)]
    pub fn change(&self, assessment: &Assessment, change: &dyn Fn(&mut History) -> bool) {
        let Some((mut history, unread)) = self.read(assessment) else { return };
        if !change(&mut history) {
            return;
        }
        let _ = match encode_history(assessment, &history, &unread) {
            Some(document) => self.slot.save(&(self.json.print)(&document, 0)),
            None => self.slot.erase(),
        };
    }

    /// Removes all runs and backups. Returns whether the device allowed it.
    pub fn erase(&self) -> bool {
        self.slot.erase().is_ok()
    }

    /// The saved runs and the parts that were not understood, or `None` if they must not be overwritten.
    fn read(&self, assessment: &Assessment) -> Option<(History, Unread)> {
        let Some(text) = self.slot.load().ok()? else { return Some(Default::default()) };
        match parse(self.json, &text) {
            Some(document) => {
                let part = decode_history(assessment, "$", &document);
                Some((part.value, part.unread))
            }
            None => self.slot.back_up().is_ok().then(Default::default),
        }
    }
}
