//! The reader and the published schema agree.

use std::sync::LazyLock;

use assessment::{json::Value, text::is_unseen};
use config::{Setting, Settings};
use proptest::{prelude::*, sample::select};

use super::{
    generated::{anything, right, right_document, runs, texts_of},
    schema::violations,
};

/// The published schema of configurations.
static SCHEMA: LazyLock<serde_json::Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../docs/support-fit.schema.json")).unwrap());

fn is_valid_by_schema(document: &Value) -> bool {
    violations(&SCHEMA, &serde_json::to_value(document).unwrap()).is_empty()
}

proptest! {
    #![proptest_config(runs(2_048))]

    #[test]
    fn the_schema_accepts_every_valid_document(document in right_document()) {
        prop_assert!(is_valid_by_schema(&document), "{:?}", document);
    }

    #[test]
    fn reader_and_schema_agree_on_every_value_without_spaces_and_invisible_characters(
        (setting, value) in setting_and_value(),
    ) {
        let Some(key) = setting.key() else { return Ok(()) };
        let document = Value::object([(key, value)]);
        let problems = Settings::read(Some(&document), &[]).1;
        prop_assert_eq!(problems.is_empty(), is_valid_by_schema(&document), "{:?} {:?}", document, problems);
    }
}

/// A setting and a value for it or for any other, of characters whose meaning does not depend on the reader.
fn setting_and_value() -> impl Strategy<Value = (Setting, Value)> {
    let all: Vec<Setting> = Setting::all().collect();
    let pair = (select(all.clone()), select(all)).prop_flat_map(|(setting, other)| {
        let value = prop_oneof![
            3 => right(setting),
            6 => edited(setting),
            3 => edited(setting).prop_map(|value| Value::List(vec![value])),
            1 => right(other),
            1 => anything(),
        ];
        value.prop_map(move |value| (setting, value))
    });
    pair.prop_filter("is only for the reader", |(_, value)| is_plain(value))
}

/// A value that a setting accepts, with a character more, less or changed in one of its texts, often at an end.
fn edited(setting: Setting) -> impl Strategy<Value = Value> {
    let characters: Vec<char> = "0a-_.:/@$#?[]\\ é".chars().collect();
    let place = prop_oneof![Just(0), Just(usize::MAX), 0..12_usize];
    let edit = (any::<prop::sample::Index>(), place, 0..3_usize, select(characters));
    (right(setting), edit).prop_map(|(mut value, (which, place, edit, character))| {
        let mut texts = texts_of(&mut value);
        if !texts.is_empty() {
            let text = which.get_mut(&mut texts);
            let mut characters: Vec<char> = text.chars().collect();
            let at = place.min(characters.len());
            let end = characters.len().min(at + usize::from(edit > 0));
            characters.splice(at..end, (edit < 2).then_some(character));
            **text = characters.into_iter().collect();
        }
        value
    })
}

fn is_plain(value: &Value) -> bool {
    match value {
        Value::Text(text) => {
            text.trim() == text && !text.chars().any(|c| c.is_whitespace() && c != ' ' || is_unseen(c))
        }
        Value::List(parts) => parts.iter().all(is_plain),
        Value::Object(entries) => {
            entries.iter().all(|(name, value)| is_plain(&Value::from(name.as_str())) && is_plain(value))
        }
        _ => true,
    }
}
