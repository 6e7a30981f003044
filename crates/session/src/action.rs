//! Actions, and what they cause. Only they change a session.

use super::{
    Announcement, Draft, Effect, Event, Notice, Place, Saved, Session, State, StoreFault, Target,
    offers::{Offered, Told},
};
use assessment::{DimensionId, QuestionId};
use decision::{
    response::{Priorities, Rating, Response},
    worksheet::{DutyChange, EntryRefusal, FigureChange, FigureProblem, QuestionChange, ScorecardChange, StepChange},
};

/// One thing that happened: the visitor, the host page or another tab did something, or the shell reports the outcome of an
/// [`Effect`].
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Answers a question.
    Respond(QuestionId, Response),
    /// Removes the answer to a question.
    Retract(QuestionId),
    Rate(DimensionId, Rating),
    /// Rates all dimensions alike.
    RateAlike,
    /// Changes who does what.
    Duty(DutyChange),
    /// Changes figures of cost.
    Figure(FigureChange),
    /// Changes an entry of the roadmap.
    Step(StepChange),
    /// Changes an entry of the scorecard.
    Measure(ScorecardChange),
    /// Changes a note on the questions to ask.
    Ask(QuestionChange),
    /// Goes to the next place on the path; at an open question it asks for an answer instead.
    Next,
    /// Goes to the previous place.
    Back,
    /// Goes to a place without coming back.
    GoTo(Place),
    /// Goes to a place to change something there, and comes back.
    Visit(Place),
    /// Continues after the quick check with all questions.
    GoOn,
    /// Applies answers that were tried on the result, as one change.
    Adopt(Vec<(QuestionId, Response)>),
    /// Undoes the last change.
    Undo,
    /// Clears all answers and entries; can be undone.
    StartOver,
    /// Erases everything, on the device too; cannot be undone.
    Erase,
    /// Offers a draft from elsewhere, and in words what was left out of it. It is opened at once if the visitor loses nothing;
    /// otherwise it awaits a decision.
    Offer(Source, Box<Draft>, Option<String>),
    /// Opens the draft that the visitor is asked about; can be undone.
    TakeOver,
    /// Keeps the current answers instead of that draft.
    KeepMine,
    /// Removes the saved answers that were replaced.
    RemoveReplaced,
    /// Closes the dialog that asks about a draft.
    Decline,
    /// Another tab erased the saved draft.
    ErasedElsewhere,
    /// Dismisses the notice.
    Dismiss,
    /// Shows a notice about something that only the shell knows.
    Notify(Notice),
    /// The question to ask next, if it is not the next of the content.
    AskNext(QuestionId),
    /// The outcome of [`Effect::Save`].
    Saved(Result<Saved, StoreFault>),
    /// The outcome of [`Effect::Erase`]: whether nothing is left.
    Erased(bool),
}

/// Where a draft comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Another tab saved it.
    OtherTab,
    /// The page's address was a link with it.
    Link,
    /// The visitor chose a file or pasted a text.
    File,
    /// A script of the host page imported it.
    Host,
    /// It was replaced in an earlier visit.
    Replaced,
}

/// Why an action was refused, without changing anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// An entry of who does what, the roadmap, the scorecard or the questions to ask.
    Entry(EntryRefusal),
    /// Figures of an input of the cost model, at most one problem for each of the three.
    Figures(Vec<FigureProblem>),
}

/// What an action means besides its [`Kind`].
#[derive(Default)]
pub(super) struct Meaning {
    answers: Vec<QuestionId>,
    /// The notice to show, or to remove; `None` leaves the current one.
    pub(super) notice: Option<Option<Notice>>,
    announcement: Option<Announcement>,
    /// What else it causes: [`Effect::Confirm`] or [`Effect::SettleLink`].
    pub(super) cause: Option<Effect>,
    /// Where the draft that it opens comes from.
    pub(super) opens: Option<Source>,
}

/// What an action is. Decided once, in [`Session::carry_out`]; its effects follow from this and from what it changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It changes answers or ratings, or replaces everything.
    Content,
    /// It changes a plan entry, which never affects the score.
    Entry,
    /// It only navigates: the evaluation is still valid.
    Step,
    /// It takes the last change back; `is_entry` if that was an entry.
    Undo { is_entry: bool },
    /// It clears everything, and can be undone.
    Clearing,
    /// It clears everything for good.
    Erasure,
    /// It overwrites or removes a draft saved elsewhere.
    Keeping,
    /// It opens the link in the page's address. The visitor is doing something else, so the focus stays.
    Link,
    /// It opens a file, which the visitor has just asked for.
    File,
    /// It changes nothing here.
    Nothing,
}

impl Session {
    /// Carries out an action. Returns what the shell has to do, in order.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Saved(outcome) => self.saved(outcome),
            Action::Erased(true) => vec![self.show(Some(Notice::Erased))],
            Action::Erased(false) => vec![self.show(Some(Notice::NotErased))],
            Action::ErasedElsewhere if self.is_untouched() => Vec::new(),
            Action::ErasedElsewhere => {
                self.is_erased_elsewhere = true;
                vec![self.show(Some(Notice::ErasedElsewhere))]
            }
            Action::Notify(notice) => vec![self.show(Some(notice))],
            Action::AskNext(question) => {
                if let Some(code) = self.code {
                    (code.ask_next)(self, question);
                }
                Vec::new()
            }
            Action::Dismiss => vec![self.dismiss()],
            Action::Decline => self.decline(),
            action => self.act(action),
        }
    }

    /// Carries out an action of the visitor, the host page or another tab.
    fn act(&mut self, action: Action) -> Vec<Effect> {
        let (before, was_untouched, had_no_answers) = (self.state.clone(), self.is_untouched(), self.has_no_answers());
        self.answer_missing = false;
        self.refusal = None;
        let mut meaning = Meaning::default();
        let kind = self.carry_out(action, &mut meaning);
        self.state.finish_recheck();
        self.state.entered |= kind == Kind::Entry && self.state.opened && self.state.worksheet != before.worksheet;
        let Meaning { answers, notice, announcement, cause, opens } = meaning;
        let changed = self.state != before;
        self.is_erased_elsewhere &= kind != Kind::Keeping && self.state.has_same_answers(&before);
        self.has_moved = self.state.place != before.place;
        let is_cleared = matches!(kind, Kind::Clearing | Kind::Erasure);
        if is_cleared {
            self.shown = 1;
        } else if self.has_moved && matches!(self.state.place, Place::Question(_)) {
            self.shown += 1;
        }
        self.count_changes(&before, kind);

        let mut effects = Vec::new();
        let is_outdated =
            !self.state.has_same_answers(&before) && self.notice.is_some_and(Notice::is_about_last_change);
        if let Some(notice) = notice.or(is_outdated.then_some(None)) {
            effects.push(self.show(notice));
        }
        match kind {
            Kind::Erasure => effects.push(Effect::Erase),
            _ if self.is_erased_elsewhere => {}
            _ if changed || kind == Kind::Keeping => effects.push(Effect::Save),
            _ => {}
        }
        let is_entry = matches!(kind, Kind::Entry | Kind::Undo { is_entry: true });
        let concerns_result = changed && !is_entry && kind != Kind::Erasure;
        if concerns_result && self.is_worth_preparing() {
            effects.push(Effect::Prepare);
        }
        effects.extend(announcement.map(Effect::Announce));
        effects.extend(cause);
        if is_cleared {
            effects.extend((!was_untouched).then_some(Effect::Emit(Event::Reset)));
        } else {
            self.emit_answers(&before, had_no_answers, answers, &mut effects);
        }
        // Going from one view of the result to another shows no other result.
        let arrives = kind != Kind::Step || !before.place.is_result();
        if concerns_result && arrives && self.state.place.is_result() {
            effects.push(Effect::ReportResult);
        }
        if self.answer_missing {
            effects.push(Effect::Focus(Target::Answer));
        } else if kind == Kind::File || self.has_moved && kind != Kind::Link {
            effects.push(Effect::Focus(Target::Heading));
        }
        let is_undo = matches!(kind, Kind::Undo { .. });
        self.note_replaced(&before, is_undo, opens);
        if !is_undo && kind != Kind::Erasure && !self.state.has_same_answers(&before) {
            self.earlier = Some(before);
            self.undoes_swap = opens == Some(Source::Replaced);
        }
        effects
    }

    /// Changes the state, and returns the kind of action.
    fn carry_out(&mut self, action: Action, meaning: &mut Meaning) -> Kind {
        match action {
            Action::Respond(question, response) => {
                let has_ticks = |response| matches!(response, Some(Response::Several(ticked)) if !ticked.is_empty());
                let clears = has_ticks(self.state.responses.get(question)) && !has_ticks(Some(response));
                meaning.announcement = clears.then_some(Announcement::TicksCleared);
                meaning.answers.push(question);
                self.state.respond(question, Some(response));
                Kind::Content
            }
            Action::Retract(question) => {
                meaning.answers.push(question);
                self.state.respond(question, None);
                Kind::Content
            }
            Action::Adopt(responses) => {
                for (question, response) in responses {
                    meaning.answers.push(question);
                    self.state.respond(question, Some(response));
                }
                meaning.notice = Some(Some(Notice::Kept));
                Kind::Content
            }
            Action::Rate(dimension, rating) => {
                self.state.opened &= self.state.priorities.set(dimension, rating) == rating;
                Kind::Content
            }
            Action::RateAlike => {
                let alike = Priorities::new(self.assessment);
                self.state.opened &= self.state.priorities == alike;
                self.state.priorities = alike;
                Kind::Content
            }
            Action::Duty(_) | Action::Figure(_) | Action::Step(_) | Action::Measure(_) | Action::Ask(_) => {
                // Without the code for entries nobody can enter anything.
                if let Some(code) = self.code {
                    self.refusal = (code.change)(&mut self.state.worksheet, self.assessment, action);
                }
                Kind::Entry
            }
            Action::Next => {
                self.next();
                meaning.announcement = self.answer_missing.then_some(Announcement::AnswerMissing);
                Kind::Step
            }
            Action::Back => {
                self.back();
                Kind::Step
            }
            Action::GoTo(place) => {
                self.go_to(place);
                Kind::Step
            }
            Action::Visit(place) => {
                self.visit(place);
                Kind::Step
            }
            Action::GoOn => {
                self.go_on();
                Kind::Step
            }
            Action::Undo => {
                let is_entry = self.undoes_entry();
                if let Some(earlier) = self.earlier.take() {
                    self.state = earlier;
                }
                Kind::Undo { is_entry }
            }
            Action::StartOver => {
                self.state = State::new(self.assessment, self.first_course);
                meaning.notice = Some(Some(Notice::Cleared));
                Kind::Clearing
            }
            Action::Erase => {
                self.state = State::new(self.assessment, self.first_course);
                (self.earlier, self.told, self.left_out) = (None, Told::Nothing, None);
                (self.replaced, self.is_replaced_due, self.undoes_swap) = (None, false, false);
                self.offers.clear();
                Kind::Erasure
            }
            Action::Offer(source, draft, left_out) => self.offer(Offered { source, draft, left_out }, meaning),
            Action::TakeOver => self.take_over(meaning),
            Action::KeepMine => {
                // The notice about an erasure has this button too.
                match self.forget_asked() {
                    Some(Source::Link) => meaning.cause = Some(Effect::SettleLink),
                    Some(Source::OtherTab) => self.told = Told::Declined,
                    _ => {}
                }
                meaning.notice = Some(None);
                Kind::Keeping
            }
            Action::RemoveReplaced => {
                self.finish_replaced();
                meaning.notice = (self.notice == Some(Notice::Replaced)).then_some(None);
                Kind::Keeping
            }
            // `apply` has taken care of these.
            Action::ErasedElsewhere
            | Action::Dismiss
            | Action::Decline
            | Action::Notify(_)
            | Action::AskNext(_)
            | Action::Saved(_)
            | Action::Erased(_) => Kind::Nothing,
        }
    }

    /// Events for answers that have changed, and for a step.
    fn emit_answers(&self, before: &State, had_no_answers: bool, answers: Vec<QuestionId>, effects: &mut Vec<Effect>) {
        if answers.is_empty() && !self.has_moved {
            return;
        }
        let (path, step) = (self.path(), self.shown);
        let total = path.len();
        let position = |question| path.iter().position(|q| *q == question).unwrap_or(total) + 1;
        let mut is_start = had_no_answers;
        for question in answers {
            let response = self.state.responses.get(question);
            if response == before.responses.get(question) {
                continue;
            }
            if core::mem::take(&mut is_start) {
                effects.push(Effect::Emit(Event::Start));
            }
            let position = position(question);
            effects.push(Effect::Emit(Event::Answer { step, question, position, total, response }));
        }
        if self.has_moved {
            effects.push(Effect::Emit(Event::Progress { step, place: self.place() }));
            if let Place::Question(question) = self.state.place {
                let position = position(question);
                effects.push(Effect::Emit(Event::QuestionShown { step, question, position, total }));
            }
        }
    }

    fn count_changes(&mut self, before: &State, kind: Kind) {
        let (now, versions) = (&self.state, &mut self.versions);
        let is_evaluated_again = match kind {
            Kind::Entry | Kind::Step | Kind::Undo { is_entry: true } => false,
            Kind::Erasure => true,
            _ => now != before,
        };
        versions.evaluation += u32::from(is_evaluated_again);
        versions.responses += u32::from(now.responses != before.responses);
        versions.priorities += u32::from(now.priorities != before.priorities);
        versions.worksheet += u32::from(now.worksheet != before.worksheet || now.raw_entries != before.raw_entries);
        let route = |state: &State| (state.place, state.returns_to, state.course);
        versions.route += u32::from(route(now) != route(before));
    }

    fn saved(&mut self, outcome: Result<Saved, StoreFault>) -> Vec<Effect> {
        match outcome {
            Ok(Saved::Held(draft)) => self.act(Action::Offer(Source::OtherTab, draft, None)),
            Ok(Saved::ErasedElsewhere) => self.apply(Action::ErasedElsewhere),
            Ok(saved) => {
                // The draft of the other tab has been overwritten, and is saved where replaced answers were.
                let is_set_aside = self.told == Told::Offered;
                if is_set_aside {
                    self.forget(Source::Replaced);
                }
                self.forget(Source::OtherTab);
                (self.told, self.reported, self.is_replaced_due) = (Told::Nothing, None, false);
                if saved == Saved::AfterErasure && !self.is_untouched() {
                    return vec![self.show(Some(Notice::ErasedElsewhere))];
                }
                let is_erased = saved == Saved::Erased && self.notice == Some(Notice::NotErased);
                let is_moot = is_set_aside && self.notice == Some(Notice::Replaced);
                if is_erased || is_moot || self.notice.is_some_and(Notice::is_settled_by_saving) {
                    return vec![self.dismiss()];
                }
                let next = if self.notice.is_none() { self.asking_notice() } else { None };
                next.map(|notice| self.show(Some(notice))).into_iter().collect()
            }
            Err(fault) => {
                let notice = Some(fault.into());
                // Reported once, and not in place of a notice that offers to undo; the footer says it all the time.
                if self.reported == notice || self.notice.is_some_and(Notice::is_about_last_change) {
                    return Vec::new();
                }
                self.reported = notice;
                vec![self.show(notice)]
            }
        }
    }

    pub(super) fn show(&mut self, notice: Option<Notice>) -> Effect {
        self.notice = notice;
        Effect::Notify(notice)
    }
}
