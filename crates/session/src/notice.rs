//! Notices: what happened to the answers, as far as the visitor has to know.

use super::StoreFault;

/// One message to the visitor. The session decides which one is shown; its words and buttons are the view's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The saved answers were restored.
    Resumed,
    /// The answers were cleared.
    Cleared,
    /// Everything was erased.
    Erased,
    /// The browser did not allow everything to be erased.
    NotErased,
    /// The browser does not allow anything to be saved or read.
    Blocked,
    /// There is no space left, so nothing can be saved.
    Full,
    /// The saved answers cannot be read, and were backed up.
    Unreadable,
    /// The saved answers come from a newer version, and were backed up.
    Newer,
    /// Answers were restored or opened, but this version does not know a part of them.
    Partly,
    /// Another tab saved other answers.
    Elsewhere,
    /// Another tab erased the answers.
    ErasedElsewhere,
    /// The other tab's answers were taken over.
    TakenOver,
    /// An answer that was tried on the result was kept.
    Kept,
    /// The page's address is a link with other answers.
    Link,
    /// Answers that an earlier visit has replaced are still saved.
    Replaced,
    /// Answers from a link or a file were opened.
    Opened,
    /// Something could not be opened; the reason follows.
    NotOpened,
    /// The browser does not allow the page to save a file.
    NoFile,
}

impl Notice {
    /// Whether it offers to undo the last change, and so goes with the next one.
    #[must_use]
    pub const fn is_about_last_change(self) -> bool {
        matches!(self, Self::Cleared | Self::TakenOver | Self::Kept | Self::Opened)
    }

    /// Whether saving the answers dismisses it.
    #[must_use]
    pub const fn is_settled_by_saving(self) -> bool {
        matches!(self, Self::Elsewhere | Self::ErasedElsewhere | Self::Link)
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
