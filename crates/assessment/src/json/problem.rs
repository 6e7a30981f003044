//! Problems in a document: where, what was found, what was expected.

use std::fmt;

use super::Value;
use crate::text::piece;

/// Maximum number of characters of the path of a problem, before an ellipsis; names in a document have any length.
const LONGEST_PATH: usize = 99;

/// Maximum number of characters of the found value, before an ellipsis.
const LONGEST_FOUND: usize = 57;

/// One thing wrong in a document. `path` and `found` may come from anybody, so both are shortened and safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem<E> {
    /// JSON path from the root, for example `$.answers.cap`, or another place.
    pub path: String,
    /// The value found there.
    pub found: String,
    /// What was expected.
    pub expected: E,
}

/// What was expected at a place: a code for programs, and words for people.
pub trait Expectation {
    /// A stable code, such as `unknown-question`.
    fn code(&self) -> &'static str;

    /// The expectation in English, if it is described.
    fn text(&self) -> Option<&'static str> {
        None
    }
}

impl<E> Problem<E> {
    /// A problem with a text, such as a name.
    #[must_use]
    pub fn new(path: &str, found: &str, expected: E) -> Self {
        Self { path: piece(path, LONGEST_PATH), found: piece(found, LONGEST_FOUND), expected }
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
