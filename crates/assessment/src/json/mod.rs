//! A JSON document as a tree, and problems in a document.
//!
//! The browser parses and prints JSON itself (`JSON.parse` costs the visitor no bytes; a JSON library in the module cost
//! 27,000), so the other packages read and write trees: natively with `serde_json`, in the page with the browser.
//!
//! Formats of documents are defined elsewhere, such as in the packages `session`, `config` and `report`.
//!
//! ```
//! use assessment::json::Value;
//!
//! let value = Value::object([("schema", Value::from(2.0))]);
//! assert_eq!(value.get("schema").and_then(Value::as_number), Some(2.0));
//! ```

mod problem;
mod serialize;

pub use problem::{Expectation, Problem};

/// Maximum depth of a document that is read; a draft has seven levels.
pub const DEEPEST: usize = 16;

/// A JSON value. Objects keep the order of their entries.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

/// How the platform parses and prints JSON.
#[derive(Debug, Clone, Copy)]
pub struct Codec {
    /// Parses a text; `None` if it has more than this many bytes, is not JSON, or is nested deeper than [`DEEPEST`].
    pub parse: fn(&str, usize) -> Option<Value>,
    /// Prints a value, indented by this many spaces.
    pub print: fn(&Value, u32) -> String,
}

impl Value {
    #[must_use]
    pub fn object<const N: usize>(entries: [(&str, Value); N]) -> Self {
        Self::Object(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The entry of an object; of duplicates the last, as in JavaScript.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.entries()?.iter().rev().find(|(n, _)| n == name).map(|(_, value)| value)
    }

    /// `None` if it is not an object.
    #[must_use]
    pub fn entries(&self) -> Option<&[(String, Value)]> {
        match self {
            Self::Object(entries) => Some(entries),
            _ => None,
        }
    }

    /// `None` if it is not an array.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Self::List(parts) => Some(parts),
            _ => None,
        }
    }

    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The number, if it is an integer from 0 to 255.
    #[must_use]
    pub fn as_small_integer(&self) -> Option<u8> {
        self.as_number().filter(|n| (0.0..=255.0).contains(n) && n.fract() == 0.0).map(|n| n as u8)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Value>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(parts: I) -> Self {
        Self::List(parts.into_iter().map(Into::into).collect())
    }
}
