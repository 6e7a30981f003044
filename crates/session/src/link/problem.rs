//! Why a link is not opened, and under which key the catalog says so.

use assessment::i18n::{
    Key,
    key::ui::link::{newer_parts, problem as words},
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
    /// It is whole, and its answers are to other questions than these.
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

    /// What is said of parts that a newer version put into a link, for one and for `{n}` of them.
    pub const NEWER_PARTS: [Key; 2] = [newer_parts::ONE, newer_parts::OTHER];
}
