//! JSON, parsed and printed by the browser.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::prelude::*;

use assessment::json::{Codec, DEEPEST, Value};

#[wasm_bindgen(module = "/src/browser/json.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn stringify(value: &JsValue, indent: u32) -> Result<String, JsValue>;
}

pub const JSON_CODEC: Codec = Codec { parse, print };

/// Parses JSON of at most `longest` bytes; `None` if it is longer, invalid, or nested more than [`DEEPEST`] levels deep. Nothing
/// else parses JSON, so no text is parsed before its length is checked.
pub fn parse(text: &str, longest: usize) -> Option<Value> {
    if text.len() > longest {
        return None;
    }
    #[expect(clippy::disallowed_methods, reason = "the length was checked")]
    let parsed = JSON::parse(text).ok()?;
    from_js(&parsed)
}

/// Converts a JavaScript value to a tree; `None` if it is nested more than [`DEEPEST`] levels deep.
pub fn from_js(value: &JsValue) -> Option<Value> {
    tree(value, DEEPEST)
}

/// Serializes a tree, indented by `indent` spaces.
pub fn print(value: &Value, indent: u32) -> String {
    stringify(&to_js(value), indent).unwrap_or_default()
}

fn tree(value: &JsValue, levels: usize) -> Option<Value> {
    let inner = levels.checked_sub(1)?;
    if let Some(text) = value.as_string() {
        Some(Value::Text(text))
    } else if let Some(number) = value.as_f64() {
        Some(Value::Number(number))
    } else if let Some(flag) = value.as_bool() {
        Some(Value::Bool(flag))
    } else if value.is_null() {
        Some(Value::Null)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        list.iter().map(|part| tree(&part, inner)).collect::<Option<Vec<_>>>().map(Value::List)
    } else {
        let entries = Object::entries(value.unchecked_ref());
        let entry = |pair: JsValue| {
            let pair: Array = pair.unchecked_into();
            Some((pair.get(0).as_string()?, tree(&pair.get(1), inner)?))
        };
        entries.iter().map(entry).collect::<Option<Vec<_>>>().map(Value::Object)
    }
}

/// Converts a tree to a JavaScript value.
pub fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(flag) => JsValue::from(*flag),
        Value::Number(number) => JsValue::from(*number),
        Value::Text(text) => JsValue::from(text.as_str()),
        Value::List(parts) => parts.iter().map(to_js).collect::<Array>().into(),
        Value::Object(entries) => {
            let pairs: Array =
                entries.iter().map(|(name, value)| Array::of2(&JsValue::from(name.as_str()), &to_js(value))).collect();
            // Defines own properties, so that `__proto__` is a name like any other.
            Object::from_entries(&pairs).map_or(JsValue::NULL, JsValue::from)
        }
    }
}
