//! What a text may look like that is shown as it is, and what may be repeated of one that is not.

use super::problem::{Expected, Fault, Kind};
use crate::json::Value;

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
    let text = trimmed(value, expected)?;
    if is_longer(text, most) {
        Err(Fault(Kind::TooLong, expected))
    } else if text.contains(is_unsafe) {
        Err(Fault(Kind::UnsafeText, Expected::VisibleText))
    } else {
        Ok(text.to_owned())
    }
}

/// A text without the space around it, if anything is left of it.
pub fn trimmed(value: &Value, expected: Expected) -> Result<&str, Fault> {
    let text = value.as_text().ok_or(Fault(Kind::WrongType, expected))?.trim();
    // Joiners join nothing where they stand alone: nobody would see that text.
    if text.chars().all(|c| matches!(c, '\u{200c}' | '\u{200d}')) {
        return Err(Fault(Kind::Empty, expected));
    }
    Ok(text)
}

/// Whether a text has more than `most` characters.
pub fn is_longer(text: &str, most: usize) -> bool {
    // Bytes that begin a character. (Counting characters by the standard library is fast, and a quarter of a kilobyte.)
    text.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count() > most
}

/// Whether a character can make a text look like another one, or like none: controls, line and paragraph separators,
/// marks and overrides of direction, and what has no width.
///
/// Two characters without width are let through, the non-joiner and the joiner (U+200C, U+200D): Persian and the
/// scripts of India write words with them that are wrong without.
pub const fn is_unsafe(c: char) -> bool {
    matches!(
        c,
        '\0'..='\x1f'
            | '\x7f'..='\u{9f}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}
