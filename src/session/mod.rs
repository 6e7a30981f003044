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
mod event;
mod moving;
mod place;
mod store;

pub use action::Action;
pub use draft::{Decoded, Draft, SCHEMA, answer_value, decode, decode_whole};
pub use event::Event;
pub use place::{Course, Place};
pub use store::{DraftStore, MemoryStore, StoreFault};

use crate::{
    assessment::Assessment,
    json::Value,
    response::{Priorities, Progress, ResponseSet},
};

/// All state of one visitor.
#[derive(Debug, Clone)]
pub struct Session {
    assessment: &'static Assessment,
    /// The course that the visitor starts with, and starts over with.
    first_course: Course,
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
    /// Where a place was opened from to change one thing; the next step and the way back lead there.
    returns_to: Option<Place>,
    course: Course,
    /// Entries of a draft that this content does not know; kept, so that a newer or older version finds them again.
    unrecognized: Vec<(String, Value)>,
}

impl Session {
    /// A session without answers, at the first question of the quick check.
    #[must_use]
    pub fn new(assessment: &'static Assessment) -> Self {
        Self::on(assessment, Course::Quick)
    }

    /// A session without answers, at the first question of a course.
    #[must_use]
    pub fn on(assessment: &'static Assessment, first_course: Course) -> Self {
        let state = State {
            responses: ResponseSet::new(assessment),
            priorities: Priorities::new(assessment),
            place: Place::Question(assessment.quick[0]),
            returns_to: None,
            course: first_course,
            unrecognized: Vec::new(),
        };
        Self { assessment, first_course, state, earlier: None, elsewhere: None, answer_missing: false }
    }

    /// A session that goes on where a draft stopped.
    #[must_use]
    pub fn resume(assessment: &'static Assessment, draft: Draft) -> Self {
        Self::resume_on(assessment, Course::Quick, draft)
    }

    /// A session that goes on where a draft stopped, at least on a course.
    #[must_use]
    pub fn resume_on(assessment: &'static Assessment, first_course: Course, draft: Draft) -> Self {
        let mut session = Self::on(assessment, first_course);
        let course = if first_course == Course::Full { first_course } else { draft.course };
        session.state = State {
            responses: draft.responses,
            priorities: draft.priorities,
            place: draft.place,
            returns_to: draft.returns_to,
            course,
            unrecognized: draft.unrecognized,
        };
        session.stay_on_course();
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

    /// Where the place was opened from, if it was to change one thing.
    #[must_use]
    pub fn returns_to(&self) -> Option<Place> {
        self.state.returns_to
    }

    /// How far the visitor goes.
    #[must_use]
    pub fn course(&self) -> Course {
        self.state.course
    }

    /// How far the visitor has come; none where there is no question, or one that was opened to change it.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        match (self.state.place, self.state.returns_to) {
            (Place::Question(id), None) => {
                Some(Progress::at(self.assessment, &self.course_questions(), &self.state.responses, id))
            }
            _ => None,
        }
    }

    /// The draft to keep, saved at `time` (ISO 8601, UTC).
    #[must_use]
    pub fn draft(&self, time: &str) -> Draft {
        Draft {
            content: self.assessment.version.to_owned(),
            saved: time.to_owned(),
            place: self.state.place,
            returns_to: self.state.returns_to,
            course: self.state.course,
            responses: self.state.responses.clone(),
            priorities: self.state.priorities.clone(),
            unrecognized: self.state.unrecognized.clone(),
        }
    }
}
