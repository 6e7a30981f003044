//! What the visitor typed, kept for later: on the device if they want it, and in the page while the element restarts. Nothing
//! else of the message is kept, so that consent is given again when it is sent.

use assessment::json::Value;
use config::Contact;

use super::form::Typed;

/// For how many days a message is kept.
pub const MOST_DAYS: u8 = 7;

/// The document that is kept, with the last day on which it is offered, as `YYYY-MM-DD`.
#[must_use]
pub fn kept(contact: &Contact, typed: &Typed, until: &str) -> Value {
    let mut fields = Vec::new();
    for (field, text) in contact.fields.iter().zip(&typed.fields) {
        if !text.is_empty() {
            fields.push((field.kind.name().to_owned(), text.as_str().into()));
        }
    }
    // The name comes first, because an unreadable document is recognized by its beginning.
    Value::object([("until", until.into()), ("fields", Value::Object(fields))])
}

/// What was typed, one string for each of [`Contact::fields`], and the last day. The document is untrusted. `None` if it is
/// none of ours, its last day is not one from `today` to `latest`, or nothing of it belongs to this form.
#[must_use]
pub fn unkept(contact: &Contact, document: &Value, today: &str, latest: &str) -> Option<(Vec<String>, String)> {
    let until = document.get("until").and_then(Value::as_text)?;
    let entries = document.get("fields")?;
    let mut texts = Vec::new();
    for field in &contact.fields {
        texts.push(entries.get(field.kind.name()).and_then(Value::as_text).unwrap_or_default().to_owned());
    }
    let is_offered = (today..=latest).contains(&until) && texts.iter().any(|text| !text.is_empty());
    is_offered.then(|| (texts, until.to_owned()))
}
