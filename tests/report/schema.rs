//! A validator for the parts of JSON Schema, draft 2020-12, that the published schemas use. An unknown keyword fails the
//! test, so nothing in a schema is ignored.

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex},
};

use regex::Regex;
use serde_json::Value;

/// The published schema of a report.
pub fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/report.schema.json")).unwrap()
}

/// Every place where a report violates its schema.
pub fn problems(document: &Value) -> Vec<String> {
    violations(&schema(), document)
}

/// Every place where a document violates a schema.
pub fn violations(schema: &Value, document: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    check(schema, schema, document, "$", &mut problems);
    problems
}

fn check(root: &Value, schema: &Value, value: &Value, path: &str, problems: &mut Vec<String>) {
    let number = value.as_f64();
    let length = value.as_array().map(Vec::len);
    for (keyword, rule) in schema.as_object().unwrap() {
        let mut fails = |is_broken: bool| {
            if is_broken {
                problems.push(format!("{path}: {keyword}"));
            }
        };
        match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" | "patternErrorMessage" => {}
            // These are handled with `properties` and `items`.
            "additionalProperties" | "prefixItems" => {}
            "$ref" => check(root, root.pointer(&rule.as_str().unwrap()[1..]).unwrap(), value, path, problems),
            "type" => {
                let types: Vec<&Value> = rule.as_array().map_or_else(|| vec![rule], |types| types.iter().collect());
                fails(!types.iter().any(|name| is_of(value, name.as_str().unwrap())));
            }
            "const" => fails(value != rule),
            "enum" => fails(!rule.as_array().unwrap().contains(value)),
            "minimum" => fails(number.is_some_and(|n| n < rule.as_f64().unwrap())),
            "maximum" => fails(number.is_some_and(|n| n > rule.as_f64().unwrap())),
            "minLength" => {
                fails(value.as_str().is_some_and(|text| (text.chars().count() as u64) < rule.as_u64().unwrap()));
            }
            "maxLength" => {
                fails(value.as_str().is_some_and(|text| (text.chars().count() as u64) > rule.as_u64().unwrap()));
            }
            "pattern" => {
                fails(value.as_str().is_some_and(|text| !matches(rule.as_str().unwrap(), text)));
            }
            "minItems" => fails(length.is_some_and(|length| (length as u64) < rule.as_u64().unwrap())),
            "maxItems" => fails(length.is_some_and(|length| (length as u64) > rule.as_u64().unwrap())),
            "uniqueItems" => {
                let parts = value.as_array().map_or(&[][..], Vec::as_slice);
                fails(parts.iter().enumerate().any(|(n, part)| parts[..n].contains(part)));
            }
            "anyOf" | "oneOf" => {
                let held = rule.as_array().unwrap().iter().filter(|option| is_valid(root, option, value)).count();
                fails(held == 0 || keyword == "oneOf" && held > 1);
            }
            "required" => {
                let has = |name: &Value| value.get(name.as_str().unwrap()).is_some();
                fails(value.is_object() && !rule.as_array().unwrap().iter().all(has));
            }
            "maxProperties" => {
                let count = value.as_object().map(|entries| entries.len() as u64);
                fails(count.is_some_and(|count| count > rule.as_u64().unwrap()));
            }
            "allOf" => {
                for part in rule.as_array().unwrap() {
                    check(root, part, value, path, problems);
                }
            }
            "if" => {
                if is_valid(root, rule, value) {
                    check(root, &schema["then"], value, path, problems);
                }
            }
            "not" => fails(is_valid(root, rule, value)),
            "contains" => {
                fails(value.as_array().is_some_and(|parts| !parts.iter().any(|part| is_valid(root, rule, part))));
            }
            "properties" | "then" => {}
            "propertyNames" => {
                for (name, _) in value.as_object().into_iter().flatten() {
                    check(root, rule, &Value::from(name.as_str()), &format!("{path}.{name}"), problems);
                }
            }
            "items" => {
                for (n, part) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, part, &format!("{path}[{n}]"), problems);
                }
            }
            unknown => panic!("the schema uses `{unknown}`, which this test does not check"),
        }
    }
    parts(root, schema, value, path, problems);
}

fn is_valid(root: &Value, schema: &Value, value: &Value) -> bool {
    let mut problems = Vec::new();
    check(root, schema, value, "$", &mut problems);
    problems.is_empty()
}

/// Validates entries by name, other entries with `additionalProperties`, and array items by index.
fn parts(root: &Value, schema: &Value, value: &Value, path: &str, problems: &mut Vec<String>) {
    for (name, inner) in value.as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        match (schema.get("properties").and_then(|named| named.get(name)), schema.get("additionalProperties")) {
            (Some(rule), _) => check(root, rule, inner, &path, problems),
            (None, Some(Value::Bool(false))) => problems.push(format!("{path}: additionalProperties")),
            (None, Some(rule @ Value::Object(_))) => check(root, rule, inner, &path, problems),
            (None, _) => {}
        }
    }
    for (n, rule) in schema.get("prefixItems").and_then(Value::as_array).into_iter().flatten().enumerate() {
        if let Some(part) = value.get(n) {
            check(root, rule, part, &format!("{path}[{n}]"), problems);
        }
    }
}

/// Compiling a pattern takes much longer than matching it.
fn matches(pattern: &str, text: &str) -> bool {
    static COMPILED: LazyLock<Mutex<HashMap<String, Regex>>> = LazyLock::new(Mutex::default);
    let mut compiled = COMPILED.lock().unwrap();
    compiled.entry(pattern.to_owned()).or_insert_with(|| Regex::new(pattern).unwrap()).is_match(text)
}

fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|n| n.fract() == 0.0),
        unknown => panic!("the schema has the type `{unknown}`, which this test does not check"),
    }
}
