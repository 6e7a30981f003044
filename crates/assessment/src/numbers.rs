//! Permanent numbers of what links refer to. They do not change when content is added, moved or removed.

/// The numbers of this release, each list in model order.
#[derive(Debug)]
pub struct Numbers {
    /// Questions with their answers.
    pub questions: &'static [QuestionNumbers],
    /// Steps of all tracks.
    pub steps: &'static [u8],
    /// Questions to ask a provider.
    pub checklist: &'static [u8],
    /// The content that links of the format `s1` refer to.
    pub first_links: FirstLinks,
}

/// The number of a question, and those of its answers.
#[derive(Debug)]
pub struct QuestionNumbers {
    /// From 1.
    pub number: u8,
    /// Numbers of the options, or of the choices of a multiple choice; from 1.
    pub answers: &'static [u8],
}

/// Content 1.1, whose ids links of the format `s1` refer to by position. There, the nth of anything has the number n.
#[derive(Debug)]
pub struct FirstLinks {
    pub version: &'static str,
    /// Checksums of the ids of questions, steps and the checklist, by which such a link identifies its content.
    pub fingerprints: [u32; 3],
    /// By question.
    pub answers: &'static [FirstAnswers],
    /// Number of steps.
    pub steps: u8,
    /// Number of questions to ask a provider.
    pub checklist: u8,
}

/// The number of answers of a question of content 1.1.
#[derive(Debug, Clone, Copy)]
pub enum FirstAnswers {
    /// Of a single choice.
    Options(u8),
    /// Of a multiple choice.
    Choices(u8),
}
