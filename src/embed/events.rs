//! What is told, as the names and details that the page around hears. `events.js` dispatches it.

use assessment::{Assessment, json::Value};

use config::{Config, Detail};

use session::{Event, answer_value};

use crate::ui::Told;

/// The name without its prefix, and the detail.
pub fn named(assessment: &Assessment, config: &Config, told: &Told<'_>) -> (&'static str, Value) {
    match told {
        Told::Did(Event::Start) => ("start", object([])),
        Told::Did(Event::Reset) => ("reset", object([])),
        Told::Did(Event::Answer { question, position, total, response }) => {
            let question = assessment.question(*question);
            // Without an answer unless the page has asked for it.
            let answer = (config.events == Detail::Detailed)
                .then(|| ("answer", response.map_or(Value::Null, |response| answer_value(question, response))));
            let counted = [
                ("question", Value::from(question.id)),
                ("position", Value::from(*position)),
                ("total", Value::from(*total)),
            ];
            ("answer", object(counted.into_iter().chain(answer)))
        }
        Told::Did(Event::Progress { answered, total, screen }) => (
            "progress",
            object([
                ("answered", Value::from(*answered)),
                ("total", Value::from(*total)),
                ("screen", Value::from(*screen)),
            ]),
        ),
        Told::Result(summary) => ("result", part(summary, &["verdict", "leader", "isFull"], None)),
        Told::Export(format) => ("export", object([("format", Value::from(*format))])),
        Told::Share(method) => ("share", object([("method", Value::from(*method))])),
        Told::CallToAction(summary) => {
            let url = config.cta_url.as_deref().map(|url| ("url", Value::from(url)));
            ("cta", part(summary, &["verdict", "leader"], url))
        }
        // These are for the element alone.
        Told::LinkSettled => ("link", Value::Null),
        Told::Print => ("print", Value::Null),
        Told::Draft(text) => ("draft", Value::from(*text)),
    }
}

fn object(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::Object(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Some entries of a summary, and one more.
fn part(summary: &Value, names: &[&'static str], more: Option<(&'static str, Value)>) -> Value {
    let chosen = names.iter().filter_map(|name| Some((*name, summary.get(name)?.clone())));
    object(chosen.chain(more))
}
