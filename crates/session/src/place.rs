//! Places and courses.

use assessment::QuestionId;

/// Where the visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Question(QuestionId),
    /// At the list of all sections, to jump from.
    Overview,
    /// At the priorities.
    Priorities,
    /// At the list of their answers, before the result.
    Check,
    Result,
}

impl Place {
    /// The screens other than questions, with their names in drafts.
    pub(super) const SCREENS: [(Self, &'static str); 4] = [
        (Self::Overview, "overview"),
        (Self::Priorities, "priorities"),
        (Self::Check, "check"),
        (Self::Result, "result"),
    ];
}

/// Which questions the visitor wants to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// The quick check, then a first result.
    Quick,
    /// All questions, priorities, a look at the answers, then the result.
    Full,
}

impl Course {
    /// The name in drafts.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
        }
    }
}
