//! JSON by the browser's own parser and printer.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast as _, JsValue};

use assessment::json::{Codec, DEEPEST, Value};

/// What [`session`] parses and prints with.
pub const JSON_CODEC: Codec = Codec { parse, print };

/// The tree of a JSON text of at most `longest` bytes; none if it is longer, or not JSON, or nested too deeply for anything of
/// ours. The only way to a tree: nothing is parsed before its length is looked at.
#[must_use]
pub fn parse(text: &str, longest: usize) -> Option<Value> {
    if text.len() > longest {
        return None;
    }
    #[expect(clippy::disallowed_methods, reason = "the length was looked at")]
    let parsed = JSON::parse(text).ok()?;
    tree(&parsed, DEEPEST)
}

/// The text of a tree; indented for people when `indent` is above 0.
#[must_use]
pub fn print(value: &Value, indent: u32) -> String {
    let text = JSON::stringify_with_replacer_and_space(&to_js(value), &JsValue::NULL, &JsValue::from(indent));
    text.map(String::from).unwrap_or_default()
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
            let pair = Array::from(&pair);
            Some((pair.get(0).as_string()?, tree(&pair.get(1), inner)?))
        };
        entries.iter().map(entry).collect::<Option<Vec<_>>>().map(Value::Object)
    }
}

/// A tree as the value of JavaScript that it stands for.
#[must_use]
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
            // Defines own properties, so that a name like `__proto__` is a name like any other.
            Object::from_entries(&pairs).map_or(JsValue::NULL, JsValue::from)
        }
    }
}
