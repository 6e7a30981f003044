//! Saves and restores the draft, and never overwrites answers that were not read.

use std::cell::Cell;

use super::{KeyValueStore, SavedRuns, Slot, StoreFault, parse};
use crate::{Course, Notice, Place, Session, decode, draft::saved_at};
use assessment::{
    Assessment,
    json::{Codec, Value},
};

/// The result of [`Keeper::resume`].
#[derive(Debug)]
pub struct Resumed {
    /// The session of the saved draft, or a new one, with the notice to show.
    pub session: Session,
    /// When the draft was saved, as it says (ISO 8601, UTC); may be any text.
    pub saved: Option<String>,
}

/// What another tab did to the saved draft.
#[derive(Debug, Clone, PartialEq)]
pub enum OtherTab {
    /// It saved this draft.
    Saved(Value),
    /// It erased the draft.
    Erased,
}

/// Saves one visitor's draft, on the device if possible.
pub struct Keeper<S> {
    json: Codec,
    /// `None` if nothing is to be saved on the device.
    slot: Option<Slot<S>>,
    runs: Option<SavedRuns<S>>,
    /// The saved text can be neither read nor backed up, so nothing may overwrite it.
    protected: Cell<bool>,
    /// Loading failed, so there may be a draft that nobody has read. It is backed up before it is overwritten.
    unread: Cell<bool>,
    /// Called with the text of each draft, and with an empty text when everything was erased. That copy comes back as
    /// `in_memory` after the element was detached, and can be offered as a file after a crash.
    copy: Box<dyn Fn(&str)>,
    in_memory: Option<String>,
}

impl<S: KeyValueStore + Clone> Keeper<S> {
    /// Saves drafts in `store` under `key`; without a key, only by calling `copy`.
    #[must_use]
    pub fn new(store: S, json: Codec, key: Option<String>, in_memory: Option<String>, copy: Box<dyn Fn(&str)>) -> Self {
        let runs = key.as_deref().map(|key| SavedRuns::of_draft(store.clone(), json, key));
        let slot = key.map(|key| Slot::new(store, key));
        Self { json, slot, runs, protected: Cell::new(false), unread: Cell::new(false), copy, in_memory }
    }
}

impl<S: KeyValueStore> Keeper<S> {
    /// Earlier results; `None` if nothing is to be saved on the device.
    #[must_use]
    pub fn runs(&self) -> Option<&SavedRuns<S>> {
        self.runs.as_ref()
    }

    /// Restores the draft from the device or from memory, whichever was saved later.
    #[must_use]
    pub fn resume(&self, assessment: &'static Assessment, course: Course) -> Resumed {
        let (mut session, saved, notice) = match self.restored(assessment, course) {
            Ok((session, saved, notice)) => (session, Some(saved), notice),
            Err(notice) => (Session::new(assessment, course, None), None, notice),
        };
        session.start_with(notice);
        Resumed { session, saved }
    }

    /// The saved session, when it was saved, and a notice; without a session only a notice.
    fn restored(
        &self,
        assessment: &'static Assessment,
        course: Course,
    ) -> Result<(Session, String, Option<Notice>), Option<Notice>> {
        let loaded = self.slot.as_ref().map_or(Ok(None), Slot::load);
        self.unread.set(loaded.is_err());
        let stored = match loaded.as_ref().ok().and_then(Option::as_deref) {
            None => None,
            Some(text) => match parse(self.json, text) {
                None => return Err(Some(self.backed_up(Notice::Unreadable))),
                Some(document) => Some((text, document)),
            },
        };
        let in_memory = self.in_memory.as_deref().and_then(|text| Some((text, parse(self.json, text)?)));
        let latest = match (stored, in_memory) {
            (Some(stored), Some(in_memory)) if saved_at(&stored.1) > saved_at(&in_memory.1) => Some(stored),
            (stored, in_memory) => in_memory.or(stored),
        };
        let Some((text, document)) = latest else {
            return Err(loaded.is_err().then_some(Notice::Blocked));
        };
        match decode(assessment, &document, None) {
            Err(problem) => {
                let is_newer = problem.path == "$.schema";
                let notice = if is_newer { Notice::Newer } else { Notice::Unreadable };
                Err(Some(self.backed_up(notice)))
            }
            Ok(decoded) => {
                (self.copy)(text);
                let saved = decoded.draft.saved.clone();
                let session = Session::resume(assessment, course, decoded.draft, None);
                // On the first question the visitor sees that the answer is still there.
                let is_at_start = session.path().first().map(|id| Place::Question(*id)) == Some(session.place());
                let notice = match decoded.problems.is_empty() {
                    false => Some(Notice::Partly),
                    true => (!session.is_untouched() && !is_at_start).then_some(Notice::Resumed),
                };
                Ok((session, saved, notice))
            }
        }
    }

    /// Backs up an unreadable text. Returns `notice`, or [`Notice::Full`] if that failed.
    fn backed_up(&self, notice: Notice) -> Notice {
        let is_safe = self.slot.as_ref().is_none_or(|slot| slot.back_up().is_ok());
        self.protected.set(!is_safe);
        if is_safe { notice } else { Notice::Full }
    }

    /// Saves the session at `time` (ISO 8601, UTC). Returns whether it is on the device now; false if it is not meant to be.
    ///
    /// # Errors
    /// [`StoreFault`] if it was not saved.
    pub fn save(&self, session: &Session, time: &str) -> Result<bool, StoreFault> {
        let text = (self.json.print)(&session.document(time), 0);
        (self.copy)(&text);
        let slot = self.slot.as_ref().filter(|_| !self.protected.get());
        if self.unread.get() {
            slot.map_or(Ok(()), Slot::back_up)?;
            self.unread.set(false);
        }
        slot.map_or(Ok(()), |slot| slot.save(&text))?;
        Ok(slot.is_some())
    }

    /// Removes everything that was saved. Returns whether nothing of this visit is left on the device.
    pub fn erase(&self) -> bool {
        let draft = self.slot.as_ref().is_none_or(|slot| slot.erase().is_ok());
        let runs = self.runs.as_ref().is_none_or(SavedRuns::erase);
        self.protected.set(false);
        (self.copy)("");
        // As long as the store could not be read, nothing was written to it either.
        self.unread.get() || draft && runs
    }

    /// The latest text that could not be read, as it was.
    #[must_use]
    pub fn unreadable_text(&self) -> Option<String> {
        self.slot.as_ref().and_then(Slot::latest_backup)
    }

    /// What another tab did, given the key and the new text of a change in the store; no key means that all was removed.
    /// `None` if that is not about the draft.
    #[must_use]
    pub fn changed_elsewhere(&self, key: Option<&str>, text: Option<&str>) -> Option<OtherTab> {
        let slot = self.slot.as_ref()?;
        if key.is_some_and(|key| key != slot.key()) {
            return None;
        }
        match text {
            None => Some(OtherTab::Erased),
            Some(text) => parse(self.json, text).map(OtherTab::Saved),
        }
    }
}
