//! Secrets that somebody has put into the settings of a page, where anyone can read them.

use crate::problem::{Expected, Fault, Kind, Problem, Problems, excerpt};
use assessment::json::Value;

/// How tokens begin: of HubSpot, of HTTP, of Stripe, of Slack, of GitHub, and JSON Web Tokens.
pub const PREFIXES: [&str; 8] = ["pat-", "Bearer ", "sk_", "xoxa-", "xoxb-", "xoxp-", "ghp_", "eyJ"];

/// How many characters of a token follow at least.
pub const LEAST: usize = 8;

/// A text inside an own field is this deep.
const DEEPEST: usize = 4;

/// Reports every text that looks like a secret.
pub fn report(problems: &mut Problems, path: &str, value: &Value) {
    visit(problems, path.to_owned(), value, DEEPEST);
}

fn visit(problems: &mut Problems, path: String, value: &Value, levels: usize) {
    match value {
        // What was found is not repeated, because the console is often recorded.
        Value::Text(text) if is_secret(text) => {
            problems.add(Problem::new(&path, "what looks like a secret", Fault(Kind::Secret, Expected::NO_SECRET)));
        }
        Value::List(parts) if levels > 0 => {
            for (n, part) in parts.iter().enumerate() {
                visit(problems, format!("{path}[{n}]"), part, levels - 1);
            }
        }
        Value::Object(entries) if levels > 0 => {
            for (name, part) in entries {
                visit(problems, format!("{path}.{}", excerpt(name)), part, levels - 1);
            }
        }
        _ => {}
    }
}

/// Whether a word begins like a token and goes on like one.
#[must_use]
pub fn is_secret(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins_at = |at: usize, prefix: &str| {
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        let after = bytes[at..].strip_prefix(prefix.as_bytes()).unwrap_or_default();
        let goes_on = after.iter().take_while(|byte| is_part(byte)).take(LEAST).count() == LEAST;
        goes_on && !before.is_ascii_alphanumeric() && before != b'_'
    };
    (0..bytes.len()).any(|at| PREFIXES.iter().any(|prefix| begins_at(at, prefix)))
}

fn is_part(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}
