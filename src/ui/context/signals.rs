//! What views follow, one signal for each concern, and the reading that follows it.

use leptos::{prelude::*, reactive::signal::Trigger};

use super::Ui;
use crate::ui::components::Confirming;
use assessment::QuestionId;
use decision::{
    response::{Priorities, Response, ResponseSet},
    worksheet::Worksheet,
};
use session::{Notice, Session, Versions};

/// Signals without data: each says that its concern has changed.
#[derive(Clone, Copy)]
pub(super) struct Signals {
    pub responses: Trigger,
    pub priorities: Trigger,
    pub worksheet: Trigger,
    /// The place, where it was opened from, and the course.
    pub route: Trigger,
    /// The evaluation has to be made again.
    pub evaluation: Trigger,
    pub answer_missing: Trigger,
    pub notice: Trigger,
    pub saved: Trigger,
    pub dialog: Trigger,
    pub announcement: Trigger,
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
            saved: new(),
            dialog: new(),
            announcement: new(),
        }
    }

    /// Wakes what follows the parts of a session that have changed.
    fn wake(self, before: Versions, now: Versions) {
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
    /// Changes the session, and wakes what follows the parts that have changed. `None` if the element is gone.
    pub(super) fn change<T>(self, change: impl FnOnce(&mut Session) -> T) -> Option<T> {
        let read = |session: &Session| (session.versions(), session.answer_missing());
        let (before, changed, now) = self.state.try_update_value(|state| {
            let before = read(&state.session);
            let changed = change(&mut state.session);
            (before, changed, read(&state.session))
        })?;
        self.signals.wake(before.0, now.0);
        if before.1 != now.1 {
            self.signals.answer_missing.notify();
        }
        Some(changed)
    }

    /// Reads the session as it is now, and follows nothing.
    pub fn now<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.state.with_value(|state| read(&state.session))
    }

    /// Reads the session and follows all of it.
    pub fn with<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.track_course();
        self.signals.priorities.track();
        self.signals.worksheet.track();
        self.now(read)
    }

    /// Reads what the course is made of, and follows it: the answers and the place.
    pub fn on_course<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.track_course();
        self.now(read)
    }

    #[inline(never)]
    fn track_course(self) {
        self.signals.responses.track();
        self.signals.route.track();
    }

    /// A part of the session, for views that are drawn again when it changes and not when anything else does.
    pub fn follow<T: Clone + PartialEq + Send + Sync + 'static>(self, read: fn(&Session) -> T) -> Memo<T> {
        Memo::new(move |_| self.with(read))
    }

    /// Reads the responses and follows them.
    pub fn responses<T>(self, read: impl FnOnce(&ResponseSet) -> T) -> T {
        self.signals.responses.track();
        self.now(|session| read(session.responses()))
    }

    /// Reads the priorities and follows them.
    pub fn priorities<T>(self, read: impl FnOnce(&Priorities) -> T) -> T {
        self.signals.priorities.track();
        self.now(|session| read(session.priorities()))
    }

    /// Reads the entries of the plan and follows them.
    pub fn worksheet<T>(self, read: impl FnOnce(&Worksheet) -> T) -> T {
        self.signals.worksheet.track();
        self.now(|session| read(session.worksheet()))
    }

    /// The response to a question.
    #[must_use]
    pub fn response(self, question: QuestionId) -> Option<Response> {
        self.responses(|responses| responses.get(question))
    }

    /// Whether Next was pressed before there was an answer.
    #[must_use]
    pub fn answer_missing(self) -> bool {
        self.signals.answer_missing.track();
        self.now(Session::answer_missing)
    }

    /// The notice to show.
    #[must_use]
    pub fn notice(self) -> Option<Notice> {
        self.signals.notice.track();
        self.now(Session::notice)
    }

    /// The text of the live region.
    #[must_use]
    pub fn announced(self) -> Option<String> {
        self.signals.announcement.track();
        self.state.with_value(|state| state.announced.clone())
    }

    /// The time of day of the last save; `None` while the answers are not saved.
    #[must_use]
    pub fn saved(self) -> Option<String> {
        self.signals.saved.track();
        self.state.with_value(|state| state.saved.clone())
    }

    /// What the dialog asks.
    #[must_use]
    pub fn confirming(self) -> Option<Confirming> {
        self.signals.dialog.track();
        self.state.with_value(|state| state.confirming)
    }
}
