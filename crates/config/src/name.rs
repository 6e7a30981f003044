//! Short names: fixed values, languages, currencies and global variables.
//!
//! Of languages and currencies only the format is checked; the browser knows which exist.

use super::{
    problem::{Expected, Fault, Kind},
    text::trimmed,
};
use assessment::{json::Value, text::is_longer};

/// Maximum length of a language tag, in characters; RFC 5646 requires support for at least 35.
pub const LONGEST_TAG: usize = 64;

/// Maximum length of the name of a data layer, in characters.
pub const LONGEST_GLOBAL: usize = 40;

/// Maximum length of a storage key, in characters.
pub const LONGEST_KEY: usize = 100;

/// A language tag in the format of BCP 47, unchanged.
pub fn language_tag(value: &Value) -> Result<String, Fault> {
    named(value, LONGEST_TAG, Expected::LANGUAGE_TAG, |tag| {
        let mut subtags = tag.split('-');
        let language = subtags.next().unwrap_or_default();
        // Four letters are a script, not a language.
        matches!(language.len(), 2 | 3 | 5..=8)
            && language.bytes().all(|b| b.is_ascii_alphabetic())
            && subtags.all(|tag| matches!(tag.len(), 1..=8) && tag.bytes().all(|b| b.is_ascii_alphanumeric()))
    })
}

/// A currency code in the format of ISO 4217, converted to capitals.
pub fn currency(value: &Value) -> Result<String, Fault> {
    let is_code = |code: &str| code.len() == 3 && code.bytes().all(|b| b.is_ascii_alphabetic());
    let mut code = named(value, usize::MAX, Expected::CURRENCY, is_code)?;
    code.make_ascii_uppercase();
    Ok(code)
}

/// The name of a global variable.
pub fn global(value: &Value) -> Result<String, Fault> {
    named(value, LONGEST_GLOBAL, Expected::GLOBAL, |name| {
        !name.starts_with(|c: char| c.is_ascii_digit())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$'))
    })
}

/// A storage key, without the characters that separate suffixes such as `.aside` and `:history`. The loader has the same rule
/// (`src/embed/drafts.js`), so it is not trimmed.
pub fn storage_key(value: &Value) -> Result<String, Fault> {
    exact(value, LONGEST_KEY, Expected::STORAGE_KEY, |name| {
        name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    })
}

/// The position of a value in `names`. Case-sensitive, because the style sheet compares some of them too.
pub fn one_of(value: &Value, names: &[&str], expected: Expected) -> Result<usize, Fault> {
    let text = value.as_text().ok_or(Fault(Kind::WrongType, expected))?;
    let kind = if text.is_empty() { Kind::Empty } else { Kind::UnknownValue };
    names.iter().position(|name| *name == text).ok_or(Fault(kind, expected))
}

/// A string in a format, trimmed.
pub fn named(value: &Value, most: usize, expected: Expected, is_name: fn(&str) -> bool) -> Result<String, Fault> {
    check(trimmed(value, expected)?, most, expected, is_name)
}

/// A string in a format, unchanged.
pub fn exact(value: &Value, most: usize, expected: Expected, is_name: fn(&str) -> bool) -> Result<String, Fault> {
    let name = value.as_text().ok_or(Fault(Kind::WrongType, expected))?;
    if name.is_empty() {
        return Err(Fault(Kind::Empty, expected));
    }
    check(name, most, expected, is_name)
}

fn check(name: &str, most: usize, expected: Expected, is_name: fn(&str) -> bool) -> Result<String, Fault> {
    if is_longer(name, most) {
        Err(Fault(Kind::TooLong, expected))
    } else if is_name(name) {
        Ok(name.to_owned())
    } else {
        Err(Fault(Kind::UnknownValue, expected))
    }
}
