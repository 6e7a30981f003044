//! The later module: whether it has arrived, and what waits for it.

use leptos::prelude::*;

use super::Ui;
use crate::ui::later::{Later, Waiting, fetch_later};
use assessment::i18n::key::ui::later as words;
use session::{Action, EntryCode, Notice, Place};

impl Ui {
    /// Whether the later module has arrived.
    #[must_use]
    pub const fn later(self) -> RwSignal<Later> {
        self.later
    }

    /// Calls back once the later module has arrived or cannot be loaded, which is requested again if it could not before.
    pub fn with_later(self, then: Waiting) {
        match self.later.try_get_untracked() {
            Some(Later::Ready(later)) => then(self, Some(later)),
            Some(_) => {
                let _ = self.surroundings.try_update_value(|s| s.waiting.push(then));
                fetch_later(self);
            }
            None => then(self, None),
        }
    }

    /// The later module has arrived, or cannot be loaded. A visitor who waits for its screen, with the focus on the heading,
    /// gets the screen and its heading.
    pub fn later_came(self, came: Later) {
        let is_waited_for = self.has("h3:focus") && self.later_is_shown();
        let later = if let Later::Ready(later) = came { Some(later) } else { None };
        if let Some(later) = later {
            self.read_entries(later.entries);
        }
        // The element may be gone.
        if self.later.try_set(came).is_some() {
            return;
        }
        let waiting = self.surroundings.try_update_value(|s| core::mem::take(&mut s.waiting));
        for then in waiting.unwrap_or_default() {
            then(self, later);
        }
        if is_waited_for {
            self.focus_heading();
        }
        self.prepare_soon();
        self.report_result();
    }

    /// Reads the entries that were kept as written until now.
    fn read_entries(self, code: &'static EntryCode) {
        let problems = self.change(|session| session.read_entries(code)).unwrap_or_default();
        if !problems.is_empty() {
            self.act(Action::Notify(Notice::Partly));
        }
    }

    /// Calls back once the screen that is shown is complete, or cannot be.
    pub fn when_settled(self, then: Waiting) {
        if self.later_is_shown() { self.with_later(then) } else { then(self, None) }
    }

    /// Whether a screen of the later module is shown.
    fn later_is_shown(self) -> bool {
        let place = self.state.try_with_value(|state| state.session.place());
        place.is_some_and(|place| !matches!(place, Place::Question(_) | Place::Overview))
    }

    /// Says that a link or a file was not opened, because the later module is missing.
    pub fn not_opened(self) {
        if self.later.try_get_untracked().is_some() {
            self.notify(Notice::NotOpened, Some(self.t(words::MISSING).to_owned()));
        }
    }
}
