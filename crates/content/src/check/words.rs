//! Compares every language with English, and English with what the content refers to. [`crate::languages`] has the checks that
//! need only one language.

use std::collections::BTreeSet;

use crate::{
    generate,
    languages::{self, Kind, Words},
    problem::Problems,
    raw::Content,
    words::{self, Catalog, file_of, placeholders},
};

/// Parts of the catalog that the content refers to. A word there that nothing refers to is a mistake.
const OF_CONTENT: [&str; 12] = [
    "question",
    "statement",
    "item",
    "gate",
    "function",
    "checklist",
    "roadmap",
    "section",
    "dimension",
    "source",
    "sector_note",
    "scorecard",
];

/// The parts of the screens' words that the content refers to.
const OF_SCREENS: [&str; 2] = ["ui.compare.collision.", "ui.check.contradiction."];

pub fn words(content: &Content, languages: &[Words<'_>], problems: &mut Problems) {
    for words in languages {
        for kind in Kind::ALL.into_iter().filter(|kind| kind.stops_the_build()) {
            languages::add(kind, words, Some(content), problems);
        }
    }
}

/// The content refers to every English word of its parts, and each of its references has one.
pub fn unused(content: &Content, reference: &Catalog, problems: &mut Problems) {
    let used = generate::keys_used(content, reference);
    for key in &used.missing {
        problems.add("words/en.json", key, "the word is missing; the content refers to it");
    }
    for (key, _) in &reference.entries {
        let part = key.split('.').next().unwrap_or_default();
        let is_of_content = OF_CONTENT.contains(&part) || OF_SCREENS.iter().any(|part| key.starts_with(part));
        if is_of_content && !used.found.contains(key) {
            problems.add(
                "words/en.json",
                key,
                "the content does not refer to this word; remove it or correct its name",
            );
        }
    }
}

/// A language has every word of English.
pub fn missing(words: &Words<'_>, problems: &mut Problems) {
    for (key, _) in words.reference.entries.iter().filter(|(key, _)| words.text(key).is_none()) {
        problems.add(&file_of(&words.catalog.language), key, "the word is missing; English has it");
    }
}

/// A language has no word that English lacks.
pub fn unknown(words: &Words<'_>, problems: &mut Problems) {
    let keys = || words.reference.entries.iter().map(|(key, _)| key.as_str());
    for key in words.catalog.entries.iter().map(|(key, _)| key).chain(words.catalog.forms.keys()) {
        if words.english(key).is_none() {
            problems.unknown(&file_of(&words.catalog.language), key, "key", key, keys());
        }
    }
}

/// A text has the slots of its English one.
pub fn slots(words: &Words<'_>, problems: &mut Problems) {
    for (key, text) in &words.reference.entries {
        let Some(translated) = words.text(key) else { continue };
        let (expected, found) = (placeholders(text), placeholders(translated));
        if expected != found {
            let text = format!("expected the slots {expected:?}, as in English, not {found:?}");
            problems.add(&file_of(&words.catalog.language), key, text);
        }
    }
}

/// A form that a slot asks for exists for every model.
pub fn forms(words: &Words<'_>, problems: &mut Problems) {
    let (file, catalog) = (&file_of(&words.catalog.language), words.catalog);
    let names = |forms: &[(String, String)]| forms.iter().map(|(name, _)| name.clone()).collect::<BTreeSet<_>>();
    let has: BTreeSet<String> = catalog.forms.values().flat_map(|forms| names(forms)).collect();
    let mut asked = BTreeSet::new();
    for (key, text) in &catalog.entries {
        for form in words::slots(text).into_iter().filter_map(|(_, form)| form) {
            asked.insert(form);
            if !has.contains(form) {
                problems.unknown(file, key, "form", form, has.iter().map(String::as_str));
            }
        }
    }
    for (key, forms) in &catalog.forms {
        for (name, _) in forms.iter().filter(|(name, _)| !asked.contains(name.as_str())) {
            problems.add(file, &format!("{key}:{name}"), "no slot asks for this form; remove it");
        }
        // What fills the same slot: `alternative.in_house.inline` and `alternative.outsourced.inline`.
        let parts: Vec<&str> = key.split('.').collect();
        let [group, _, leaf] = parts.as_slice() else { continue };
        for (other, _) in &catalog.entries {
            let parts: Vec<&str> = other.split('.').collect();
            if parts.len() == 3 && parts[0] == *group && parts[2] == *leaf {
                let theirs = catalog.forms.get(other).map(|forms| names(forms)).unwrap_or_default();
                for name in names(forms).difference(&theirs) {
                    problems.add(file, &format!("{other}:{name}"), format!("the form is missing; {key} has it"));
                }
            }
        }
    }
}

/// A language has a translation of every quotation; a region uses that of its language.
pub fn quotations(content: &Content, catalog: &Catalog, problems: &mut Problems) {
    if catalog.language.contains('-') {
        return;
    }
    let file = format!("quotations/{}.json", catalog.language);
    let quotes = generate::quotes(content);
    for quote in quotes.iter().filter(|quote| !catalog.quotations.contains_key(*quote)) {
        problems.add(&file, quote, "the translation of this quotation is missing");
    }
    for quote in catalog.quotations.keys().filter(|quote| !quotes.contains(quote)) {
        problems.unknown(&file, quote, "quotation", quote, quotes.iter().map(String::as_str));
    }
}
