//! JSX as HTML: what is in braces has no meaning there.

use super::declarations::declarations;
use crate::escape;

/// Whether a text is JSX or has some.
pub fn is_jsx(text: &str) -> bool {
    ["style={{", "export function", "export default", "ref={", "className="].iter().any(|sign| text.contains(sign))
}

/// The text with `style={{ … }}` as HTML writes it, with our custom properties only, and without other values in braces.
pub fn to_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("={") {
        let (inside, after) = after.split_at(end_of_braces(after));
        match before.strip_suffix("style") {
            Some(before) if inside.starts_with('{') => {
                html.push_str(before);
                html += &format!("style=\"{}\"", escape::attribute(&style(inside)));
            }
            // The name remains, as an attribute without a value.
            _ => html.push_str(before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '-')),
        }
        rest = after.strip_prefix('}').unwrap_or(after);
    }
    html.push_str(rest);
    // What a component shows of another one.
    html.replace("{children}", "")
}

/// Where the closing brace is, outside of strings. The end of the text if there is none.
fn end_of_braces(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut string = None;
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        match (string, c) {
            _ if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(mark), c) if c == mark => string = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => string = Some(c),
            (None, '{') => depth += 1,
            (None, '}') if depth == 0 => return at,
            (None, '}') => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The custom properties in an object of strings, as declarations.
fn style(object: &str) -> String {
    let mut strings = Vec::new();
    let mut rest = object;
    while let Some(at) = rest.find(['"', '\'']) {
        let (mark, after) = rest[at..].split_at(1);
        let end = end_of_string(after, mark);
        strings.push(unescaped(&after[..end]));
        rest = after.get(end + 1..).unwrap_or_default();
    }
    let mut css = String::new();
    // A value follows its name. Other properties have names without quotation marks.
    for pair in strings.windows(2) {
        if declarations(&format!("{}:{}", pair[0], pair[1])).len() == 1 && !pair[1].contains(';') {
            css += &format!("{}:{};", pair[0], pair[1]);
        }
    }
    css
}

fn end_of_string(text: &str, mark: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if mark.starts_with(c) => return at,
            _ => {}
        }
    }
    text.len()
}

/// The value of a string in double quotes. What JSON does not know stays as it is.
fn unescaped(inside: &str) -> String {
    serde_json::from_str(&format!("\"{inside}\"")).unwrap_or_else(|_| inside.to_owned())
}
