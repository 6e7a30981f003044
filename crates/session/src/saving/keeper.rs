//! Saves and restores the draft, and never overwrites answers that the visitor does not know of.
//!
//! Other tabs, and other elements on the page, may save under the same key, and the browser does not always say so: it drops
//! storage events for a page in the back/forward cache. So every save compares first. A draft that this visit has neither
//! read nor written is offered instead of overwritten; anything else is backed up.

use std::cell::{Cell, RefCell};

use super::{KeyValueStore, SavedRuns, Slot, StoreFault, parse};
use crate::{Action, Course, Decoded, Draft, Notice, Place, Session, Source, decode};
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

/// The result of [`Keeper::save`].
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// Nothing is to be saved on the device.
    InMemory,
    OnDevice,
    /// It is on the device, and what the visitor wanted to erase is gone by now.
    Erased,
    /// It is on the device, where the earlier draft had been erased.
    AfterErasure,
    /// It is not on the device, because the earlier draft has been erased there and no answer has changed since.
    ErasedElsewhere,
    /// It is not on the device, because another tab has saved this draft.
    Held(Box<Draft>),
}

impl Saved {
    #[must_use]
    pub const fn is_on_device(&self) -> bool {
        matches!(self, Self::OnDevice | Self::Erased | Self::AfterErasure)
    }
}

/// The copy of a draft that the page holds while the element is detached.
#[derive(Debug, Clone)]
pub struct Copied {
    pub text: String,
    /// It was on the device too, so it counts only while the device has a draft.
    pub was_on_device: bool,
}

/// Keeps a draft in memory: its text, and whether it is on the device.
type Remember = Box<dyn Fn(&str, bool)>;

/// Follows the key of the draft.
const BEFORE: &str = ".before";

/// Follows the key of the draft, for a message that the visitor keeps for later.
const MESSAGE: &str = ".message";

/// How every version has printed the beginning of a message.
const BEGINNING_OF_A_MESSAGE: &str = "{\"until\":\"";

/// The text of a draft, and what it says.
type Found = (Copied, Decoded);

/// Whether a document has what every version has written.
fn is_draft(document: &Value) -> bool {
    document.get("schema").and_then(Value::as_small_integer).is_some()
        && document.get("content").and_then(Value::as_text).is_some()
        && document.get("answers").and_then(Value::entries).is_some()
}

/// Whether a damaged text begins as every version has printed drafts: `{"schema":3,"content":"`.
fn begins_like_a_draft(text: &str) -> bool {
    text.starts_with("{\"schema\":") && text.get(11..).is_some_and(|rest| rest.starts_with(",\"content\":\""))
}

/// Whether a text is a kept message.
fn is_message(text: &str) -> bool {
    text.starts_with(BEGINNING_OF_A_MESSAGE)
}

/// Saves one visitor's draft, on the device if possible.
pub struct Keeper<S> {
    json: Codec,
    /// Whether anything is to be saved on the device, or read there. What was saved before can be erased in any case.
    is_saving: bool,
    slot: Slot<S>,
    runs: SavedRuns<S>,
    /// The latest answers that were replaced before the visitor had finished with them.
    before: Slot<S>,
    message: Slot<S>,
    /// Where earlier versions saved.
    old: Option<(Slot<S>, SavedRuns<S>)>,
    /// The text on the device as this visit last read or wrote it. Without one, what is there has to be backed up before it is
    /// overwritten.
    seen: RefCell<Option<Option<String>>>,
    /// The text of another tab that was offered last.
    offered: RefCell<String>,
    /// Something is left that the visitor wanted to erase.
    is_erasing: Cell<bool>,
    /// Called with the text of each draft and whether it is on the device, and with an empty text when everything was erased.
    /// That copy comes back as `in_memory` after the element was detached, and can be offered as a file after a crash.
    copy: Remember,
    in_memory: Option<Copied>,
}

impl<S: KeyValueStore + Clone> Keeper<S> {
    /// Saves drafts in `store` under `key` if `is_saving`, and by calling `copy`.
    #[must_use]
    pub fn new(store: S, json: Codec, key: String, is_saving: bool, in_memory: Option<Copied>, copy: Remember) -> Self {
        let runs = SavedRuns::of_draft(store.clone(), json, &key);
        let before = Slot::new(store.clone(), [&key, BEFORE].concat());
        let message = Slot::new(store.clone(), [&key, MESSAGE].concat());
        let slot = Slot::new(store, key);
        let (seen, offered, is_erasing) = (RefCell::default(), RefCell::default(), Cell::new(false));
        Self { json, is_saving, slot, runs, before, message, old: None, seen, offered, is_erasing, copy, in_memory }
    }

    /// Takes over what earlier versions saved under another key. That key may belong to another program, so only what is
    /// certainly ours is read or removed there.
    #[must_use]
    pub fn moving_from(mut self, store: S, key: Option<&str>) -> Self {
        self.old = key.map(|key| {
            let runs = SavedRuns::of_draft(store.clone(), self.json, key);
            (Slot::new(store, key.to_owned()), runs)
        });
        self
    }
}

impl<S: KeyValueStore> Keeper<S> {
    /// Earlier results; `None` if nothing is to be saved on the device.
    #[must_use]
    pub fn runs(&self) -> Option<&SavedRuns<S>> {
        self.is_saving.then_some(&self.runs)
    }

    /// Restores the draft from the device or from memory, whichever was saved later.
    #[must_use]
    pub fn resume(&self, assessment: &'static Assessment, course: Course) -> Resumed {
        let mut resumed = self.latest(assessment, course);
        let replaced = if self.is_saving { self.before.load().ok().flatten() } else { None };
        if let Some(Decoded { draft, .. }) = replaced.and_then(|text| self.read(assessment, &text).ok())
            && !resumed.session.has_same_answers(&draft)
        {
            resumed.session.start_with_replaced(draft);
        }
        resumed
    }

    fn latest(&self, assessment: &'static Assessment, course: Course) -> Resumed {
        let (stored, problem) = match self.stored(assessment) {
            Ok(found) => (found, None),
            Err(notice) => (None, Some(notice)),
        };
        let is_gone = matches!(*self.seen.borrow(), Some(None));
        let in_memory = self.in_memory.clone().filter(|copied| !(copied.was_on_device && is_gone)).and_then(|copied| {
            let decoded = self.read(assessment, &copied.text).ok()?;
            Some((copied, decoded))
        });
        let (latest, older) = match (stored, in_memory) {
            (Some(stored), Some(in_memory)) if stored.1.draft.saved <= in_memory.1.draft.saved => {
                (Some(in_memory), Some(stored))
            }
            (stored, in_memory) => (stored.or(in_memory), None),
        };
        let Some((copied, decoded)) = latest else {
            let mut session = Session::new(assessment, course, None);
            let is_blocked = self.is_saving && self.seen.borrow().is_none();
            session.start_with(problem.or(is_blocked.then_some(Notice::Blocked)));
            return Resumed { session, saved: None };
        };
        (self.copy)(&copied.text, copied.was_on_device);
        let saved = Some(decoded.draft.saved.clone());
        let mut session = Session::resume(assessment, course, decoded.draft, None);
        // On the first question the visitor sees that the answer is still there.
        let is_at_start = session.path().first().map(|id| Place::Question(*id)) == Some(session.place());
        session.start_with(problem.or(match decoded.problems.is_empty() {
            false => Some(Notice::Partly),
            true => (!session.is_untouched() && !is_at_start).then_some(Notice::Resumed),
        }));
        if older.is_some_and(|(_, older)| !session.has_same_answers(&older.draft)) {
            // They may be from an earlier visit, so they are backed up before they are overwritten.
            self.seen.replace(None);
        }
        Resumed { session, saved }
    }

    /// The draft on the device. A text that is none is backed up.
    fn stored(&self, assessment: &Assessment) -> Result<Option<Found>, Notice> {
        if !self.is_saving {
            return Ok(None);
        }
        let Ok(stored) = self.slot.load() else { return Ok(None) };
        let Some(text) = stored else {
            self.seen.replace(Some(None));
            return Ok(self.moved(assessment));
        };
        let read = self.read(assessment, &text);
        if read.is_err() {
            self.slot.back_up()?;
        }
        self.seen.replace(Some(Some(text.clone())));
        read.map(|decoded| Some((Copied { text, was_on_device: true }, decoded)))
    }

    /// The draft of an earlier version, which is under our key from now on.
    fn moved(&self, assessment: &Assessment) -> Option<Found> {
        let (old, old_runs) = self.old.as_ref()?;
        self.runs.move_from(old_runs);
        let text = old.load().ok()??;
        let decoded = self.certainly_ours(assessment, &text)?;
        if self.slot.save(&text).is_ok() {
            self.seen.replace(Some(Some(text.clone())));
            // What is left is removed when the visitor erases everything.
            let _ = old.remove();
        }
        Some((Copied { text, was_on_device: true }, decoded))
    }

    /// The document in a saved text, if it is ours: bare answers and reports come only from files and host pages.
    fn document(&self, text: &str) -> Option<Value> {
        parse(self.json, text).filter(is_draft)
    }

    #[inline(never)]
    fn read(&self, assessment: &Assessment, text: &str) -> Result<Decoded, Notice> {
        let document = self.document(text).ok_or(Notice::Unreadable)?;
        decode(assessment, &document, None).map_err(|problem| match problem.path.as_str() {
            "$.schema" => Notice::Newer,
            _ => Notice::Unreadable,
        })
    }

    /// The draft in a text, if it has what every version has written.
    fn certainly_ours(&self, assessment: &Assessment, text: &str) -> Option<Decoded> {
        self.read(assessment, text)
            .ok()
            .filter(|Decoded { draft, .. }| !draft.saved.is_empty() && !draft.content.is_empty())
    }

    /// Whether a text under our key is ours, though it may be damaged or from a newer version.
    fn is_ours(&self, text: &str) -> bool {
        parse(self.json, text).map_or_else(|| begins_like_a_draft(text), |document| is_draft(&document))
    }

    /// Saves the session at `time` (ISO 8601, UTC).
    ///
    /// # Errors
    /// [`StoreFault`] if it was not saved.
    pub fn save(&self, session: &Session, time: &str) -> Result<Saved, StoreFault> {
        let text = (self.json.print)(&session.document(time), 0);
        // It can be offered as a file if saving crashes.
        (self.copy)(&text, false);
        if !self.is_saving {
            return Ok(Saved::InMemory);
        }
        let saved = self.save_on_device(session, &text)?;
        if !matches!(saved, Saved::Held(_)) {
            (self.copy)(&text, true);
        }
        Ok(saved)
    }

    fn save_on_device(&self, session: &Session, text: &str) -> Result<Saved, StoreFault> {
        let slot = &self.slot;
        let was_erasing = self.is_erasing.get();
        if was_erasing {
            self.is_erasing.set(!self.erase_beside());
        }
        let stored = slot.load()?;
        let mut set_aside = None;
        let mut saved = if was_erasing && !self.is_erasing.get() { Saved::Erased } else { Saved::OnDevice };
        match &stored {
            _ if self.seen.borrow().as_ref() == Some(&stored) => {}
            None if was_erasing => {}
            None => {
                let last = self.seen.borrow().clone().flatten();
                if last.as_ref().is_some_and(|last| matches!(self.theirs(session, last), Ok(None))) {
                    self.seen.replace(Some(None));
                    return Ok(Saved::ErasedElsewhere);
                }
                if last.is_some() {
                    saved = Saved::AfterErasure;
                }
            }
            Some(now) if self.seen.borrow().is_some() => match self.theirs(session, now) {
                Ok(None) => {}
                Ok(Some(theirs)) if self.is_news(session, now) => return Ok(Saved::Held(theirs)),
                Ok(Some(theirs)) => {
                    let is_lost = theirs.is_own(session.assessment()) && !session.has_declined();
                    set_aside = is_lost.then(|| now.clone());
                }
                Err(_) => slot.back_up()?,
            },
            // The visitor wanted it erased.
            Some(now) if was_erasing && self.is_ours(now) => {}
            Some(_) => slot.back_up()?,
        }
        let is_due = session.is_replaced_due();
        if is_due && let Some(replaced) = session.replaced() {
            set_aside = Some((self.json.print)(&replaced, 0));
        }
        let is_finished = is_due && set_aside.is_none();
        self.replace(session, text, set_aside)?;
        if is_finished {
            // The next visit offers what cannot be removed now.
            let _ = self.erase_replaced();
        }
        self.seen.replace(Some(Some(text.to_owned())));
        Ok(saved)
    }

    /// Saves a draft, and before it the answers that it replaces.
    fn replace(&self, session: &Session, text: &str, set_aside: Option<String>) -> Result<(), StoreFault> {
        let (slot, before) = (&self.slot, &self.before);
        let Some(set_aside) = set_aside else { return slot.save(text) };
        let found = before.load()?;
        if found.as_ref().is_some_and(|found| self.read(session.assessment(), found).is_err()) {
            before.back_up()?;
        }
        before.save(&set_aside)?;
        slot.save(text).inspect_err(|_| {
            // The draft may be what was there.
            let _ = found.map(|found| before.save(&found));
        })
    }

    fn erase_replaced(&self) -> Result<(), StoreFault> {
        self.before.erase_all_if(&|text| self.is_ours(text))
    }

    /// The draft that another tab has saved. `None` if the visitor has the same answers here.
    ///
    /// # Errors
    /// The text is not a draft that can be read.
    fn theirs(&self, session: &Session, text: &str) -> Result<Option<Box<Draft>>, Notice> {
        let document = self.document(text).ok_or(Notice::Unreadable)?;
        let theirs = decode(session.assessment(), &document, session.entry_code()).map_err(|_| Notice::Newer)?.draft;
        if session.has_same_answers(&theirs) {
            self.seen.replace(Some(Some(text.to_owned())));
            return Ok(None);
        }
        Ok(Some(Box::new(theirs)))
    }

    /// Whether the visitor is to be asked about a text of another tab, and not because it was offered already. There is one
    /// place for replaced answers, so the visitor has to choose if those here were replaced too.
    fn is_news(&self, session: &Session, text: &str) -> bool {
        let is_known = session.is_told() && *self.offered.borrow() == text;
        let is_choice = session.is_replaced_due() && !session.has_declined();
        self.offered.replace(text.to_owned());
        !is_known || is_choice
    }

    /// What another tab has done since this visit last read or wrote the draft, if the visitor does not know of it.
    #[must_use]
    pub fn look(&self, session: &Session) -> Option<Action> {
        if !self.is_saving {
            return None;
        }
        let stored = self.slot.load().ok()?;
        if self.seen.borrow().as_ref().is_none_or(|seen| *seen == stored) {
            return None;
        }
        Some(match stored {
            None => {
                self.seen.replace(Some(None));
                Action::ErasedElsewhere
            }
            Some(text) => {
                let theirs = self.theirs(session, &text).ok()??;
                Action::Offer(Source::OtherTab, Some(theirs).filter(|_| self.is_news(session, &text))?, None)
            }
        })
    }

    /// Removes everything that was saved. Returns whether nothing of ours is left on the device. What is left is removed by
    /// a later call, or with the next saves.
    pub fn erase(&self) -> bool {
        (self.copy)("", false);
        let is_draft_erased = self.slot.erase_if(&|text| self.is_ours(text)).is_ok();
        let is_erased = self.erase_beside() && is_draft_erased;
        self.is_erasing.set(!is_erased);
        if is_draft_erased {
            // Something of another program may be left.
            self.seen.replace((self.slot.load() == Ok(None)).then_some(None));
        }
        is_erased
    }

    /// Erases backups, replaced answers, earlier results, and what earlier versions left. Returns whether the device allowed it.
    /// A later call also erases a result that another tab has recorded since: it is in one list with those that are to go, and
    /// perhaps that list could not even be read before.
    fn erase_beside(&self) -> bool {
        let is_ours = |text: &str| self.is_ours(text);
        let is_certainly_ours = |text: &str| self.certainly_ours(Assessment::standard(), text).is_some();
        let mut erased = self.slot.erase_backups_if(&is_ours).and(self.erase_replaced()).and(self.runs.erase());
        erased = erased.and(self.message.erase_if(&is_message));
        if let Some((old, runs)) = &self.old {
            erased = erased.and(old.erase_if(&is_certainly_ours)).and(runs.erase_ours());
        }
        erased.is_ok()
    }

    /// Whether a message can be kept for later.
    #[must_use]
    pub const fn keeps_messages(&self) -> bool {
        self.is_saving
    }

    /// The message that was kept for later, if something is to be read on the device.
    #[must_use]
    pub fn message(&self) -> Option<Value> {
        let text = if self.is_saving { self.message.load().ok()?? } else { return None };
        parse(self.json, &text)
    }

    /// Keeps a message for later instead of the one before, or none. Returns whether the device allowed it. The text of another
    /// program stays.
    #[must_use]
    pub fn keep_message(&self, message: Option<&Value>) -> bool {
        let Ok(before) = self.message.load() else { return false };
        if before.is_some_and(|text| !is_message(&text)) {
            return false;
        }
        match message {
            Some(message) => self.is_saving && self.message.save(&(self.json.print)(message, 0)).is_ok(),
            None => self.message.remove().is_ok(),
        }
    }

    /// The latest text that could not be read, as it was.
    #[must_use]
    pub fn unreadable_text(&self) -> Option<String> {
        self.slot.latest_backup()
    }
}
