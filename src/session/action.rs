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
    /// Goes to the next place on the path; at an open question it asks for an answer instead.
    Next,
    /// Goes to the place before.
    Back,
    /// Goes to a place.
    GoTo(Place),
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
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::GoTo(place) => self.state.place = place,
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
                    self.state = Session::resume(self.assessment, draft).state;
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

    fn next(&mut self) {
        let Place::Question(id) = self.state.place else { return };
        if self.state.responses.get(id).is_none() {
            self.answer_missing = true;
            return;
        }
        let path = self.path();
        let after = path.iter().position(|q| *q == id).and_then(|n| path.get(n + 1));
        self.state.place = after.map_or(Place::Result, |q| Place::Question(*q));
    }

    fn back(&mut self) {
        let path = self.path();
        let before = match self.state.place {
            // A question that was opened from the result goes back to it.
            Place::Question(id) if !path.contains(&id) => {
                self.state.place = Place::Result;
                return;
            }
            Place::Question(id) => path.iter().position(|q| *q == id).and_then(|n| n.checked_sub(1)),
            Place::Result => path.len().checked_sub(1),
        };
        if let Some(question) = before.and_then(|n| path.get(n)) {
            self.state.place = Place::Question(*question);
        }
    }

    fn start_over(&mut self) {
        self.state.responses = ResponseSet::new(self.assessment);
        self.state.priorities = Priorities::new(self.assessment);
        self.state.unrecognized = Vec::new();
        self.state.place = Place::Question(self.assessment.quick[0]);
    }
}
