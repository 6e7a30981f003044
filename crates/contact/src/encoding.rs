//! Percent-encoding of a part of an address, and the encoding of HTML forms.

use assessment::text::push_percent;

/// Appends a part of a `mailto:` address: only the unreserved characters of RFC 3986 stay. A line break becomes CR LF, as mail
/// programs expect it (RFC 6068).
pub fn push_mail(out: &mut String, text: &str) {
    push_percent(out, &text.replace('\n', "\r\n"), "-._~");
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
    for (n, part) in text.split(' ').enumerate() {
        if n > 0 {
            out.push('+');
        }
        push_percent(out, part, "*-._");
    }
}
