//! The downloadable report: a Markdown document, its tables as CSV, and the same result as JSON.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../laws/answers.rs"]
#[allow(dead_code, reason = "each test program uses a part of it")]
mod answers;
mod entered;
mod json;
mod languages;
#[path = "../locales/mod.rs"]
mod locales;
mod markdown;
mod reader;
#[path = "../reference/mod.rs"]
mod reference;
mod schema;
#[path = "../laws/spreadsheet.rs"]
mod spreadsheet;
mod tables;
mod telling;

use assessment::{
    Assessment,
    i18n::{Catalog, English},
};
use decision::{
    evaluation::Evaluation,
    response::{Priorities, ResponseSet},
    worksheet::Worksheet,
};
use proptest::prelude::*;
use report::{Block, Document, Offer, Subject, Text, Voice};

/// Calls a function with the report on these answers, with this catalog.
fn with_subject<T>(
    responses: &ResponseSet,
    priorities: &Priorities,
    words: &Catalog,
    offer: Offer<'_>,
    f: impl FnOnce(&Subject<'_>) -> T,
) -> T {
    let assessment = Assessment::standard();
    let evaluation = &Evaluation::of(assessment, responses, priorities);
    let worksheet = &Worksheet::new(assessment);
    let date = "November 22, 2026";
    let locale = &English;
    f(&Subject {
        voice: Voice { assessment, words, locale },
        responses,
        evaluation,
        date,
        offer,
        worksheet,
        currency: "USD",
    })
}

/// The same in English, without a provider.
fn in_english<T>(responses: &ResponseSet, priorities: &Priorities, f: impl FnOnce(&Subject<'_>) -> T) -> T {
    with_subject(responses, priorities, &Catalog::english(), Offer::default(), f)
}

/// Text that looks like markup, a formula or a link.
fn hostile() -> impl Strategy<Value = String> {
    const PIECES: [&str; 53] = [
        "\\",
        "`",
        "*",
        "_",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "#",
        "+",
        "-",
        ".",
        "!",
        "|",
        "~",
        "&",
        "=",
        ":",
        "$",
        "^",
        "@",
        "\n",
        "\r\n",
        "\t",
        " ",
        "  ",
        "\"",
        "'",
        ",",
        ";",
        "/",
        "1",
        "a",
        "Z",
        "1. ",
        "- ",
        "```",
        "---",
        "&lt;",
        "&#42;",
        "http://a.b",
        "wWw.a.b",
        "www.a.b",
        "a@b.c",
        "<b>",
        "[x] ",
        "[a](b)",
        "\u{a0}",
        "\u{2028}",
    ];
    prop_oneof![
        4 => proptest::collection::vec(proptest::sample::select(&PIECES[..]), 1..12).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

/// Text as above that is not empty once it is on one line.
fn nonempty_text() -> impl Strategy<Value = String> {
    hostile().prop_filter("says nothing", |text| !Text::new(text).is_empty())
}

/// A catalog in which every entry is this text and a number.
fn catalog(text: &str) -> Catalog {
    let line: String = text.chars().filter(|c| *c != '\n').collect();
    Catalog::by(|key| format!("{line}{}", key.0)).unwrap()
}

/// Every string of a document.
fn texts(document: &Document) -> Vec<&Text> {
    let mut all = vec![&document.title];
    all.extend(&document.date);
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => all.push(text),
            Block::List { items, .. } => all.extend(items.iter().flat_map(|item| &item.lines)),
            Block::Table { caption, head, rows } => {
                all.push(caption);
                all.extend(head);
                all.extend(rows.iter().flatten());
            }
            Block::Quote { text, translation, source, .. } => all.extend([text, source].into_iter().chain(translation)),
            Block::Facts(facts) => all.extend(facts.iter().flatten()),
        }
    }
    all
}

/// A formatted figure in tenths: "+2.8", "−0.3", "-0.3", "0.0".
fn tenths(figure: &str) -> i32 {
    let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
    let size: i32 = digits.parse().unwrap();
    if figure.starts_with(['-', '\u{2212}']) { -size } else { size }
}
