//! The text and the buttons of notices. The session decides which notice is shown.

use assessment::i18n::{
    Key,
    key::ui::{notice as words, take::files::FAILED},
};
use session::Notice;

/// A button of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    Undo,
    /// Download the answers.
    File,
    /// Download the saved data that could not be read.
    UnreadableFile,
    /// Continue with the other tab's answers.
    TakeOver,
    /// Continue with the answers from the link.
    OpenLink,
    /// Continue with the answers that were replaced.
    OpenReplaced,
    RemoveReplaced,
    KeepMine,
    /// Erase the answers in this tab too.
    EraseHere,
}

#[must_use]
pub const fn text(notice: Notice) -> Key {
    match notice {
        Notice::Resumed => words::RESUMED,
        Notice::Cleared => words::CLEARED,
        Notice::Erased => words::ERASED,
        Notice::NotErased => words::NOT_ERASED,
        Notice::Blocked => words::BLOCKED,
        Notice::Full => words::FULL,
        Notice::Unreadable => words::UNREADABLE,
        Notice::Newer => words::NEWER,
        Notice::Partly => words::PARTLY,
        Notice::Elsewhere => words::ELSEWHERE,
        Notice::ErasedElsewhere => words::ERASED_ELSEWHERE,
        Notice::TakenOver => words::TAKEN_OVER,
        Notice::Kept => words::KEPT,
        Notice::Link => words::LINK,
        Notice::Replaced => words::REPLACED,
        Notice::Opened => words::OPENED,
        Notice::NotOpened => words::NOT_OPENED,
        Notice::NoFile => FAILED,
    }
}

#[must_use]
pub const fn offers(notice: Notice) -> &'static [Offer] {
    match notice {
        Notice::Resumed | Notice::Erased | Notice::NotErased | Notice::Partly | Notice::NotOpened | Notice::NoFile => {
            &[]
        }
        Notice::Cleared | Notice::TakenOver | Notice::Kept | Notice::Opened => &[Offer::Undo],
        Notice::Blocked | Notice::Full => &[Offer::File],
        Notice::Unreadable | Notice::Newer => &[Offer::UnreadableFile],
        Notice::Link => &[Offer::OpenLink, Offer::KeepMine],
        Notice::Replaced => &[Offer::OpenReplaced, Offer::RemoveReplaced],
        Notice::Elsewhere => &[Offer::TakeOver, Offer::KeepMine],
        Notice::ErasedElsewhere => &[Offer::EraseHere, Offer::KeepMine],
    }
}

#[must_use]
pub const fn offers_file(notice: Notice) -> bool {
    matches!(offers(notice), [Offer::File | Offer::UnreadableFile])
}
