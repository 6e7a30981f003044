//! Strings that are shown unchanged. [`assessment::text`] defines which are valid.

use super::problem::{Expected, Fault, Kind};
use assessment::{
    json::Value,
    text::{self, TextFault, line},
};

/// Maximum length of a name or label, in characters.
pub const LONGEST_LABEL: usize = 80;

/// Maximum length of a longer text of one line, such as a postal address, in characters.
pub const LONGEST_LINE: usize = 200;

/// Maximum length of a sentence or two, in characters.
pub const LONGEST_SENTENCE: usize = 300;

/// A name or a label, trimmed.
pub fn label(value: &Value) -> Result<String, Fault> {
    one_line(value, LONGEST_LABEL, Expected::LABEL)
}

/// A longer text of one line, trimmed.
pub fn long_line(value: &Value) -> Result<String, Fault> {
    one_line(value, LONGEST_LINE, Expected::LINE)
}

/// A sentence or two, trimmed.
pub fn sentence(value: &Value) -> Result<String, Fault> {
    one_line(value, LONGEST_SENTENCE, Expected::SENTENCE)
}

/// A longer text of one line, trimmed, or nothing.
pub fn long_line_or_nothing(value: &Value) -> Result<String, Fault> {
    match one_line(value, LONGEST_LINE, Expected::LINE_OR_NOTHING) {
        Err(Fault(Kind::Empty, _)) => Ok(String::new()),
        read => read,
    }
}

fn one_line(value: &Value, most: usize, expected: Expected) -> Result<String, Fault> {
    let text = value.as_text().ok_or(Fault(Kind::WrongType, expected))?;
    line(text, most).map(str::to_owned).map_err(|fault| match fault {
        TextFault::Empty => Fault(Kind::Empty, expected),
        TextFault::TooLong => Fault(Kind::TooLong, expected),
        TextFault::Unsafe => Fault(Kind::UnsafeText, Expected::VISIBLE_TEXT),
    })
}

/// A trimmed string that is not empty; its characters are not checked.
pub fn trimmed(value: &Value, expected: Expected) -> Result<&str, Fault> {
    let text = value.as_text().ok_or(Fault(Kind::WrongType, expected))?;
    text::visible(text).ok_or(Fault(Kind::Empty, expected))
}
