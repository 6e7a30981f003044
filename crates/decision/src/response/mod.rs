//! Responses, priorities, and which questions apply.
//!
//! [`crate::evaluation`] scores responses. They are keyed by question, never by position, and changing an early one keeps
//! the later ones: [`Reading`] leaves out those that do not apply, but the response set still has them.
//!
//! ```
//! use assessment::{Assessment, named::cap};
//! use decision::response::{Reading, Response, ResponseSet};
//!
//! let assessment = Assessment::standard();
//! let mut responses = ResponseSet::new(assessment);
//! responses.set(cap::QUESTION, Some(Response::One(cap::LEAD)));
//! assert_eq!(Reading::of(assessment, &responses).get(cap::QUESTION), Some(cap::LEAD));
//! ```

mod doubts;
mod priorities;
mod progress;
mod reading;
mod routing;
mod written;

pub use doubts::{MiddleAnswers, contradictions};
pub use priorities::{Priorities, Rating};
pub use progress::{Progress, SectionProgress};
pub use reading::Reading;
pub use routing::{compatible_options, is_asked};
pub use written::{NOT_SURE, REPORT, REPORT_VERSION, answer_entries, answer_value, ratings_value};

use assessment::{Assessment, OptionId, QuestionId};

/// The response to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// "Not sure": an answer of its own that counts as no evidence.
    NotSure,
    One(OptionId),
    /// Some choices of a question with several answers; none is "none of these".
    Several(ChoiceSet),
}

/// Choices by their position in the question, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChoiceSet(pub u16);

impl ChoiceSet {
    /// Whether the choice at this position is ticked.
    #[must_use]
    pub const fn contains(self, choice: usize) -> bool {
        self.0 >> choice & 1 == 1
    }

    /// The same set with one choice ticked or unticked.
    #[must_use]
    pub const fn with(self, choice: usize, ticked: bool) -> Self {
        if ticked { Self(self.0 | 1 << choice) } else { Self(self.0 & !(1 << choice)) }
    }

    /// How many are ticked.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether none is ticked.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// All responses, by question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseSet {
    responses: Vec<Option<Response>>,
}

impl ResponseSet {
    /// No response yet.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        Self { responses: vec![None; assessment.questions.len()] }
    }

    #[must_use]
    pub fn get(&self, question: QuestionId) -> Option<Response> {
        self.responses[question.index()]
    }

    /// Replaces the response to a question and returns the earlier one.
    pub fn set(&mut self, question: QuestionId, response: Option<Response>) -> Option<Response> {
        core::mem::replace(&mut self.responses[question.index()], response)
    }

    /// Responses in the order asked.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, Response)> {
        self.responses.iter().enumerate().filter_map(|(n, r)| r.map(|r| (QuestionId::from_index(n), r)))
    }

    /// Whether there are no responses.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.responses.iter().all(Option::is_none)
    }
}
