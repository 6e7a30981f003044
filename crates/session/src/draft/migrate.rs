//! Migrates older drafts, step by step, to the current schema. A step uses the names of its time, never today's.

use assessment::json::Value;

/// The document in the current schema. Unknown versions were refused before.
pub(super) fn migrate(document: &Value, schema: u8) -> Value {
    match schema {
        1 => place_by_question(document),
        // Schema 3 added entries and changed none.
        _ => document.clone(),
    }
}

/// Schema 1 stored the place as a position in the quick check; schema 2 stores the question.
fn place_by_question(document: &Value) -> Value {
    const QUICK: [&str; 7] = ["cap", "load", "fund", "answer", "decide", "pace", "skills"];
    let entries = document.entries().unwrap_or_default().iter().map(|(name, value)| {
        if name != "at" {
            return (name.clone(), value.clone());
        }
        let place = match value.as_small_integer().map(usize::from) {
            Some(n) if n == QUICK.len() => Value::object([("screen", Value::from("result"))]),
            Some(n) if n < QUICK.len() => Value::object([("question", Value::from(QUICK[n]))]),
            _ => value.clone(),
        };
        ("place".to_owned(), place)
    });
    Value::Object(entries.collect())
}
