//! Questions, their options, and when they are asked.

use super::{Citation, OptionId, SectionId, Test, position};
use crate::i18n::Key;

#[derive(Debug)]
pub struct Question {
    /// Id in files and drafts.
    pub id: &'static str,
    pub section: SectionId,
    pub kind: Kind,
    /// Whether an item reads it.
    pub scored: bool,
    pub text: Key,
    /// A sentence under it.
    pub help: Option<Key>,
    pub form: Form,
    /// What is scored: the answers of a single choice, the buckets of a multiple choice.
    pub options: &'static [AnswerOption],
    /// The question is skipped if one of these holds.
    pub asked_unless: &'static [Test],
    pub sources: &'static [Citation],
}

impl Question {
    /// The option whose id is `name`.
    #[must_use]
    pub fn find_option(&self, name: &str) -> Option<OptionId> {
        position(self.options, |option| option.id, name).map(OptionId::from_index)
    }

    /// What can be ticked; nothing for a single choice.
    #[must_use]
    pub fn choices(&self) -> &'static [Choice] {
        match self.form {
            Form::Single => &[],
            Form::Multi { choices, .. } => choices,
        }
    }
}

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A fact about today.
    Fact,
    Preference,
    /// Neither; it affects only the plan.
    Context,
}

impl Kind {
    /// The code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Preference => "preference",
            Self::Context => "context",
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Exactly one option.
    Single,
    /// Any number of choices, none included.
    Multi {
        /// What can be ticked.
        choices: &'static [Choice],
        /// Which option a number of ticks counts as, ascending.
        buckets: &'static [Bucket],
    },
}

#[derive(Debug)]
pub struct AnswerOption {
    /// Id in files and drafts.
    pub id: &'static str,
    pub label: Key,
    /// What the answer says about the visitor, as a sentence; for scored questions.
    pub statement: Option<Key>,
    /// The reason for its levels.
    pub why: Option<Key>,
    /// The sources of its levels.
    pub sources: &'static [Citation],
}

/// Something that can be ticked.
#[derive(Debug)]
pub struct Choice {
    /// Id in files and drafts.
    pub id: &'static str,
    pub label: Key,
}

/// Up to `most` ticks count as `option`.
#[derive(Debug, Clone, Copy)]
pub struct Bucket {
    pub most: u8,
    pub option: OptionId,
}
