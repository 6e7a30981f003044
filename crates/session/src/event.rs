//! Events for the host page: enough to count steps, and no answer unless the page asks for answers.

use super::Place;
use assessment::QuestionId;
use decision::response::Response;

/// Something that the visitor did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Gave the first answer.
    Start,
    /// Gave, changed or retracted an answer.
    Answer {
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
        /// Questions of the course that have a response.
        answered: usize,
        /// Questions of the course that apply.
        total: usize,
        /// The name of the screen.
        screen: &'static str,
    },
    /// Started over or erased everything.
    Reset,
}

impl Place {
    /// The name of the screen in events.
    #[must_use]
    pub fn screen(self) -> &'static str {
        Self::SCREENS.iter().find(|(place, _)| *place == self).map_or("question", |(_, name)| name)
    }
}
