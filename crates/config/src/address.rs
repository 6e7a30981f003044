//! Checks the addresses and origins of a configuration.
//!
//! This is not a URL parser; the browser has one. It refuses whatever a browser could interpret differently from a person who
//! reviews the configuration: other schemes, spaces, backslashes, and user names before the host.

use super::{
    problem::{Expected, Fault, Kind},
    text::trimmed,
};
use assessment::{
    json::Value,
    text::{is_longer, is_unsafe},
};

/// Maximum length of an address, in characters.
pub const LONGEST_ADDRESS: usize = 2_000;

/// Maximum length of an origin, in characters: a host name has at most 253 (RFC 1035), `https://` 8, and a port 6.
pub const LONGEST_ORIGIN: usize = 270;

/// Maximum length of the address of a picture, which can contain the picture, in characters.
pub const LONGEST_PICTURE: usize = 20_000;

/// An address for the `href` of a link, unchanged.
pub fn address(value: &Value) -> Result<String, Fault> {
    let text = trimmed(value, Expected::ADDRESS)?;
    if is_longer(text, LONGEST_ADDRESS) {
        return Err(Fault(Kind::TooLong, Expected::SHORT_ADDRESS));
    }
    let incomplete = Err(Fault(Kind::NotAnAddress, Expected::WHOLE_ADDRESS));
    if text.contains(|c: char| c.is_whitespace() || c == '\\' || is_unsafe(c)) {
        return incomplete;
    }
    let Some((scheme, rest)) = text.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) else {
        return Err(Fault(Kind::NotAnAddress, Expected::ADDRESS));
    };
    let is_complete = if scheme.eq_ignore_ascii_case("https") {
        rest.strip_prefix("//").is_some_and(begins_with_host)
    } else if scheme.eq_ignore_ascii_case("mailto") || scheme.eq_ignore_ascii_case("tel") {
        !rest.is_empty()
    } else {
        return Err(Fault(Kind::ForbiddenScheme, Expected::ADDRESS));
    };
    if is_complete { Ok(text.to_owned()) } else { incomplete }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// Whether there is a host without a user name, which could be mistaken for the host: `https://bank.example@evil.example/`
/// leads to `evil.example`.
fn begins_with_host(rest: &str) -> bool {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !authority.is_empty() && !authority.starts_with(':') && !authority.contains('@')
}

/// An address with the scheme `https`, unchanged.
pub fn secure_address(value: &Value) -> Result<String, Fault> {
    let address = address(value)?;
    match address.split_once(':') {
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("https") => Ok(address),
        _ => Err(Fault(Kind::ForbiddenScheme, Expected::SECURE_ADDRESS)),
    }
}

/// An address that messages are sent to, unchanged: an origin, and whatever follows. Plain HTTP is allowed on localhost only.
pub fn receiver_url(value: &Value) -> Result<String, Fault> {
    let text = trimmed(value, Expected::RECEIVER_URL)?;
    if is_longer(text, LONGEST_ADDRESS) {
        return Err(Fault(Kind::TooLong, Expected::SHORT_ADDRESS));
    }
    if has_origin(text) { Ok(text.to_owned()) } else { Err(Fault(Kind::NotAnAddress, Expected::RECEIVER_URL)) }
}

/// The address of a picture, unchanged: an origin, and whatever follows, or the picture itself. No SVG, which is a document.
pub fn picture(value: &Value) -> Result<String, Fault> {
    let text = trimmed(value, Expected::PICTURE)?;
    if is_longer(text, LONGEST_PICTURE) {
        return Err(Fault(Kind::TooLong, Expected::SHORT_PICTURE));
    }
    let is_picture = match text.strip_prefix("data:image/") {
        Some(data) => {
            let kinds = ["png;base64,", "webp;base64,", "avif;base64,"];
            kinds.iter().any(|kind| data.strip_prefix(kind).is_some_and(is_base64))
        }
        None => {
            let path = text.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
            has_origin(text) && !path.ends_with(".svg") && !path.ends_with(".svgz")
        }
    };
    if is_picture { Ok(text.to_owned()) } else { Err(Fault(Kind::UnknownValue, Expected::PICTURE)) }
}

fn is_base64(text: &str) -> bool {
    let data = text.trim_end_matches('=');
    !data.is_empty()
        && text.len() - data.len() <= 2
        && data.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'))
}

/// Whether it is a clear address that begins with an origin. Plain HTTP is allowed on localhost only.
fn has_origin(text: &str) -> bool {
    // The first two slashes are before the host.
    let end = text.match_indices(['/', '?', '#']).nth(2).map_or(text.len(), |(at, _)| at);
    !text.contains(|c: char| c.is_whitespace() || c == '\\' || is_unsafe(c)) && origin_of(&text[..end]).is_some()
}

/// An origin as browsers serialize it: lowercase, without the default port. Plain HTTP is allowed on localhost only.
pub fn origin(value: &Value) -> Result<String, Fault> {
    let text = trimmed(value, Expected::ORIGIN)?;
    origin_of(text).ok_or(Fault(Kind::NotAnOrigin, Expected::ORIGIN))
}

fn origin_of(text: &str) -> Option<String> {
    if is_longer(text, LONGEST_ORIGIN) {
        return None;
    }
    let mut origin = text.to_ascii_lowercase();
    let (is_secure, authority) = match (origin.strip_prefix("https://"), origin.strip_prefix("http://")) {
        (Some(authority), _) => (true, authority),
        (None, Some(authority)) => (false, authority),
        (None, None) => return None,
    };
    let (host, port) = match authority.rsplit_once(':') {
        // A colon inside brackets belongs to the host (IPv6).
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_local = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    if !(is_local || is_secure && is_host(host)) || !port.is_none_or(is_port) {
        return None;
    }
    if port == Some(if is_secure { "443" } else { "80" }) {
        origin.truncate(origin.rfind(':').unwrap_or(origin.len()));
    }
    Some(origin)
}

/// Whether the labels are ASCII letters, digits, hyphens and underscores. In an origin, browsers write other letters in
/// Punycode (`xn--…`), so a host that contains them would never match.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(is_part_of_label);
    host.split('.').all(is_label)
}

const fn is_part_of_label(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Whether it is a port as browsers serialize it: without a sign or leading zeros.
fn is_port(port: &str) -> bool {
    port.starts_with(|c: char| matches!(c, '1'..='9')) && port.parse::<u16>().is_ok()
}
