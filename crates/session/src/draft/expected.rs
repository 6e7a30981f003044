//! What a draft should contain, for problems in one.

use assessment::json::{self, Expectation};

/// A part of a draft that was not understood.
pub type Problem = json::Problem<Expected>;

/// What was expected at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Object,
    /// A schema version that this build can read.
    KnownSchema,
    QuestionId,
    /// The id of an option of the question at this position, or "dk".
    OptionOf(usize),
    /// A list of ids of choices of the question at this position, or "dk".
    ChoicesOf(usize),
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
    /// A string within the length limit, without control or invisible characters.
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

impl Expectation for Expected {
    fn code(&self) -> &'static str {
        Self::code(*self)
    }
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
