//! Keeps drafts: in the browser's storage, else in memory, and says which.

use std::cell::Cell;

use super::{notice::Notice, runs::Runs};
use crate::{
    assessment::Assessment,
    browser::{Clock, LocalDraftStore, now, print, save_as_file, stored_draft},
    json::Value,
    session::{Course, DraftStore, MemoryStore, Place, Session, StoreFault, decode_by},
};

/// Name of the file that a visitor takes along.
const FILE: &str = "support-fit-answers.json";

/// Name of the file with a draft that could not be read.
const ASIDE_FILE: &str = "support-fit-earlier-answers.json";

/// Spaces of indentation in files.
const INDENT: u32 = 2;

/// What an earlier visit left.
pub struct Resumed {
    /// The session to go on with.
    pub session: Option<Session>,
    /// The time of day at which it was saved, as shown.
    pub saved: Option<String>,
    /// What the visitor has to know about it.
    pub notice: Option<Notice>,
}

/// When a draft was saved, as a text that sorts by time.
fn time_of(document: &Value) -> &str {
    document.get("saved").and_then(Value::as_text).unwrap_or_default()
}

/// Where drafts go.
pub struct Keeper {
    local: Option<LocalDraftStore>,
    /// Earlier runs; none where nothing is to be kept.
    pub runs: Option<Runs>,
    memory: MemoryStore,
    /// What is in the browser's storage could be neither read nor put aside, so nothing may be saved over it.
    hands_off: Cell<bool>,
    /// Reading failed, so there may be a draft that nobody has seen: it is put aside before anything is saved over it.
    unread: Cell<bool>,
    clock: Clock,
    /// Gets every draft as a text, so that it outlives this module at least, wherever else it is kept.
    beside: Box<dyn Fn(&str)>,
    /// What outlived the element's absence, or a module that has stopped.
    outlived: Option<Value>,
}

impl Keeper {
    /// Keeps drafts under a key, or without one in memory.
    #[must_use]
    pub fn new(
        storage_key: Option<String>,
        outlived: Option<Value>,
        language: &str,
        beside: Box<dyn Fn(&str)>,
    ) -> Self {
        let runs = storage_key.as_deref().map(Runs::beside);
        let local = storage_key.map(LocalDraftStore::new);
        let (memory, clock) = (MemoryStore::default(), Clock::new(language));
        Self { local, runs, memory, hands_off: Cell::new(false), unread: Cell::new(false), clock, beside, outlived }
    }

    fn store(&self) -> &dyn DraftStore {
        match &self.local {
            Some(local) if !self.hands_off.get() => local,
            _ => &self.memory,
        }
    }

    /// Whether what is saved outlives the page.
    fn lasts(&self) -> bool {
        self.local.is_some() && !self.hands_off.get()
    }

    /// The session that was kept, and what the visitor has to know about it.
    #[must_use]
    pub fn resume(&self, assessment: &'static Assessment, course: Course) -> Resumed {
        let nothing = |notice| Resumed { session: None, saved: None, notice };
        let stored = self.store().load();
        self.unread.set(matches!(stored, Err(StoreFault::Full | StoreFault::Blocked)));
        let outlived = self.outlived.as_ref().filter(|outlived| match &stored {
            Ok(stored) => stored.as_ref().is_none_or(|stored| time_of(stored) <= time_of(outlived)),
            // What cannot be read is put aside first.
            Err(fault) => *fault != StoreFault::Corrupt,
        });
        let document = match (outlived, stored) {
            (Some(outlived), _) => outlived.clone(),
            (None, Ok(None)) => return nothing(None),
            (None, Ok(Some(document))) => document,
            (None, Err(StoreFault::Corrupt)) => return nothing(Some(self.put_aside(Notice::Unreadable))),
            (None, Err(StoreFault::Full | StoreFault::Blocked)) => return nothing(Some(Notice::Blocked)),
        };
        match decode_by(None, assessment, &document) {
            Err(problem) => {
                let newer = problem.path == "$.schema";
                nothing(Some(self.put_aside(if newer { Notice::Newer } else { Notice::Unreadable })))
            }
            Ok(decoded) => {
                (self.beside)(&print(&document, 0));
                let saved = self.shown_time(&decoded.draft.saved);
                let session = Session::resume_by(None, assessment, course, decoded.draft);
                let is_at_start = session.path().first().map(|id| Place::Question(*id)) == Some(session.place());
                let notice = match decoded.problems.is_empty() {
                    false => Some(Notice::Partly),
                    // Whoever has come no further sees that the answer is there.
                    true => (!session.is_untouched() && !is_at_start).then_some(Notice::Resumed),
                };
                Resumed { session: Some(session), saved, notice }
            }
        }
    }

    /// Moves what cannot be read out of the way, so that saving does not overwrite it.
    fn put_aside(&self, notice: Notice) -> Notice {
        match self.store().set_aside() {
            Ok(()) => notice,
            Err(_) => {
                self.hands_off.set(true);
                Notice::Full
            }
        }
    }

    fn shown_time(&self, iso: &str) -> Option<String> {
        self.clock.time_of_day(iso)
    }

    /// Keeps a session. Returns the time of day as shown, or none where nothing outlives the page.
    ///
    /// # Errors
    /// What the visitor has to know.
    pub fn save(&self, session: &Session) -> Result<Option<String>, Notice> {
        let time = now();
        let document = session.document(&time);
        (self.beside)(&print(&document, 0));
        let saved = match self.unread.get() {
            true => self.store().set_aside(),
            false => Ok(()),
        };
        let saved = saved.and_then(|()| {
            self.unread.set(false);
            self.store().save(&document)
        });
        match saved {
            Ok(()) if self.lasts() => Ok(self.shown_time(&time)),
            Ok(()) => Ok(None),
            Err(StoreFault::Full) => Err(Notice::Full),
            Err(_) => Err(Notice::Blocked),
        }
    }

    /// Removes everything that was kept. Gives whether the browser let it be removed.
    pub fn erase(&self) -> bool {
        let _ = self.memory.erase();
        let drafts = self.local.as_ref().is_none_or(|local| local.erase().is_ok());
        let runs = self.runs.as_ref().is_none_or(Runs::erase);
        self.hands_off.set(false);
        (self.beside)("");
        // Where the storage was out of reach from the start, nothing of this visit went there.
        self.unread.get() || drafts && runs
    }

    /// Offers the session as a file. Gives whether the browser lets the page make files.
    pub fn download(&self, session: &Session) -> bool {
        let draft = session.document(&now());
        save_as_file(FILE, "application/json", &print(&draft, INDENT)).is_ok()
    }

    /// Offers what could not be read as a file, as it was. Gives whether the browser lets the page make files.
    pub fn download_aside(&self) -> bool {
        let text = self.local.as_ref().and_then(LocalDraftStore::aside);
        text.is_some_and(|text| save_as_file(ASIDE_FILE, "application/json", &text).is_ok())
    }

    /// What another tab did to the draft: a draft, or none where it was erased. Nothing where it is about something else.
    #[must_use]
    pub fn heard(&self, key: Option<&str>, text: Option<&str>) -> Option<Option<Value>> {
        let local = self.local.as_ref()?;
        // Without a key, everything was cleared.
        if key.is_some_and(|key| key != local.key()) {
            return None;
        }
        match text {
            None => Some(None),
            Some(text) => stored_draft(text).map(Some),
        }
    }
}
