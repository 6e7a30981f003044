//! The names and details of the events for the host page. `events.js` dispatches them.

use assessment::{Assessment, json::Value};

use config::{Config, Detail};

use session::{Event, answer_value};

use crate::ui::PublicEvent;

/// The name without its prefix, and the detail.
pub fn named(assessment: &Assessment, config: &Config, event: &PublicEvent<'_>) -> (&'static str, Value) {
    match event {
        PublicEvent::Visit(Event::Start) => ("start", object([])),
        PublicEvent::Visit(Event::Reset) => ("reset", object([])),
        PublicEvent::Visit(Event::Answer { question, position, total, response }) => {
            let question = assessment.question(*question);
            // The answer itself is only for pages that ask for it.
            let answer = (config.events == Detail::Detailed)
                .then(|| ("answer", response.map_or(Value::Null, |response| answer_value(question, response))));
            let counted = [
                ("question", Value::from(question.id)),
                ("position", Value::from(*position)),
                ("total", Value::from(*total)),
            ];
            ("answer", object(counted.into_iter().chain(answer)))
        }
        PublicEvent::Visit(Event::Progress { answered, total, screen }) => (
            "progress",
            object([
                ("answered", Value::from(*answered)),
                ("total", Value::from(*total)),
                ("screen", Value::from(*screen)),
            ]),
        ),
        PublicEvent::Result(summary) => ("result", part(summary, &["verdict", "leader", "isFull"], None)),
        PublicEvent::Export(format) => ("export", object([("format", Value::from(*format))])),
        PublicEvent::Share(method) => ("share", object([("method", Value::from(*method))])),
        PublicEvent::CallToAction(summary) => {
            let url = config.cta_url.as_deref().map(|url| ("url", Value::from(url)));
            ("cta", part(summary, &["verdict", "leader"], url))
        }
    }
}

fn object(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::Object(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Selected entries of a summary, and one more.
fn part(summary: &Value, names: &[&'static str], more: Option<(&'static str, Value)>) -> Value {
    let chosen = names.iter().filter_map(|name| Some((*name, summary.get(name)?.clone())));
    object(chosen.chain(more))
}
