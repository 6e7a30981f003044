//! Why a link is not opened, and under which key the catalog says so.

use assessment::i18n::{
    Key,
    key::ui::link::{problem as words, unread},
};

/// Why a link is refused. Nothing of it is used, and nothing on the device changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkProblem {
    /// It does not start like one of our links.
    NotOurs,
    /// It was truncated or mistyped: the checksum does not match.
    Damaged,
    /// It is valid, in the format of a later build.
    NewerFormat,
    /// It is valid, in the format `s1`, but answers other questions than those of content 1.1.
    OtherContent {
        /// Version of those questions: at most 8 letters, digits, dots and hyphens.
        version: String,
    },
    /// It has more than [`LONGEST`](super::LONGEST) characters.
    TooLong,
}

impl LinkProblem {
    /// What happened and what to do about it. The words of [`OtherContent`](Self::OtherContent) name the `{version}`.
    #[must_use]
    pub const fn key(&self) -> Key {
        match self {
            Self::NotOurs => words::NOT_OURS,
            Self::Damaged => words::DAMAGED,
            Self::NewerFormat => words::NEWER_FORMAT,
            Self::OtherContent { .. } => words::OTHER_CONTENT,
            Self::TooLong => words::TOO_LONG,
        }
    }

    /// The texts for parts of an opened link that were left out: for one, and for `{n}` of them.
    pub const UNREAD: [Key; 2] = [unread::ONE, unread::OTHER];
}
