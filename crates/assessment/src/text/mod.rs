//! Validates strings from outside that are shown and saved unchanged: of bounded length, on one line or several, without
//! invisible or bidirectional control characters.
//!
//! The caller sets the length and words the error.
//!
//! ```
//! use assessment::text::{TextFault, line};
//!
//! assert_eq!(line(" Marlow & Finch IT ", 40), Ok("Marlow & Finch IT"));
//! assert_eq!(line("\u{200d}", 40), Err(TextFault::Empty));
//! assert_eq!(line("moc.elpmaxe\u{202e}", 40), Err(TextFault::Unsafe));
//! ```

/// Why a string is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing is visible.
    Empty,
    TooLong,
    /// Invisible or bidirectional control characters; in a single line also line breaks.
    Unsafe,
}

/// A single trimmed line of 1 to `most` characters.
///
/// # Errors
/// [`TextFault`].
pub fn line(text: &str, most: usize) -> Result<&str, TextFault> {
    let text = visible(text).ok_or(TextFault::Empty)?;
    if is_longer(text, most) {
        Err(TextFault::TooLong)
    } else if marked(text).any(|(_, is_hidden)| is_hidden) {
        Err(TextFault::Unsafe)
    } else {
        Ok(text)
    }
}

/// Appends a string percent-encoded: ASCII letters, digits and what is in `kept` stay (RFC 3986).
///
/// ```
/// let mut out = String::new();
/// assessment::text::push_percent(&mut out, "50 %/ü", "/");
/// assert_eq!(out, "50%20%25/%C3%BC");
/// ```
pub fn push_percent(out: &mut String, text: &str, kept: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from(if digit < 10 { b'0' + digit } else { b'A' - 10 + digit }));
            }
        }
    }
}

/// A trimmed string of 1 to `most` characters, with line breaks normalized to `\n` and tabs to spaces.
///
/// # Errors
/// [`TextFault`].
pub fn lines(text: &str, most: usize) -> Result<String, TextFault> {
    let text = newlines(text).replace('\t', " ");
    // Apart from line breaks, the rules of a single line apply.
    line(&text.replace('\n', " "), most)?;
    Ok(text.trim().to_owned())
}

/// Normalizes CR LF and CR to `\n`. (`str::replace` would add three quarters of a kilobyte of substring search.)
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

/// Joins a string into one trimmed line: each run of spaces and line breaks becomes one space. (No-break spaces stay, since
/// some numbers contain them.)
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.trim_matches(|c: char| c.is_whitespace() || is_break(c)).chars() {
        if c != ' ' && !is_break(c) {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

/// The trimmed string, or `None` if nothing in it is visible.
#[must_use]
pub fn visible(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.chars().all(|c| c.is_whitespace() || is_blank(c))).then_some(text)
}

/// The start of an untrusted string, safe to show on one line: at most `most` characters and an ellipsis.
#[must_use]
pub fn excerpt(text: &str, most: usize) -> String {
    let mut characters = marked(text);
    let safe = |(c, is_hidden)| if is_hidden { char::REPLACEMENT_CHARACTER } else { c };
    let mut excerpt: String = characters.by_ref().take(most).map(safe).collect();
    if characters.next().is_some() {
        excerpt.push('…');
    }
    excerpt
}

/// An untrusted name, such as that of a file, on one line: at most `most` characters, without those that are unsafe. Empty if
/// nothing is visible.
#[must_use]
pub fn name(text: &str, most: usize) -> String {
    let shown: String = marked(text).filter(|(c, is_hidden)| c.is_whitespace() || !is_hidden).map(|(c, _)| c).collect();
    let name: String = one_line(&shown).chars().take(most).collect();
    visible(&name).unwrap_or_default().to_owned()
}

#[must_use]
pub fn characters(text: &str) -> usize {
    // Count bytes that start one. (`chars().count()` is faster, but a quarter of a kilobyte larger.)
    text.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Whether a string has more than `most` characters.
#[must_use]
pub fn is_longer(text: &str, most: usize) -> bool {
    characters(text) > most
}

/// Whether a character is a control character or a line break. Some programs treat U+2028 and U+2029 as line breaks.
#[must_use]
pub fn is_break(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether a character hides text or changes how the text around it is read: controls, line and paragraph separators,
/// direction marks and overrides, and everything else that nobody sees, such as zero-width spaces, soft hyphens, fillers,
/// blank patterns, annotations and tags. That is what Unicode calls default ignorable, and a few more.
///
/// Joiners and variation selectors are allowed, because Persian, Indic and other scripts and emoji need them; what precedes
/// them decides whether they are safe.
#[must_use]
pub const fn is_unsafe(c: char) -> bool {
    matches!(
        c,
        '\0'..='\x1f'
            | '\x7f'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d159}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e00ff}'
            | '\u{e01f0}'..='\u{e0fff}'
    )
}

/// The characters of a string, each with whether it is unsafe where it is. Joiners and variation selectors are safe only where
/// a script or an emoji needs them, so not after a Latin letter: a row of them is invisible and can carry any text.
fn marked(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut before = ' ';
    text.chars().map(move |c| {
        let is_needless = before.is_ascii_alphabetic()
            || if is_selector(c) { before.is_whitespace() || is_unseen(before) } else { is_joiner(before) };
        before = c;
        (c, is_unsafe(c) || is_needless && (is_selector(c) || is_joiner(c)))
    })
}

/// Whether a character is invisible on its own.
#[must_use]
pub const fn is_unseen(c: char) -> bool {
    is_unsafe(c) || is_blank(c)
}

/// Whether a character is invisible, and no sign of an attempt to hide something if it is all that a text has.
const fn is_blank(c: char) -> bool {
    is_selector(c) || is_joiner(c) || matches!(c, '\u{34f}' | '\u{2800}' | '\u{1d159}')
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

const fn is_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}
