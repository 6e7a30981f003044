//! Questions, their options, and when they are asked.

use super::{Citation, OptionId, SectionId, Test};
use crate::i18n::Key;

#[derive(Debug)]
pub struct Question {
    /// Id in files and drafts.
    pub id: &'static str,
    /// Section in which it is asked.
    pub section: SectionId,
    /// What kind of thing it asks for.
    pub kind: Kind,
    /// Whether an item reads it.
    pub scored: bool,
    pub text: Key,
    /// A sentence under it.
    pub help: Option<Key>,
    /// One answer or several.
    pub form: Form,
    /// Options in order; for several answers, the buckets that are scored.
    pub options: &'static [AnswerOption],
    /// The question is skipped if one of these holds.
    pub asked_unless: &'static [Test],
    /// Quotations.
    pub sources: &'static [Citation],
}

impl Question {
    /// The option whose id is `name`.
    #[must_use]
    pub fn find_option(&self, name: &str) -> Option<OptionId> {
        self.options.iter().position(|option| option.id == name).map(OptionId::from_index)
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

/// A fact about today, a preference, or context that affects only the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A fact about today.
    Fact,
    /// A preference.
    Preference,
    /// Neither.
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

/// One answer or several.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Exactly one option.
    Single,
    /// Any number of choices, none included.
    Multi {
        /// What can be ticked.
        choices: &'static [Choice],
        /// How many ticks count as which option, ascending.
        buckets: &'static [Bucket],
    },
}

#[derive(Debug)]
pub struct AnswerOption {
    /// Id in files and drafts.
    pub id: &'static str,
    /// The text shown.
    pub label: Key,
    /// What it says about the visitor, as a sentence; for options that count.
    pub statement: Option<Key>,
    /// Why it counts as it does.
    pub why: Option<Key>,
    /// Sources of its levels.
    pub sources: &'static [Citation],
}

/// Something that can be ticked.
#[derive(Debug)]
pub struct Choice {
    /// Id in files and drafts.
    pub id: &'static str,
    /// The text shown.
    pub label: Key,
}

/// Up to how many ticks count as which option.
#[derive(Debug, Clone, Copy)]
pub struct Bucket {
    /// Maximum number of ticks.
    pub most: u8,
    pub option: OptionId,
}
