//! Escapes text for Markdown.

/// Always escaped. The last three are markup only in some programs: formulas, superscript, mentions.
const ALWAYS: &str = "\\`*_[]<{}#~|$^@";

/// Escaped at the start of a line, where they start a list, a rule, a heading or a quote.
const AT_START: &str = "-+=>:";

/// Writes a text with a backslash before what could be markup, where it could be, and nowhere else, so that the file can be
/// read as it is. Addresses do not become links by themselves. The text is one line.
pub fn escape(out: &mut String, text: &str, at_start: bool) {
    for (at, c) in text.char_indices() {
        let (before, after) = (&text.as_bytes()[..at], &text[at + c.len_utf8()..]);
        let is_markup = match c {
            // "1." begins a list.
            '.' | ')' if at_start && at > 0 && before.iter().all(u8::is_ascii_digit) => true,
            // An address.
            '.' => before.len() >= 3 && before[at - 3..].eq_ignore_ascii_case(b"www"),
            ':' if after.starts_with('/') => true,
            // A character reference, such as `&lt;`.
            '&' => after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#').starts_with(';'),
            c => ALWAYS.contains(c) || (at_start && at == 0 && AT_START.contains(c)),
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
    }
}
