//! The plural categories of a language, as Unicode's CLDR defines them, and the groups of texts that have one for each.
//!
//! A count is written by one of the texts of a group, such as `ui.check.open.one` and `ui.check.open.other`. The browser's
//! `Intl.PluralRules` says which, and the code knows two: `one` and `other`.

use super::Words;
use crate::{problem::Problems, words::file_of};

/// What the code can choose between. Every group has a text for each.
const KNOWN: [&str; 2] = ["one", "other"];

const ALL: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Languages that have no more than `one` and `other` for whole numbers below 1,000,000. A language that has only `other`, such
/// as Japanese, writes the same text twice. French, Spanish, Italian, Portuguese and Catalan have `many` too, but whole numbers
/// take it only from 1,000,000, and no count here gets that far.
const TWO: [&str; 27] = [
    "bg", "ca", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl", "hi", "hu", "id", "is", "it", "ja",
    "ko", "nb", "nl", "pt", "sv", "tr", "vi", "zh",
];

/// Languages with more categories for whole numbers below 1,000,000, and what they have besides `one` and `other`.
const MORE: [(&str, &str); 16] = [
    ("ar", "zero, two, few, many"),
    ("bs", "few"),
    ("cs", "few"),
    ("cy", "zero, two, few, many"),
    ("ga", "two, few, many"),
    ("he", "two"),
    ("hr", "few"),
    ("lt", "few"),
    ("lv", "zero"),
    ("mt", "two, few, many"),
    ("pl", "few, many"),
    ("ro", "few"),
    ("ru", "few, many"),
    ("sk", "few"),
    ("sl", "two, few"),
    ("uk", "few, many"),
];

/// The code can count in this language, and each group is complete.
pub fn check(words: &Words<'_>, problems: &mut Problems) {
    let file = file_of(&words.catalog.language);
    let language = words.language();
    if let Some((_, more)) = MORE.iter().find(|(tag, _)| *tag == language) {
        let text = format!(
            "`{language}` needs the plural categories {more} besides one and other, and the code selects one or other only; \
             `PluralForm` in crates/assessment/src/i18n and `plural` in src/browser/locale.rs have to be extended first"
        );
        problems.add(&file, "", text);
        return;
    }
    if !TWO.contains(&language) {
        let text = format!(
            "the plural categories of `{language}` are not known; add it to crates/content/src/languages/plural.rs, from \
             the table of CLDR"
        );
        problems.add(&file, "", text);
        return;
    }
    for (key, _) in words.own() {
        let Some((group, category)) = key.rsplit_once('.') else { continue };
        if !ALL.contains(&category) || !is_group(words, group) {
            continue;
        }
        if !KNOWN.contains(&category) {
            let text = format!("expected {}, which the code selects, not `{category}`", KNOWN.join(" or "));
            problems.add(&file, key, text);
        }
        for missing in KNOWN.iter().filter(|known| words.text(&format!("{group}.{known}")).is_none()) {
            let text = format!("the plural category is missing; {key} is there");
            problems.add(&file, &format!("{group}.{missing}"), text);
        }
    }
}

/// Whether the texts of a group are chosen by a count. "One" can also be the name of an answer.
fn is_group(words: &Words<'_>, group: &str) -> bool {
    let counted = |category: &str| words.text(&format!("{group}.{category}")).is_some_and(|text| text.contains("{n}"));
    ALL.into_iter().any(counted)
}
