//! What an action causes outside the session, as values. The shell carries them out in order; tests compare them.

use super::{Event, Notice};

/// Something for the shell to do after an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show and announce a notice in place of the current one, or remove that one.
    Notify(Option<Notice>),
    /// Save the draft, then report [`Action::Saved`](super::Action::Saved). Earlier announcements are outdated.
    Save,
    /// Remove everything that was saved, then report [`Action::Erased`](super::Action::Erased).
    Erase,
    /// Announce something to screen readers.
    Announce(Announcement),
    /// Ask whether the offered draft may replace the answers here.
    Confirm,
    /// Look at the saved draft: what another tab did meanwhile was not shown.
    Look,
    /// The link in the page's address was opened or declined.
    SettleLink,
    /// Evaluate the answers in the next pause: the next step shows the result of it.
    Prepare,
    /// Emit an event to the host page.
    Emit(Event),
    /// Report the result to the host page once it is painted.
    ReportResult,
    /// Move the focus.
    Focus(Target),
}

/// What a screen reader announces although no notice is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announcement {
    /// Next was pressed before there was an answer.
    AnswerMissing,
    /// An answer that excludes all others has cleared the ticks.
    TicksCleared,
}

/// Where the focus moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The heading of the screen.
    Heading,
    /// The first answer of the question.
    Answer,
}
