//! Permanent numbers of what links refer to. They do not change when content is added, moved or removed.

use super::standard;

/// The numbers of this release, each list in model order.
#[derive(Debug)]
pub struct Numbers {
    /// Questions with their answers.
    pub questions: &'static [QuestionNumbers],
    /// Steps of all tracks.
    pub steps: &'static [u8],
    /// Questions to ask a provider.
    pub checklist: &'static [u8],
}

/// The number of a question, and those of its answers.
#[derive(Debug)]
pub struct QuestionNumbers {
    /// Of the question, from 1.
    pub number: u8,
    /// Of its options; of its choices, if several can be ticked. From 1.
    pub answers: &'static [u8],
}

impl Numbers {
    /// The numbers of the standard assessment.
    #[must_use]
    pub fn standard() -> &'static Self {
        &standard::NUMBERS
    }
}
