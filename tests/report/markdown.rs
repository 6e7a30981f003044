//! Markdown: text stays text, wherever it is and whatever it looks like.

use decision::response::{Priorities, ResponseSet};
use proptest::prelude::*;
use report::{Block, Document, Item, Offer, Text, document, markdown};

use super::{
    answers::{config, priorities, responses},
    catalog, hostile, in_english, nonempty_text,
    reader::{expected, read},
    with_subject,
};

fn of_blocks(blocks: Vec<Block>) -> Document {
    Document { title: Text::new("Title"), date: None, colon: ":".to_owned(), blocks }
}

fn of_text(text: &str) -> Document {
    of_blocks(vec![Block::Paragraph(Text::new(text))])
}

/// A document with the text in every possible position.
fn everywhere(text: &str) -> Document {
    let t = || Text::new(text);
    let item = |ticked| Item { lines: vec![t(), t()], ticked };
    Document {
        title: t(),
        date: Some(t()),
        colon: ":".to_owned(),
        blocks: vec![
            Block::Heading { level: 2, text: t() },
            Block::Paragraph(t()),
            Block::List { ordered: false, items: vec![item(None), item(None)] },
            Block::List { ordered: false, items: vec![item(Some(true)), item(Some(false))] },
            Block::List { ordered: true, items: vec![item(None), item(None)] },
            Block::List { ordered: true, items: vec![item(None)] },
            Block::Table { caption: t(), head: vec![t(), t()], rows: vec![vec![t(), t()], vec![t(), t()]] },
            Block::Quote { number: 1, text: t(), translation: None, source: t() },
            Block::Quote { number: 2, text: t(), translation: Some(t()), source: t() },
            Block::Facts(vec![[t(), t()], [t(), t()]]),
            Block::List { ordered: false, items: vec![item(None)] },
        ],
    }
}

/// Whether an odd number of backslashes precedes the position.
fn is_escaped(markdown: &str, at: usize) -> bool {
    let before = &markdown[..at];
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

proptest! {
    #![proptest_config(config(1024))]

    // @threat-exports
    #[test]
    fn text_is_parsed_as_plain_text_everywhere(text in nonempty_text()) {
        let document = everywhere(&text);
        let markdown = markdown(&document);
        prop_assert_eq!(read(&markdown), expected(&document), "{}", markdown);
    }

    #[test]
    fn an_address_is_not_autolinked(text in hostile()) {
        let markdown = markdown(&of_text(&text)).to_ascii_lowercase();
        for start in ["://", "@"] {
            prop_assert!(markdown.match_indices(start).all(|(at, _)| is_escaped(&markdown, at)), "{}", markdown);
        }
        prop_assert!(!markdown.contains("www."), "{}", markdown);
    }

    #[test]
    fn no_line_has_a_control_character(text in hostile()) {
        let markdown = markdown(&everywhere(&text));
        prop_assert!(markdown.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", markdown);
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn any_report_parses_as_its_document(responses in responses(), priorities in priorities(), name in nonempty_text()) {
        let offer = Offer { name: Some(&name), ..Offer::default() };
        let english = assessment::i18n::Catalog::english();
        let document = with_subject(&responses, &priorities, &english, offer, document);
        prop_assert_eq!(read(&markdown(&document)), expected(&document));
    }

    #[test]
    fn a_report_with_any_catalog_parses_as_its_document(responses in responses(), text in nonempty_text()) {
        let priorities = Priorities::new(assessment::Assessment::standard());
        let document = with_subject(&responses, &priorities, &catalog(&text), Offer::default(), document);
        prop_assert_eq!(read(&markdown(&document)), expected(&document));
    }
}

#[test]
fn plain_prose_is_not_escaped() {
    let prose =
        "Stretched: planning, security or documentation slips (now: R&D) - 51 to 150? Yes! It's 3.5, +2 or more.";
    assert_eq!(markdown(&of_text(prose)), format!("# Title\n\n{prose}\n"));
}

#[test]
fn list_markers_are_escaped_only_at_the_start_of_a_line() {
    assert_eq!(markdown(&of_text("1. a - b")), "# Title\n\n1\\. a - b\n");
    assert_eq!(markdown(&of_text("- a 1. b")), "# Title\n\n\\- a 1. b\n");
}

#[test]
fn consecutive_lists_stay_separate() {
    let list = || Block::List { ordered: false, items: vec![Item::new("a"), Item::new("b")] };
    assert_eq!(markdown(&of_blocks(vec![list(), list()])), "# Title\n\n- a\n- b\n\n* a\n* b\n");
}

#[test]
fn a_report_begins_with_its_title_and_its_date() {
    let assessment = assessment::Assessment::standard();
    let report = in_english(&ResponseSet::new(assessment), &Priorities::new(assessment), |s| markdown(&document(s)));
    assert!(report.starts_with("# Your IT support report\n\nNovember 22, 2026\n\n## Not enough answers yet\n"));
}
