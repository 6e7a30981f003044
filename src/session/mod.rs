//! The visitor's session: the only place where anything changes. Everything after it is derived.
//!
//! [`Session::apply`] takes an [`Action`]; what it changed can be undone once. A [`Draft`] is what is kept on the device.
//! It knows no browser: a [`DraftStore`] keeps drafts, in memory here and in `localStorage` in [the browser](crate::browser).
//!
//! ```
//! use support_fit::assessment::{Assessment, named::cap};
//! use support_fit::response::Response;
//! use support_fit::session::{Action, Place, Session};
//!
//! let mut session = Session::new(Assessment::standard());
//! session.apply(Action::Respond(cap::QUESTION, Response::One(cap::TEAM)));
//! session.apply(Action::Next);
//! assert_ne!(session.place(), Place::Question(cap::QUESTION));
//! session.apply(Action::Back);
//! assert_eq!(session.place(), Place::Question(cap::QUESTION));
//! assert_eq!(session.responses().get(cap::QUESTION), Some(Response::One(cap::TEAM)));
//! ```

mod action;
mod draft;
mod store;

pub use action::Action;
pub use draft::{Decoded, Draft, SCHEMA, decode};
pub use store::{DraftStore, MemoryStore, StoreFault};

use crate::{
    assessment::{Assessment, QuestionId},
    json::Value,
    response::{Priorities, Progress, Reading, ResponseSet, is_asked},
};

/// Where the visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At a question.
    Question(QuestionId),
    /// At the result.
    Result,
}

/// All state of one visitor.
#[derive(Debug, Clone)]
pub struct Session {
    assessment: &'static Assessment,
    state: State,
    /// What the last change replaced.
    earlier: Option<State>,
    /// What another tab saved since, until it is taken over or saved over.
    elsewhere: Option<Draft>,
    /// "Next" was pressed before there was an answer.
    answer_missing: bool,
}

/// What an action can change, and undo brings back.
#[derive(Debug, Clone, PartialEq)]
struct State {
    responses: ResponseSet,
    priorities: Priorities,
    place: Place,
    /// Entries of a draft that this content does not know; kept, so that a newer or older version finds them again.
    unrecognized: Vec<(String, Value)>,
}

impl Session {
    /// A session without answers, at the first question.
    #[must_use]
    pub fn new(assessment: &'static Assessment) -> Self {
        let state = State {
            responses: ResponseSet::new(assessment),
            priorities: Priorities::new(assessment),
            place: Place::Question(assessment.quick[0]),
            unrecognized: Vec::new(),
        };
        Self { assessment, state, earlier: None, elsewhere: None, answer_missing: false }
    }

    /// A session that goes on where a draft stopped.
    #[must_use]
    pub fn resume(assessment: &'static Assessment, draft: Draft) -> Self {
        let mut session = Self::new(assessment);
        session.state = State {
            responses: draft.responses,
            priorities: draft.priorities,
            place: draft.place,
            unrecognized: draft.unrecognized,
        };
        session.stay_on_path();
        session
    }

    /// The content.
    #[must_use]
    pub fn assessment(&self) -> &'static Assessment {
        self.assessment
    }

    /// What was said.
    #[must_use]
    pub fn responses(&self) -> &ResponseSet {
        &self.state.responses
    }

    /// What matters.
    #[must_use]
    pub fn priorities(&self) -> &Priorities {
        &self.state.priorities
    }

    /// Where the visitor is.
    #[must_use]
    pub fn place(&self) -> Place {
        self.state.place
    }

    /// "Next" was pressed before there was an answer.
    #[must_use]
    pub fn answer_missing(&self) -> bool {
        self.answer_missing
    }

    /// Whether there is a change to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.earlier.is_some()
    }

    /// What another tab saved since.
    #[must_use]
    pub fn elsewhere(&self) -> Option<&Draft> {
        self.elsewhere.as_ref()
    }

    /// Whether nothing was said or rated yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.state.responses.is_empty() && self.state.priorities == Priorities::new(self.assessment)
    }

    /// The questions of the path that apply now, in the order asked.
    #[must_use]
    pub fn path(&self) -> Vec<QuestionId> {
        let reading = Reading::of(self.assessment, &self.state.responses);
        self.assessment.quick.iter().copied().filter(|id| is_asked(self.assessment, *id, &reading)).collect()
    }

    /// Whether the next step is the result.
    #[must_use]
    pub fn leads_to_result(&self) -> bool {
        match self.state.place {
            Place::Question(id) => {
                let path = self.path();
                path.last() == Some(&id) || !path.contains(&id)
            }
            Place::Result => false,
        }
    }

    /// How far the visitor has come; none at the result.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        match self.state.place {
            Place::Question(id) => {
                Some(Progress::at(self.assessment, self.assessment.quick, &self.state.responses, id))
            }
            Place::Result => None,
        }
    }

    /// The draft to keep, saved at `time` (ISO 8601, UTC).
    #[must_use]
    pub fn draft(&self, time: &str) -> Draft {
        Draft {
            content: self.assessment.version.to_owned(),
            saved: time.to_owned(),
            place: self.state.place,
            responses: self.state.responses.clone(),
            priorities: self.state.priorities.clone(),
            unrecognized: self.state.unrecognized.clone(),
        }
    }

    /// If the place is a question that does not apply, goes to the next one on the path that does.
    fn stay_on_path(&mut self) {
        let Place::Question(id) = self.state.place else { return };
        let reading = Reading::of(self.assessment, &self.state.responses);
        if !is_asked(self.assessment, id, &reading) {
            let later = self.assessment.quick.iter().skip_while(|q| **q != id).skip(1);
            let next = later.copied().find(|q| is_asked(self.assessment, *q, &reading));
            self.state.place = next.map_or(Place::Result, Place::Question);
        }
    }
}
