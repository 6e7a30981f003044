//! One signal per concern, and reading with or without tracking.

use leptos::{prelude::*, reactive::signal::Trigger};

use super::Ui;
use crate::ui::components::Confirmation;
use assessment::QuestionId;
use decision::{
    response::{Priorities, Response, ResponseSet},
    worksheet::Worksheet,
};
use session::{Notice, Session, Versions};

/// Signals without data.
#[derive(Clone, Copy)]
pub(super) struct Signals {
    pub responses: Trigger,
    pub priorities: Trigger,
    pub worksheet: Trigger,
    /// The place, the place to return to, and the course.
    pub route: Trigger,
    /// The evaluation is outdated.
    pub evaluation: Trigger,
    pub answer_missing: Trigger,
    pub notice: Trigger,
    pub settled: Trigger,
    pub saved: Trigger,
    pub dialog: Trigger,
    pub announcement: Trigger,
    /// The loading state of the contact module.
    pub contact: Trigger,
}

impl Signals {
    pub fn new() -> Self {
        let new = Trigger::new;
        Self {
            responses: new(),
            priorities: new(),
            worksheet: new(),
            route: new(),
            evaluation: new(),
            answer_missing: new(),
            notice: new(),
            settled: new(),
            saved: new(),
            dialog: new(),
            announcement: new(),
            contact: new(),
        }
    }

    /// Notifies the signals of the changed parts of the session.
    fn notify(self, before: Versions, now: Versions) {
        for (signal, before, now) in [
            (self.responses, before.responses, now.responses),
            (self.priorities, before.priorities, now.priorities),
            (self.worksheet, before.worksheet, now.worksheet),
            (self.route, before.route, now.route),
            (self.evaluation, before.evaluation, now.evaluation),
        ] {
            if before != now {
                signal.notify();
            }
        }
    }
}

impl Ui {
    /// Changes the session and notifies the signals. `None` after the element was removed.
    pub(super) fn change<T>(self, change: impl FnOnce(&mut Session) -> T) -> Option<T> {
        let read = |session: &Session| (session.versions(), session.answer_missing());
        let (before, changed, now) = self.state.try_update_value(|state| {
            let before = read(&state.session);
            let changed = change(&mut state.session);
            (before, changed, read(&state.session))
        })?;
        self.signals.notify(before.0, now.0);
        if before.1 != now.1 {
            self.signals.answer_missing.notify();
        }
        Some(changed)
    }

    /// Reads the session without tracking.
    pub fn now<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.state.with_value(|state| read(&state.session))
    }

    /// Reads the session and tracks all of it.
    pub fn with<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.track_navigation();
        self.signals.priorities.track();
        self.signals.worksheet.track();
        self.now(read)
    }

    /// Reads the session and tracks what navigation depends on: the answers and the place.
    pub fn with_navigation<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.track_navigation();
        self.now(read)
    }

    #[inline(never)]
    fn track_navigation(self) {
        self.signals.responses.track();
        self.signals.route.track();
    }

    /// A part of the session, for views that must be rendered again only when it changes.
    pub fn follow<T: Clone + PartialEq + Send + Sync + 'static>(self, read: fn(&Session) -> T) -> Memo<T> {
        Memo::new(move |_| self.with(read))
    }

    /// Reads the responses and tracks them.
    pub fn responses<T>(self, read: impl FnOnce(&ResponseSet) -> T) -> T {
        self.signals.responses.track();
        self.now(|session| read(session.responses()))
    }

    /// Reads the priorities and tracks them.
    pub fn priorities<T>(self, read: impl FnOnce(&Priorities) -> T) -> T {
        self.signals.priorities.track();
        self.now(|session| read(session.priorities()))
    }

    /// Reads the plan entries and tracks them.
    pub fn worksheet<T>(self, read: impl FnOnce(&Worksheet) -> T) -> T {
        self.signals.worksheet.track();
        self.now(|session| read(session.worksheet()))
    }

    #[must_use]
    pub fn response(self, question: QuestionId) -> Option<Response> {
        self.responses(|responses| responses.get(question))
    }

    /// Whether Next was pressed without an answer.
    #[must_use]
    pub fn answer_missing(self) -> bool {
        self.signals.answer_missing.track();
        self.now(Session::answer_missing)
    }

    #[must_use]
    pub fn notice(self) -> Option<Notice> {
        self.signals.notice.track();
        self.now(Session::notice)
    }

    /// The question at which the visitor is told that those left do not matter.
    #[must_use]
    pub fn settled_at(self) -> Option<QuestionId> {
        self.signals.settled.track();
        self.state.try_with_value(|state| state.settled_at).flatten()
    }

    /// The text of the live region.
    #[must_use]
    pub fn announced(self) -> Option<String> {
        self.signals.announcement.track();
        self.state.with_value(|state| state.announced.clone())
    }

    /// The formatted time of the last save; `None` while the answers are not saved.
    #[must_use]
    pub fn saved(self) -> Option<String> {
        self.signals.saved.track();
        self.state.with_value(|state| state.saved.clone())
    }

    #[must_use]
    pub fn confirmation(self) -> Option<Confirmation> {
        self.signals.dialog.track();
        self.state.with_value(|state| state.confirmation)
    }
}
