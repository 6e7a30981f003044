//! Text and JSON as a browser passes them: invalid characters are replaced, and documents are limited in length and depth.

use std::borrow::Cow;

use assessment::json::{DEEPEST, Value};

pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// Parses JSON of at most `longest` bytes and [`DEEPEST`] levels.
pub fn document(text: &str, longest: usize) -> Option<Value> {
    if text.len() > longest {
        return None;
    }
    let tree = match serde_json::from_str(text) {
        Ok(tree) => tree,
        Err(_) => serde_json::from_str(&without_lone_surrogates(text)?).ok()?,
    };
    (levels(&tree) <= DEEPEST).then_some(tree)
}

pub fn written(tree: &Value) -> String {
    serde_json::to_string(tree).expect("a tree can be serialized")
}

/// Replaces escaped lone surrogates, which JSON allows, with U+FFFD, as a browser does.
fn without_lone_surrogates(text: &str) -> Option<String> {
    let mut rest = text;
    let mut all = String::new();
    while let Some(at) = rest.find("\\u") {
        let (before, escape) = rest.split_at(at);
        let code = escape.get(2..6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let (ours, taken) = match code {
            Some(0xd800..=0xdfff) => ("\\ufffd", 6),
            _ => ("\\u", 2),
        };
        all.push_str(before);
        all.push_str(ours);
        rest = &escape[taken..];
    }
    (!all.is_empty()).then(|| all + rest)
}

fn levels(tree: &Value) -> usize {
    let inside = match tree {
        Value::List(parts) => parts.iter().map(levels).max(),
        Value::Object(entries) => entries.iter().map(|(_, value)| levels(value)).max(),
        _ => None,
    };
    1 + inside.unwrap_or(0)
}

/// Whether a text can be shown in one line: at most `most` characters, and nothing that hides or reorders text.
pub fn is_showable(text: &str, most: usize) -> bool {
    !assessment::text::is_longer(text, most) && !text.contains(assessment::text::is_unsafe)
}
