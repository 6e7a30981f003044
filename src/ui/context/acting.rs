//! Doing something: the session changes, what changed is kept, and the focus follows the visitor.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Prepared, State, Ui};
use crate::{
    browser::after_pause,
    evaluation::Sampled,
    json::Value,
    response::{Priorities, Reading},
    session::{Action, Place, Session, decode},
    ui::notice::Notice,
};

impl Ui {
    /// Does something, saves what changed, and moves the focus to the new heading after a step.
    pub fn act(self, action: Action) {
        let before = self.now(Session::place);
        // A step says nothing new, so what was prepared for it still holds.
        let is_step = matches!(action, Action::Next | Action::Back | Action::GoTo(_) | Action::Visit(_) | Action::GoOn);
        let mut changed = false;
        self.state.update(|state| {
            changed = state.session.apply(action);
            state.is_new_here = state.session.place() != before;
            state.revision += u32::from(changed && !is_step);
            if changed {
                if state.notice.is_some_and(Notice::is_about_last_change) {
                    state.notice = None;
                }
                state.forget_effect(self.words);
                self.save(state);
            }
        });
        if changed {
            self.prepare_soon();
        }
        if self.now(Session::place) != before {
            // The next question is drawn into the elements of this one, and starts folded.
            if let Some(open) = self.find("form details[open]") {
                let _ = open.remove_attribute("open");
            }
            self.focus_heading();
        }
    }

    /// Keeps what was done, and says so; in the same update as the deed, so that everything is drawn once.
    fn save(self, state: &mut State) {
        match self.surroundings.with_value(|s| s.keeper.save(&state.session)) {
            Ok(time) => {
                state.session.saved_here();
                state.saved = time;
                state.told = None;
                if state.notice.is_some_and(Notice::is_settled_by_saving) {
                    state.notice = None;
                }
            }
            Err(notice) => {
                state.saved = None;
                // Said once; the line under the questions says it all the time.
                if state.told.replace(notice) != Some(notice) {
                    state.show(Some(notice), self.words);
                }
            }
        }
    }

    /// Evaluates ahead what the next step will show, once this one is painted.
    pub(super) fn prepare_soon(self) {
        if self.now(|session| session.destination().is_some_and(shows_evaluation)) {
            after_pause(move || self.prepare());
        }
    }

    /// Evaluates what the next step will show, unless that was done.
    fn prepare(self) {
        let _ = self.surroundings.try_update_value(|s| {
            let ahead = self.state.try_with_untracked(|state| {
                let prepared = match s.prepared.take() {
                    Some((revision, prepared)) if revision == state.revision => prepared,
                    _ => Arc::new(Prepared::of(&state.session, s.sampled.as_ref())),
                };
                if state.session.destination() == Some(Place::Result) {
                    prepared.explain(state.session.assessment());
                }
                (state.revision, prepared)
            });
            s.prepared = ahead;
        });
    }

    /// The evaluation under the priorities of this moment, and follows them. The answers are sampled once, when a rating is
    /// changed for the first time; before that, what was prepared is shown.
    #[must_use]
    pub fn preview(self) -> Arc<Prepared> {
        let assessment = self.assessment();
        let (reading, rated) = self.with(|session| {
            (Reading::of(assessment, session.responses()), *session.priorities() != Priorities::new(assessment))
        });
        if rated {
            let _ = self.surroundings.try_update_value(|s| {
                if s.sampled.as_ref().is_none_or(|sampled| *sampled.reading() != reading) {
                    s.sampled = Some(Sampled::of(assessment, reading));
                }
            });
        }
        self.prepared()
    }

    /// The evaluation of what was said, from ahead if it was prepared.
    #[must_use]
    pub fn prepared(self) -> Arc<Prepared> {
        let now = self.state.with_untracked(|state| state.revision);
        let ahead = self.surroundings.try_with_value(|s| s.prepared.clone()).flatten();
        match ahead {
            Some((revision, prepared)) if revision == now => prepared,
            _ => {
                self.prepare();
                let prepared = self.surroundings.try_with_value(|s| s.prepared.clone()).flatten();
                prepared.map_or_else(|| Arc::new(self.now(|s| Prepared::of(s, None))), |(_, prepared)| prepared)
            }
        }
    }

    /// Forgets everything, here and on the device.
    pub fn erase(self) {
        self.act(Action::Erase);
        self.surroundings.with_value(|s| s.keeper.erase());
        self.state.update(|state| {
            state.revision += 1;
            state.saved = None;
            state.show(Some(Notice::Erased), self.words);
        });
    }

    /// Offers the answers as a file.
    pub fn download(self) {
        self.surroundings.with_value(|s| self.now(|session| s.keeper.download(session)));
    }

    /// Offers what could not be read as a file.
    pub fn download_aside(self) {
        self.surroundings.with_value(|s| s.keeper.download_aside());
    }

    /// What another tab did to the draft.
    pub(super) fn saved_elsewhere(self, draft: Option<Value>) {
        let Some(draft) = draft else {
            if self.now(|session| !session.is_untouched()) {
                self.tell(Some(Notice::ErasedElsewhere));
            }
            return;
        };
        let Ok(decoded) = decode(self.assessment(), &draft) else { return };
        let says_the_same = self.now(|session| {
            session.responses() == &decoded.draft.responses && session.priorities() == &decoded.draft.priorities
        });
        if !says_the_same {
            self.act(Action::SavedElsewhere(decoded.draft));
            self.tell(Some(Notice::Elsewhere));
        }
    }
}

/// Whether a screen shows what was computed.
const fn shows_evaluation(place: Place) -> bool {
    matches!(place, Place::Priorities | Place::Check | Place::Result)
}
