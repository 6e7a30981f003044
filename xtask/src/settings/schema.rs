//! The JSON Schema of a configuration, for editors. It is flat, without `$ref`, because older editors support little more.

use config::{
    Setting,
    documentation::{Condition, Entry, Format, NEEDED_FOR_NEWS, Object, Shape, secret},
};
use serde_json::{Map, Value, json};

/// The version of JSON Schema. The two documents differ only in `$schema`.
pub struct Draft {
    /// The name of the file in `docs` and `dist`.
    pub file: &'static str,
    uri: &'static str,
}

pub const DRAFTS: [Draft; 2] = [
    Draft { file: "support-fit.schema.json", uri: "https://json-schema.org/draft/2020-12/schema" },
    Draft { file: "support-fit.schema.draft-07.json", uri: "http://json-schema.org/draft-07/schema#" },
];

impl Draft {
    /// The text of the file.
    pub fn text(&self) -> String {
        format!("{:#}\n", self.schema())
    }

    fn schema(&self) -> Value {
        let mut properties = Map::new();
        properties.insert("$schema".to_owned(), json!({ "description": "The address of this schema, for editors." }));
        let version = json!({ "description": "The version of the format.", "enum": [1, null] });
        properties.insert("version".to_owned(), version);
        for setting in Setting::all() {
            if let Some(key) = setting.key() {
                properties.insert(key.to_owned(), property(setting));
            }
        }
        json!({
            "$schema": self.uri,
            "title": "Configuration of SupportFit, version 1",
            "description": "The settings of <support-fit>. All are optional, and null means that a setting is absent. \
                The application knows a little more: it refuses invisible characters, for example.",
            "type": "object",
            "additionalProperties": false,
            "properties": properties,
            "if": {
                "required": ["contact"],
                "properties": {
                    "contact": { "type": "object", "required": ["news"], "properties": { "news": { "const": true } } },
                },
            },
            "then": needs(&NEEDED_FOR_NEWS),
        })
    }
}

fn property(setting: Setting) -> Value {
    let documentation = setting.documentation();
    let mut property = json!({ "description": without_markup(&super::description(setting)) });
    match documentation.shape {
        Shape::Choice(words, _) => property["default"] = words[0].into(),
        Shape::Flag => property["default"] = false.into(),
        Shape::Text(_) | Shape::Number { .. } | Shape::List { .. } | Shape::Object(_) | Shape::Map { .. } => {}
    }
    let writer = Writer { is_open_to_secrets: setting != Setting::Contact };
    add(&mut property, writer.of(&documentation.shape, true));
    property
}

struct Writer {
    /// Whether texts may look like secrets.
    is_open_to_secrets: bool,
}

impl Writer {
    /// The schema of a value.
    fn of(&self, shape: &Shape, is_optional: bool) -> Value {
        let kind = |name: &str| if is_optional { json!([name, "null"]) } else { json!(name) };
        match shape {
            Shape::Text(format) => self.text(format, is_optional),
            Shape::Choice(words, meanings) => {
                let choice =
                    |(word, meaning): (&&str, &&str)| json!({ "const": word, "description": without_markup(meaning) });
                let null =
                    is_optional.then(|| json!({ "const": null, "description": "as if the setting were absent" }));
                json!({ "oneOf": words.iter().zip(*meanings).map(choice).chain(null).collect::<Vec<_>>() })
            }
            Shape::Flag => json!({ "type": kind("boolean") }),
            Shape::Number { least, most } => json!({ "type": kind("number"), "minimum": least, "maximum": most }),
            Shape::List { of: entry, least, most, with } => {
                let mut schema = json!({
                    "type": kind("array"),
                    "items": self.of(entry, false),
                    "minItems": least,
                    "maxItems": most,
                    "uniqueItems": true,
                });
                if !with.is_empty() {
                    let contains = |entry: &&str| json!({ "contains": { "const": entry } });
                    schema["allOf"] = with.iter().map(contains).collect();
                }
                schema
            }
            Shape::Object(object) => {
                let mut schema = json!({ "type": kind("object"), "additionalProperties": false });
                add(&mut schema, self.entries(object));
                schema
            }
            Shape::Map { known, names, of, most } => {
                let mut schema = json!({
                    "type": kind("object"),
                    "propertyNames": { "pattern": names.pattern },
                    "additionalProperties": self.text(of, true),
                });
                if !known.is_empty() {
                    schema["properties"] = known.iter().map(|name| ((*name).to_owned(), self.text(of, true))).collect();
                }
                if let Some(most) = most {
                    schema["maxProperties"] = (*most).into();
                }
                schema
            }
        }
    }

    fn text(&self, format: &Format, is_optional: bool) -> Value {
        let kind = if is_optional { json!(["string", "null"]) } else { json!("string") };
        let mut schema = json!({ "type": kind });
        add(&mut schema, string(format));
        if !self.is_open_to_secrets {
            schema["not"] = json!({ "type": "string", "pattern": secret() });
        }
        schema
    }

    fn entries(&self, object: &Object) -> Value {
        let mut properties = Map::new();
        for entry in object.entries {
            properties.insert(entry.name.to_owned(), self.entry(entry));
        }
        let required: Vec<&str> =
            object.entries.iter().filter(|entry| entry.is_required).map(|entry| entry.name).collect();
        let mut schema = json!({ "properties": properties });
        if !required.is_empty() {
            schema["required"] = required.into();
        }
        let conditions: Vec<Value> = object.conditions.iter().map(condition).collect();
        if !conditions.is_empty() {
            schema["allOf"] = conditions.into();
        }
        schema
    }

    fn entry(&self, entry: &Entry) -> Value {
        let mut schema = json!({ "description": without_markup(&super::description_of_entry(entry)) });
        match entry.shape {
            Shape::Choice(words, _) if !entry.is_required => schema["default"] = words[0].into(),
            Shape::Flag => schema["default"] = false.into(),
            _ => {}
        }
        add(&mut schema, self.of(&entry.shape, !entry.is_required));
        schema
    }
}

fn condition(condition: &Condition) -> Value {
    let is = |entry: &str, value: Value| json!({ "required": [entry], "properties": { entry: value } });
    match condition {
        Condition::Needs { entry, values, needs: others } => {
            json!({ "if": is(entry, json!({ "enum": values })), "then": needs(others) })
        }
        Condition::TrueNeeds { entry, needs: others } => {
            json!({ "if": is(entry, json!({ "const": true })), "then": needs(others) })
        }
        Condition::Contains { entry, one_of } => {
            let contains = json!({ "type": "array", "contains": { "enum": one_of } });
            json!({ "properties": { (*entry): { "anyOf": [{ "type": "null" }, contains] } } })
        }
        Condition::Never { entry, pattern } => {
            json!({ "properties": { (*entry): { "not": { "type": "string", "pattern": pattern } } } })
        }
    }
}

/// Entries that have to be there, and not `null`.
fn needs(names: &[&str]) -> Value {
    let properties: Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), json!({ "not": { "type": "null" } }))).collect();
    json!({ "required": names, "properties": properties })
}

fn string(format: &Format) -> Value {
    if format.pattern.is_empty() {
        return json!({ "maxLength": format.most });
    }
    let mut schema = json!({ "pattern": format.pattern });
    if let Some(most) = format.most {
        schema["maxLength"] = most.into();
    }
    // For VS Code, which would show the pattern.
    schema["patternErrorMessage"] = format!("Expected {}.", format.expected.text()).into();
    schema
}

fn add(schema: &mut Value, others: Value) {
    if let (Value::Object(schema), Value::Object(others)) = (schema, others) {
        schema.extend(others);
    }
}

/// Editors show descriptions as plain text.
fn without_markup(text: &str) -> String {
    text.replace('`', "")
}
