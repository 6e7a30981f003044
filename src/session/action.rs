//! What can be done. Nothing else changes a session.

use super::{Draft, Place, Session, State};
use crate::{
    assessment::{DimensionId, QuestionId},
    response::{Priorities, Rating, Response, ResponseSet},
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
    /// Forgets all answers; can be undone.
    StartOver,
    /// Forgets everything; cannot be undone.
    Erase,
    /// Another tab saved a draft.
    SavedElsewhere(Draft),
    /// Goes on with what the other tab saved; can be undone.
    TakeOver,
    /// Keeps what is here.
    KeepMine,
}

impl Session {
    /// Does it. Returns whether there is anything new to save.
    pub fn apply(&mut self, action: Action) -> bool {
        let before = self.state.clone();
        self.answer_missing = false;
        match action {
            Action::Respond(question, response) => {
                self.state.responses.set(question, Some(response));
            }
            Action::Retract(question) => {
                self.state.responses.set(question, None);
            }
            Action::Rate(dimension, rating) => {
                self.state.priorities.set(dimension, rating);
            }
            Action::RateAlike => self.state.priorities = Priorities::new(self.assessment),
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::GoTo(place) => self.go_to(place),
            Action::Visit(place) => self.visit(place),
            Action::GoOn => self.go_on(),
            Action::Adopt(responses) => {
                for (question, response) in responses {
                    self.state.responses.set(question, Some(response));
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
                self.elsewhere = Some(draft);
                return false;
            }
            Action::TakeOver => {
                if let Some(draft) = self.elsewhere.take() {
                    self.state = Session::resume_on(self.assessment, self.first_course, draft).state;
                }
            }
            Action::KeepMine => {
                self.elsewhere = None;
                return true;
            }
        }
        let changed = self.state != before;
        let says_otherwise = |a: &State, b: &State| a.responses != b.responses || a.priorities != b.priorities;
        if says_otherwise(&self.state, &before) {
            self.earlier = Some(before);
        }
        changed
    }

    /// What another tab saved is saved over by now.
    pub fn saved_here(&mut self) {
        self.elsewhere = None;
    }

    fn start_over(&mut self) {
        self.state.responses = ResponseSet::new(self.assessment);
        self.state.priorities = Priorities::new(self.assessment);
        self.state.unrecognized = Vec::new();
        self.state.course = self.first_course;
        self.go_to(Place::Question(self.assessment.quick[0]));
    }
}
