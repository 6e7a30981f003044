//! The participants of a comparison.

use crate::{
    evaluation::Evaluation,
    response::{Priorities, ResponseSet},
};

use assessment::text;

/// Maximum number of characters of a name.
pub const MOST_NAME: usize = 40;

/// One participant of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    name: String,
    /// Their responses.
    pub responses: ResponseSet,
    /// Their priorities.
    pub priorities: Priorities,
}

impl Person {
    /// The name may come from somebody else's link or file, so it is cut to [`MOST_NAME`] characters on one line, without
    /// invisible or bidirectional control characters. It may be empty.
    #[must_use]
    pub fn new(name: &str, responses: ResponseSet, priorities: Priorities) -> Self {
        Self { name: text::name(name, MOST_NAME), responses, priorities }
    }

    /// The name; empty if none was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A person with their evaluation.
#[derive(Debug, Clone)]
pub struct Compared {
    /// The name; empty if none was given.
    pub name: String,
    /// Their responses.
    pub responses: ResponseSet,
    /// The evaluation with their priorities.
    pub evaluation: Evaluation,
}

impl Compared {
    pub(super) fn new(person: &Person, evaluation: Evaluation) -> Self {
        Self { name: person.name.clone(), responses: person.responses.clone(), evaluation }
    }

    /// Whether their known answers and priorities are the same.
    pub(super) fn has_the_view_of(&self, other: &Self) -> bool {
        let (one, other) = (&self.evaluation, &other.evaluation);
        one.reading == other.reading && one.priorities == other.priorities
    }
}
