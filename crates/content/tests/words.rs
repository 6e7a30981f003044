//! The English words: short quotations, known placeholders, and which module has which. `languages.rs` has what holds for every
//! language.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{path::Path, sync::LazyLock};

use content::{
    Checked, read,
    words::{CONTACT, Catalog, LATER, Part, START, placeholders},
};
use serde_json::Value;

/// Quotations are shorter than this, in characters: a pointer to the article, not a copy of it.
const QUOTE_LIMIT: usize = 140;

/// The placeholders that the code fills in.
const PLACEHOLDERS: [&str; 41] = [
    "address",
    "after",
    "answer",
    "before",
    "blocked",
    "date",
    "dimension",
    "email",
    "found",
    "from",
    "high",
    "host",
    "inside",
    "label",
    "leader",
    "least",
    "low",
    "minutes",
    "missing",
    "model",
    "models",
    "n",
    "n_ungated",
    "name",
    "other",
    "outside",
    "path",
    "provider",
    "questions",
    "quote",
    "runner_up",
    "short",
    "statement",
    "task",
    "text",
    "time",
    "title",
    "to",
    "total",
    "version",
    "what",
];

#[test]
fn every_language_has_every_key() {
    // A language that lacks one is refused (`problems.rs`).
    assert_eq!(CONTENT.catalogs[0].language, "en");
    assert!(CONTENT.catalogs.iter().all(|catalog| catalog.entries.len() == english().entries.len()));
}

#[test]
fn every_group_of_a_part_has_a_key() {
    let has = |rule: &dyn Fn(&str) -> bool| english().entries.iter().any(|(key, _)| rule(key));
    for group in LATER.into_iter().chain(CONTACT) {
        assert!(has(&|key| key.starts_with(group)), "no key begins with `{group}`");
    }
    for word in START {
        assert!(has(&|key| key == word), "there is no `{word}`");
        assert!(
            LATER.iter().any(|group| word.starts_with(group)),
            "`{word}` is in the start file anyway; remove it from `START`"
        );
    }
}

#[test]
fn each_word_is_in_the_file_of_the_module_that_shows_it() {
    for (key, part) in [
        ("ui.later.coming", Part::Start),
        ("ui.check.title", Part::Start),
        ("ui.check.text", Part::Later),
        ("ui.result.contact.coming", Part::Later),
        ("contact.text", Part::Contact),
    ] {
        let (_, files) = content::generate::word_files(&CONTENT).swap_remove(0);
        let text = english().get(key).unwrap().to_owned();
        let with: Vec<Part> =
            Part::ALL.into_iter().filter(|part| files[*part as usize].lines().any(|line| line == text)).collect();
        assert_eq!(with, [part], "{key}");
    }
}

#[test]
fn quotations_are_short() {
    let long: Vec<String> = quotations().into_iter().filter(|quote| quote.chars().count() >= QUOTE_LIMIT).collect();
    assert!(long.is_empty(), "{} characters or more:\n{}", QUOTE_LIMIT, long.join("\n"));
}

#[test]
fn every_placeholder_is_a_known_one() {
    let unknown: Vec<String> = english()
        .entries
        .iter()
        .flat_map(|(key, text)| placeholders(text).into_iter().map(move |name| (key, name)))
        .filter(|(_, name)| !PLACEHOLDERS.contains(name))
        .map(|(key, name)| format!("{key}: {{{name}}}"))
        .collect();
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

static CONTENT: LazyLock<Checked> =
    LazyLock::new(|| read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap());

fn english() -> &'static Catalog {
    &CONTENT.catalogs[0]
}

/// Every quotation of every file.
fn quotations() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/structure");
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        quotes_in(&serde_json::from_str(&text).unwrap(), &mut found);
    }
    assert!(found.len() > 100);
    found
}

fn quotes_in(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| quotes_in(part, found)),
        Value::Object(entries) => {
            for (name, inner) in entries {
                match inner {
                    Value::String(quote) if name == "quote" => found.push(quote.clone()),
                    inner => quotes_in(inner, found),
                }
            }
        }
        _ => {}
    }
}
