//! Carries out a request. Only this module sends what a visitor has entered.

use crate::ui::Ui;
use assessment::json::Value;
use config::Contact;
use contact::{Answer, NoAnswer, Outcome, Request, outcome, outcome_without_answer};

/// What became of a request. A form in another tab, an email program and the page do not say it.
pub async fn outcome_of(ui: Ui, contact: &Contact, request: Request) -> Outcome {
    // The element may have been removed when the answer arrives.
    let parse = ui.codec().parse;
    let (call, input) = match request {
        Request::Fetch { url, headers, body } => {
            let headers = headers.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
            let input = [("url", url.into()), ("headers", Value::Object(headers)), ("body", body.into())];
            let answer = ui.call_contact("send", Value::object(input)).await.unwrap_or(Value::Null);
            return understood(parse, contact, &answer);
        }
        Request::Post { url, entries } => {
            let entries = entries.into_iter().map(|(name, value)| Value::List(vec![name.into(), value.into()]));
            ("post", Value::object([("url", url.into()), ("entries", Value::List(entries.collect()))]))
        }
        Request::Mail { url, .. } => ("open", url.into()),
        // The event has it.
        Request::Event { .. } => return Outcome::Unconfirmed,
    };
    match ui.call_contact(call, input).await {
        Some(answer) if answer.get("failure").is_some() => understood(parse, contact, &answer),
        _ => Outcome::Unconfirmed,
    }
}

fn understood(parse: fn(&str, usize) -> Option<Value>, contact: &Contact, answer: &Value) -> Outcome {
    let text = |name: &str| answer.get(name).and_then(Value::as_text).unwrap_or_default();
    if let Some(status) = answer.get("status").and_then(Value::as_number) {
        let is_json = text("type").to_ascii_lowercase().contains("json");
        let answer = Answer { status: status as u16, is_json, text: text("text").to_owned() };
        return outcome(contact, &answer, parse);
    }
    outcome_without_answer(match text("failure") {
        "offline" => NoAnswer::Offline,
        "timeout" => NoAnswer::Timeout,
        "blocked" => NoAnswer::BlockedByPolicy,
        "canceled" => NoAnswer::Canceled,
        _ => NoAnswer::Network,
    })
}
