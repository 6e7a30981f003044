//! Why a link is not opened, and under which key the catalog says so.

use assessment::i18n::{
    Key,
    key::ui::link::{problem as words, unread},
};

/// What is wrong with a link. Nothing of it counts then, and nothing on the device was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkProblem {
    /// It does not begin as a link of ours does.
    NotOurs,
    /// It was cut or mistyped: the checksum does not fit.
    Damaged,
    /// It is whole, and of a format that a later build writes.
    NewerFormat,
    /// It is whole, of the format `s1`, and counts along other questions than those of content 1.1.
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

    /// What is said of parts of an opened link that were left out, for one and for `{n}` of them.
    pub const UNREAD: [Key; 2] = [unread::ONE, unread::OTHER];
}
