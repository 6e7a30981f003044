//! Keeps drafts: in the browser's storage, else in memory, and says which.

use std::cell::Cell;

use super::notice::Notice;
use crate::{
    assessment::Assessment,
    browser::{Clock, LocalDraftStore, now, print, save_as_file, stored_draft},
    json::Value,
    session::{Course, DraftStore, MemoryStore, Place, Session, StoreFault, decode},
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
    memory: MemoryStore,
    /// What is in the browser's storage could be neither read nor put aside, so nothing may be saved over it.
    hands_off: Cell<bool>,
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
        let local = storage_key.map(LocalDraftStore::new);
        let (memory, clock) = (MemoryStore::default(), Clock::new(language));
        Self { local, memory, hands_off: Cell::new(false), clock, beside, outlived }
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
        match decode(assessment, &document) {
            Err(problem) => {
                let newer = problem.path == "$.schema";
                nothing(Some(self.put_aside(if newer { Notice::Newer } else { Notice::Unreadable })))
            }
            Ok(decoded) => {
                (self.beside)(&print(&document, 0));
                let saved = self.shown_time(&decoded.draft.saved);
                let session = Session::resume_on(assessment, course, decoded.draft);
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
        (!iso.is_empty()).then(|| self.clock.time_of_day(iso))
    }

    /// Keeps a session. Returns the time of day as shown, or none where nothing outlives the page.
    ///
    /// # Errors
    /// What the visitor has to know.
    pub fn save(&self, session: &Session) -> Result<Option<String>, Notice> {
        let draft = session.draft(&now());
        let document = draft.encode(session.assessment());
        (self.beside)(&print(&document, 0));
        match self.store().save(&document) {
            Ok(()) if self.lasts() => Ok(self.shown_time(&draft.saved)),
            Ok(()) => Ok(None),
            Err(StoreFault::Full) => Err(Notice::Full),
            Err(_) => Err(Notice::Blocked),
        }
    }

    /// Removes everything that was kept.
    pub fn erase(&self) {
        // Where it cannot be removed it could not be kept either.
        let _ = self.memory.erase();
        if let Some(local) = &self.local {
            let _ = local.erase();
        }
        self.hands_off.set(false);
        (self.beside)("");
    }

    /// Offers the session as a file.
    pub fn download(&self, session: &Session) {
        let draft = session.draft(&now()).encode(session.assessment());
        // A browser that does not let the page make files says so itself.
        let _ = save_as_file(FILE, "application/json", &print(&draft, INDENT));
    }

    /// Offers what could not be read as a file, as it was.
    pub fn download_aside(&self) {
        if let Some(text) = self.local.as_ref().and_then(LocalDraftStore::aside) {
            let _ = save_as_file(ASIDE_FILE, "application/json", &text);
        }
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
