//! Messages to the visitor: what happened to their answers, and what they can do about it.

use assessment::i18n::{
    Key,
    key::ui::{notice as words, take::files::FAILED},
};

use session::{ResumeNotice, StoreFault};

/// One message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// An earlier draft goes on.
    Resumed,
    /// The answers were cleared.
    Cleared,
    /// Everything was erased.
    Erased,
    /// The browser does not let it be erased.
    NotErased,
    /// The browser keeps nothing.
    Blocked,
    /// There is no room.
    Full,
    /// A draft could not be read.
    Unreadable,
    /// A draft of a later build.
    Newer,
    /// A part of a draft is not known.
    Partly,
    /// Another tab saved.
    Elsewhere,
    /// Another tab erased.
    ErasedElsewhere,
    /// The other tab's answers are here now.
    TakenOver,
    /// A tried answer is kept.
    Kept,
    /// The address of the page is a link with other answers.
    Link,
    /// Answers from a link or a file are here now.
    Opened,
    /// What was to be opened cannot be; why is said with it.
    NotOpened,
    /// The browser does not let the page make a file.
    NoFile,
}

/// What a message offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Take the last change back.
    Undo,
    /// Save the answers as a file.
    File,
    /// Save the answers that could not be read as a file.
    UnreadableFile,
    /// Go on with the other tab's answers.
    TakeOver,
    /// Go on with the answers from the link.
    OpenLink,
    /// Keep these, and forget the link.
    LeaveLink,
    /// Keep these.
    KeepMine,
    /// Erase here too.
    EraseHere,
}

impl From<ResumeNotice> for Notice {
    fn from(notice: ResumeNotice) -> Self {
        match notice {
            ResumeNotice::Resumed => Self::Resumed,
            ResumeNotice::Partly => Self::Partly,
            ResumeNotice::Unreadable => Self::Unreadable,
            ResumeNotice::Newer => Self::Newer,
            ResumeNotice::Full => Self::Full,
            ResumeNotice::Blocked => Self::Blocked,
        }
    }
}

impl From<StoreFault> for Notice {
    fn from(fault: StoreFault) -> Self {
        match fault {
            StoreFault::Full => Self::Full,
            StoreFault::Blocked => Self::Blocked,
        }
    }
}

impl Notice {
    /// The message.
    #[must_use]
    pub const fn text(self) -> Key {
        match self {
            Self::Resumed => words::RESUMED,
            Self::Cleared => words::CLEARED,
            Self::Erased => words::ERASED,
            Self::NotErased => words::NOT_ERASED,
            Self::Blocked => words::BLOCKED,
            Self::Full => words::FULL,
            Self::Unreadable => words::UNREADABLE,
            Self::Newer => words::NEWER,
            Self::Partly => words::PARTLY,
            Self::Elsewhere => words::ELSEWHERE,
            Self::ErasedElsewhere => words::ERASED_ELSEWHERE,
            Self::TakenOver => words::TAKEN_OVER,
            Self::Kept => words::KEPT,
            Self::Link => words::LINK,
            Self::Opened => words::OPENED,
            Self::NotOpened => words::NOT_OPENED,
            Self::NoFile => FAILED,
        }
    }

    /// What it offers.
    #[must_use]
    pub const fn offers(self) -> &'static [Offer] {
        match self {
            Self::Resumed | Self::Erased | Self::NotErased | Self::Partly | Self::NotOpened | Self::NoFile => &[],
            Self::Cleared | Self::TakenOver | Self::Kept | Self::Opened => &[Offer::Undo],
            Self::Blocked | Self::Full => &[Offer::File],
            Self::Unreadable | Self::Newer => &[Offer::UnreadableFile],
            Self::Link => &[Offer::OpenLink, Offer::LeaveLink],
            Self::Elsewhere => &[Offer::TakeOver, Offer::KeepMine],
            Self::ErasedElsewhere => &[Offer::EraseHere, Offer::KeepMine],
        }
    }

    /// Whether it offers to take the last change back, which the next change makes another one.
    #[must_use]
    pub const fn is_about_last_change(self) -> bool {
        matches!(self, Self::Cleared | Self::TakenOver | Self::Kept | Self::Opened)
    }

    /// Whether it offers a file.
    #[must_use]
    pub const fn offers_file(self) -> bool {
        matches!(self.offers(), [Offer::File | Offer::UnreadableFile])
    }

    /// Whether more can be said behind it.
    #[must_use]
    pub const fn has_more(self) -> bool {
        matches!(self, Self::Opened | Self::NotOpened) || self.offers_file()
    }

    /// Whether saving here settles it.
    #[must_use]
    pub const fn is_settled_by_saving(self) -> bool {
        matches!(self, Self::Elsewhere | Self::ErasedElsewhere | Self::Link)
    }
}
