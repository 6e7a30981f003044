//! Events for the host page. They hold everything that a page may ask for; what it gets unless it asks is the step, which
//! counts the questions shown in this visit, because a position on the path would tell answers (`src/ui/events.rs`).

use super::Place;
use assessment::QuestionId;
use decision::response::Response;

/// Something that the visitor did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Gave the first answer.
    Start,
    /// Went to a question.
    QuestionShown {
        /// How many questions were shown in this visit, with this one.
        step: usize,
        /// The question.
        question: QuestionId,
        /// Its position among the questions that apply, from 1.
        position: usize,
        /// The number of questions that apply.
        total: usize,
    },
    /// Gave, changed or retracted an answer.
    Answer {
        /// How many questions were shown in this visit.
        step: usize,
        question: QuestionId,
        /// Its position among the questions that apply, from 1.
        position: usize,
        /// The number of questions that apply.
        total: usize,
        /// The answer; `None` if it was retracted.
        response: Option<Response>,
    },
    /// Went to another place.
    Progress {
        /// How many questions were shown in this visit.
        step: usize,
        place: Place,
    },
    /// Started over or erased everything.
    Reset,
}
