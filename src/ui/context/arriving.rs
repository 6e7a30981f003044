//! What comes later, in modules of its own: whether it is there, and who waits for it.

use leptos::prelude::*;

use super::Ui;
use crate::ui::{
    later::{AfterQuestions, Aside, Awaiting, AwaitingResult, Later, Planning, fetch_later},
    notice::Notice,
};
use assessment::i18n::key::ui::later as words;
use session::{EntryCode, Place};

impl Ui {
    /// The screens after the questions, if they are there.
    #[must_use]
    pub const fn after_questions(self) -> RwSignal<Later<AfterQuestions>> {
        self.after
    }

    /// The sections of the plan, if they are there.
    #[must_use]
    pub const fn planning(self) -> RwSignal<Later<Planning>> {
        self.plan
    }

    /// What is beside the plan, if it is there.
    #[must_use]
    pub const fn aside(self) -> RwSignal<Later<Aside>> {
        self.aside
    }

    /// Reads what was entered, as what reads it is there.
    pub fn read_entries(self, code: &'static EntryCode) {
        // The element may be gone.
        let _ = self.state.try_update(|state| {
            if !state.session.read_entries(code).is_empty() {
                state.show(Some(Notice::Partly), self.words);
            }
        });
    }

    /// Does something with the screens after the questions, once they are there, or with nothing where they did not arrive.
    pub fn with_result(self, then: AwaitingResult) {
        match self.after.try_get_untracked() {
            Some(Later::Here(after)) => then(self, Some(after)),
            Some(_) => {
                let _ = self.surroundings.try_update_value(|s| s.awaiting_result.push(then));
                fetch_later(self);
            }
            None => then(self, None),
        }
    }

    /// The screens after the questions have arrived, or have not. Who waits for one has the focus on the heading in its
    /// place, and gets it on its own.
    pub fn result_came(self, came: Later<AfterQuestions>) {
        let is_waited_for = self.has("h3:focus") && self.after_is_shown();
        if self.after.try_set(came).is_some() {
            return;
        }
        let after = if let Later::Here(after) = came { Some(after) } else { None };
        let waiting = self.surroundings.try_update_value(|s| core::mem::take(&mut s.awaiting_result));
        for then in waiting.unwrap_or_default() {
            then(self, after);
        }
        if is_waited_for {
            self.focus_heading();
        }
        self.prepare_soon();
        self.tell_result();
    }

    /// Does something once the screen that is shown is there, or did not arrive.
    pub fn when_settled(self, then: AwaitingResult) {
        if self.after_is_shown() { self.with_result(then) } else { then(self, None) }
    }

    /// Whether a screen is shown that comes later.
    fn after_is_shown(self) -> bool {
        let place = self.state.try_with_untracked(|state| state.session.place());
        place.is_some_and(|place| !matches!(place, Place::Question(_) | Place::Overview))
    }

    /// Does something with what is beside the plan, once it is there.
    pub fn with_aside(self, then: Awaiting) {
        if let Some(Later::Here(aside)) = self.aside.try_get_untracked() {
            return then(self, aside);
        }
        let _ = self.surroundings.try_update_value(|s| s.awaiting.push(then));
        fetch_later(self);
    }

    /// What is beside the plan has arrived, or has not: does what has waited, or says that it cannot be done.
    pub fn aside_came(self, came: Later<Aside>) {
        if self.aside.try_set(came).is_some() {
            return;
        }
        let waiting = self.surroundings.try_update_value(|s| core::mem::take(&mut s.awaiting)).unwrap_or_default();
        match came {
            Later::Here(aside) => waiting.into_iter().for_each(|then| then(self, aside)),
            _ if waiting.is_empty() => {}
            _ => self.tell_more(Notice::NotOpened, Some(self.t(words::MISSING).to_owned())),
        }
    }
}
