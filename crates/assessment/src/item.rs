//! Items are what is scored: a question with levels, a table over two questions, or a fixed profile of a dimension.

use super::{Citation, DimensionId, PerAlternative, QuestionId};
use crate::i18n::Key;

/// Levels of the alternatives, 0 (strong reason against) to 4 (strong reason for); 2 is neutral.
pub type Level = PerAlternative<u8>;

#[derive(Debug)]
pub struct Item {
    pub id: &'static str,
    pub dimension: DimensionId,
    /// Weight inside the dimension, in shares of the dimension's sum.
    pub weight: f64,
    pub performance: Performance,
    /// The reason, for tables and profiles; the options of levels have their own.
    pub why: Option<Key>,
    /// For tables and profiles; the options of levels have their own.
    pub sources: &'static [Citation],
}

/// How the alternatives perform on an item.
#[derive(Debug, Clone, Copy)]
pub enum Performance {
    /// By the option of one question.
    Levels {
        question: QuestionId,
        /// By option.
        levels: &'static [Level],
    },
    /// By the options of two questions.
    Table {
        /// Its options are the rows.
        first: QuestionId,
        /// Its options are the columns.
        second: QuestionId,
        columns: usize,
        /// Row by row.
        levels: &'static [Level],
        /// What both answers say about the visitor, as a sentence, row by row; `None` if they cannot occur together.
        statements: &'static [Option<Key>],
        /// The reason, by the option of the first question.
        row_why: &'static [Key],
    },
    /// The same whatever is answered.
    Profile(Level),
}

impl Item {
    /// The questions it reads.
    pub fn questions(&self) -> impl Iterator<Item = QuestionId> {
        let (first, second) = match self.performance {
            Performance::Levels { question, .. } => (Some(question), None),
            Performance::Table { first, second, .. } => (Some(first), Some(second)),
            Performance::Profile(_) => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// Whether it reads a question.
    #[must_use]
    pub fn reads(&self, question: QuestionId) -> bool {
        self.questions().any(|q| q == question)
    }

    #[must_use]
    pub const fn is_profile(&self) -> bool {
        matches!(self.performance, Performance::Profile(_))
    }
}
