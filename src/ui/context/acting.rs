//! Acting: the session says what an action causes, and the interpreter here carries it out.

use leptos::prelude::*;

use super::Ui;
use crate::ui::{PublicEvent, components::Confirming, later::Later, notice};
use assessment::{
    i18n::key::ui::{answer, take::files::FAILED},
    json::Value,
};
use session::{
    Action, Announcement, Effect, Event, Notice, OtherTab, Place, Problem, Session, Source, Target, decode,
    decode_whole,
};

/// The file with the visitor's answers.
const DRAFT_FILE: &str = "support-fit-answers.json";

/// The file with saved answers that could not be read.
const UNREADABLE_FILE: &str = "support-fit-earlier-answers.json";

/// Spaces of indentation in files.
const INDENT: u32 = 2;

impl Ui {
    /// Does something, and everything that it causes.
    pub fn act(self, action: Action) {
        for effect in self.change(|session| session.apply(action)).unwrap_or_default() {
            self.carry_out(effect);
        }
    }

    /// The interpreter of effects. A listener of the host page may act again, so nothing is borrowed meanwhile.
    fn carry_out(self, effect: Effect) {
        match effect {
            Effect::Notify(_) => {
                self.signals.notice.notify();
                self.announce_notice();
            }
            Effect::Save => self.save(),
            Effect::Erase => self.erase(),
            Effect::Announce(announcement) => self.say(Some(
                self.t(match announcement {
                    Announcement::AnswerMissing => answer::MISSING,
                    Announcement::TicksCleared => answer::CLEARED,
                })
                .to_owned(),
            )),
            Effect::Confirm => self.ask(Confirming::Open),
            Effect::SettleLink => {
                if let Some(element) = self.element() {
                    element.settle_link();
                }
            }
            Effect::Prepare => self.prepare_soon(),
            Effect::Emit(event) => {
                if event == Event::Reset {
                    let _ = self.state.try_update_value(|state| state.has_result = false);
                }
                self.emit(PublicEvent::Visit(event));
            }
            Effect::ReportResult => {
                let _ = self.state.try_update_value(|state| {
                    // Unless a listener has led away from it.
                    if state.session.place() == Place::Result {
                        (state.has_result, state.unreported) = (true, Some(state.evaluation()));
                    }
                });
                self.report_result();
            }
            Effect::Focus(Target::Heading) => self.focus_heading(),
            Effect::Focus(Target::Answer) => self.focus("input"),
        }
    }

    /// Emits an event to the host page. Returns false if a listener canceled it.
    pub fn emit(self, event: PublicEvent<'_>) -> bool {
        self.element().is_none_or(|element| element.emit(event))
    }

    /// Announces something to screen readers, or nothing any more.
    pub fn say(self, text: Option<String>) {
        let is_other = self.state.try_update_value(|state| {
            let is_other = state.announced != text;
            state.announced = text;
            is_other
        });
        if is_other == Some(true) {
            self.signals.announcement.notify();
        }
    }

    /// Announces the notice that is shown.
    pub(super) fn announce_notice(self) {
        let text = |state: &super::State| state.session.notice().map(|notice| state.notice_text(notice, self.words));
        if let Some(text) = self.state.try_with_value(text) {
            self.say(text);
        }
    }

    /// All of a notice.
    #[must_use]
    pub fn notice_text(self, notice: Notice) -> String {
        self.state.with_value(|state| state.notice_text(notice, self.words))
    }

    /// Shows a notice that only the shell knows of, with a reason.
    pub fn notify(self, notice: Notice, more: Option<String>) {
        self.state.update_value(|state| state.more = more);
        self.act(Action::Notify(notice));
    }

    /// Saves the draft.
    fn save(self) {
        // An earlier announcement is outdated, unless it is the notice that is still shown: it may not have been heard.
        let is_outdated = self.state.with_value(|state| {
            let shown = state.session.notice().map(|notice| state.notice_text(notice, self.words));
            state.announced != shown
        });
        if is_outdated {
            self.say(None);
        }
        let time = self.time();
        let (outcome, saved) = self.surroundings.with_value(|s| {
            let outcome = self.now(|session| s.keeper.save(session, &time));
            (outcome, if outcome == Ok(true) { self.time_of_day(&time) } else { None })
        });
        self.set_saved(saved);
        self.act(Action::Saved(outcome.map(drop)));
    }

    /// Removes everything that was saved.
    fn erase(self) {
        let is_erased = self.surroundings.with_value(|s| s.keeper.erase());
        self.surroundings.update_value(|s| s.held = None);
        self.set_saved(None);
        self.act(Action::Erased(is_erased));
    }

    fn set_saved(self, saved: Option<String>) {
        let mut is_other = false;
        self.state.update_value(|state| {
            is_other = state.saved != saved;
            state.saved = saved;
        });
        if is_other {
            self.signals.saved.notify();
        }
    }

    /// Reports the result to the host page once it is painted, unless it was reported or has not arrived.
    pub(super) fn report_result(self) {
        self.after_paint(move || {
            let is_due = self.state.try_with_value(|s| s.has_result && s.unreported == Some(s.evaluation()));
            if is_due == Some(true)
                && let Some(summary) = self.result()
            {
                self.state.update_value(|state| state.unreported = None);
                self.emit(PublicEvent::Result(summary));
            }
        });
    }

    /// Evaluates what the next step will show, once this screen is painted.
    pub fn prepare_soon(self) {
        if self.state.try_with_value(|state| state.session.leads_to_evaluation()) == Some(true) {
            self.after_pause(move || {
                if let Some(Later::Ready(later)) = self.later().try_get_untracked() {
                    (later.prepare)(self);
                }
            });
        }
    }

    /// A summary of the result, if there is one.
    #[must_use]
    pub fn result(self) -> Option<Value> {
        let Later::Ready(later) = self.later().try_get_untracked()? else { return None };
        self.state.with_value(|state| state.has_result).then(|| (later.summary)(self))
    }

    /// Goes to the result. Calls `then` with whether there are enough answers for one, once that is known.
    pub fn show_result(self, then: Box<dyn FnOnce(bool)>) {
        self.act(Action::GoTo(Place::Result));
        self.with_later(Box::new(|ui, later| then(later.is_some_and(|later| (later.is_enough)(ui)))));
    }

    /// The document of the draft.
    #[must_use]
    pub fn draft(self) -> Value {
        self.now(|session| session.document(&self.time()))
    }

    /// Goes on with another draft; that can be undone.
    ///
    /// # Errors
    /// Why it is not a draft. Nothing is changed then.
    pub fn import(self, document: &Value) -> Result<(), Problem> {
        let decoded = decode_whole(self.assessment(), document, self.now(Session::entry_code))?;
        self.act(Action::Offer(Source::Host, Box::new(decoded.draft)));
        if !decoded.problems.is_empty() {
            self.act(Action::Notify(Notice::Partly));
        }
        Ok(())
    }

    /// Offers the answers as a file. Gives whether the browser lets the page make files.
    pub fn download(self) -> bool {
        let saved = self.offer_file(DRAFT_FILE, "application/json", &self.json_text(&self.draft(), INDENT));
        if saved {
            self.emit(PublicEvent::Export("draft"));
        }
        saved
    }

    /// Offers a text as a file. Gives whether the browser lets the page make files.
    pub fn save_file(self, name: &str, media_type: &str, text: &str) -> bool {
        let saved = self.offer_file(name, media_type, text);
        if saved {
            // Named by what follows the `/`: "markdown", "csv", "json", "calendar".
            let kind = media_type.split(';').next().unwrap_or_default();
            self.emit(PublicEvent::Export(kind.split('/').next_back().unwrap_or_default()));
        }
        saved
    }

    /// Offers the saved answers that could not be read as a file. Returns whether the browser lets the page make files.
    pub fn download_unreadable(self) -> bool {
        let text = self.surroundings.with_value(|s| s.keeper.unreadable_text());
        text.is_some_and(|text| self.offer_file(UNREADABLE_FILE, "application/json", &text))
    }

    /// Shows a notice if the browser refused a file; the reason follows a notice that offers one, which stays.
    pub fn file_offered(self, is_saved: bool) {
        if !is_saved {
            let offers = self.now(Session::notice).filter(|notice| notice::offers_file(*notice));
            self.notify(offers.unwrap_or(Notice::NoFile), Some(self.t(FAILED).to_owned()));
        }
    }

    /// Another tab has changed the storage: the text under a key, or everything.
    pub fn storage_changed(self, key: Option<&str>, text: Option<&str>) {
        let changed = self.surroundings.try_with_value(|s| s.keeper.changed_elsewhere(key, text)).flatten();
        match changed {
            None => {}
            Some(OtherTab::Erased) => self.act(Action::ErasedElsewhere),
            Some(OtherTab::Saved(document)) => {
                if let Ok(decoded) = decode(self.assessment(), &document, self.now(Session::entry_code)) {
                    self.act(Action::Offer(Source::OtherTab, Box::new(decoded.draft)));
                }
            }
        }
    }
}
