//! Drafts: what is kept on the device, as JSON with a schema version.
//!
//! ```json
//! { "schema": 2, "content": "1.1", "saved": "2026-11-22T08:30:00.000Z",
//!   "course": "full", "place": { "question": "answer" }, "returns_to": { "screen": "check" },
//!   "answers": { "cap": "lead", "signs": ["docs"], "load": "dk" }, "priorities": { "control": 3 } }
//! ```

mod decode;
mod migrate;

pub use decode::{Decoded, decode, decode_whole};

use super::{Course, Place};
use crate::{
    assessment::{Assessment, DimensionId, Question},
    json::Value,
    response::{Priorities, Response, ResponseSet},
};

/// The version that this build writes.
pub const SCHEMA: u8 = 2;

/// How "not sure" is written.
pub(super) const NOT_SURE: &str = "dk";

/// What is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Version of the content under which it was saved.
    pub content: String,
    /// When it was saved, ISO 8601 in UTC.
    pub saved: String,
    /// Where the visitor was.
    pub place: Place,
    /// Where that place was opened from.
    pub returns_to: Option<Place>,
    /// How far the visitor goes.
    pub course: Course,
    /// What was said.
    pub responses: ResponseSet,
    /// What matters.
    pub priorities: Priorities,
    /// Entries of `answers` that this content does not know.
    pub unrecognized: Vec<(String, Value)>,
}

impl Draft {
    /// The document to keep.
    #[must_use]
    pub fn encode(&self, assessment: &Assessment) -> Value {
        let mut entries = vec![
            ("schema", Value::from(f64::from(SCHEMA))),
            ("content", Value::from(self.content.as_str())),
            ("saved", Value::from(self.saved.as_str())),
            ("course", Value::from(self.course.code())),
            ("place", place(assessment, self.place)),
        ];
        entries.extend(self.returns_to.map(|from| ("returns_to", place(assessment, from))));
        entries.push(("answers", self.answers(assessment)));
        entries.push(("priorities", self.ratings(assessment)));
        Value::Object(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    fn answers(&self, assessment: &Assessment) -> Value {
        let mut entries: Vec<(String, Value)> = self
            .responses
            .iter()
            .map(|(id, response)| {
                (assessment.question(id).id.to_owned(), answer_value(assessment.question(id), response))
            })
            .collect();
        for (name, value) in &self.unrecognized {
            match (entries.iter_mut().find(|(n, _)| n == name), value) {
                // A list of which only a part is known: the rest goes back behind it. Not behind "none of these", which was
                // answered since and would not be read again.
                (Some((_, Value::List(known))), Value::List(rest)) if !known.is_empty() => {
                    known.extend(rest.iter().cloned());
                }
                // Answered anew since; the new answer counts.
                (Some(_), _) => {}
                (None, _) => entries.push((name.clone(), value.clone())),
            }
        }
        Value::Object(entries)
    }

    /// The ratings that are not the default.
    fn ratings(&self, assessment: &Assessment) -> Value {
        let default = Priorities::new(assessment);
        let rated = assessment.dimensions.iter().enumerate().filter_map(|(n, dimension)| {
            let id = DimensionId::from_index(n);
            let rating = self.priorities.get(id);
            (rating != default.get(id)).then(|| (dimension.id.to_owned(), Value::from(f64::from(rating.number()))))
        });
        Value::Object(rated.collect())
    }
}

fn place(assessment: &Assessment, place: Place) -> Value {
    let (kind, name) = match place {
        Place::Question(id) => ("question", assessment.question(id).id),
        screen => ("screen", Place::SCREENS.iter().find(|(place, _)| *place == screen).map_or("", |(_, name)| name)),
    };
    Value::object([(kind, Value::from(name))])
}

/// A response as drafts write it.
#[must_use]
pub fn answer_value(question: &Question, response: Response) -> Value {
    match response {
        Response::NotSure => Value::from(NOT_SURE),
        Response::One(option) => Value::from(question.options[option.index()].id),
        Response::Several(ticked) => {
            question.choices().iter().enumerate().filter(|(n, _)| ticked.contains(*n)).map(|(_, c)| c.id).collect()
        }
    }
}
