//! Earlier results on the device: read when a result is shown, and recorded after it.
//!
//! They have a key of their own, so that they survive "Start over". Each change reads them first, since another tab may have
//! changed them. If they cannot be saved there is no history, and no message about it: the one about the answers is enough.

use super::{KeyValueStore, Slot, StoreFault, parse};
use crate::{History, Unread, decode_history, encode_history};
use assessment::{
    Assessment,
    json::{Codec, Value},
};

/// Follows the key of the draft.
const SUFFIX: &str = ":history";

/// How every version has printed the beginning of a list of runs.
const BEGINNING: &str = "[{\"date\":\"";

/// Whether a document is a list with a run, by what every version has written.
fn are_runs(document: &Value) -> bool {
    let is_run = |run: &Value| run.get("shares").is_some() && run.get("verdict").is_some();
    document.as_list().is_some_and(|runs| runs.iter().any(is_run))
}

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
            None => self.erase(),
        };
    }

    /// Removes all runs, and their backups.
    ///
    /// # Errors
    /// The first [`StoreFault`]; something may be left then.
    pub fn erase(&self) -> Result<(), StoreFault> {
        self.slot.erase_all_if(&|text| match parse(self.json, text) {
            Some(document) => are_runs(&document),
            None => text.starts_with(BEGINNING),
        })
    }

    /// Takes over the runs of another key, if there are none yet. Those that cannot be moved now may be at a later visit.
    pub(super) fn move_from(&self, old: &Self) {
        if self.slot.load() == Ok(None)
            && let Ok(Some(text)) = old.slot.load()
            && self.is_ours(&text)
            && self.slot.save(&text).is_ok()
        {
            let _ = old.slot.remove();
        }
    }

    /// Removes the runs if they are certainly ours.
    pub(super) fn erase_ours(&self) -> Result<(), StoreFault> {
        self.slot.erase_if(&|text| self.is_ours(text))
    }

    /// Whether a text is a list of runs.
    fn is_ours(&self, text: &str) -> bool {
        self.document(text).is_some()
    }

    /// The runs in a saved text.
    fn document(&self, text: &str) -> Option<Value> {
        parse(self.json, text).filter(are_runs)
    }

    /// The saved runs and the parts that were not understood, or `None` if they must not be overwritten.
    fn read(&self, assessment: &Assessment) -> Option<(History, Unread)> {
        let Some(text) = self.slot.load().ok()? else { return Some(Default::default()) };
        match self.document(&text) {
            Some(document) => {
                let part = decode_history(assessment, "$", &document);
                Some((part.value, part.unread))
            }
            None => self.slot.back_up().is_ok().then(Default::default),
        }
    }
}
