//! Our part of a URL fragment, which belongs to the host page.
//!
//! Parts are separated by `&`. Ours has a name; a fragment that is just a link also counts.

use super::envelope::split;

/// The name of our part, with the equals sign.
const NAME: &str = "support-fit=";

/// The same with an escaped equals sign, as some programs write it.
const ESCAPED: [&str; 2] = ["support-fit%3D", "support-fit%3d"];

/// Minimum number of symbols of a fragment without our name, since `#s1.intro` may be a heading of the host page. The
/// shortest link has 35.
const LEAST_SYMBOLS: usize = 24;

/// Our part of a URL, of a fragment with its `#`, or of pasted text, without its name and anything after it: `s1.…`. `None`
/// if there is none. It may still be invalid; [`decode`](super::decode) checks that.
///
/// The URL before `#` is ignored: servers see it, so we never write there.
#[must_use]
pub fn fragment_of(url_or_text: &str) -> Option<&str> {
    let text = trimmed_start(url_or_text);
    let (fragment, is_pasted) = match text.split_once('#') {
        Some((_, fragment)) => (fragment, false),
        None if has_address(text) => return None,
        None => (text, true),
    };
    if let Some(ours) = fragment.split('&').find_map(named) {
        let ours = trimmed_start(ours);
        let end = ours.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')));
        let ours = ours.get(..end.unwrap_or(ours.len()))?.trim_end_matches('.');
        return (!ours.is_empty()).then_some(ours);
    }
    let (prefix, symbols) = split(fragment)?;
    (is_pasted || is_only_link(fragment)).then(|| fragment.get(..prefix.len() + symbols.len()))?
}

/// Whether pasted text was meant to be a link: it contains a URL or our name.
#[must_use]
pub fn is_meant_as_link(text: &str) -> bool {
    let ours = NAME.trim_end_matches('=').as_bytes();
    has_address(text) || text.as_bytes().windows(ours.len()).any(|part| part == ours)
}

/// Whether the text contains `://`. (Searching for a substring would add a kilobyte of standard library.)
fn has_address(text: &str) -> bool {
    text.split(':').skip(1).any(|rest| rest.starts_with("//"))
}

/// The host page's fragment (with or without `#`) with our part at its end, replacing an earlier one. An empty `ours`
/// removes it. The other parts stay unchanged. The result starts with `#` unless it is empty.
#[must_use]
pub fn fragment_with(existing: &str, ours: &str) -> String {
    let existing = existing.strip_prefix('#').unwrap_or(existing);
    let existing = if is_only_link(existing) { "" } else { existing };
    let mut fragment = String::new();
    let mut push = |name: &str, part: &str| {
        fragment.push(if fragment.is_empty() { '#' } else { '&' });
        fragment.push_str(name);
        fragment.push_str(part);
    };
    if !existing.is_empty() {
        for part in existing.split('&').filter(|part| named(part).is_none()) {
            push("", part);
        }
    }
    if !ours.is_empty() {
        push(NAME, ours);
    }
    fragment
}

/// The value of a part with our name.
fn named(part: &str) -> Option<&str> {
    part.strip_prefix(NAME).or_else(|| ESCAPED.iter().find_map(|name| part.strip_prefix(name)))
}

/// Whether a fragment is just a link, apart from punctuation that a mail program appended.
fn is_only_link(fragment: &str) -> bool {
    split(fragment).is_some_and(|(prefix, symbols)| {
        let behind = fragment.get(prefix.len() + symbols.len()..).unwrap_or_default();
        symbols.len() >= LEAST_SYMBOLS && !behind.contains(|c: char| c.is_ascii_alphanumeric())
    })
}

/// Removes leading space, quotes and brackets from pasted text.
pub(super) fn trimmed_start(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '<' | '(' | '[' | '"' | '\'' | '`' | '\u{2018}' | '\u{201c}' | '\u{201e}' | '\u{ab}' | '\u{200b}'
                    ..='\u{200f}' | '\u{2060}' | '\u{feff}'
            )
    })
}
