//! The calls of the script that carries out requests (`src/embed/contact.js`), and what it answers.

use assessment::json::Value;
use config::{Contact, Receiver};

use super::{Answer, NoAnswer, Outcome, Request, outcome, outcome_without_answer};

/// The function of the script that carries out a request, and its input. `None` if an event has carried it.
#[must_use]
#[inline]
pub fn call_for(request: Request) -> Option<(&'static str, Value)> {
    match request {
        Request::Fetch { url, headers, body } => {
            let headers = headers.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
            let input = [("url", url.into()), ("headers", Value::Object(headers)), ("body", body.into())];
            Some(("send", Value::object(input)))
        }
        Request::Post { url, entries } => {
            let entries = entries.into_iter().map(|(name, value)| Value::List(vec![name.into(), value.into()]));
            let input = [("url", url.into()), ("entries", Value::List(entries.collect()))];
            Some(("post", Value::object(input)))
        }
        Request::Mail { url, .. } => Some(("open", url.into())),
        Request::Event { .. } => None,
    }
}

/// What became of a request. A form in another tab, an email program and the page do not say it.
#[must_use]
#[inline]
pub fn outcome_of(contact: &Contact, answer: &Value, parse: fn(&str, usize) -> Option<Value>) -> Outcome {
    let text = |name: &str| answer.get(name).and_then(Value::as_text).unwrap_or_default();
    if let Some(status) = answer.get("status").and_then(Value::as_number) {
        let is_json = text("type").to_ascii_lowercase().contains("json");
        let answer = Answer { status: status as u16, is_json, text: text("text").to_owned() };
        return outcome(contact, &answer, parse);
    }
    outcome_without_answer(match text("failure") {
        "" if matches!(contact.receiver, Receiver::Post { .. } | Receiver::Mailto | Receiver::Event) => {
            return Outcome::Unconfirmed;
        }
        "offline" => NoAnswer::Offline,
        "timeout" => NoAnswer::Timeout,
        "blocked" => NoAnswer::BlockedByPolicy,
        "canceled" => NoAnswer::Canceled,
        _ => NoAnswer::Network,
    })
}
