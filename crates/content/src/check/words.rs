//! Compares every language with English, and English with what the content refers to.

use crate::{
    generate,
    problem::Problems,
    raw::Content,
    words::{Catalog, placeholders},
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

pub fn words(content: &Content, catalogs: &[Catalog], problems: &mut Problems) {
    let Some((reference, others)) = catalogs.split_first() else { return };
    for other in others {
        let file = format!("words/{}.json", other.language);
        for (key, text) in &reference.entries {
            match other.get(key) {
                None => problems.add(&file, key, "the word is missing; English has it"),
                Some(translated) if placeholders(translated) != placeholders(text) => problems.add(
                    &file,
                    key,
                    format!(
                        "expected the placeholders {:?}, as in English, not {:?}",
                        placeholders(text),
                        placeholders(translated)
                    ),
                ),
                Some(_) => {}
            }
        }
        for (key, _) in &other.entries {
            if reference.get(key).is_none() {
                problems.unknown(&file, key, "key", key, reference.entries.iter().map(|(k, _)| k.as_str()));
            }
        }
    }
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
