//! What is valid, but does not have the effect that it seems to have.

use std::collections::HashSet;

use assessment::{json::Value, text::excerpt};
use config::Settings;

/// Advice on a valid setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// As that of a [`Problem`](super::Problem).
    pub path: String,
    /// A line for the console, with names in Markdown. Safe to show.
    pub line: String,
}

impl Advice {
    fn at(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), line: format!("advice at $.{path}: {text}") }
    }
}

/// Entries of `contact` that not every receiver uses.
pub const USED_BY: [(&str, &[&str]); 7] = [
    ("url", &["json", "form", "post"]),
    ("idempotencyHeader", &["json"]),
    ("portalId", &["hubspot"]),
    ("formId", &["hubspot"]),
    ("region", &["hubspot"]),
    ("hutk", &["hubspot"]),
    ("subscription", &["hubspot"]),
];

/// The longest name of a setting in a path, before an ellipsis.
const LONGEST_NAME: usize = 57;

pub fn of(document: &Value, settings: &Settings) -> Vec<Advice> {
    let mut advice = Vec::new();
    let mut seen = HashSet::new();
    for (key, _) in document.entries().unwrap_or_default() {
        if !seen.insert(key) {
            let text = "this key is there more than once, and the last one counts. Remove the others.";
            advice.push(Advice::at(&excerpt(key, LONGEST_NAME), text));
        }
    }
    if !settings.result.frame && !settings.result.frame_parents.is_empty() {
        let text = "only `frame.html` uses it, and only from a file that is meant for frames. Add `\"frame\": true`.";
        advice.push(Advice::at("frameParents", text));
    }
    for (name, receivers) in USED_BY {
        let contact = settings.result.contact.as_ref();
        let receiver = contact.and_then(|contact| contact.get("receiver")).and_then(Value::as_text);
        let is_there = contact.and_then(|contact| contact.get(name)).is_some_and(|value| *value != Value::Null);
        if is_there && receiver.is_some_and(|receiver| !receivers.contains(&receiver)) {
            let known = receivers.join("`, `");
            let text = format!("only the receiver `{known}` uses it. Remove it.");
            advice.push(Advice::at(&format!("contact.{name}"), &text));
        }
    }
    advice
}
