//! Texts and JSON as the browser hands them over: what is broken in a text is a mark, and no document is longer or deeper than
//! what is read.

use std::borrow::Cow;

use assessment::json::{DEEPEST, Value};

/// The bytes as a text; what is no UTF-8 is U+FFFD.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The tree of a text, if it has at most `longest` bytes, is JSON, and has no more levels than are read.
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

/// The text of a tree.
pub fn written(tree: &Value) -> String {
    serde_json::to_string(tree).expect("a tree is JSON")
}

/// Half a character can stand in JSON, by its escape. The browser reads it, and hands it over as U+FFFD.
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

/// Whether a text can be shown on a line of a notice or a console: short, and with nothing in it that hides something.
pub fn is_showable(text: &str, most: usize) -> bool {
    !assessment::text::is_longer(text, most) && !text.contains(assessment::text::is_unsafe)
}
