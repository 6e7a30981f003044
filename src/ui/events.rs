//! Every event of the application for the host page: its name and its detail. `src/embed/events.js` dispatches it. Those of
//! the contact module pass through.

use assessment::{Assessment, QuestionId, json::Value};

use config::Detail;

use session::{Event, View, answer_value};

use super::PublicEvent;

impl PublicEvent<'_> {
    /// The name without its prefix, and the detail. Unless the page asks for detailed events, the details of
    /// questions and answers are the step number and the screen only.
    #[must_use]
    pub fn named(&self, assessment: &Assessment, detail: Detail) -> (&'static str, Value) {
        let is_detailed = detail == Detail::Detailed;
        let at = |step: usize, question: QuestionId, position: usize, total: usize| {
            let question = Value::from(assessment.question(question).id);
            let more = [("question", question), ("position", Value::from(position)), ("total", Value::from(total))];
            [("step", Value::from(step))].into_iter().chain(more.into_iter().filter(move |_| is_detailed))
        };
        match self {
            Self::Visit(Event::Start) => ("start", object([])),
            Self::Visit(Event::Reset) => ("reset", object([])),
            Self::Visit(Event::QuestionShown { step, question, position, total }) => {
                ("question-shown", object(at(*step, *question, *position, *total)))
            }
            Self::Visit(Event::Answer { step, question, position, total, response }) => {
                let value = |response| answer_value(assessment.question(*question), response);
                let answer = is_detailed.then(|| ("answer", response.map_or(Value::Null, value)));
                ("answer", object(at(*step, *question, *position, *total).chain(answer)))
            }
            Self::Visit(Event::Progress { step, place }) => {
                let (screen, view) = (Value::from(place.screen()), Value::from(place.view().map(View::name)));
                ("progress", object([("step", Value::from(*step)), ("screen", screen), ("view", view)]))
            }
            Self::Result(summary) => ("result", part(summary, &["verdict", "leader", "isFull"], None)),
            Self::Export(format) => ("export", object([("format", Value::from(*format))])),
            Self::Share(method) => ("share", object([("method", Value::from(*method))])),
            Self::Contact(name, detail) => (*name, detail.clone()),
            Self::CallToAction { summary, url } => {
                ("cta", part(summary, &["verdict", "leader"], Some(("url", Value::from(*url)))))
            }
        }
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
