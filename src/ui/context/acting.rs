//! Doing something: the session changes, what changed is kept, and the focus follows the visitor.

use std::{rc::Rc, sync::Arc};

use leptos::prelude::*;

use super::{Prepared, State, Ui};
use crate::{
    browser::{after_paint, after_pause, now},
    evaluation::{Sampled, Verdict},
    json::{Problem, Value},
    response::{Priorities, Reading},
    session::{Action, Event, Place, Session, decode, decode_whole},
    ui::{Told, notice::Notice},
};

impl Ui {
    /// Does something, saves what changed, and moves the focus to the new heading after a step.
    pub fn act(self, action: Action) {
        let before = self.now(Session::place);
        // A step says nothing new, so what was prepared for it still holds.
        let is_step = matches!(action, Action::Next | Action::Back | Action::GoTo(_) | Action::Visit(_) | Action::GoOn);
        let (mut changed, mut events) = (false, Vec::new());
        self.state.update(|state| {
            (changed, events) = state.session.perform(action);
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
        self.tell_page(events, changed);
    }

    /// Tells the page what was done, and of the result once it is painted. The page may do anything then, so nothing is
    /// borrowed meanwhile.
    fn tell_page(self, events: Vec<Event>, changed: bool) {
        if events.contains(&Event::Reset) {
            self.state.update_untracked(|state| state.has_result = false);
        }
        for event in events {
            self.hand_out(Told::Did(event));
        }
        if changed && self.now(Session::place) == Place::Result {
            let revision = self.state.with_untracked(|state| state.revision);
            self.state.update_untracked(|state| state.has_result = true);
            after_paint(move || {
                let shown = self.state.try_with_untracked(|s| s.has_result && s.revision == revision);
                if shown == Some(true) {
                    let prepared = self.prepared();
                    self.hand_out(Told::Result(&prepared.evaluation, prepared.is_full()));
                }
            });
        }
    }

    /// Tells the page. Gives whether it lets that happen.
    pub fn hand_out(self, told: Told<'_>) -> bool {
        let tell = self.surroundings.try_with_value(|s| Rc::clone(&s.tell));
        tell.is_none_or(|tell| tell(told))
    }

    /// The result, if there is one.
    #[must_use]
    pub fn result(self) -> Option<Arc<Prepared>> {
        self.state.with_untracked(|state| state.has_result).then(|| self.prepared())
    }

    /// Goes to the result. Gives whether there are enough answers for one.
    pub fn show_result(self) -> bool {
        self.act(Action::GoTo(Place::Result));
        self.prepared().evaluation.verdict != Verdict::Insufficient
    }

    /// The draft as it is kept.
    #[must_use]
    pub fn draft(self) -> Value {
        self.now(|session| session.draft(&now()).encode(session.assessment()))
    }

    /// Goes on with another draft; that can be undone.
    ///
    /// # Errors
    /// Why it is none. Nothing is changed then.
    pub fn import(self, document: &Value) -> Result<(), Problem> {
        let decoded = decode_whole(self.assessment(), document)?;
        self.act(Action::SavedElsewhere(decoded.draft));
        self.act(Action::TakeOver);
        self.tell((!decoded.problems.is_empty()).then_some(Notice::Partly));
        Ok(())
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
        self.hand_out(Told::Export);
    }

    /// Offers what could not be read as a file.
    pub fn download_aside(self) {
        self.surroundings.with_value(|s| s.keeper.download_aside());
    }

    /// Something in the storage has changed in another tab: under a key, or everything.
    pub fn heard(self, key: Option<&str>, text: Option<&str>) {
        let heard = self.surroundings.try_with_value(|s| s.keeper.heard(key, text)).flatten();
        let Some(draft) = heard else { return };
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
