//! The JSON Schema of a configuration, for editors. It is flat, without `$ref`, because older editors support little more.

use config::{
    Setting,
    documentation::{Format, MOST_ENTRIES, Shape},
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
        })
    }
}

fn property(setting: Setting) -> Value {
    let documentation = setting.documentation();
    let mut property = json!({ "description": without_markup(&super::description(setting)) });
    match documentation.shape {
        Shape::Choice(words, _) => property["default"] = words[0].into(),
        Shape::Flag => property["default"] = false.into(),
        Shape::Text(_) | Shape::List { .. } => {}
    }
    add(&mut property, of(&documentation.shape, true));
    property
}

/// The schema of a value.
fn of(shape: &Shape, is_optional: bool) -> Value {
    let kind = |name: &str| if is_optional { json!([name, "null"]) } else { json!(name) };
    match shape {
        Shape::Text(format) => {
            let mut schema = json!({ "type": kind("string") });
            add(&mut schema, string(format));
            schema
        }
        Shape::Choice(words, meanings) => {
            let choice =
                |(word, meaning): (&&str, &&str)| json!({ "const": word, "description": without_markup(meaning) });
            let null = is_optional.then(|| json!({ "const": null, "description": "as if the setting were absent" }));
            json!({ "oneOf": words.iter().zip(*meanings).map(choice).chain(null).collect::<Vec<_>>() })
        }
        Shape::Flag => json!({ "type": kind("boolean") }),
        Shape::List { of: entry, least } => json!({
            "type": kind("array"),
            "items": of(entry, false),
            "minItems": least,
            "maxItems": MOST_ENTRIES,
            "uniqueItems": true,
        }),
    }
}

fn string(format: &Format) -> Value {
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
