//! Decodes drafts. Unknown data is kept and reported, never dropped.

use super::{Draft, Expected, Problem, SCHEMA, UnreadParts, migrate::migrate, worksheet};
use crate::{Course, EntryCode, Place};
use assessment::{Assessment, Form, QuestionId, json::Value, text};
use decision::{
    response::{ChoiceSet, NOT_SURE, Priorities, REPORT, REPORT_VERSION, Rating, Response, ResponseSet},
    worksheet::Worksheet,
};

/// Maximum number of characters of a name in a document from elsewhere; ours have fewer.
const LONGEST_NAME: usize = 80;

/// Maximum number of characters of a string in a document from elsewhere; those of this version have 500.
const LONGEST_STRING: usize = 2_000;

/// A decoded draft, and the problems found in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    pub draft: Draft,
    /// What was not understood.
    pub problems: Vec<Problem>,
}

/// Reads a draft, a report, or bare answers: `{ "answers": {…}, "priorities": {…} }`. Without `code`, plan entries are kept
/// unread.
///
/// # Errors
/// If the document is not a draft, or comes from a later build.
pub fn decode(assessment: &Assessment, document: &Value, code: Option<&EntryCode>) -> Result<Decoded, Problem> {
    if document.entries().is_none() {
        return Err(Problem::with_value("$", document, Expected::Object));
    }
    let schema = match document.get("schema") {
        None => SCHEMA,
        Some(_) if is_report(document) => SCHEMA,
        Some(value) => match value.as_small_integer() {
            Some(schema) if (1..=SCHEMA).contains(&schema) => schema,
            _ => return Err(Problem::with_value("$.schema", value, Expected::KnownSchema)),
        },
    };
    let document = &migrate(document, schema);
    let mut reader = Reader { assessment, problems: Vec::new() };
    let string = |name: &str| document.get(name).and_then(Value::as_text).unwrap_or_default().to_owned();
    let is_true = |name: &str| matches!(document.get(name), Some(Value::Bool(true)));
    let first = Place::Question(assessment.quick.first().copied().unwrap_or(QuestionId(0)));
    let (mut responses, unrecognized) = reader.answers(document.get("answers"));
    let recheck = recheck(assessment, document, &mut responses);
    let place = reader.place("$.place", document.get("place"));
    let returns_to = reader.place("$.returns_to", document.get("returns_to"));
    let (course, priorities) = (reader.course(document.get("course")), reader.priorities(document.get("priorities")));
    let mut draft = Draft {
        content: string("content"),
        saved: string("saved"),
        // An unknown place falls back to the one it was opened from.
        place: place.or(returns_to).unwrap_or(first),
        returns_to: place.and(returns_to),
        course,
        asked: listed(assessment, document, "asked"),
        responses,
        priorities,
        recheck,
        opened: is_true("opened"),
        entered: is_true("entered"),
        unrecognized,
        worksheet: Worksheet::new(assessment),
        unread: UnreadParts::default(),
        raw_entries: worksheet::written(document),
    };
    let mut problems = reader.problems;
    if let Some(code) = code {
        draft.read_entries(assessment, code, &mut problems);
    }
    Ok(Decoded { draft, problems })
}

/// Like [`decode`], but requires an `answers` object: an imported document may be anything.
///
/// # Errors
/// As [`decode`], or if there is no `answers` object.
pub fn decode_whole(assessment: &Assessment, document: &Value, code: Option<&EntryCode>) -> Result<Decoded, Problem> {
    let answers = document.get("answers").unwrap_or(&Value::Null);
    match (document.entries(), answers.entries()) {
        (Some(_), None) => Err(Problem::with_value("$.answers", answers, Expected::Object)),
        _ => decode(assessment, document, code),
    }
}

/// Like [`decode_whole`], for a document that anyone may have sent. What this version does not know is kept and saved again, so
/// the rules of text apply to all names and strings there.
///
/// # Errors
/// As [`decode_whole`], or if one of them has hidden characters or is longer than any of ours.
pub fn decode_sent(assessment: &Assessment, document: &Value, code: Option<&EntryCode>) -> Result<Decoded, Problem> {
    for (name, part) in document.entries().unwrap_or_default() {
        if (name == "answers" || worksheet::NAMES.contains(&name.as_str()))
            && let Some(unsuitable) = unsuitable_text(part)
        {
            return Err(Problem::new(&["$.", name].concat(), unsuitable, Expected::Text));
        }
    }
    decode_whole(assessment, document, code)
}

/// The first name or string in a value that nobody could have entered.
fn unsuitable_text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(string) => {
            let is_suitable = string.is_empty() || text::lines(string, LONGEST_STRING).is_ok();
            (!is_suitable).then_some(string)
        }
        Value::List(parts) => parts.iter().find_map(unsuitable_text),
        Value::Object(entries) => entries.iter().find_map(|(name, value)| {
            if text::line(name, LONGEST_NAME).is_ok() { unsuitable_text(value) } else { Some(name) }
        }),
        _ => None,
    }
}

/// Whether the document is a report that this build can read. Version 1 has the same entries as drafts since schema 2.
#[must_use]
pub fn is_report(document: &Value) -> bool {
    let entry = |name| document.get("schema").and_then(|schema| schema.get(name));
    entry("name").and_then(Value::as_text) == Some(REPORT)
        && entry("version").and_then(Value::as_small_integer) == Some(REPORT_VERSION)
}

/// The questions that a list in the document names, as many as there are.
#[inline(never)]
fn listed(assessment: &Assessment, document: &Value, name: &str) -> Vec<QuestionId> {
    let names = document.get(name).and_then(Value::as_list).unwrap_or_default();
    let found = names.iter().filter_map(|name| assessment.find_question(name.as_text()?));
    found.take(assessment.questions.len()).collect()
}

/// The answered questions to look at again: those that have changed since the content that the document names, or those that
/// the document lists. In a multiple-choice question whose choices changed, "none of these" no longer counts as an answer.
fn recheck(assessment: &Assessment, document: &Value, responses: &mut ResponseSet) -> Vec<QuestionId> {
    let content = document.get("content").and_then(Value::as_text).unwrap_or_default();
    recheck_since(assessment, content, responses).unwrap_or_else(|| {
        let listed = listed(assessment, document, "recheck");
        responses.iter().map(|(id, _)| id).filter(|id| listed.contains(id)).collect()
    })
}

/// The answered questions that have changed since an earlier version; `None` if that version is unknown. An empty set of
/// choices of such a question becomes unanswered.
pub(crate) fn recheck_since(
    assessment: &Assessment,
    version: &str,
    responses: &mut ResponseSet,
) -> Option<Vec<QuestionId>> {
    let changed = assessment.changed_since.iter().find(|since| since.version == version)?.questions;
    for id in changed {
        if responses.get(*id) == Some(Response::Several(ChoiceSet::default())) {
            responses.set(*id, None);
        }
    }
    Some(responses.iter().map(|(id, _)| id).filter(|id| changed.contains(id)).collect())
}

struct Reader<'a> {
    assessment: &'a Assessment,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn place(&mut self, path: &str, place: Option<&Value>) -> Option<Place> {
        let place = place?;
        let name = |key| place.get(key).and_then(Value::as_text);
        let question = name("question").and_then(|id| self.assessment.find_question(id)).map(Place::Question);
        let screen = || name("screen").and_then(|screen| Place::named(screen, name("view")));
        let found = question.or_else(screen);
        if found.is_none() {
            self.problems.push(Problem::with_value(path, place, Expected::Place));
        }
        found
    }

    fn course(&mut self, course: Option<&Value>) -> Course {
        let Some(course) = course else { return Course::Quick };
        let known = [Course::Quick, Course::Full].into_iter().find(|c| course.as_text() == Some(c.code()));
        known.unwrap_or_else(|| {
            self.problems.push(Problem::with_value("$.course", course, Expected::Course));
            Course::Quick
        })
    }

    fn answers(&mut self, answers: Option<&Value>) -> (ResponseSet, Vec<(String, Value)>) {
        let mut responses = ResponseSet::new(self.assessment);
        let mut unrecognized = Vec::new();
        for (name, value) in self.object("$.answers", answers) {
            let path = format!("$.answers.{name}");
            let Some(id) = self.assessment.find_question(name) else {
                self.problems.push(Problem::new(&path, name, Expected::QuestionId));
                unrecognized.push((name.clone(), value.clone()));
                continue;
            };
            let (response, left) = self.response(&path, id, value);
            responses.set(id, response);
            unrecognized.extend(left.map(|value| (name.clone(), value)));
        }
        (responses, unrecognized)
    }

    /// Decodes a response. Returns also the part of the value that was not understood.
    fn response(&mut self, path: &str, id: QuestionId, value: &Value) -> (Option<Response>, Option<Value>) {
        let question = self.assessment.question(id);
        let expected = match question.form {
            Form::Single => Expected::OptionOf(id.index()),
            Form::Multi { .. } => Expected::ChoicesOf(id.index()),
        };
        match (value, question.form) {
            (Value::Null, _) => return (None, None),
            (Value::Text(text), _) if text.is_empty() => return (None, None),
            (Value::Text(text), _) if text == NOT_SURE => return (Some(Response::NotSure), None),
            (Value::Text(text), Form::Single) => {
                if let Some(option) = question.find_option(text) {
                    return (Some(Response::One(option)), None);
                }
            }
            (Value::List(parts), Form::Multi { choices, .. }) => {
                let mut ticked = ChoiceSet::default();
                let mut left = Vec::new();
                for (n, part) in parts.iter().enumerate() {
                    if let Some(choice) = choices.iter().position(|c| part.as_text() == Some(c.id)) {
                        ticked = ticked.with(choice, true);
                    } else {
                        self.problems.push(Problem::with_value(&format!("{path}[{n}]"), part, expected));
                        left.push(part.clone());
                    }
                }
                // A list with only unknown choices counts as unanswered; an empty one is "none of these".
                let answered = !ticked.is_empty() || left.is_empty();
                let left = (!left.is_empty()).then_some(Value::List(left));
                return (answered.then_some(Response::Several(ticked)), left);
            }
            _ => {}
        }
        self.problems.push(Problem::with_value(path, value, expected));
        (None, Some(value.clone()))
    }

    fn priorities(&mut self, ratings: Option<&Value>) -> Priorities {
        let mut priorities = Priorities::new(self.assessment);
        for (name, value) in self.object("$.priorities", ratings) {
            let path = format!("$.priorities.{name}");
            match (self.assessment.find_dimension(name), value.as_small_integer().and_then(Rating::from_number)) {
                (None, _) => {
                    self.problems.push(Problem::new(&path, name, Expected::DimensionId));
                }
                (_, None) => self.problems.push(Problem::with_value(&path, value, Expected::Rating)),
                (Some(dimension), Some(rating)) => {
                    priorities.set(dimension, rating);
                }
            }
        }
        priorities
    }

    fn object<'v>(&mut self, path: &str, value: Option<&'v Value>) -> &'v [(String, Value)] {
        match value {
            None => &[],
            Some(value) => value.entries().unwrap_or_else(|| {
                self.problems.push(Problem::with_value(path, value, Expected::Object));
                &[]
            }),
        }
    }
}
