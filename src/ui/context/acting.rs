//! Actions: the session returns the effects of an action, and this module executes them.

use leptos::prelude::*;

use super::{Resources, Ui};
#[allow(unused_imports, reason = "natively, the element is a trait object, whose methods need no import")]
use crate::ui::element::HostElement as _;
use crate::ui::{PublicEvent, later::Later, notice};
use assessment::{
    i18n::key::ui::{answer, take::files::FAILED},
    json::Value,
};
use session::{
    Action, Announcement, Effect, Event, Notice, Place, Problem, Refusal, Saved, Session, Source, Target, View,
    decode_whole,
};

const DRAFT_FILE: &str = "support-fit-answers.json";

/// For saved data that could not be read.
const UNREADABLE_FILE: &str = "support-fit-earlier-answers.json";

/// Spaces.
const INDENT: u32 = 2;

impl Ui {
    /// Applies an action and executes its effects.
    pub fn act(self, action: Action) {
        self.enter_typed();
        for effect in self.change(|session| session.apply(action)).unwrap_or_default() {
            self.run_effect(effect);
        }
    }

    /// Nothing is borrowed during an effect, because a listener of the host page may act again.
    fn run_effect(self, effect: Effect) {
        match effect {
            Effect::Notify(notice) => {
                if notice == Some(Notice::Opened) {
                    let left_out = self.now(|session| session.left_out().map(str::to_owned));
                    self.set_detail(Notice::Opened, left_out);
                }
                self.signals.notice.notify();
                self.announce_notice();
            }
            Effect::Save => {
                self.stop_typing();
                self.save();
            }
            Effect::Erase => {
                self.stop_typing();
                self.erase();
            }
            Effect::Announce(announcement) => self.announce(Some(
                self.t(match announcement {
                    Announcement::AnswerMissing => answer::MISSING,
                    Announcement::TicksCleared => answer::CLEARED,
                })
                .to_owned(),
            )),
            Effect::Confirm => self.confirm_opening(),
            Effect::Look => self.look_again(),
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
                    // A listener may have changed the place.
                    if state.session.place().is_result() {
                        (state.has_result, state.unreported) = (true, Some(state.evaluation()));
                    }
                });
                self.report_result();
            }
            Effect::Focus(Target::Heading) => self.focus_heading(),
            Effect::Focus(Target::Answer) => self.focus("input"),
        }
    }

    /// Returns false if a listener of the host page canceled the event.
    pub fn emit(self, event: PublicEvent<'_>) -> bool {
        self.element().is_none_or(|element| element.emit(event))
    }

    /// Sets the text of the live region.
    pub fn announce(self, text: Option<String>) {
        let is_new = self.state.try_update_value(|state| {
            let is_new = state.announced != text;
            state.announced = text;
            is_new
        });
        if is_new == Some(true) {
            self.signals.announcement.notify();
        }
    }

    pub(super) fn announce_notice(self) {
        let text = |state: &super::State| state.session.notice().map(|notice| state.notice_text(notice, self.words));
        if let Some(text) = self.state.try_with_value(text) {
            self.announce(text);
        }
    }

    #[must_use]
    pub fn notice_text(self, notice: Notice) -> String {
        self.state.with_value(|state| state.notice_text(notice, self.words))
    }

    /// Shows a notice with a detail, such as the reason.
    pub fn notify(self, notice: Notice, detail: Option<String>) {
        self.set_detail(notice, detail);
        self.act(Action::Notify(notice));
    }

    fn set_detail(self, notice: Notice, detail: Option<String>) {
        self.state.update_value(|state| state.notice_detail = detail.map(|detail| (notice, detail)));
    }

    pub(super) fn save(self) {
        // Clears an outdated announcement, but not a notice that is still shown: it may not have been read yet.
        let is_outdated = self.state.with_value(|state| {
            let shown = state.session.notice().map(|notice| state.notice_text(notice, self.words));
            state.announced != shown
        });
        if is_outdated {
            self.announce(None);
        }
        let time = self.time();
        let outcome = self.resources.with_value(|s| self.now(|session| s.keeper.save(session, &time)));
        let is_on_device = outcome.as_ref().is_ok_and(Saved::is_on_device);
        self.set_saved(if is_on_device { self.time_of_day(&time) } else { None });
        self.act(Action::Saved(outcome));
    }

    fn erase(self) {
        let is_erased = self.resources.with_value(|s| s.keeper.erase());
        self.resources.update_value(|s| s.section_state.clear());
        self.set_saved(None);
        self.act(Action::Erased(is_erased));
    }

    fn set_saved(self, saved: Option<String>) {
        let mut is_new = false;
        self.state.update_value(|state| {
            is_new = state.saved != saved;
            state.saved = saved;
        });
        if is_new {
            self.signals.saved.notify();
        }
    }

    /// Emits the result event after the next paint, unless it was emitted or the later module is not loaded.
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

    /// Evaluates ahead of the next step, or looks whether the open questions matter, once this screen is painted.
    pub fn prepare_soon(self) {
        if self.state.try_with_value(|state| state.session.is_worth_preparing()) == Some(true) {
            self.after_pause(move || {
                if let Some(Later::Ready(later)) = self.later().try_get_untracked() {
                    (later.prepare)(self);
                }
            });
        }
    }

    /// The summary of the result, if one was shown.
    #[must_use]
    pub fn result(self) -> Option<Value> {
        let Later::Ready(later) = self.later().try_get_untracked()? else { return None };
        self.state.with_value(|state| state.has_result).then(|| (later.summary)(self))
    }

    /// Goes to a view of the result. Calls `then` with whether there are enough answers for a result.
    pub fn show_result(self, view: View, then: Box<dyn FnOnce(bool)>) {
        self.act(Action::GoTo(Place::Result(view)));
        self.with_later(Box::new(|ui, later| then(later.is_some_and(|later| (later.is_enough)(ui)))));
    }

    #[must_use]
    pub fn draft(self) -> Value {
        self.enter_typed();
        self.now(|session| session.document(&self.time()))
    }

    /// Replaces the answers with a draft. Can be undone.
    ///
    /// # Errors
    /// The document is not a draft. Nothing is changed.
    pub fn import(self, document: &Value) -> Result<(), Problem> {
        let decoded = decode_whole(self.assessment(), document, self.now(Session::entry_code))?;
        self.act(Action::Offer(Source::Host, Box::new(decoded.draft), None));
        if !decoded.problems.is_empty() {
            self.act(Action::Notify(Notice::Partly));
        }
        Ok(())
    }

    /// Downloads the answers. Returns false if the browser does not allow it.
    pub fn download(self) -> bool {
        let saved = self.offer_file(DRAFT_FILE, "application/json", &self.json_text(&self.draft(), INDENT));
        if saved {
            self.emit(PublicEvent::Export("draft"));
        }
        saved
    }

    /// Downloads a file and emits an export event. Returns false if the browser does not allow it.
    pub fn save_file(self, name: &str, media_type: &str, text: &str) -> bool {
        let saved = self.offer_file(name, media_type, text);
        if saved {
            // The subtype: "markdown", "csv", "json", "calendar".
            self.emit(PublicEvent::Export(media_type.split('/').next_back().unwrap_or_default()));
        }
        saved
    }

    /// Downloads the saved data that could not be read. Returns false if the browser does not allow it.
    pub fn download_unreadable(self) -> bool {
        let text = self.resources.with_value(|s| s.keeper.unreadable_text());
        text.is_some_and(|text| self.offer_file(UNREADABLE_FILE, "application/json", &text))
    }

    /// Shows a notice if a download failed. If the current notice offers a download, it stays and the reason is added to it.
    pub fn notify_unless_saved(self, is_saved: bool) {
        if !is_saved {
            match self.now(Session::notice).filter(|notice| notice::offers_file(*notice)) {
                Some(current) => self.notify(current, Some(self.t(FAILED).to_owned())),
                None => self.act(Action::Notify(Notice::NoFile)),
            }
        }
    }

    /// Looks at the saved draft, which another tab may have changed.
    pub fn look_again(self) {
        // The element may have been removed.
        let look = |s: &Resources| self.now(|session| s.keeper.look(session));
        if let Some(action) = self.resources.try_with_value(look).flatten() {
            if matches!(action, Action::ErasedElsewhere) {
                self.set_saved(None);
            }
            self.act(action);
        }
    }

    /// Changes an entry of the plan. Returns an error message, or `None` if it was accepted.
    #[inline(never)]
    pub fn enter(self, action: Action) -> Option<String> {
        self.act(action);
        let refusal = self.now(|session| match session.refusal() {
            Some(Refusal::Entry(refusal)) => Some(*refusal),
            _ => None,
        })?;
        let n = refusal.number().map(|n| self.number(n)).unwrap_or_default();
        Some(self.fill(refusal.text(), &[("n", &n)]))
    }
}
