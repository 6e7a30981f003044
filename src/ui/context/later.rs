//! The loading state of the later module, and callbacks that wait for it.

use leptos::prelude::*;

use super::Ui;
use crate::ui::later::{Later, LaterCallback, fetch_later};
use assessment::i18n::key::ui::later as words;
use session::{Action, EntryCode, Notice, Place};

impl Ui {
    #[must_use]
    pub const fn later(self) -> RwSignal<Later> {
        self.later
    }

    /// Calls `then` once the later module is loaded or cannot be loaded. Retries if an earlier request failed.
    pub fn with_later(self, then: LaterCallback) {
        match self.later.try_get_untracked() {
            Some(Later::Ready(later)) => then(self, Some(later)),
            Some(_) => {
                let _ = self.resources.try_update_value(|s| s.waiting.push(then));
                fetch_later(self);
            }
            None => then(self, None),
        }
    }

    /// Called when the later module is loaded or cannot be loaded. If the focus is on the placeholder's heading, it moves to the
    /// heading of the screen.
    pub fn later_loaded(self, state: Later) {
        let has_focus = self.has("h3:focus") && self.later_is_shown();
        let later = if let Later::Ready(later) = state { Some(later) } else { None };
        if let Some(later) = later {
            (later.read_settings)(self);
            self.read_entries(later.entries);
        }
        // The element may have been removed.
        if self.later.try_set(state).is_some() {
            return;
        }
        let waiting = self.resources.try_update_value(|s| core::mem::take(&mut s.waiting));
        for then in waiting.unwrap_or_default() {
            then(self, later);
        }
        if has_focus {
            self.focus_heading();
        }
        self.prepare_soon();
        self.report_result();
    }

    /// Parses the plan entries that were kept as JSON until now.
    fn read_entries(self, code: &'static EntryCode) {
        let problems = self.change(|session| session.read_entries(code)).unwrap_or_default();
        if !problems.is_empty() {
            self.act(Action::Notify(Notice::Partly));
        }
    }

    /// Calls `then` once the current screen is complete, or cannot be.
    pub fn when_settled(self, then: LaterCallback) {
        if self.later_is_shown() { self.with_later(then) } else { then(self, None) }
    }

    fn later_is_shown(self) -> bool {
        let place = self.state.try_with_value(|state| state.session.place());
        place.is_some_and(|place| !matches!(place, Place::Question(_) | Place::Overview))
    }

    /// Shows that a link or a file was not opened because the later module is missing.
    pub fn not_opened(self) {
        if self.later.try_get_untracked().is_some() {
            self.notify(Notice::NotOpened, Some(self.t(words::MISSING).to_owned()));
        }
    }
}
