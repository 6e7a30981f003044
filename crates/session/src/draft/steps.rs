//! The roadmap in drafts.
//!
//! ```json
//! { "start": "2026-12-01",
//!   "steps": { "goals": { "done": true, "date": "2027-01-15", "owner": "Ana" } },
//!   "own": { "1": { "text": "Move the server room", "from": 2, "to": 4, "done": true } } }
//! ```
//!
//! `origin` is the date that was entered first, if that is not the start ([`StepEntries::origin`]).

use super::{
    Expected,
    part::{ALL, Part, PartReader, Taken, Unread, date, expected, push, push_date, push_text},
};
use assessment::{Assessment, StepId, json::Value};
use decision::worksheet::{StepChange, StepEntries, StepKey};

/// The document to save; `None` if empty.
#[must_use]
pub fn encode_steps(assessment: &Assessment, entries: &StepEntries, unread: &Unread) -> Option<Value> {
    let (mut suggested, mut own) = (Vec::new(), Vec::new());
    for (n, step) in assessment.roadmap.steps.iter().enumerate() {
        let mut entry = Vec::new();
        fields(&mut entry, entries, StepKey::Suggested(StepId::from_index(n)));
        push(&mut suggested, step.id, entry);
    }
    for step in entries.own() {
        let mut entry = Vec::new();
        push_text(&mut entry, "text", &step.text);
        for (name, month) in [("from", step.from_month), ("to", step.to_month)] {
            entry.push((name.to_owned(), Value::from(usize::from(month))));
        }
        fields(&mut entry, entries, StepKey::Own(step.number));
        push(&mut own, &step.number.to_string(), entry);
    }
    let mut document = Vec::new();
    push_date(&mut document, "start", entries.start());
    push_date(&mut document, "origin", entries.origin().filter(|_| entries.origin() != entries.start()));
    push(&mut document, "steps", suggested);
    push(&mut document, "own", own);
    unread.merged_with(Value::Object(document))
}

/// The fields that every step has.
fn fields(document: &mut Vec<(String, Value)>, entries: &StepEntries, key: StepKey) {
    let Some(entry) = entries.get(key) else { return };
    if entry.done {
        document.push(("done".to_owned(), Value::from(true)));
    }
    push_date(document, "date", entry.date);
    push_text(document, "owner", &entry.owner);
}

/// Decodes a part at a path. Unknown data is reported, and is written back by the next [`encode_steps`].
#[must_use]
pub fn decode_steps(assessment: &Assessment, path: &str, document: &Value) -> Part<StepEntries> {
    let mut entries = StepEntries::default();
    let mut reader = PartReader::new();
    // Before the other dates, whatever the order in the document: the origin is the first date of the entries.
    let origin = document.get("origin").and_then(|value| date(value).ok());
    for start in [origin, None] {
        let _ = entries.apply(assessment, StepChange::Start(start));
    }
    let taken = reader.entries(path, document, &mut |reader, path, name, value| match name {
        "origin" => date(value).and(ALL),
        "start" => {
            let start = date(value)?;
            entries.apply(assessment, StepChange::Start(Some(start))).map_err(expected)?;
            ALL
        }
        "steps" => reader.entries(path, value, &mut |reader, path, name, value| {
            let id = assessment.find_step(name).ok_or(Expected::EntryId)?;
            reader.entries(path, value, &mut |_, _, name, value| {
                field(assessment, &mut entries, StepKey::Suggested(id), name, value)
            })
        }),
        "own" => reader.entries(path, value, &mut |reader, path, name, value| {
            let number: u8 = name.parse().map_err(|_| Expected::EntryId)?;
            // "01" would come back as "1".
            if number.to_string() != name {
                return Err(Expected::EntryId);
            }
            value.entries().ok_or(Expected::Object)?;
            let text = value.get("text").and_then(Value::as_text).ok_or(Expected::Text)?;
            let month = |name| value.get(name).and_then(Value::as_small_integer).ok_or(Expected::Months);
            let change = StepChange::Own(Some(number), text.to_owned(), [month("from")?, month("to")?]);
            entries.apply(assessment, change).map_err(expected)?;
            let rest = reader.entries(path, value, &mut |_, _, name, value| match name {
                "text" | "from" | "to" => ALL,
                _ => field(assessment, &mut entries, StepKey::Own(number), name, value),
            })?;
            Ok(rest.of("text", text))
        }),
        _ => Err(Expected::KnownName),
    });
    reader.part(path, document, entries, taken)
}

/// Reads a field that every step has.
fn field(assessment: &Assessment, entries: &mut StepEntries, key: StepKey, name: &str, value: &Value) -> Taken {
    let change = match (name, value) {
        ("done", Value::Bool(done)) => StepChange::Done(key, *done),
        ("date", value) => StepChange::Date(key, Some(date(value)?)),
        ("owner", Value::Text(owner)) => StepChange::Owner(key, owner.clone()),
        ("done", _) => return Err(Expected::Flag),
        ("owner", _) => return Err(Expected::Text),
        _ => return Err(Expected::KnownName),
    };
    entries.apply(assessment, change).map_err(expected)?;
    ALL
}
