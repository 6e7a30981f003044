//! Compares JSON trees within the tolerances of the method: exact parts 1e-9, shares 1e-3, index ranges 0.01.
#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::{Assessment, json::Value};

use decision::evaluation::Evaluation;

use session::{self, Draft, ENTRY_CODE};

/// Reads a vector file.
pub fn cases(text: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(text).unwrap();
    document.get("cases").and_then(Value::as_list).unwrap().to_vec()
}

/// The open organizations: answers, priorities and expectations.
pub fn organizations() -> Vec<Value> {
    let document: Value = serde_json::from_str(include_str!("../vectors/organizations.json")).unwrap();
    document.get("personas").and_then(Value::as_list).unwrap().to_vec()
}

/// The answers of a case, decoded like a draft.
pub fn draft(case: &Value) -> Draft {
    session::decode(Assessment::standard(), case, Some(&ENTRY_CODE)).unwrap().draft
}

/// The evaluation of a case.
pub fn evaluation(case: &Value) -> Evaluation {
    let draft = draft(case);
    Evaluation::of(Assessment::standard(), &draft.responses, &draft.priorities)
}

/// The name of a case in messages.
pub fn name(case: &Value, n: usize) -> String {
    let text = |key| case.get(key).and_then(Value::as_text).map(str::to_owned);
    text("id").or_else(|| text("name")).unwrap_or_else(|| format!("case {n}"))
}

/// Every difference between the expected and the actual tree; extra entries in the actual tree do not count.
pub fn differences(expected: &Value, actual: Option<&Value>, path: &str) -> Vec<String> {
    let Some(actual) = actual else { return vec![format!("{path}: nothing came out")] };
    match (expected, actual) {
        (Value::Object(entries), Value::Object(_)) => {
            entries.iter().flat_map(|(name, e)| differences(e, actual.get(name), &format!("{path}.{name}"))).collect()
        }
        (Value::List(e), Value::List(a)) if e.len() == a.len() => e
            .iter()
            .zip(a)
            .enumerate()
            .flat_map(|(n, (e, a))| differences(e, Some(a), &format!("{path}[{n}]")))
            .collect(),
        (Value::Number(e), Value::Number(a)) if (e - a).abs() <= tolerance(path, *e) => Vec::new(),
        _ if expected == actual => Vec::new(),
        _ => vec![format!("{path}: expected {expected:?}, not {actual:?}")],
    }
}

fn tolerance(path: &str, expected: f64) -> f64 {
    const SAMPLED: [&str; 6] =
        ["first_share", "rank_acceptability", "pairwise", "central_weight_when_first", "regret", "cheapest_share"];
    if path.contains("index_range") {
        0.01
    } else if SAMPLED.iter().any(|part| path.contains(part)) {
        1e-3
    } else if path.contains("p10_p50_p90") {
        1e-6 * expected.abs()
    } else if path.contains("likely") || path.contains("tornado") {
        1e-6
    } else {
        1e-9
    }
}

/// Panics with all differences.
pub fn assert_none(differences: &[String], case: &str) {
    assert!(differences.is_empty(), "{case}:\n{}", differences.join("\n"));
}

/// The entries of an object that are in `names`.
pub fn only(value: &Value, names: &[&str]) -> Value {
    let entries = value.entries().unwrap().iter().filter(|(name, _)| names.contains(&name.as_str()));
    Value::Object(entries.cloned().collect())
}

/// The entries of an object that are not in `names`.
pub fn without(value: &Value, names: &[&str]) -> Value {
    let entries = value.entries().unwrap().iter().filter(|(name, _)| !names.contains(&name.as_str()));
    Value::Object(entries.cloned().collect())
}
