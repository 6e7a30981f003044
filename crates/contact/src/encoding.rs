//! Percent-encoding of a part of an address, and the encoding of HTML forms.

/// Appends a string percent-encoded: only the unreserved characters of RFC 3986 stay. A line break becomes CR LF, as mail
/// programs expect it (RFC 6068).
pub fn push_percent(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            b'\n' => out.push_str("%0D%0A"),
            _ => push_byte(out, byte),
        }
    }
}

/// Names and values as `application/x-www-form-urlencoded` (WHATWG URL Standard).
#[must_use]
pub fn form(pairs: &[(String, String)]) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        push_form(&mut out, name);
        out.push('=');
        push_form(&mut out, value);
    }
    out
}

fn push_form(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'*' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => push_byte(out, byte),
        }
    }
}

fn push_byte(out: &mut String, byte: u8) {
    if byte.is_ascii_alphanumeric() {
        out.push(char::from(byte));
    } else {
        out.push('%');
        for digit in [byte >> 4, byte & 15] {
            out.push(char::from(if digit < 10 { b'0' + digit } else { b'A' - 10 + digit }));
        }
    }
}
