//! The terms of a language, in `glossary/xx.json`, and the texts that may equal English, in `same/xx.json`.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde::Deserialize;

use super::Words;
use crate::{
    problem::Problems,
    words::{Catalog, json},
};

/// What a language says for an English term.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The words for it, in each form that differs.
    #[serde(rename = "use")]
    pub words: Vec<String>,
    /// Words that no text has.
    pub not: Vec<String>,
}

/// The two files of a language. A file that does not exist is empty.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    pub glossary: BTreeMap<String, Term>,
    /// Texts that are the same in English, such as "Budget".
    pub same: BTreeSet<String>,
}

/// The glossary of a language, in messages.
fn file_of(language: &str) -> String {
    format!("glossary/{language}.json")
}

impl Terms {
    /// The terms of the language of a catalog. A region has those of its language, which are checked there.
    pub fn of(folder: &Path, catalog: &Catalog, problems: &mut Problems) -> Self {
        match catalog.language.split_once('-') {
            Some((language, _)) => Self::read(folder, language, &mut Problems::default()),
            None => Self::read(folder, &catalog.language, problems),
        }
    }

    /// Reads the files of a language, and checks how they are written.
    fn read(folder: &Path, language: &str, problems: &mut Problems) -> Self {
        let (glossary_file, same_file) = (file_of(language), format!("same/{language}.json"));
        let terms =
            Self { glossary: optional(folder, &glossary_file, problems), same: optional(folder, &same_file, problems) };
        for (term, Term { words, not }) in &terms.glossary {
            if words.is_empty() {
                problems.add(&glossary_file, term, "expected at least one word in `use`; the list is empty");
            }
            for word in words.iter().chain(not).filter(|word| word.trim() != *word || word.is_empty()) {
                problems.add(
                    &glossary_file,
                    term,
                    format!("expected a word without spaces at its ends, found {word:?}"),
                );
            }
            for word in words.iter().filter(|word| not.contains(word)) {
                problems.add(&glossary_file, term, format!("`{word}` is in `use` and in `not`; remove one of them"));
            }
        }
        terms
    }
}

fn optional<T: serde::de::DeserializeOwned + Default>(folder: &Path, file: &str, problems: &mut Problems) -> T {
    let path = folder.join(file);
    if !path.exists() {
        return T::default();
    }
    json(&path).unwrap_or_else(|error| {
        problems.add(file, "", error);
        T::default()
    })
}

/// No text has a word that the glossary excludes. Names of articles stay as they were published.
pub fn excluded(words: &Words<'_>, problems: &mut Problems) {
    let file = file_of(words.language());
    for place in words.places().filter(|place| !place.is_quotation() && !place.key.starts_with("source.")) {
        let text = without_slots(place.text).to_lowercase();
        for (term, Term { words, not }) in &words.terms.glossary {
            for found in not.iter().filter(|word| contains(&text, &word.to_lowercase())) {
                let expected = words.join("`, `");
                place.add(problems, format!("expected `{expected}` for \"{term}\" ({file}), found `{found}`"));
            }
        }
    }
}

/// Texts whose English has a term, and which have none of the words for it. That can be right: a sentence can do without.
pub fn unused(words: &Words<'_>, problems: &mut Problems) {
    let own = words.own().filter(|(key, _)| !key.starts_with("source."));
    let translated: Vec<(&str, &str, String)> =
        own.filter_map(|(key, text)| Some((key, text, without_slots(words.english(key)?)))).collect();
    for (term, Term { words: expected, .. }) in &words.terms.glossary {
        let terms = english(term);
        for (key, text, english) in &translated {
            // "IT" is not "it".
            let has = |term: &String| if is_acronym(term) { contains(english, term) } else { has_word(english, term) };
            let found = text.to_lowercase();
            if terms.iter().any(has) && !expected.iter().any(|word| found.contains(&word.to_lowercase())) {
                let expected = expected.join("`, `");
                problems.add(&words.file(), key, format!("expected `{expected}` for \"{term}\", found {text:?}"));
            }
        }
    }
}

/// Whether an English text has a term, in the singular or the plural, in any case.
fn has_word(text: &str, term: &str) -> bool {
    let (text, term) = (text.to_lowercase(), term.to_lowercase());
    contains(&text, &term) || contains(&text, &format!("{term}s"))
}

fn is_acronym(term: &str) -> bool {
    term.chars().all(char::is_uppercase)
}

/// The English terms of an entry: "vendor, supplier" has two, and so has "multifactor sign-in (MFA)". A remark in parentheses, as
/// in "tool (SupportFit itself)", restricts the entry to one meaning. Such a meaning cannot be found by its words.
fn english(entry: &str) -> Vec<String> {
    let (plain, remark) =
        entry.split_once(" (").map_or((entry, ""), |(plain, after)| (plain, after.trim_end_matches(')')));
    let is_searched = is_acronym(remark);
    let terms = plain.split([',', '/']).chain([remark]).map(str::trim).filter(|term| !term.is_empty() && is_searched);
    terms.map(str::to_owned).collect()
}

/// Texts that equal English, and are not listed as being the same in both. Without letters of its own, a text is the same in
/// every language.
pub fn same(words: &Words<'_>, problems: &mut Problems) {
    // A region of English has only what differs, and one of another language repeats little.
    if words.is_reference() || words.base.is_some() {
        return;
    }
    let file = format!("same/{}.json", words.language());
    let mut unused = words.terms.same.clone();
    for (key, text) in words.own().filter(|(_, text)| without_slots(text).contains(char::is_alphabetic)) {
        if words.english(key) == Some(text) && !unused.remove(text) && !words.terms.same.contains(text) {
            problems.add(
                &words.file(),
                key,
                format!("the text is that of English: {text:?}; translate it, or add it to {file}"),
            );
        }
    }
    for text in unused {
        problems.add(&file, &text, "no text of the language and of English is this; remove it");
    }
}

fn without_slots(text: &str) -> String {
    let mut plain = String::new();
    for part in text.split('{') {
        plain.push_str(part.split_once('}').map_or(part, |(_, after)| after));
        plain.push(' ');
    }
    plain
}

/// Whether a text has a word or a phrase as a whole: "Audit" is in "Audit-Log", and not in "Auditor".
fn contains(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + phrase.len()..].chars().next());
        // A phrase that ends in a hyphen is the beginning of a word.
        let is_open = phrase.ends_with('-');
        !before.is_some_and(char::is_alphanumeric) && (is_open || !after.is_some_and(char::is_alphanumeric))
    })
}
