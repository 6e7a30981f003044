//! What can be done. Nothing else changes a session.

use super::{Draft, Place, Session, State};
use assessment::{DimensionId, QuestionId};
use decision::{
    response::{Priorities, Rating, Response},
    worksheet::{DutyChange, EntryRefusal, FigureChange, FigureProblem, QuestionChange, ScorecardChange, StepChange},
};

/// One thing that the visitor, or another tab, did.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Answers a question.
    Respond(QuestionId, Response),
    /// Takes the answer to a question back.
    Retract(QuestionId),
    /// Rates a dimension.
    Rate(DimensionId, Rating),
    /// Rates all dimensions alike.
    RateAlike,
    /// Changes who does what.
    Duty(DutyChange),
    /// Changes figures of cost.
    Figure(FigureChange),
    /// Changes what is entered for the roadmap.
    Step(StepChange),
    /// Changes what is entered for the scorecard.
    Measure(ScorecardChange),
    /// Changes what is noted on the questions to ask.
    Ask(QuestionChange),
    /// Goes to the next place on the path; at an open question it asks for an answer instead.
    Next,
    /// Goes to the place before.
    Back,
    /// Goes to a place for good.
    GoTo(Place),
    /// Goes to a place to change something there, and comes back.
    Visit(Place),
    /// Goes on after the quick check with all questions.
    GoOn,
    /// Gives several answers at once, as one change.
    Adopt(Vec<(QuestionId, Response)>),
    /// Takes the last change back.
    Undo,
    /// Forgets all answers and all that was entered; can be undone.
    StartOver,
    /// Forgets everything; cannot be undone.
    Erase,
    /// Another tab saved a draft.
    SavedElsewhere(Box<Draft>),
    /// Goes on with what the other tab saved; can be undone.
    TakeOver,
    /// Keeps what is here.
    KeepMine,
}

/// Why an action was refused. Nothing was changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// An entry of who does what, the roadmap, the scorecard or the questions to ask.
    Entry(EntryRefusal),
    /// Figures of an input of the cost model, at most one problem for each of the three.
    Figures(Vec<FigureProblem>),
}

impl Session {
    /// Does it. Returns whether there is anything new to save. Where it was refused, [`refusal`](Self::refusal) says why.
    pub fn apply(&mut self, action: Action) -> bool {
        let before = self.state.clone();
        self.answer_missing = false;
        self.refusal = None;
        match action {
            Action::Respond(question, response) => self.state.respond(question, response),
            Action::Retract(question) => {
                self.state.responses.set(question, None);
            }
            Action::Rate(dimension, rating) => {
                self.state.priorities.set(dimension, rating);
            }
            Action::RateAlike => self.state.priorities = Priorities::new(self.assessment),
            Action::Duty(_) | Action::Figure(_) | Action::Step(_) | Action::Measure(_) | Action::Ask(_) => {
                // Where nothing can be entered yet, nobody enters anything.
                if let Some(code) = self.code {
                    self.refusal = (code.change)(&mut self.state.worksheet, self.assessment, action);
                }
            }
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::GoTo(place) => self.go_to(place),
            Action::Visit(place) => self.visit(place),
            Action::GoOn => self.go_on(),
            Action::Adopt(responses) => {
                for (question, response) in responses {
                    self.state.respond(question, response);
                }
            }
            Action::Undo => {
                if let Some(earlier) = self.earlier.take() {
                    self.state = earlier;
                }
                return self.state != before;
            }
            Action::StartOver => self.start_over(),
            Action::Erase => {
                self.start_over();
                self.earlier = None;
                self.elsewhere = None;
                return false;
            }
            Action::SavedElsewhere(draft) => {
                self.elsewhere = Some(*draft);
                return false;
            }
            Action::TakeOver => {
                if let Some(draft) = self.elsewhere.take() {
                    self.state = Session::resume_by(self.code, self.assessment, self.first_course, draft).state;
                }
            }
            Action::KeepMine => {
                self.elsewhere = None;
                return true;
            }
        }
        self.state.look_again();
        let changed = self.state != before;
        if !self.state.says_the_same(&before) {
            self.earlier = Some(before);
        }
        changed
    }

    /// What another tab saved is saved over by now.
    pub fn saved_here(&mut self) {
        self.elsewhere = None;
    }

    fn start_over(&mut self) {
        self.state = State::new(self.assessment, self.first_course);
    }
}
