//! The questions to ask a provider, in drafts.
//!
//! ```json
//! { "providers": { "1": { "name": "Marlow & Finch IT", "answers": { "nights": { "text": "On call", "mark": "good" } } } },
//!   "questions": { "nights": { "ticked": true, "note": "Ask for the contract" } } }
//! ```
//!
//! A provider's key is its column, from 1, so that an unknown one does not move the others.

use super::{
    Expected,
    part::{ALL, Part, PartReader, Taken, Unread, expected, push, push_text},
};
use assessment::{Assessment, ChecklistId, json::Value};
use decision::worksheet::{MOST_PROVIDERS, Mark, QuestionChange, QuestionEntries};

/// The document to save; `None` if empty.
#[must_use]
pub fn encode_questions(assessment: &Assessment, entries: &QuestionEntries, unread: &Unread) -> Option<Value> {
    let id = |id: ChecklistId| assessment.checklist.get(id.index()).map_or("", |entry| entry.id);
    let (mut providers, mut questions) = (Vec::new(), Vec::new());
    for (place, name) in entries.providers() {
        let mut answers = Vec::new();
        for (question, entry) in entries.noted() {
            let answer = &entry.answers[place];
            let mut said = Vec::new();
            push_text(&mut said, "text", &answer.text);
            if answer.mark != Mark::NotAsked {
                push_text(&mut said, "mark", answer.mark.code());
            }
            push(&mut answers, id(*question), said);
        }
        let mut provider = Vec::new();
        push_text(&mut provider, "name", name);
        push(&mut provider, "answers", answers);
        push(&mut providers, &(place + 1).to_string(), provider);
    }
    for (question, entry) in entries.noted() {
        let mut noted = Vec::new();
        if entry.ticked {
            noted.push(("ticked".to_owned(), Value::from(true)));
        }
        push_text(&mut noted, "note", &entry.note);
        push(&mut questions, id(*question), noted);
    }
    let mut document = Vec::new();
    push(&mut document, "providers", providers);
    push(&mut document, "questions", questions);
    unread.merged_with(Value::Object(document))
}

/// Decodes a part at a path. Unknown data is reported, and is written back by the next [`encode_questions`].
#[must_use]
pub fn decode_questions(assessment: &Assessment, path: &str, document: &Value) -> Part<QuestionEntries> {
    let mut entries = QuestionEntries::default();
    let mut reader = PartReader::new();
    let taken = reader.entries(path, document, &mut |reader, path, name, value| match name {
        "providers" => reader.entries(path, value, &mut |reader, path, name, value| {
            let place = (0..MOST_PROVIDERS).find(|place| (place + 1).to_string() == name).ok_or(Expected::EntryId)?;
            provider(reader, assessment, &mut entries, place, path, value)
        }),
        "questions" => reader.entries(path, value, &mut |reader, path, name, value| {
            let id = assessment.find_checklist_entry(name).ok_or(Expected::EntryId)?;
            reader.entries(path, value, &mut |_, _, name, value| {
                let change = match (name, value) {
                    ("ticked", Value::Bool(ticked)) => QuestionChange::Tick(id, *ticked),
                    ("note", Value::Text(note)) => QuestionChange::Note(id, note.clone()),
                    ("ticked", _) => return Err(Expected::Flag),
                    ("note", _) => return Err(Expected::Text),
                    _ => return Err(Expected::KnownName),
                };
                entries.apply(assessment, change).map_err(expected)?;
                ALL
            })
        }),
        _ => Err(Expected::KnownName),
    });
    reader.part(path, document, entries, taken)
}

/// Reads a provider in its place.
fn provider(
    reader: &mut PartReader,
    assessment: &Assessment,
    entries: &mut QuestionEntries,
    place: usize,
    path: &str,
    value: &Value,
) -> Taken {
    value.entries().ok_or(Expected::Object)?;
    let name = value.get("name").and_then(Value::as_text).ok_or(Expected::Text)?;
    entries.apply(assessment, QuestionChange::PutProvider(place, name.to_owned())).map_err(expected)?;
    let rest = reader.entries(path, value, &mut |reader, path, name, value| match name {
        "name" => ALL,
        "answers" => reader.entries(path, value, &mut |reader, path, name, value| {
            let id = assessment.find_checklist_entry(name).ok_or(Expected::EntryId)?;
            reader.entries(path, value, &mut |_, _, name, value| {
                let change = match name {
                    "text" => {
                        let text = value.as_text().ok_or(Expected::Text)?;
                        QuestionChange::Answer(id, place, text.to_owned())
                    }
                    "mark" => {
                        let is_mark = |mark: &Mark| value.as_text() == Some(mark.code());
                        QuestionChange::Mark(id, place, Mark::ALL.into_iter().find(is_mark).ok_or(Expected::Mark)?)
                    }
                    _ => return Err(Expected::KnownName),
                };
                entries.apply(assessment, change).map_err(expected)?;
                ALL
            })
        }),
        _ => Err(Expected::KnownName),
    })?;
    Ok(rest.of("name", name))
}
