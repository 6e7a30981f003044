//! The words that people read: short quotations, known placeholders, and a reading grade of at most 8.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use std::{collections::BTreeSet, path::Path};

use content::{
    Checked, read,
    words::{CONTACT, Catalog, LATER, Part, START, placeholders},
};
use reading::{Text, joined};
use serde_json::Value;

/// Quotations are shorter than this, in characters: a pointer to the article, not a copy of it.
const QUOTE_LIMIT: usize = 140;

/// The U.S. school grade that no screen exceeds.
const GRADE_LIMIT: f64 = 8.0;

/// A grade means little for fewer words.
const MEASURABLE: usize = 100;

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

/// Not measured: titles of the articles, and the table that lists functions of IT by their usual names.
const NOT_PROSE: [&str; 2] = ["source", "function"];

#[test]
fn every_language_has_every_key() {
    // A language that lacks one is refused (`problems.rs`).
    assert_eq!(content().catalogs[0].language, "en");
    assert!(content().catalogs.iter().all(|catalog| catalog.entries.len() == english().entries.len()));
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
        let content = content();
        let (_, files) = content::generate::word_files(&content).swap_remove(0);
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

#[test]
fn braces_only_enclose_placeholders() {
    for (key, text) in &english().entries {
        let named: usize = text.matches('{').count();
        assert_eq!(named, text.matches('}').count(), "{key}: {text}");
        let distinct: BTreeSet<&str> = placeholders(text);
        assert!(distinct.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_')), "{key}: {text}");
    }
}

#[test]
fn no_text_is_empty_or_has_loose_spaces() {
    for (key, text) in &english().entries {
        assert!(!text.is_empty() && text.trim() == text && !text.contains("  "), "{key}: {text:?}");
    }
}

#[test]
fn every_screen_reads_at_grade_8_or_below() {
    let hard: Vec<String> = screens()
        .into_iter()
        .filter(|screen| screen.grade() > GRADE_LIMIT)
        .map(|screen| format!("{}: grade {:.1} over {} words", screen.name, screen.grade(), screen.words))
        .collect();
    assert!(hard.is_empty(), "above grade {GRADE_LIMIT}:\n{}", hard.join("\n"));
}

#[test]
fn every_screen_that_is_measured_has_a_hundred_words() {
    assert!(screens().len() >= 15);
    assert!(screens().iter().all(|screen| screen.words >= MEASURABLE));
}

/// The texts of each screen or part of the result, such as a question with its options and their reasons. Neighbors with
/// fewer than [`MEASURABLE`] words are measured together.
fn screens() -> Vec<Text> {
    let english = english();
    let mut parts: Vec<Text> = Vec::new();
    for (key, text) in english.entries.iter().filter(|(key, _)| !NOT_PROSE.contains(&first(key, 1))) {
        let name = first(key, if DEEP.contains(&first(key, 1)) { 2 } else { 1 });
        match parts.iter_mut().find(|part| part.name == name) {
            Some(part) => part.add(text),
            None => parts.push(Text::new(name, text)),
        }
    }
    joined(parts, MEASURABLE)
}

/// Parts of the catalog with several screens, which are measured by their first two names.
const DEEP: [&str; 6] = ["ui", "question", "item", "pattern", "roadmap", "cost"];

/// The first `names` names of a key.
fn first(key: &str, names: usize) -> &str {
    key.match_indices('.').nth(names - 1).map_or(key, |(at, _)| &key[..at])
}

fn content() -> Checked {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap()
}

fn english() -> Catalog {
    content().catalogs.swap_remove(0)
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
