//! What looks like a secret leaves the studio by no way: no file, no snippet, no link, no draft.

use assessment::json::Value;
use config::documentation::is_secret;

use crate::{
    Design,
    check::{Problem, secret_at},
    path::Path,
};

/// The setting whose secrets the reader of settings reports itself.
const CONTACT: &str = "contact";

/// The setting with pictures, whose letters are random.
const LOGO: &str = "logo";

/// The design without texts that look like access tokens or keys. [`check_design`](crate::check_design) reports them.
#[must_use]
pub fn without_secrets(design: &Design) -> Design {
    let mut design = design.clone();
    if let Value::Object(entries) = design.settings {
        design.settings = without(entries, &|name| name != LOGO);
    }
    design.styles.retain(|_, value| !is_secret(value));
    let Design { files, file, fallback, fallback_label, fallback_url, loading, .. } = &mut design;
    for text in [files, file, fallback, fallback_label, fallback_url, loading] {
        if is_secret(text) {
            text.clear();
        }
    }
    design
}

/// An object without secrets in entries that are to be looked at.
fn without(entries: Vec<(String, Value)>, is_checked: &dyn Fn(&str) -> bool) -> Value {
    let keep = |(name, value): (String, Value)| match value {
        _ if is_secret(&name) => None,
        value if is_checked(&name) => strip(value).map(|value| (name, value)),
        value => Some((name, value)),
    };
    Value::Object(entries.into_iter().filter_map(keep).collect())
}

/// The value without secrets. `None` if it is one.
fn strip(value: Value) -> Option<Value> {
    match value {
        Value::Text(text) if is_secret(&text) => None,
        Value::List(parts) => Some(Value::List(parts.into_iter().filter_map(strip).collect())),
        Value::Object(entries) => Some(without(entries, &|_| true)),
        value => Some(value),
    }
}

/// The problems that the reader of settings does not report.
pub(crate) fn outside_contact(design: &Design) -> Vec<Problem> {
    let mut paths = Vec::new();
    let entries = design.settings.entries().unwrap_or_default();
    for (name, value) in entries.iter().filter(|(name, _)| name != CONTACT && name != LOGO) {
        let path = Path::default().name(name);
        if is_secret(name) {
            paths.push(path.to_string());
        } else {
            add_places(&mut paths, &path, value);
        }
    }
    let texts = [
        ("files", &design.files),
        ("file", &design.file),
        ("fallback", &design.fallback),
        ("fallbackLabel", &design.fallback_label),
        ("fallbackUrl", &design.fallback_url),
    ];
    paths.extend(texts.iter().filter(|(_, text)| is_secret(text)).map(|(path, _)| (*path).to_owned()));
    paths.iter().map(|path| secret_at(path)).collect()
}

fn add_places(paths: &mut Vec<String>, path: &Path, value: &Value) {
    match value {
        Value::Text(text) if is_secret(text) => paths.push(path.to_string()),
        Value::List(parts) => parts.iter().enumerate().for_each(|(n, part)| add_places(paths, &path.index(n), part)),
        Value::Object(entries) => entries.iter().for_each(|(name, part)| add_places(paths, &path.name(name), part)),
        _ => {}
    }
}
