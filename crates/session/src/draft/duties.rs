//! Who does what in drafts: only what the visitor changed or added.
//!
//! ```json
//! { "helpdesk": { "today": "both", "accountable": { "co_managed": "provider" }, "note": "Ask Kim" },
//!   "patch": { "name": "Updates", "hidden": true },
//!   "own1": { "name": "Phones", "today": "nobody" } }
//! ```

use super::{
    Expected,
    part::{ALL, Part, PartReader, Taken, Unread, expected, push, push_text},
};
use assessment::{Alternative, Assessment, FunctionId, Side, json::Value};
use decision::worksheet::{Doer, Duties, DutyChange, DutyEntry, DutyId, MOST_OWN_DUTIES};

/// Prefix of an own function's number: JavaScript would move a bare number to the front of the object.
const OWN: &str = "own";

/// The document to save; `None` if empty.
#[must_use]
pub fn encode_duties(assessment: &Assessment, duties: &Duties, unread: &Unread) -> Option<Value> {
    let mut rows = Vec::new();
    for (id, entry) in duties.iter() {
        push(&mut rows, &name(assessment, id), encode(assessment, entry));
    }
    unread.merged_with(Value::Object(rows))
}

fn encode(assessment: &Assessment, entry: &DutyEntry) -> Vec<(String, Value)> {
    let mut parts = Vec::new();
    push_text(&mut parts, "name", entry.name.as_deref().unwrap_or_default());
    if entry.hidden {
        parts.push(("hidden".to_owned(), Value::from(true)));
    }
    let mut sides = Vec::new();
    for (alternative, side) in Alternative::ALL.into_iter().zip(entry.accountable) {
        push_text(&mut sides, assessment.notes(alternative).id, side.map_or("", side_code));
    }
    push(&mut parts, "accountable", sides);
    push_text(&mut parts, "today", entry.today.map_or("", Doer::code));
    push_text(&mut parts, "note", &entry.note);
    parts
}

/// Decodes a part at a path. Unknown data is reported, and is written back by the next [`encode_duties`].
#[must_use]
pub fn decode_duties(assessment: &Assessment, path: &str, document: &Value) -> Part<Duties> {
    let mut duties = Duties::new(assessment);
    let mut reader = PartReader::new();
    let taken = reader.entries(path, document, &mut |reader, path, name, value| {
        match find(assessment, name).ok_or(Expected::FunctionId)? {
            DutyId::Own(number) => {
                // An own function needs a name.
                value.entries().ok_or(Expected::Object)?;
                let given = value.get("name").and_then(Value::as_text).ok_or(Expected::Text)?;
                duties.apply(DutyChange::AddAs(number, given.to_owned())).map_err(expected)?;
                let rest = row(reader, assessment, &mut duties, DutyId::Own(number), path, value)?;
                Ok(rest.of("name", given))
            }
            id => row(reader, assessment, &mut duties, id, path, value),
        }
    });
    reader.part(path, document, duties, taken)
}

/// Reads one row.
fn row(
    reader: &mut PartReader,
    assessment: &Assessment,
    duties: &mut Duties,
    id: DutyId,
    path: &str,
    value: &Value,
) -> Taken {
    reader.entries(path, value, &mut |reader, path, name, value| {
        let text = || value.as_text().map(str::to_owned).ok_or(Expected::Text);
        let change = match name {
            "name" => DutyChange::Rename(id, text()?),
            "note" => DutyChange::Note(id, text()?),
            "hidden" => {
                let Value::Bool(hidden) = value else { return Err(Expected::Flag) };
                DutyChange::Hide(id, *hidden)
            }
            "today" => {
                let is_doer = |doer: &Doer| value.as_text() == Some(doer.code());
                DutyChange::Today(id, Some(Doer::ALL.into_iter().find(is_doer).ok_or(Expected::Doer)?))
            }
            "accountable" => {
                return reader.entries(path, value, &mut |_, _, name, value| {
                    let is_model = |a: &Alternative| assessment.notes(*a).id == name;
                    let model = Alternative::ALL.into_iter().find(is_model).ok_or(Expected::KnownName)?;
                    let is_side = |side: &Side| value.as_text() == Some(side_code(*side));
                    let side = [Side::Internal, Side::Provider].into_iter().find(is_side).ok_or(Expected::Side)?;
                    duties.apply(DutyChange::Accountable(id, model, Some(side))).map_err(expected)?;
                    ALL
                });
            }
            _ => return Err(Expected::KnownName),
        };
        duties.apply(change).map_err(expected)?;
        ALL
    })
}

/// The name of a row in a draft.
fn name(assessment: &Assessment, id: DutyId) -> String {
    match id {
        DutyId::Standard(function) => assessment.functions[function.index()].id.to_owned(),
        DutyId::Own(number) => [OWN, &number.to_string()].concat(),
    }
}

/// The row with a name.
fn find(assessment: &Assessment, name: &str) -> Option<DutyId> {
    let standard = assessment.functions.iter().position(|function| function.id == name);
    let own = || (1..=MOST_OWN_DUTIES as u8).map(DutyId::Own).find(|id| self::name(assessment, *id) == name);
    standard.map(|n| DutyId::Standard(FunctionId::from_index(n))).or_else(own)
}

const fn side_code(side: Side) -> &'static str {
    match side {
        Side::Internal => "internal",
        Side::Provider => "provider",
    }
}
