//! The settings as a document to publish.

use assessment::json::Value;
use config::Setting;

use crate::{Design, check::is_folder, secret::without_secrets};

/// What a document has besides settings.
const NOT_SETTINGS: [&str; 2] = ["$schema", "version"];

/// Indented JSON that ends with a line break: the address of the schema, the version, and the settings in the order of the
/// table; unknown ones come last. Nothing that looks like a secret is in it.
///
/// Without a valid address of the files there is no `$schema`.
#[must_use]
pub fn document(design: &Design) -> String {
    written(design, settings(&without_secrets(design).settings))
}

/// The document for `frame.html`, which says that it is meant for frames.
pub(crate) fn document_for_frame(design: &Design) -> String {
    let mut settings = settings(&without_secrets(design).settings);
    settings.retain(|(name, _)| name != "frame");
    settings.push(("frame".to_owned(), true.into()));
    written(design, in_order(settings))
}

/// The settings in the order of the table. Unknown ones and duplicates are kept.
pub(crate) fn settings(settings: &Value) -> Vec<(String, Value)> {
    let entries = settings.entries().unwrap_or_default();
    in_order(entries.iter().filter(|(name, _)| !NOT_SETTINGS.contains(&name.as_str())).cloned().collect())
}

fn in_order(mut entries: Vec<(String, Value)>) -> Vec<(String, Value)> {
    let place = |name: &str| Setting::all().position(|setting| setting.key() == Some(name));
    entries.sort_by_key(|(name, _)| place(name).unwrap_or(usize::MAX));
    entries
}

fn written(design: &Design, settings: Vec<(String, Value)>) -> String {
    let mut entries = Vec::new();
    if is_folder(&design.files) {
        entries.push(("$schema".to_owned(), format!("{}support-fit.schema.json", design.files).into()));
    }
    entries.push(("version".to_owned(), 1.0.into()));
    entries.extend(settings);
    // A tree of texts and finite numbers can always be written. Only texts contain the character, and without it nothing can be
    // taken for markup.
    serde_json::to_string_pretty(&Value::Object(entries)).unwrap_or_default().replace('<', "\\u003c") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn design(settings: Value) -> Design {
        Design { settings, ..Design::new("https://widget.example/") }
    }

    #[test]
    fn settings_are_in_the_order_of_the_table_and_unknown_ones_last() {
        let settings = [("later", true.into()), ("theme", "dark".into()), ("providerName", "Marlow & Finch IT".into())];
        assert_eq!(
            document(&design(Value::object(settings))),
            "{\n  \"$schema\": \"https://widget.example/support-fit.schema.json\",\n  \"version\": 1,\n  \
             \"providerName\": \"Marlow & Finch IT\",\n  \"theme\": \"dark\",\n  \"later\": true\n}\n"
        );
    }

    #[test]
    fn no_secret_is_published() {
        let contact =
            Value::object([("receiver", "event".into()), ("extra", Value::object([("key", "sk_live_123456".into())]))]);
        let settings = Value::object([("contact", contact), ("token", "Bearer 12345678".into())]);
        let text = document(&design(settings));
        assert!(text.contains("\"extra\": {}") && !text.contains("sk_live") && !text.contains("Bearer"), "{text}");
    }

    #[test]
    fn the_document_for_frames_says_so() {
        assert!(document_for_frame(&design(Value::object([("frame", false.into())]))).contains("\"frame\": true"));
    }

    #[test]
    fn without_an_address_of_the_files_there_is_no_schema() {
        assert_eq!(document(&Design::new("")), "{\n  \"version\": 1\n}\n");
    }
}
