//! Problems in a document: where, what was found, what was expected. Words for developers are made where they are shown.

use std::fmt;

use crate::text::piece;

/// Most characters of the path of a problem, before an ellipsis; names in a document have any length.
const LONGEST_PATH: usize = 99;

/// Most characters of what a problem repeats, before an ellipsis.
const LONGEST_FOUND: usize = 57;

/// One thing wrong in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON path from the root, for example `$.answers.cap`. Shortened, and safe to show.
    pub path: String,
    /// What stands there. Shortened, and safe to show.
    pub found: String,
    /// What was expected.
    pub expected: Expected,
}

impl Problem {
    /// What was found at a path. Both are shown, and both may be anybody's words, so they are shortened and made safe.
    #[must_use]
    pub fn new(path: &str, found: &str, expected: Expected) -> Self {
        Self { path: piece(path, LONGEST_PATH), found: piece(found, LONGEST_FOUND), expected }
    }
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
    /// The id of an input of the cost model.
    InputId,
    /// Low, likely and high: three numbers in this order, within the bounds of the input.
    Figures,
    /// A name that is known at this level.
    KnownName,
    /// The id of a function, or the name of an own one.
    FunctionId,
    /// "internal" or "provider".
    Side,
    /// Who does it today.
    Doer,
    /// True or false.
    Flag,
    /// The id of a step, a measure or a question to ask.
    EntryId,
    /// A day, `YYYY-MM-DD`, from 1970 to 2199.
    Date,
    /// A text of the length that is allowed there, without characters that hide something.
    Text,
    /// Two months from 0 to 24, the first not after the last.
    Months,
    /// A number with at most two decimals, within the bounds of its unit.
    Decimal,
    /// A mark of an answer.
    Mark,
    /// An earlier run.
    Run,
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
            Self::InputId => "unknown-input",
            Self::Figures => "not-figures",
            Self::KnownName => "unknown-name",
            Self::FunctionId => "unknown-function",
            Self::Side => "unknown-side",
            Self::Doer => "unknown-doer",
            Self::Flag => "not-a-flag",
            Self::EntryId => "unknown-entry",
            Self::Date => "not-a-date",
            Self::Text => "unsuitable-text",
            Self::Months => "not-months",
            Self::Decimal => "not-a-decimal",
            Self::Mark => "unknown-mark",
            Self::Run => "not-a-run",
        }
    }
}
