//! Why an entry is refused, and the message for it.

use assessment::{
    i18n::{Key, key::ui::refused as words},
    text::{TextFault, line, lines},
};

/// Why an entry is refused. Nothing is changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryRefusal {
    /// The text is empty or invisible.
    Empty,
    /// The text has more than this many characters.
    TooLong(usize),
    /// The text has invisible or bidirectional control characters; in a single line also line breaks.
    UnsafeText,
    /// The maximum number is reached.
    TooMany(usize),
    /// There is one of that name already.
    Repeated,
    /// The first month is after the last, or one is after month 24.
    Months,
    /// The figure is not within the bounds of its unit.
    OutOfBounds,
    /// The target does not exist, or its number is taken.
    Unknown,
}

impl EntryRefusal {
    /// The text shown. `{n}` is the [`number`](Self::number); `{low}` and `{high}` are the bounds of the unit.
    #[must_use]
    pub const fn text(self) -> Key {
        match self {
            Self::Empty => words::EMPTY,
            Self::TooLong(_) => words::TOO_LONG,
            Self::UnsafeText => words::UNSAFE_TEXT,
            Self::TooMany(_) => words::TOO_MANY,
            Self::Repeated => words::REPEATED,
            Self::Months => words::MONTHS,
            Self::OutOfBounds => words::OUT_OF_BOUNDS,
            Self::Unknown => words::UNKNOWN,
        }
    }

    /// The bound that was passed, where it is a number.
    #[must_use]
    pub const fn number(self) -> Option<usize> {
        match self {
            Self::TooLong(most) | Self::TooMany(most) => Some(most),
            _ => None,
        }
    }
}

/// A text of one line. It may be empty.
pub(super) fn any_line(text: &str, most: usize) -> Result<String, EntryRefusal> {
    or_nothing(some_line(text, most))
}

/// A visible text of one line.
pub(super) fn some_line(text: &str, most: usize) -> Result<String, EntryRefusal> {
    line(text, most).map(str::to_owned).map_err(|fault| refusal(fault, most))
}

/// A text of some lines. It may be empty.
pub(super) fn any_lines(text: &str, most: usize) -> Result<String, EntryRefusal> {
    or_nothing(lines(text, most).map_err(|fault| refusal(fault, most)))
}

fn or_nothing(text: Result<String, EntryRefusal>) -> Result<String, EntryRefusal> {
    if text == Err(EntryRefusal::Empty) { Ok(String::new()) } else { text }
}

const fn refusal(fault: TextFault, most: usize) -> EntryRefusal {
    match fault {
        TextFault::Empty => EntryRefusal::Empty,
        TextFault::TooLong => EntryRefusal::TooLong(most),
        TextFault::Unsafe => EntryRefusal::UnsafeText,
    }
}
