//! Values in the places where snippets and lines for servers have them. Each place has one function, and nothing else writes
//! values there. Where a wrong value could do harm, it is refused and not escaped.

use std::fmt::Write;

use assessment::text::{is_break, is_unsafe};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{STYLES, check::is_style};

/// A value that cannot be written in this place: what was expected instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused(pub &'static str);

/// A value of an attribute in double quotes, in HTML. It can be pasted into WordPress, Markdown and templates: it has no line
/// break, and nothing that begins a shortcode, a tag of a template language, or code in Markdown.
///
/// ```
/// assert_eq!(studio::escape::attribute(r#"[a] {{ b }} & "c""#), "&#91;a&#93; &#123;&#123; b &#125;&#125; &amp; &quot;c&quot;");
/// ```
#[must_use]
pub fn attribute(value: &str) -> String {
    references(value)
}

/// Text between tags, in HTML, with the same properties.
#[must_use]
pub fn text(value: &str) -> String {
    references(value)
}

/// A value of an attribute in double quotes, or text between tags, in JSX, which knows no backslash there, but references.
#[must_use]
pub fn jsx(value: &str) -> String {
    references(value)
}

fn references(value: &str) -> String {
    let mut html = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // HTML has no way to write these.
            '\0' | '\u{80}'..='\u{9f}' => html.push(char::REPLACEMENT_CHARACTER),
            '\'' | '[' | ']' | '{' | '}' | '`' | '\\' => push_reference(&mut html, c),
            c if is_unsafe(c) || is_break(c) => push_reference(&mut html, c),
            c => html.push(c),
        }
    }
    html
}

/// WordPress and JSX know only some references by name.
fn push_reference(html: &mut String, c: char) {
    // Writing to a string cannot fail.
    let _ = write!(html, "&#{};", u32::from(c));
}

/// A string of JavaScript, with its quotation marks. It can be in JSX and in a script of a page.
#[must_use]
pub fn jsx_string(value: &str) -> String {
    let mut string = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' | '<' | '>' | '&' | '\'' | '`' | '{' | '}' => push_units(&mut string, c),
            c if is_unsafe(c) || is_break(c) => push_units(&mut string, c),
            c => string.push(c),
        }
    }
    string + "\""
}

fn push_units(string: &mut String, c: char) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        let _ = write!(string, "\\u{unit:04x}");
    }
}

/// A value of an attribute of a shortcode of WordPress, which has no way to escape.
///
/// # Errors
/// Anything but letters, digits, `.`, `_` and `-`.
pub fn shortcode(value: &str) -> Result<&str, Refused> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let is_value = (1..=64).contains(&value.len()) && value.bytes().all(is_plain);
    if is_value { Ok(value) } else { Err(Refused("letters, digits, dots and hyphens")) }
}

/// HTML on one line, for Markdown, where HTML ends at a blank line and some programs add tags at line breaks.
#[must_use]
pub fn markdown(html: &str) -> String {
    html.replace(is_break, " ")
}

/// The value of a custom property, for a `style` attribute, a style sheet or JSX.
///
/// # Errors
/// Anything that is not surely a color, a length or a list of fonts.
pub fn css<'a>(name: &str, value: &'a str) -> Result<&'a str, Refused> {
    let style = STYLES.iter().find(|style| style.name == name).ok_or(Refused("the name of a custom property"))?;
    if is_style(style, value) { Ok(value) } else { Err(Refused("a color, a length or names of fonts")) }
}

/// What stays in a parameter (RFC 3986).
const PARAMETER: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A value of a parameter of an address.
#[must_use]
pub fn parameter(value: &str) -> String {
    utf8_percent_encode(value, PARAMETER).to_string()
}

/// An origin for a policy and the lines of a server, as browsers write it.
///
/// # Errors
/// Anything but an origin. That of an IPv6 address, which policies cannot name.
pub fn origin(value: &str) -> Result<String, Refused> {
    const EXPECTED: Refused = Refused("an origin such as https://www.example.com, without a path");
    let origin = config::origin(&value.into()).map_err(|_| EXPECTED)?;
    if origin.contains('[') { Err(EXPECTED) } else { Ok(origin) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_has_no_character_that_begins_anything() {
        let hostile = "</script><!-- \" onx=' ] [gallery] \u{2028} --> $(x) ; \n \r \t & &amp; {{ }} {% %} {`x`} \\ \u{202e} \0 \u{85}";
        for escaped in [attribute(hostile), text(hostile), jsx(hostile)] {
            assert!(!escaped.contains(['<', '>', '"', '\'', '[', ']', '{', '}', '`', '\\']), "{escaped}");
            assert!(!escaped.contains(|c| is_unsafe(c) || is_break(c)), "{escaped}");
            for (at, _) in escaped.match_indices('&') {
                let reference = escaped[at + 1..].split(';').next().unwrap();
                let is_number = reference.strip_prefix('#').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
                assert!(is_number || ["amp", "lt", "gt", "quot"].contains(&reference), "{escaped}");
            }
        }
    }

    #[test]
    fn a_string_of_javascript_ends_only_at_its_end_and_has_the_same_value() {
        let hostile = "</script><!-- \" ' \\ ` ${x} \u{2028}\u{2029}\n\u{e0041} & emoji 🦀";
        let string = jsx_string(hostile);
        assert!(!string[1..string.len() - 1].contains(['"', '<', '`', '\n', '\u{2028}', '{']), "{string}");
        assert_eq!(serde_json::from_str::<String>(&string).unwrap(), hostile);
    }

    #[test]
    fn a_shortcode_takes_only_plain_words() {
        assert_eq!(shortcode("en-GB"), Ok("en-GB"));
        for value in ["", "a b", "\"", "]", "[", "é", "a&b", "a\n", "\\", "<"] {
            assert!(shortcode(value).is_err(), "{value}");
        }
    }

    #[test]
    fn html_in_markdown_is_on_one_line() {
        assert_eq!(markdown("<a  b>\n\n<c>\u{2028}\r"), "<a  b>  <c>  ");
    }

    #[test]
    fn a_parameter_cannot_begin_another() {
        assert_eq!(parameter("Marlow & Finch IT"), "Marlow%20%26%20Finch%20IT");
        assert_eq!(parameter("a=b#c+d\"é"), "a%3Db%23c%2Bd%22%C3%A9");
    }

    #[test]
    fn only_origins_get_into_the_lines_of_a_server() {
        assert_eq!(origin("HTTPS://API.hsforms.com:443").as_deref(), Ok("https://api.hsforms.com"));
        for value in [
            "https://a.example; script-src *",
            "https://a.example/",
            "*",
            "https://*.example",
            "'self'",
            "http://[::1]",
            "https://a.example\n",
        ] {
            let refused = origin(value).is_err() || value.ends_with('\n');
            assert!(refused, "{value}");
        }
        assert_eq!(origin("https://a.example\n").as_deref(), Ok("https://a.example"));
    }
}
