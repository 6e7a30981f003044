//! Drafts: the state saved on the device, as JSON with a schema version.
//!
//! ```json
//! { "schema": 3, "content": "1.2", "saved": "2026-11-22T08:30:00.000Z",
//!   "course": "full", "place": { "question": "answer" }, "returns_to": { "screen": "check" },
//!   "answers": { "cap": "lead", "signs": ["docs"], "load": "dk" }, "priorities": { "control": 3 },
//!   "recheck": ["fund"], "duties": { "helpdesk": { "today": "both" } }, "figures": { "users": [80, 90, 120] },
//!   "steps": { "steps": { "goals": { "done": true } } }, "scorecard": { "response": { "today": 8 } },
//!   "questions": { "questions": { "nights": { "ticked": true } } } }
//! ```
//!
//! On the result, `place` also names the view, unless that is the answer: `{ "screen": "result", "view": "cost" }`. A build that
//! does not know the view shows the answer.
//!
//! `asked` has the questions in the order asked, if the page orders them by what they would change (`order` in the settings).
//!
//! `recheck` names the answers given under an earlier content whose question has changed since and has not been opened
//! again; it is left out if there is none, and an older build ignores it. The same goes for `opened`, which is true while
//! answers from a link are unchanged: they are not this visitor's result. `entered` is true once plan entries next to them have
//! changed.
//!
//! The last five are present only if something was entered. Schema 2 did not have them, and a build that writes it would
//! drop them, hence schema 3. Earlier runs are saved separately, by [`encode_history`].
//!
//! A report (`docs/report.schema.json`) has the same entries, so it can be opened as a draft.

mod decode;
mod duties;
mod expected;
mod figures;
mod history;
mod migrate;
mod part;
mod questions;
mod scorecard;
mod steps;
mod worksheet;

pub use decision::response::answer_value;
pub(super) use decode::recheck_since;
pub use decode::{Decoded, decode, decode_sent, decode_whole, is_report};
pub use duties::{decode_duties, encode_duties};
pub use expected::{Expected, Problem};
pub use figures::{decode_figures, encode_figures};
pub use history::{decode_history, encode_history};
pub use part::{Part, Unread};
pub use questions::{decode_questions, encode_questions};
pub use scorecard::{decode_scorecard, encode_scorecard};
pub use steps::{decode_steps, encode_steps};
pub(super) use worksheet::as_object;
pub use worksheet::{UnreadParts, encode_worksheet, read_worksheet};

use super::{Course, EntryCode, Place, RawEntries, View};
use assessment::{Assessment, QuestionId, json::Value};
use decision::{
    response::{Priorities, ResponseSet, answer_entries, ratings_value},
    worksheet::Worksheet,
};

/// Maximum size in bytes of a draft, or of earlier results. With every entry at full length in four-byte characters, a
/// draft has half as many (`tests/hostile`).
pub const LONGEST_DRAFT: usize = 400_000;

/// The version that this build writes.
pub const SCHEMA: u8 = 3;

/// The saved state.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Version of the content under which it was saved.
    pub content: String,
    /// When it was saved, ISO 8601 in UTC, so it sorts by time.
    pub saved: String,
    /// Where the visitor was.
    pub place: Place,
    /// Where that place was opened from.
    pub returns_to: Option<Place>,
    /// The course.
    pub course: Course,
    /// The responses.
    pub responses: ResponseSet,
    /// The priorities.
    pub priorities: Priorities,
    /// The questions in the order asked, if that differs from the order of the content.
    pub asked: Vec<QuestionId>,
    /// Answered questions that have changed since they were answered, in the order asked.
    pub recheck: Vec<QuestionId>,
    /// Answers and priorities come from a link and are unchanged.
    pub opened: bool,
    /// Plan entries have changed since then.
    pub entered: bool,
    /// Entries of `answers` that this content does not know.
    pub unrecognized: Vec<(String, Value)>,
    /// The plan entries.
    pub worksheet: Worksheet,
    /// The parts of it that this content does not know.
    pub unread: UnreadParts,
    /// Plan entries that were not read yet; those before are empty then.
    pub raw_entries: RawEntries,
}

impl Draft {
    /// The document to save. Without `code` only the unread plan entries are written.
    #[must_use]
    pub fn encode(&self, assessment: &Assessment, code: Option<&EntryCode>) -> Value {
        let mut entries = vec![
            ("schema", Value::from(f64::from(SCHEMA))),
            ("content", Value::from(self.content.as_str())),
            ("saved", Value::from(self.saved.as_str())),
            ("course", Value::from(self.course.code())),
            ("place", place(assessment, self.place)),
        ];
        entries.extend(self.returns_to.map(|from| ("returns_to", place(assessment, from))));
        entries.push(("answers", self.answers(assessment)));
        entries.push(("priorities", ratings_value(assessment, &self.priorities)));
        for (name, questions) in [("asked", &self.asked), ("recheck", &self.recheck)] {
            if !questions.is_empty() {
                entries.push((name, questions.iter().map(|id| assessment.question(*id).id).collect()));
            }
        }
        let marks = [("opened", self.opened), ("entered", self.entered)];
        entries.extend(marks.into_iter().filter(|(_, is_set)| *is_set).map(|(name, _)| (name, Value::Bool(true))));
        let mut entries: Vec<(String, Value)> =
            entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        entries.extend(code.map(|code| (code.write)(assessment, &self.worksheet, &self.unread)).unwrap_or_default());
        entries.extend(self.raw_entries.iter().cloned());
        Value::Object(entries)
    }

    fn answers(&self, assessment: &Assessment) -> Value {
        let mut entries = answer_entries(assessment, &self.responses);
        let said = entries.len();
        for (name, value) in &self.unrecognized {
            // Only among known questions: a document may have tens of thousands of unknown ones.
            match (entries.iter_mut().take(said).find(|(n, _)| n == name), value) {
                // Only part of the list is known: append the rest. But not to "none of these", which was answered since and
                // would not be decoded again.
                (Some((_, Value::List(known))), Value::List(rest)) if !known.is_empty() => {
                    known.extend(rest.iter().cloned());
                }
                // Answered again since, so the new answer wins.
                (Some(_), _) => {}
                (None, _) => entries.push((name.clone(), value.clone())),
            }
        }
        Value::Object(entries)
    }
}

fn place(assessment: &Assessment, place: Place) -> Value {
    let (kind, name) = match place {
        Place::Question(id) => ("question", assessment.question(id).id),
        screen => ("screen", screen.screen()),
    };
    let view = place.view().filter(|view| *view != View::Answer).map(|view| ("view", view.name()));
    let entries = [(kind, name)].into_iter().chain(view);
    Value::Object(entries.map(|(name, value)| (name.to_owned(), Value::from(value))).collect())
}
