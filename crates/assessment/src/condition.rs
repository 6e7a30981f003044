//! Conditions on known answers. An unknown answer never fulfills a condition.

use super::{OptionId, QuestionId};

/// Some options of a question, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptionSet(pub u16);

impl OptionSet {
    #[must_use]
    pub const fn contains(self, option: OptionId) -> bool {
        self.0 >> option.0 & 1 == 1
    }
}

/// Whether the known answer to a question is one of some options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Test {
    pub question: QuestionId,
    pub options: OptionSet,
}

impl Test {
    /// Whether the answer passes; an unknown answer never does.
    pub fn holds(self, known: impl Fn(QuestionId) -> Option<OptionId>) -> bool {
        known(self.question).is_some_and(|option| self.options.contains(option))
    }
}

/// One or all of some tests.
#[derive(Debug, Clone, Copy)]
pub enum Condition {
    /// At least one test passes.
    Any(&'static [Test]),
    /// All tests pass.
    All(&'static [Test]),
}

impl Condition {
    pub fn holds(self, known: impl Fn(QuestionId) -> Option<OptionId> + Copy) -> bool {
        match self {
            Self::Any(tests) => tests.iter().any(|test| test.holds(known)),
            Self::All(tests) => tests.iter().all(|test| test.holds(known)),
        }
    }

    #[must_use]
    pub const fn tests(self) -> &'static [Test] {
        match self {
            Self::Any(tests) | Self::All(tests) => tests,
        }
    }
}
