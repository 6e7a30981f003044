//! Our part of a URL fragment, which belongs to the host page.
//!
//! A link is a fragment of its own and a valid id, since scripts of host pages pass `location.hash` to `querySelector`, which
//! throws for anything else. If the fragment is a route, the link is a parameter of it: `#/pricing?support-fit-s2-…`. Some
//! routers turn `#x` into `#/x`.

use super::envelope::split;

/// The name of our part.
const NAME: &str = "support-fit-";

/// The name in links of the format `s1`, also with an escaped equals sign, as some programs write it.
const FIRST_NAMES: [&str; 3] = ["support-fit=", "support-fit%3D", "support-fit%3d"];

/// Separators of the parts of a fragment.
const SEPARATORS: [char; 3] = ['/', '?', '&'];

/// Minimum number of symbols of a fragment without our name, since `#s1.intro` may be a heading of the host page. The
/// shortest link has 35.
const LEAST_SYMBOLS: usize = 24;

/// Our part of a URL, of a fragment with its `#`, or of pasted text, without its name and anything after it: `s2-…`. `None`
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
    if let Some(ours) = fragment.split(SEPARATORS).find_map(named) {
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
    let ours = NAME.trim_end_matches('-').as_bytes();
    has_address(text) || text.as_bytes().windows(ours.len()).any(|part| part == ours)
}

/// Whether the text contains `://`. (Searching for a substring would add a kilobyte of standard library.)
fn has_address(text: &str) -> bool {
    text.split(':').skip(1).any(|rest| rest.starts_with("//"))
}

/// The fragment for a link, with its `#`, replacing the host page's, which is given with or without `#`. A route of the host
/// page is kept, with its parameters. Nothing else is: an anchor would no longer match an id, and parameters without a route
/// may be those of a sign-in page. An earlier link is replaced.
#[must_use]
pub fn fragment_with(existing: &str, ours: &str) -> String {
    let existing = existing.strip_prefix('#').unwrap_or(existing);
    let is_ours = |part: &&str| named(part).is_some();
    let host: String = existing.split_inclusive(SEPARATORS).filter(|part| !is_ours(part)).collect();
    let is_route = host.starts_with('/') || host.starts_with("!/");
    let before = match () {
        () if !is_route => ["", ""],
        () if host.ends_with(['?', '&']) => [&host, ""],
        () if host.contains('?') => [&host, "&"],
        () => [&host, "?"],
    };
    ["#", before[0], before[1], NAME, ours].concat()
}

/// The value of a part with our name.
fn named(part: &str) -> Option<&str> {
    let first = FIRST_NAMES.iter().find_map(|name| part.strip_prefix(name));
    // `#support-fit-section` is a heading of the host page.
    first.or_else(|| part.strip_prefix(NAME).filter(|rest| split(rest).is_some()))
}

/// Whether a fragment is just a link of the first format, apart from punctuation that a mail program appended. A later link
/// without its name could be an id of the host page.
fn is_only_link(fragment: &str) -> bool {
    split(fragment).is_some_and(|(prefix, symbols)| {
        let behind = fragment.get(prefix.len() + symbols.len()..).unwrap_or_default();
        prefix.ends_with('.') && symbols.len() >= LEAST_SYMBOLS && !behind.contains(|c: char| c.is_ascii_alphanumeric())
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
