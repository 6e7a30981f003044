//! Strings that are shown as they are. [`assessment::text`] defines which are valid.

use super::problem::{Expected, Fault, Kind};
use assessment::{
    json::Value,
    text::{TextFault, line, seen},
};

/// The longest name or label, in characters.
const LONGEST_LABEL: usize = 80;

/// The longest key under which answers are kept, in characters.
const LONGEST_KEY: usize = 100;

/// A name or a label, trimmed.
pub fn label(value: &Value) -> Result<String, Fault> {
    visible(value, LONGEST_LABEL, Expected::Label)
}

/// A key under which answers are kept, trimmed. People see it in the browser's tools.
pub fn storage_key(value: &Value) -> Result<String, Fault> {
    visible(value, LONGEST_KEY, Expected::StorageKey)
}

fn visible(value: &Value, most: usize, expected: Expected) -> Result<String, Fault> {
    let text = value.as_text().ok_or(Fault(Kind::WrongType, expected))?;
    line(text, most).map(str::to_owned).map_err(|fault| match fault {
        TextFault::Empty => Fault(Kind::Empty, expected),
        TextFault::TooLong => Fault(Kind::TooLong, expected),
        TextFault::Unsafe => Fault(Kind::UnsafeText, Expected::VisibleText),
    })
}

/// A trimmed string that is not empty.
pub fn trimmed(value: &Value, expected: Expected) -> Result<&str, Fault> {
    let text = value.as_text().ok_or(Fault(Kind::WrongType, expected))?;
    seen(text).ok_or(Fault(Kind::Empty, expected))
}
