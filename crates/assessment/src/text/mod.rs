//! What a text may look like that somebody else wrote and that is shown and kept as it is: bounded, on one line or on some,
//! with nothing in it that hides something or turns its direction.
//!
//! It knows no field and no words: who asks says how long a text may be, and what is said where it is refused.
//!
//! ```
//! use assessment::text::{TextFault, line};
//!
//! assert_eq!(line(" Marlow & Finch IT ", 40), Ok("Marlow & Finch IT"));
//! assert_eq!(line("\u{200d}", 40), Err(TextFault::Empty));
//! assert_eq!(line("moc.elpmaxe\u{202e}", 40), Err(TextFault::Unsafe));
//! ```

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing, or nothing that can be seen.
    Empty,
    /// More characters than it may have.
    TooLong,
    /// Characters that hide something or turn its direction; in a text of one line a line break is one.
    Unsafe,
}

/// A text of one line and 1 to `most` characters, without the space around it.
///
/// # Errors
/// [`TextFault`].
pub fn line(text: &str, most: usize) -> Result<&str, TextFault> {
    let text = seen(text).ok_or(TextFault::Empty)?;
    if is_longer(text, most) {
        Err(TextFault::TooLong)
    } else if text.contains(is_unsafe) {
        Err(TextFault::Unsafe)
    } else {
        Ok(text)
    }
}

/// A text of some lines and 1 to `most` characters, without the space around it and with `\n` between the lines, which count
/// as a character each. A tab is a space.
///
/// # Errors
/// [`TextFault`].
pub fn lines(text: &str, most: usize) -> Result<String, TextFault> {
    let text = newlines(text).replace('\t', " ");
    // But for its line breaks it is as a text of one line.
    line(&text.replace('\n', " "), most)?;
    Ok(text.trim().to_owned())
}

/// A text with `\n` for every line break that a keyboard makes. (Replacing the pair by the standard library brings its
/// search for texts in texts, three quarters of a kilobyte.)
#[must_use]
pub fn newlines(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        if c == '\r' {
            plain.push('\n');
        } else if c != '\n' || before != '\r' {
            plain.push(c);
        }
        before = c;
    }
    plain
}

/// A text on one line, whatever it was: every white space and everything that breaks a line is one space, and none is at its
/// ends. (But a space that does not break is part of some numbers, so it stays inside.)
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.trim_matches(|c: char| c.is_whitespace() || breaks(c)).chars() {
        if c != ' ' && !breaks(c) {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

/// A text without the space around it, if anything is left of it that can be seen.
#[must_use]
pub fn seen(text: &str) -> Option<&str> {
    let text = text.trim();
    // Joiners join nothing where they stand alone: nobody would see that text.
    (!text.chars().all(|c| matches!(c, '\u{200c}' | '\u{200d}'))).then_some(text)
}

/// The beginning of a text that anybody may have written, safe to show on a line: at most `most` characters and an ellipsis.
#[must_use]
pub fn piece(text: &str, most: usize) -> String {
    let mut characters = text.chars();
    let safe = |c| if is_unsafe(c) { char::REPLACEMENT_CHARACTER } else { c };
    let mut piece: String = characters.by_ref().take(most).map(safe).collect();
    if characters.next().is_some() {
        piece.push('…');
    }
    piece
}

/// How many characters a text has.
#[must_use]
pub fn characters(text: &str) -> usize {
    // Bytes that begin one. (Counting characters by the standard library is fast, and a quarter of a kilobyte.)
    text.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Whether a text has more than `most` characters.
#[must_use]
pub fn is_longer(text: &str, most: usize) -> bool {
    characters(text) > most
}

/// Whether a character breaks a line, or is another control; the two separators are taken for a break by some programs.
#[must_use]
pub fn breaks(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether a character can make a text look like another one, or like none: controls, line and paragraph separators,
/// marks and overrides of direction, and what has no width.
///
/// Two characters without width are let through, the non-joiner and the joiner (U+200C, U+200D): Persian and the
/// scripts of India write words with them that are wrong without.
#[must_use]
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
