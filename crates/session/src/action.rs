//! Actions, and what they cause. Nothing else changes a session.

use super::{Announcement, Draft, Effect, Event, Notice, Place, Session, State, StoreFault, Target};
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
    /// Retracts the answer to a question.
    Retract(QuestionId),
    /// Rates a dimension.
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
    /// Goes to a place for good.
    GoTo(Place),
    /// Goes to a place to change something there, and comes back.
    Visit(Place),
    /// Goes on after the quick check with all questions.
    GoOn,
    /// Keeps answers that were tried on the result, as one change.
    Adopt(Vec<(QuestionId, Response)>),
    /// Takes the last change back.
    Undo,
    /// Clears all answers and entries; can be undone.
    StartOver,
    /// Erases everything, on the device too; cannot be undone.
    Erase,
    /// Offers a draft from elsewhere. It is opened at once if that costs the visitor nothing; otherwise it waits.
    Offer(Source, Box<Draft>),
    /// Goes on with the draft that waits; can be undone.
    TakeOver,
    /// Keeps the answers here instead of the draft that waits.
    KeepMine,
    /// Another tab erased the saved draft.
    ErasedElsewhere,
    /// Closes the notice.
    Dismiss,
    /// Shows a notice about something that only the shell knows.
    Notify(Notice),
    /// The outcome of [`Effect::Save`].
    Saved(Result<(), StoreFault>),
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
}

/// Why an action was refused. Nothing was changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// An entry of who does what, the roadmap, the scorecard or the questions to ask.
    Entry(EntryRefusal),
    /// Figures of an input of the cost model, at most one problem for each of the three.
    Figures(Vec<FigureProblem>),
}

/// What an action is. Decided once, in [`Session::carry_out`]; what it causes follows from this and from what it changed.
struct Deed {
    kind: Kind,
    /// The questions that it answers.
    answers: Vec<QuestionId>,
    /// The notice to show, or to remove; `None` leaves the current one.
    notice: Option<Option<Notice>>,
    announcement: Option<Announcement>,
    /// What else it causes: [`Effect::Confirm`] or [`Effect::SettleLink`].
    cause: Option<Effect>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It changes answers or ratings, or replaces everything.
    Content,
    /// It changes an entry of the plan, which never feeds the score.
    Entry,
    /// It only leads somewhere: what was evaluated still holds.
    Step,
    /// It takes the last change back; `is_entry` if that was an entry.
    Undo { is_entry: bool },
    /// It clears everything, and can be undone.
    Clearing,
    /// It clears everything for good.
    Erasure,
    /// It saves what is here over what was saved elsewhere.
    Keeping,
    /// It opens the link in the page's address. The visitor is doing something else, so the focus stays.
    Link,
    /// It opens a file, which the visitor has just asked for.
    File,
    /// It changes nothing here.
    Nothing,
}

impl Deed {
    const fn of(kind: Kind) -> Self {
        Self { kind, answers: Vec::new(), notice: None, announcement: None, cause: None }
    }

    fn showing(kind: Kind, notice: Option<Notice>) -> Self {
        Self { notice: Some(notice), ..Self::of(kind) }
    }
}

impl Session {
    /// Carries out an action. Returns what the shell has to do, in order.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Saved(outcome) => self.saved(outcome),
            Action::Erased(true) => vec![self.show(Some(Notice::Erased))],
            Action::Erased(false) => vec![self.show(Some(Notice::NotErased))],
            Action::ErasedElsewhere if self.is_untouched() => Vec::new(),
            Action::ErasedElsewhere => vec![self.show(Some(Notice::ErasedElsewhere))],
            Action::Notify(notice) => vec![self.show(Some(notice))],
            Action::Dismiss => vec![self.show(None)],
            action => self.act(action),
        }
    }

    /// Carries out an action of the visitor, the host page or another tab.
    fn act(&mut self, action: Action) -> Vec<Effect> {
        let (before, was_untouched, said_nothing) = (self.state.clone(), self.is_untouched(), self.says_nothing());
        self.answer_missing = false;
        self.refusal = None;
        let Deed { kind, answers, notice, announcement, cause } = self.carry_out(action);
        let changed = self.state != before;
        self.has_moved = self.state.place != before.place;
        self.count_changes(&before, kind);

        let mut effects = Vec::new();
        let is_outdated = changed && self.notice.is_some_and(Notice::is_about_last_change);
        if let Some(notice) = notice.or(is_outdated.then_some(None)) {
            effects.push(self.show(notice));
        }
        match kind {
            Kind::Erasure => effects.push(Effect::Erase),
            _ if changed || kind == Kind::Keeping => effects.push(Effect::Save),
            _ => {}
        }
        let is_entry = matches!(kind, Kind::Entry | Kind::Undo { is_entry: true });
        let concerns_result = changed && !is_entry && kind != Kind::Erasure;
        if concerns_result && self.leads_to_evaluation() {
            effects.push(Effect::Prepare);
        }
        effects.extend(announcement.map(Effect::Announce));
        effects.extend(cause);
        if matches!(kind, Kind::Clearing | Kind::Erasure) {
            effects.extend((!was_untouched).then_some(Effect::Emit(Event::Reset)));
        } else {
            self.emit_answers(&before, said_nothing, answers, &mut effects);
        }
        if concerns_result && self.state.place == Place::Result {
            effects.push(Effect::ReportResult);
        }
        if self.answer_missing {
            effects.push(Effect::Focus(Target::Answer));
        } else if kind == Kind::File || self.has_moved && kind != Kind::Link {
            effects.push(Effect::Focus(Target::Heading));
        }
        if !matches!(kind, Kind::Undo { .. } | Kind::Erasure) && !self.state.says_the_same(&before) {
            self.earlier = Some(before);
        }
        effects
    }

    /// Changes the state, and says what the action was.
    fn carry_out(&mut self, action: Action) -> Deed {
        match action {
            Action::Respond(question, response) => {
                let before = self.state.responses.get(question);
                self.state.responses.set(question, Some(response));
                let has_ticks = |response| matches!(response, Some(Response::Several(ticked)) if !ticked.is_empty());
                let clears = has_ticks(before) && !has_ticks(Some(response));
                let announcement = clears.then_some(Announcement::TicksCleared);
                Deed { answers: vec![question], announcement, ..Deed::of(Kind::Content) }
            }
            Action::Retract(question) => {
                self.state.responses.set(question, None);
                Deed { answers: vec![question], ..Deed::of(Kind::Content) }
            }
            Action::Adopt(responses) => {
                for (question, response) in &responses {
                    self.state.responses.set(*question, Some(*response));
                }
                let answers = responses.into_iter().map(|(question, _)| question).collect();
                Deed { answers, ..Deed::showing(Kind::Content, Some(Notice::Kept)) }
            }
            Action::Rate(dimension, rating) => {
                self.state.priorities.set(dimension, rating);
                Deed::of(Kind::Content)
            }
            Action::RateAlike => {
                self.state.priorities = Priorities::new(self.assessment);
                Deed::of(Kind::Content)
            }
            Action::Duty(_) | Action::Figure(_) | Action::Step(_) | Action::Measure(_) | Action::Ask(_) => {
                // Without the code for entries nobody can enter anything.
                if let Some(code) = self.code {
                    self.refusal = (code.change)(&mut self.state.worksheet, self.assessment, action);
                }
                Deed::of(Kind::Entry)
            }
            Action::Next => {
                self.next();
                let announcement = self.answer_missing.then_some(Announcement::AnswerMissing);
                Deed { announcement, ..Deed::of(Kind::Step) }
            }
            Action::Back => {
                self.back();
                Deed::of(Kind::Step)
            }
            Action::GoTo(place) => {
                self.go_to(place);
                Deed::of(Kind::Step)
            }
            Action::Visit(place) => {
                self.visit(place);
                Deed::of(Kind::Step)
            }
            Action::GoOn => {
                self.go_on();
                Deed::of(Kind::Step)
            }
            Action::Undo => {
                let is_entry = self.undoes_entry();
                if let Some(earlier) = self.earlier.take() {
                    self.state = earlier;
                }
                Deed::of(Kind::Undo { is_entry })
            }
            Action::StartOver => {
                self.state = State::new(self.assessment, self.first_course);
                Deed::showing(Kind::Clearing, Some(Notice::Cleared))
            }
            Action::Erase => {
                self.state = State::new(self.assessment, self.first_course);
                (self.earlier, self.elsewhere) = (None, None);
                Deed::of(Kind::Erasure)
            }
            Action::Offer(source, draft) => self.offer(source, *draft),
            Action::TakeOver => self.elsewhere.take().map_or(Deed::of(Kind::Nothing), |(source, draft)| {
                let deed = self.open(source, draft);
                // The visitor has decided for it, wherever it comes from.
                Deed { kind: Kind::Content, ..deed }
            }),
            Action::KeepMine => {
                let is_link = matches!(self.elsewhere.take(), Some((Source::Link, _)));
                Deed { cause: is_link.then_some(Effect::SettleLink), ..Deed::showing(Kind::Keeping, None) }
            }
            // `apply` has taken care of these.
            Action::ErasedElsewhere | Action::Dismiss | Action::Notify(_) | Action::Saved(_) | Action::Erased(_) => {
                Deed::of(Kind::Nothing)
            }
        }
    }

    fn offer(&mut self, source: Source, draft: Draft) -> Deed {
        let is_known = match source {
            Source::OtherTab => self.says_the_same(&draft),
            Source::Link => self.holds(&draft),
            Source::File | Source::Host => false,
        };
        let (notice, cause) = match source {
            Source::OtherTab if is_known => return Deed::of(Kind::Nothing),
            Source::Link if is_known => return Deed { cause: Some(Effect::SettleLink), ..Deed::of(Kind::Nothing) },
            Source::OtherTab => (Some(Some(Notice::Elsewhere)), None),
            Source::Link | Source::File if self.is_untouched() => return self.open(source, draft),
            Source::Link => (Some(Some(Notice::Link)), None),
            Source::File => (None, Some(Effect::Confirm)),
            Source::Host => return self.open(source, draft),
        };
        self.elsewhere = Some((source, draft));
        Deed { notice, cause, ..Deed::of(Kind::Nothing) }
    }

    /// Goes on with a draft.
    fn open(&mut self, source: Source, draft: Draft) -> Deed {
        self.elsewhere = None;
        self.state = Self::resume_by(self.code, self.assessment, self.first_course, draft).state;
        let settled = Some(Effect::SettleLink);
        match source {
            Source::OtherTab => Deed::showing(Kind::Content, Some(Notice::TakenOver)),
            Source::Host => Deed::showing(Kind::Content, None),
            Source::Link => Deed { cause: settled, ..Deed::showing(Kind::Link, Some(Notice::Opened)) },
            Source::File => Deed { cause: settled, ..Deed::showing(Kind::File, Some(Notice::Opened)) },
        }
    }

    /// Whether opening a draft would change nothing; one without entries leaves those that are here.
    fn holds(&self, draft: &Draft) -> bool {
        self.state.responses == draft.responses
            && self.state.priorities == draft.priorities
            && (draft.worksheet.is_empty() || self.state.worksheet == draft.worksheet)
    }

    /// Events for answers that have changed, and for a step.
    fn emit_answers(&self, before: &State, said_nothing: bool, answers: Vec<QuestionId>, effects: &mut Vec<Effect>) {
        let path = self.path();
        let mut is_start = said_nothing;
        for question in answers {
            let response = self.state.responses.get(question);
            if response == before.responses.get(question) {
                continue;
            }
            if core::mem::take(&mut is_start) {
                effects.push(Effect::Emit(Event::Start));
            }
            let position = path.iter().position(|q| *q == question).unwrap_or(path.len()) + 1;
            effects.push(Effect::Emit(Event::Answer { question, position, total: path.len(), response }));
        }
        if self.has_moved {
            let answered = path.iter().filter(|question| self.state.responses.get(**question).is_some()).count();
            let screen = self.state.place.screen();
            effects.push(Effect::Emit(Event::Progress { answered, total: path.len(), screen }));
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
        versions.worksheet += u32::from(now.worksheet != before.worksheet || now.written != before.written);
        let route = |state: &State| (state.place, state.returns_to, state.course);
        versions.route += u32::from(route(now) != route(before));
    }

    fn saved(&mut self, outcome: Result<(), StoreFault>) -> Vec<Effect> {
        match outcome {
            Ok(()) => {
                // What was saved elsewhere is saved over by now.
                (self.elsewhere, self.reported) = (None, None);
                let is_settled = self.notice.is_some_and(Notice::is_settled_by_saving);
                is_settled.then(|| self.show(None)).into_iter().collect()
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

    fn show(&mut self, notice: Option<Notice>) -> Effect {
        self.notice = notice;
        Effect::Notify(notice)
    }
}
