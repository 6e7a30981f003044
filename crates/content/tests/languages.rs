//! The words of every language have no problem of any kind, and each kind is found.
//!
//! `problems.rs` has what stops the build.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fs, path::Path, sync::LazyLock};

use content::languages::{
    Kind, Review, json,
    reading::{Formula, MEASURABLE},
    review,
};
use serde_json::{Value, json};

static REVIEWS: LazyLock<Vec<Review>> =
    LazyLock::new(|| review(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap());

#[test]
fn no_language_has_a_problem() {
    let problems: Vec<String> = REVIEWS.iter().flat_map(lines).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The rows of a table in docs/languages.md, by a heading before it.
fn table(heading: &str) -> Vec<Vec<String>> {
    let document = include_str!("../../../docs/languages.md");
    let (_, section) = document.split_once(&format!("\n## {heading}\n")).unwrap();
    let lines = section.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect();
    lines.skip(2).map(cells).collect()
}

#[test]
fn the_document_lists_every_language() {
    let mut listed: Vec<String> = table("Which languages there are").into_iter().map(|mut row| row.remove(1)).collect();
    listed.sort();
    let mut languages: Vec<String> = REVIEWS.iter().map(|review| review.language.clone()).collect();
    languages.sort();
    assert_eq!(listed, languages);
}

#[test]
fn the_document_says_which_problems_stop_the_build() {
    let listed: Vec<(String, bool)> =
        table("What is checked").into_iter().map(|row| (row[0].clone(), row[2] == "yes")).collect();
    let kinds = Kind::ALL.map(|kind| (kind.name().to_owned(), kind.stops_the_build()));
    assert_eq!(listed, kinds);
}

#[test]
fn every_screen_is_measured_over_a_hundred_words() {
    // A new language may not have a formula yet.
    for review in REVIEWS.iter().filter(|review| Formula::of(&review.language).is_some()) {
        assert!(review.screens.len() >= 15, "{}", review.language);
        assert!(review.screens.iter().all(|screen| screen.words >= MEASURABLE), "{}", review.language);
    }
}

fn lines(review: &Review) -> Vec<String> {
    let line = |(kind, problem): &(Kind, content::Problem)| {
        format!("{}: {} at {}: {}", kind.name(), problem.file, problem.path, problem.text)
    };
    review.problems.iter().map(line).collect()
}

/// The review of a language with these texts, next to English with the same keys. `files` are further files.
fn review_of(name: &str, language: &str, texts: &[(&str, &str)], files: &[(&str, Value)]) -> Review {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("languages").join(name);
    let _ = fs::remove_dir_all(&folder);
    for part in ["words", "quotations", "glossary", "same"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    let write = |file: &str, value: &Value| fs::write(folder.join(file), value.to_string()).unwrap();
    let words = |text: &dyn Fn(&str) -> String| -> Value {
        texts
            .iter()
            .map(|(key, own)| ((*key).to_owned(), Value::from(text(own))))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    write("words/en.json", &words(&|_| "The provider fits.".to_owned()));
    write(&format!("quotations/{language}.json"), &json!({}));
    write(&format!("words/{language}.json"), &words(&str::to_owned));
    for (file, value) in files {
        write(file, value);
    }
    let mut reviews = review(&folder).unwrap();
    let n = reviews.iter().position(|review| review.language == language).unwrap();
    reviews.swap_remove(n)
}

/// The texts of a language with a problem of one kind.
fn found<'a>(name: &str, language: &str, kind: Kind, texts: &[&'a str]) -> Vec<&'a str> {
    let keys: Vec<String> = (0..texts.len()).map(|n| format!("key{n}")).collect();
    let entries: Vec<(&str, &str)> = keys.iter().map(String::as_str).zip(texts.iter().copied()).collect();
    let review = review_of(name, language, &entries, &[]);
    let mut places: Vec<&str> =
        review.problems.iter().filter(|(of, _)| *of == kind).map(|(_, problem)| problem.path.as_str()).collect();
    places.dedup();
    places.iter().map(|place| texts[keys.iter().position(|key| key == place).unwrap()]).collect()
}

#[test]
fn german_quotations_have_german_marks() {
    let wrong = ["Die “Anfrage”", "Die \"Anfrage\"", "Die „Anfrage”", "Die „Anfrage", "Die Anfrage“", "Geht's?"];
    assert_eq!(found("de_wrong", "de", Kind::Quotes, &wrong), wrong);
    let right = ["Die „Anfrage“", "„Wer ‚Notfall‘ sagt“", "Geht’s?", "Ein Text ohne Zeichen"];
    assert_eq!(found("de_right", "de", Kind::Quotes, &right), [""; 0]);
}

#[test]
fn french_quotations_have_guillemets() {
    let wrong = ["La “demande", "La \"demande\"", "L'aide", "« oui »", "«\u{202f}oui»"];
    assert_eq!(found("fr_wrong", "fr", Kind::Quotes, &wrong), wrong);
    let right = ["La «\u{202f}demande\u{a0}»", "L’aide", "«\u{202f}Dire “oui”\u{202f}»"];
    assert_eq!(found("fr_right", "fr", Kind::Quotes, &right), [""; 0]);
}

#[test]
fn french_marks_have_a_no_break_space() {
    let wrong = ["Pourquoi ?", "Pourquoi?", "Votre choix : oui", "Voilà !", "Ici ; là"];
    assert_eq!(found("fr_marks_wrong", "fr", Kind::Quotes, &wrong), wrong);
    let right = ["Pourquoi\u{202f}?", "Votre choix\u{a0}: oui", "À 12:30", "Voir https://example.com"];
    assert_eq!(found("fr_marks_right", "fr", Kind::Quotes, &right), [""; 0]);
}

#[test]
fn spanish_quotations_have_guillemets() {
    let wrong = ["La \"petición\"", "La „petición“", "La «petición"];
    assert_eq!(found("es_wrong", "es", Kind::Quotes, &wrong), wrong);
    let right = ["La «petición»", "«Decir “sí”»", "Un texto"];
    assert_eq!(found("es_right", "es", Kind::Quotes, &right), [""; 0]);
}

#[test]
fn a_language_without_known_marks_has_at_least_none_of_a_keyboard() {
    let texts = ["La \"richiesta\"", "L'aiuto", "La «richiesta»", "L’aiuto"];
    assert_eq!(found("it_quotes", "it", Kind::Quotes, &texts), texts[..2]);
}

#[test]
fn informal_address_is_found() {
    let texts = ["Das ist dein Modell.", "Dir hilft das.", "Das ist Ihr Modell.", "Dirigieren Sie."];
    assert_eq!(found("de_address", "de", Kind::Address, &texts), texts[..2]);
    let texts = ["C’est ton modèle.", "Tu choisis.", "C’est votre modèle.", "Un bouton."];
    assert_eq!(found("fr_address", "fr", Kind::Address, &texts), texts[..2]);
    let texts = ["Es tu modelo.", "Para ti.", "Es su modelo.", "La TI interna."];
    assert_eq!(found("es_address", "es", Kind::Address, &texts), texts[..2]);
}

#[test]
fn a_text_that_equals_english_is_found_unless_it_is_listed() {
    let texts = [("a", "The provider fits."), ("b", "Der Dienstleister passt.")];
    let same = |review: Review| lines(&review).into_iter().filter(|line| line.starts_with("same")).collect::<Vec<_>>();
    let expected = "same as English: words/de.json at a: the text is that of English: \"The provider fits.\"; translate it, or \
                    add it to same/de.json";
    assert_eq!(same(review_of("same", "de", &texts, &[])), [expected]);
    let listed = [("same/de.json", json!(["The provider fits."]))];
    assert_eq!(same(review_of("same_listed", "de", &texts, &listed)), [""; 0]);
    let stale = [("same/de.json", json!(["Budget", "The provider fits."]))];
    let expected = "same as English: same/de.json at Budget: no text of the language and of English is this; remove it";
    assert_eq!(same(review_of("same_stale", "de", &texts, &stale)), [expected]);
}

mod glossaries {
    use super::*;

    fn german(name: &str, text: &str) -> Review {
        let glossary = json!({
            "provider": { "use": ["Dienstleister"], "not": ["Partner", "Exit-"] },
            "fits (of clothes)": { "use": ["sitzt"], "not": [] },
        });
        review_of(name, "de", &[("a", text)], &[("glossary/de.json", glossary)])
    }

    #[test]
    fn an_excluded_word_is_found_as_a_whole() {
        let expected =
            "glossary: words/de.json at a: expected `Dienstleister` for \"provider\" (glossary/de.json), found";
        let found = lines(&german("excluded", "Der IT-Partner passt zum Dienstleister."));
        assert_eq!(found, [format!("{expected} `Partner`")]);
        let found = lines(&german("excluded_start", "Die Exit-Klausel passt zum Dienstleister."));
        assert_eq!(found, [format!("{expected} `Exit-`")]);
        let found = lines(&german("included", "Die Partnerschaft mit {partner} passt."));
        assert!(found.iter().all(|line| !line.starts_with("glossary")), "{found:?}");
    }

    #[test]
    fn a_text_without_the_word_for_a_term_is_noted() {
        let notes = |review: Review| review.notes.into_iter().map(|note| note.text).collect::<Vec<_>>();
        let expected = "expected `Dienstleister` for \"provider\", found \"Das passt.\"";
        assert_eq!(notes(german("noted", "Das passt.")), [expected]);
        assert_eq!(notes(german("not_noted", "Die Dienstleister passen.")), [""; 0]);
    }
}

#[test]
fn a_screen_that_reads_too_hard_is_found() {
    let hard = "Organisatorische Verantwortlichkeiten erfordern umfassende Dokumentationsmaßnahmen sämtlicher Zuständigkeiten.";
    let text = vec![hard; 20].join(" ");
    let review = review_of("hard", "de", &[("screen", &text)], &[]);
    let expected = "reading ease: words/de.json at screen: expected 8 or below by Wiener Sachtextformel 1, found ";
    assert!(lines(&review)[0].starts_with(expected), "{:?}", lines(&review));
}

#[test]
fn a_region_is_reviewed_by_what_it_changes() {
    let texts = [("a", "Ein \"Text\""), ("b", "Ein Text")];
    let review_of_region = |name: &str, language: &str| {
        let files = [("words/de-AT.json", json!({ "b": "Ein 'Text'" }))];
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("languages").join(name);
        let _ = review_of(name, "de", &texts, &files);
        review(&folder).unwrap().into_iter().find(|review| review.language == language).unwrap()
    };
    let places = |review: &Review| review.problems.iter().map(|(_, problem)| problem.path.clone()).collect::<Vec<_>>();
    assert_eq!(places(&review_of_region("region_base", "de")), ["a"]);
    let region = review_of_region("region", "de-AT");
    assert_eq!((region.texts, places(&region)), (1, vec!["b".to_owned()]));
}

#[test]
fn a_file_that_does_not_parse_is_a_problem_of_its_language() {
    let review = review_of("unparsed", "de", &[("a", "Ein Text")], &[("words/de.json", json!(["Ein Text"]))]);
    assert!(lines(&review)[0].starts_with("file: words/de.json"), "{:?}", lines(&review));
}

#[test]
fn the_text_of_a_review_counts_the_problems_of_each_kind() {
    let review = review_of("text", "de", &[("a", "Dein \"Text\""), ("b", "Ein 'Text'")], &[]);
    let expected = "de: 2 texts, 0 forms, 0 quotations\n  quotes: 2\n    words/de.json at a: expected quotations as „…“ or \
                    ‚…‘ and the apostrophe ’, found \"Dein \\\"Text\\\"\"\n";
    let text = review.text(false);
    assert!(text.starts_with(expected), "{text}");
    assert!(text.contains("  address: 1\n"), "{text}");
}

#[test]
fn the_json_of_reviews_has_the_same_counts_and_the_figure_of_each_screen() {
    let document: Value = serde_json::from_str(&json(&REVIEWS)).unwrap();
    for (review, value) in REVIEWS.iter().zip(document.as_array().unwrap()) {
        assert_eq!(value["language"], review.language.as_str());
        assert_eq!(value["counts"]["missing"], 0);
        assert_eq!(value["screens"].as_array().unwrap().len(), review.screens.len());
        assert!(value["screens"].as_array().unwrap().iter().all(|screen| screen["isEasy"] == true));
    }
}
