//! Problems in a document: where, what was found, what was expected.

use std::fmt;

use super::Value;
use crate::text::excerpt;

/// Maximum number of characters of a path; 100 with an ellipsis. Names in a document can have any length.
const LONGEST_PATH: usize = 99;

/// Maximum number of characters of a found value; 60 with quotation marks and an ellipsis, so that a message stays readable in
/// a console.
const LONGEST_FOUND: usize = 57;

/// One thing that is wrong in a document. `path` and `found` may be from an untrusted document, so both are shortened and safe
/// to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem<E> {
    /// JSON path from the root, for example `$.answers.cap`, or another place, such as `attribute theme`.
    pub path: String,
    pub found: String,
    pub expected: E,
}

/// What was expected: a code for programs, and words for people.
pub trait Expectation {
    /// A stable code, such as `unknown-question`.
    fn code(&self) -> &'static str;

    /// The expectation in English, if the code does not suffice.
    fn text(&self) -> Option<&'static str> {
        None
    }
}

impl<E> Problem<E> {
    /// A problem with a string, such as a name.
    #[must_use]
    pub fn new(path: &str, found: &str, expected: E) -> Self {
        Self { path: excerpt(path, LONGEST_PATH), found: excerpt(found, LONGEST_FOUND), expected }
    }

    #[must_use]
    pub fn with_value(path: &str, found: &Value, expected: E) -> Self {
        let number;
        let found = match found {
            Value::Null => "null",
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::Number(n) if n.fract() == 0.0 && n.abs() < 1e9 => {
                number = (*n as i64).to_string();
                &number
            }
            // Printing fractions as JavaScript does would cost kilobytes.
            Value::Number(_) => "a number",
            Value::Text(text) => text,
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        };
        Self::new(path, found, expected)
    }
}

impl<E: Expectation> fmt::Display for Problem<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not `write!`, whose padding and precision code would be shipped.
        for part in [self.expected.code(), " at ", &self.path, ": found ", &self.found] {
            f.write_str(part)?;
        }
        match self.expected.text() {
            Some(text) => [", expected ", text].into_iter().try_for_each(|part| f.write_str(part)),
            None => Ok(()),
        }
    }
}
