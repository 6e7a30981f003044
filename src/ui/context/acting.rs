//! Doing something: the session changes, what changed is kept, and the focus follows the visitor.

use std::rc::Rc;

use leptos::prelude::*;

use super::{State, Ui};
use crate::ui::{Told, later::Later, notice::Notice};
use assessment::{
    i18n::key::ui::take::files::FAILED,
    json::{Problem, Value},
};
use session::{Action, Event, OtherTab, Place, Session, decode_by, decode_whole_by};

/// The file with the visitor's answers.
const DRAFT_FILE: &str = "support-fit-answers.json";

/// The file with saved answers that could not be read.
const UNREADABLE_FILE: &str = "support-fit-earlier-answers.json";

/// Spaces of indentation in files.
const INDENT: u32 = 2;

impl Ui {
    /// Does something, saves what changed, and moves the focus to the new heading after a step.
    pub fn act(self, action: Action) {
        if self.change(action) {
            self.focus_heading();
        }
    }

    /// The same without the focus: where the visitor did something else, such as opening the page. Gives whether it led to
    /// another place.
    pub(super) fn change(self, action: Action) -> bool {
        let before = self.now(Session::place);
        // A step says nothing new, so what was prepared for it still holds.
        let is_step = matches!(action, Action::Next | Action::Back | Action::GoTo(_) | Action::Visit(_) | Action::GoOn);
        // What is entered into the plan never feeds the score: its section follows it, and the rest stays as it is.
        let is_entry = match action {
            Action::Duty(_) | Action::Figure(_) | Action::Step(_) | Action::Measure(_) | Action::Ask(_) => true,
            Action::Undo => self.now(Session::undoes_entry),
            _ => false,
        };
        let (mut changed, mut events) = (false, Vec::new());
        self.state.update(|state| {
            (changed, events) = state.session.perform(action);
            state.is_new_here = state.session.place() != before;
            state.revision += u32::from(changed && !is_step && !is_entry);
            if changed {
                if state.notice.is_some_and(Notice::is_about_last_change) {
                    state.notice = None;
                }
                state.forget_effect(self.words);
                self.save(state);
            }
        });
        if changed && !is_entry {
            self.prepare_soon();
        }
        // Radio buttons say it as a group, boxes by themselves: the first one has the focus then.
        let invalid = self.now(Session::answer_missing).then_some("true");
        self.set_attribute("[role=radiogroup],[type=checkbox]", "aria-invalid", invalid);
        let has_moved = self.now(Session::place) != before;
        if has_moved {
            // The next question is drawn into the elements of this one, and starts folded.
            self.set_attribute("form details[open]", "open", None);
        }
        self.tell_page(events, changed && !is_entry);
        has_moved
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
            self.state.update_untracked(|state| (state.has_result, state.owes) = (true, Some(state.revision)));
            self.tell_result();
        }
    }

    /// Tells the page of the result that it has not heard of, once that is painted; nothing if it has not arrived.
    pub(super) fn tell_result(self) {
        self.after_paint(move || {
            let is_shown = self.state.try_with_untracked(|s| s.has_result && s.owes == Some(s.revision));
            if is_shown == Some(true)
                && let Some(summary) = self.result()
            {
                self.state.update_untracked(|state| state.owes = None);
                self.hand_out(Told::Result(summary));
            }
        });
    }

    /// Tells the page. Gives whether it lets that happen.
    pub fn hand_out(self, told: Told<'_>) -> bool {
        let tell = self.surroundings.try_with_value(|s| Rc::clone(&s.tell));
        tell.is_none_or(|tell| tell(told))
    }

    /// A summary of the result, if there is one.
    #[must_use]
    pub fn result(self) -> Option<Value> {
        let Later::Here(after) = self.after.try_get_untracked()? else { return None };
        self.state.with_untracked(|state| state.has_result).then(|| (after.summary)(self))
    }

    /// Goes to the result. Tells whether there are enough answers for one, once that is known.
    pub fn show_result(self, tell: Box<dyn FnOnce(bool)>) {
        self.act(Action::GoTo(Place::Result));
        self.with_result(Box::new(|ui, after| tell(after.is_some_and(|after| (after.is_enough)(ui)))));
    }

    /// The draft as it is kept.
    #[must_use]
    pub fn draft(self) -> Value {
        self.now(|session| session.document(&self.time()))
    }

    /// Goes on with another draft; that can be undone.
    ///
    /// # Errors
    /// Why it is none. Nothing is changed then.
    pub fn import(self, document: &Value) -> Result<(), Problem> {
        let decoded = decode_whole_by(self.now(Session::entry_code), self.assessment(), document)?;
        self.act(Action::SavedElsewhere(Box::new(decoded.draft)));
        self.act(Action::TakeOver);
        self.tell((!decoded.problems.is_empty()).then_some(Notice::Partly));
        Ok(())
    }

    /// Keeps what was done, and says so; in the same update as the deed, so that everything is drawn once.
    fn save(self, state: &mut State) {
        let time = self.time();
        match self.surroundings.with_value(|s| s.keeper.save(&state.session, &time)) {
            Ok(is_on_device) => {
                state.session.saved_here();
                state.saved = match is_on_device {
                    true => self.time_of_day(&time),
                    false => None,
                };
                state.told = None;
                if state.notice.is_some_and(Notice::is_settled_by_saving) {
                    state.notice = None;
                }
            }
            Err(fault) => {
                let notice = fault.into();
                state.saved = None;
                // Said once; the line under the questions says it all the time.
                if state.told.replace(notice) != Some(notice) {
                    state.show(Some(notice), self.words);
                }
            }
        }
    }

    /// Evaluates ahead what the next step will show, once this one is painted.
    pub fn prepare_soon(self) {
        let leads_there = |state: &State| state.session.destination().is_some_and(shows_evaluation);
        if self.state.try_with_untracked(leads_there) == Some(true) {
            self.after_pause(move || {
                if let Some(Later::Here(after)) = self.after.try_get_untracked() {
                    (after.prepare)(self);
                }
            });
        }
    }

    /// Forgets everything, here and on the device.
    pub fn erase(self) {
        self.act(Action::Erase);
        let erased = self.surroundings.with_value(|s| s.keeper.erase());
        self.surroundings.update_value(|s| s.held = None);
        self.state.update(|state| {
            state.revision += 1;
            state.saved = None;
            state.show(Some(if erased { Notice::Erased } else { Notice::NotErased }), self.words);
        });
    }

    /// Offers the answers as a file. Gives whether the browser lets the page make files.
    pub fn download(self) -> bool {
        let saved = self.offer_file(DRAFT_FILE, "application/json", &self.print(&self.draft(), INDENT));
        if saved {
            self.hand_out(Told::Export("draft"));
        }
        saved
    }

    /// Offers a text as a file. Gives whether the browser lets the page make files.
    pub fn save_file(self, name: &str, media_type: &str, text: &str) -> bool {
        let saved = self.offer_file(name, media_type, text);
        if saved {
            // Told by what follows the `/`: "markdown", "csv", "json", "calendar".
            let kind = media_type.split(';').next().unwrap_or_default();
            self.hand_out(Told::Export(kind.split('/').next_back().unwrap_or_default()));
        }
        saved
    }

    /// Offers the saved answers that could not be read as a file. Returns whether the browser lets the page make files.
    pub fn download_unreadable(self) -> bool {
        let text = self.surroundings.with_value(|s| s.keeper.unreadable_text());
        text.is_some_and(|text| self.offer_file(UNREADABLE_FILE, "application/json", &text))
    }

    /// Says so on top where the browser refused a file; behind the message that offers one, which stays.
    pub fn file_offered(self, is_saved: bool) {
        if !is_saved {
            let offers = self.state.with_untracked(|state| state.notice).filter(|notice| notice.offers_file());
            self.tell_more(offers.unwrap_or(Notice::NoFile), Some(self.t(FAILED).to_owned()));
        }
    }

    /// Something in the storage has changed in another tab: under a key, or everything.
    pub fn heard(self, key: Option<&str>, text: Option<&str>) {
        let changed = self.surroundings.try_with_value(|s| s.keeper.changed_elsewhere(key, text)).flatten();
        let draft = match changed {
            None => return,
            Some(OtherTab::Saved(draft)) => draft,
            Some(OtherTab::Erased) => {
                if self.now(|session| !session.is_untouched()) {
                    self.tell(Some(Notice::ErasedElsewhere));
                }
                return;
            }
        };
        let read = decode_by(self.now(Session::entry_code), self.assessment(), &draft);
        let Ok(decoded) = read else { return };
        if !self.now(|session| session.says_the_same(&decoded.draft)) {
            self.act(Action::SavedElsewhere(Box::new(decoded.draft)));
            self.tell(Some(Notice::Elsewhere));
        }
    }
}

/// Whether a screen shows what was computed.
const fn shows_evaluation(place: Place) -> bool {
    matches!(place, Place::Priorities | Place::Check | Place::Result)
}
