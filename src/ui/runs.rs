//! Earlier runs: read when a result is shown, recorded once it was, and removed when the visitor says so.
//!
//! They stand under a key of their own beside the draft, so that they stay when it is cleared for a new start. Each change
//! reads what is there first: another tab may have changed it. Where nothing can be kept there is no history, and nothing
//! is said about it: that the answers are not saved was said before.

use crate::{
    assessment::Assessment,
    browser::LocalDraftStore,
    session::{DraftStore as _, History, StoreFault, Unread, decode_history, encode_history},
};

/// What the key of the draft is followed by.
const SUFFIX: &str = ":history";

/// Where runs are kept.
pub struct Runs(LocalDraftStore);

impl Runs {
    /// Beside the draft under a key.
    #[must_use]
    pub fn beside(draft: &str) -> Self {
        Self(LocalDraftStore::new([draft, SUFFIX].concat()))
    }

    /// What is kept, with what of it was not understood; none where nothing may be saved over it.
    fn read(&self, assessment: &Assessment) -> Option<(History, Unread)> {
        match self.0.load() {
            Ok(Some(document)) => {
                let part = decode_history(assessment, "$", &document);
                Some((part.value, part.unread))
            }
            Ok(None) => Some((History::default(), Unread::default())),
            Err(StoreFault::Corrupt) => self.0.set_aside().is_ok().then(Default::default),
            Err(_) => None,
        }
    }

    /// All runs that are kept.
    #[must_use]
    pub fn all(&self, assessment: &Assessment) -> History {
        self.read(assessment).map(|(history, _)| history).unwrap_or_default()
    }

    /// Changes what is kept, if `change` says that it did.
    #[inline(never)]
    pub fn change(&self, assessment: &Assessment, change: &dyn Fn(&mut History) -> bool) {
        let Some((mut history, unread)) = self.read(assessment) else { return };
        if !change(&mut history) {
            return;
        }
        // What cannot be saved is as it was.
        let _ = match encode_history(assessment, &history, &unread) {
            Some(document) => self.0.save(&document),
            None => self.0.erase(),
        };
    }

    /// Removes all, and what could not be read. Gives whether the browser let it be removed.
    pub fn erase(&self) -> bool {
        self.0.erase().is_ok()
    }
}
