//! Strings that are shown unchanged. [`assessment::text`] defines which are valid.

use super::problem::{Expected, Fault, Kind};
use assessment::{
    json::Value,
    text::{self, TextFault, line},
};

/// Maximum length of a name or label, in characters.
pub const LONGEST_LABEL: usize = 80;

/// A name or a label, trimmed.
pub fn label(value: &Value) -> Result<String, Fault> {
    let text = value.as_text().ok_or(Fault(Kind::WrongType, Expected::LABEL))?;
    line(text, LONGEST_LABEL).map(str::to_owned).map_err(|fault| match fault {
        TextFault::Empty => Fault(Kind::Empty, Expected::LABEL),
        TextFault::TooLong => Fault(Kind::TooLong, Expected::LABEL),
        TextFault::Unsafe => Fault(Kind::UnsafeText, Expected::VISIBLE_TEXT),
    })
}

/// A trimmed string that is not empty; its characters are not checked.
pub fn trimmed(value: &Value, expected: Expected) -> Result<&str, Fault> {
    let text = value.as_text().ok_or(Fault(Kind::WrongType, expected))?;
    text::visible(text).ok_or(Fault(Kind::Empty, expected))
}
