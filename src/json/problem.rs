//! Problems in a document: where, what was found, what was expected. Words for developers are made where they are shown.

use std::fmt;

/// One thing wrong in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON path from the root, for example `$.answers.cap`.
    pub path: String,
    /// What stands there, shortened.
    pub found: String,
    /// What was expected.
    pub expected: Expected,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [self.expected.code(), " at ", &self.path, ": found ", &self.found] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// What was expected at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A schema version that this build can read.
    KnownSchema,
    /// The id of a question.
    QuestionId,
    /// The id of an option of the question at this position, or "dk".
    OptionOf(usize),
    /// A list of ids of choices of the question at this position, or "dk".
    ChoicesOf(usize),
    /// The id of a dimension.
    DimensionId,
    /// A whole number from 0 to 3.
    Rating,
    /// A place in the assessment.
    Place,
    /// "quick" or "full".
    Course,
    /// A name that is known at this level.
    KnownName,
}

impl Expected {
    /// A stable code for documentation and programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Object => "not-an-object",
            Self::KnownSchema => "unknown-schema",
            Self::QuestionId => "unknown-question",
            Self::OptionOf(_) => "unknown-option",
            Self::ChoicesOf(_) => "unknown-choice",
            Self::DimensionId => "unknown-dimension",
            Self::Rating => "not-a-rating",
            Self::Place => "unknown-place",
            Self::Course => "unknown-course",
            Self::KnownName => "unknown-name",
        }
    }
}
