//! Every document in every language.

use assessment::{
    Assessment,
    i18n::{Catalog, key},
};
use report::Voice;

use super::{
    locales::{
        documents::{documents, entered},
        leftovers::Leftovers,
        locale,
    },
    reference::organizations,
};

/// The documents of some organizations, without and with cost figures of their own.
fn all(language: &str) -> Vec<(&'static str, String)> {
    let words = Catalog::of(language).unwrap();
    let voice = Voice { assessment: Assessment::standard(), words: &words, locale: locale(language) };
    let cases = organizations();
    let money = Some([[50_000.0, 60_000.0, 90_000.0], [40.0, 90.0, 200.0]]);
    let of = |n: usize, money| documents(voice, [&entered(&cases[n], money), &cases[(n + 1) % cases.len()]], "EUR");
    [(1, None), (2, money), (6, None), (9, money)].into_iter().flat_map(|(n, money)| of(n, money)).collect()
}

#[test]
fn nothing_is_left_in_english() {
    for language in ["de", "fr", "es", "en-GB"] {
        let leftovers = Leftovers::of(language);
        for (name, text) in all(language) {
            assert!(!text.is_empty(), "{name}");
            // Quotations stay in English; below them is our translation.
            let ours = text.lines().filter(|line| !line.trim_start().starts_with("> **") && !line.starts_with("   > "));
            let found: Vec<String> = ours.filter_map(|line| leftovers.in_text(line)).collect();
            assert!(found.is_empty(), "{name} in {language}:\n{}", found.join("\n"));
        }
    }
}

#[test]
fn a_report_has_our_translation_under_each_quotation() {
    for (language, is_translated) in [("de", true), ("fr", true), ("es", true), ("en-GB", false), ("en", false)] {
        let words = Catalog::of(language).unwrap();
        let ours = words.get(key::ui::result::TRANSLATION).split('{').next().unwrap().to_owned();
        let (_, report) = all(language).swap_remove(0);
        let quotes = report.lines().filter(|line| line.starts_with("> **")).count();
        let translations = report.lines().filter(|line| line.starts_with(&format!("> {ours}"))).count();
        assert!(quotes > 10);
        assert_eq!(translations, if is_translated { quotes } else { 0 }, "{language}");
    }
}

#[test]
fn names_have_the_colon_of_the_language() {
    for (language, colon) in [("de", ":** "), ("fr", "\u{a0}:** "), ("en", ":** ")] {
        let (_, report) = all(language).swap_remove(0);
        let facts: Vec<&str> = report.lines().filter(|line| line.starts_with("- **")).collect();
        assert!(!facts.is_empty() && facts.iter().all(|line| line.contains(colon)), "{language}: {facts:?}");
        assert!(language == "fr" || !report.contains("\u{a0}:"), "{language}");
    }
}

#[test]
fn files_for_programs_have_plain_numbers_in_every_language() {
    let figures = |language| {
        let (_, text) = all(language).into_iter().find(|(name, _)| *name == "the cost ranges").unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows = reader.records().map(|row| row.unwrap().iter().skip(3).map(str::to_owned).collect::<Vec<_>>());
        rows.collect::<Vec<_>>()
    };
    let english = figures("en");
    for language in ["de", "fr", "es"] {
        assert_eq!(figures(language), english, "{language}");
    }
}
