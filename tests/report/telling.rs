//! The content of a report: the whole result, in order, and nothing that is unknown.

use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, key},
    json::Value,
};
use decision::response::{Priorities, ResponseSet};
use proptest::prelude::*;
use report::{Block, Changes, Document, Offer, document};

use super::{
    answers::{config, priorities, responses},
    in_english, reference, tenths, texts, with_subject,
};

fn of(id: &str) -> Document {
    let case =
        reference::organizations().into_iter().find(|o| o.get("id").and_then(Value::as_text) == Some(id)).unwrap();
    let draft = reference::draft(&case);
    in_english(&draft.responses, &draft.priorities, document)
}

fn of_nothing(offer: Offer<'_>) -> Document {
    let assessment = Assessment::standard();
    let (responses, priorities) = (ResponseSet::new(assessment), Priorities::new(assessment));
    with_subject(&responses, &priorities, &Catalog::english(), offer, document)
}

fn headings(document: &Document, at: u8) -> Vec<&str> {
    let heading = |block| match block {
        &Block::Heading { level, ref text } if level == at => Some(text.as_str()),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

/// The rows of the table whose last column has this name.
fn rows<'a>(document: &'a Document, column: &str) -> Vec<Vec<&'a str>> {
    let row = |row: &'a Vec<report::Text>| row.iter().map(|cell| cell.as_str()).collect();
    let table = |block: &'a Block| match block {
        Block::Table { head, rows, .. } if head.last().is_some_and(|cell| cell.as_str() == column) => Some(rows),
        _ => None,
    };
    document.blocks.iter().filter_map(table).flatten().map(row).collect()
}

fn says(document: &Document, part: &str) -> bool {
    texts(document).iter().any(|text| text.as_str().contains(part))
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn no_text_is_empty_or_has_a_placeholder(responses in responses(), priorities in priorities()) {
        let document = in_english(&responses, &priorities, document);
        for text in texts(&document) {
            prop_assert!(!text.is_empty());
            prop_assert!(!text.as_str().contains(['{', '}']), "{}", text.as_str());
        }
    }

    #[test]
    fn the_points_as_printed_add_up_to_the_lead_as_printed(responses in responses(), priorities in priorities()) {
        let document = in_english(&responses, &priorities, document);
        let points: Vec<i32> = rows(&document, "Points").iter().map(|row| tenths(row[3])).collect();
        let (lead, bars) = points.split_last().unwrap_or((&0, &[]));
        prop_assert_eq!(bars.iter().sum::<i32>(), *lead);
        prop_assert_eq!(points.is_empty(), headings(&document, 2)[0] == "Not enough answers yet");
    }

    #[test]
    fn every_bracketed_number_has_its_quotation(responses in responses(), priorities in priorities()) {
        let document = in_english(&responses, &priorities, document);
        let quotes = document.blocks.iter().filter(|block| matches!(block, Block::Quote { .. })).count();
        let mut named = 0;
        for text in texts(&document) {
            let cited = text.as_str().trim_end_matches([' ', '\u{2020}']);
            let inside = cited.strip_suffix(')').and_then(|t| t.rsplit_once(" (")).map_or("", |(_, inside)| inside);
            let numbers = inside.split([',', '\u{2013}']).filter_map(|number| number.trim().parse::<usize>().ok());
            for number in numbers {
                prop_assert!((1..=quotes).contains(&number), "{}", text.as_str());
                named = named.max(number);
            }
        }
        prop_assert_eq!(named, quotes);
    }

    #[test]
    fn heading_levels_are_not_skipped(responses in responses(), priorities in priorities()) {
        let mut level = 1;
        for block in in_english(&responses, &priorities, document).blocks {
            if let Block::Heading { level: next, .. } = block {
                prop_assert!((2..=level + 1).contains(&next), "{} behind {}", next, level);
                level = next;
            }
        }
    }

    #[test]
    fn a_row_has_a_cell_for_each_column(responses in responses(), priorities in priorities()) {
        for block in in_english(&responses, &priorities, document).blocks {
            if let Block::Table { head, rows, .. } = block {
                prop_assert!(rows.iter().all(|row| row.len() == head.len()));
            }
        }
    }
}

#[test]
fn the_report_begins_with_the_headline_and_has_its_sections_in_order() {
    assert_eq!(
        headings(&of("P8"), 2),
        [
            "Leaning toward fully outsourced IT",
            "The three models, side by side",
            "Why this result",
            "Control vs. convenience",
            "What would change this result",
            "No sign of accidental co-management",
            "The path we suggest",
            "Who does what if you share the work",
            "Cost over three years",
            "How you'll know it's working",
            "Questions to ask a provider",
            "Your answers",
            "Sources and limits",
        ]
    );
}

#[test]
fn the_report_of_a_conflict_says_once_that_no_model_fits() {
    let partial = reference::cases(include_str!("../vectors/partial_answers.json"));
    let conflict = partial.iter().find(|case| reference::evaluation(case).gates.conflict).unwrap();
    let draft = reference::draft(conflict);
    let document = in_english(&draft.responses, &draft.priorities, document);
    let text = Catalog::english().get(key::verdict::conflict::TEXT).to_owned();
    assert_eq!(texts(&document).iter().filter(|said| said.as_str() == text).count(), 1);
}

#[test]
fn a_report_with_too_few_answers_lists_open_questions_and_no_figures() {
    let document = of_nothing(Offer::default());
    assert_eq!(
        headings(&document, 2),
        [
            "Not enough answers yet",
            "Questions that would sharpen this result",
            "Is IT shared by accident?",
            "Your answers",
            "Sources and limits",
        ]
    );
    assert!(!says(&document, "of 100 runs"));
}

#[test]
fn each_model_has_the_same_fields() {
    let document = of("P2");
    let fields = rows(&document, "Fully outsourced IT");
    let names: Vec<&str> = fields.iter().map(|row| row[0]).collect();
    assert_eq!(
        names,
        ["Came first in", "Fit score", "Status", "What you gain", "What you give up", "What can go wrong"]
    );
    assert_eq!(headings(&document, 4), ["Reasons for it", "Reasons against it"].repeat(3));
}

#[test]
fn the_lead_of_the_example_in_the_method_is_printed() {
    // A score of 0.11675170068 is 5.8 index points.
    assert_eq!(rows(&of("P8"), "Points").last().unwrap()[..], ["Lead of fully outsourced IT", "–", "–", "+5.8"]);
}

#[test]
fn the_provider_and_their_offer_are_named() {
    let sells = [Alternative::CoManaged, Alternative::Outsourced];
    let document = of_nothing(Offer { name: Some("Marlow & Finch IT"), sells: &sells, ..Offer::default() });
    let sentence = "Marlow & Finch IT gave you this tool and sells co-managed IT and fully outsourced IT.";
    assert!(says(&document, sentence));
}

#[test]
fn the_report_leaves_out_hidden_views_and_says_so() {
    let case = &reference::organizations()[1];
    let draft = reference::draft(case);
    let of = |hidden: &[&'static str]| {
        let changes = Changes { hidden, ..Changes::default() };
        let offer = Offer { name: Some("Marlow"), changes, ..Offer::default() };
        with_subject(&draft.responses, &draft.priorities, &Catalog::english(), offer, document)
    };
    let whole = of(&[]);
    let left_out = |hidden: &'static str| {
        let document = of(&[hidden]);
        let shown = headings(&document, 2);
        headings(&whole, 2).into_iter().filter(|title| !shown.contains(title)).map(str::to_owned).collect::<Vec<_>>()
    };
    for (hidden, expected) in [
        ("why", &["The three models, side by side", "Why this result", "Control vs. convenience"][..]),
        ("cost", &["Cost over three years"]),
        ("who", &["Who does what if you share the work"]),
        ("plan", &["The path we suggest", "How you'll know it's working"]),
        ("ask", &["Questions to ask a provider"]),
        ("save", &[]),
    ] {
        assert_eq!(left_out(hidden), expected, "{hidden}");
    }
    assert!(says(&of(&["cost", "plan"]), "Marlow left out parts of the result: cost and the plan."));
    assert!(!says(&whole, "left out"));
}

#[test]
fn own_words_of_the_provider_are_named() {
    let texts =
        [("title", "Pick IT"), ("disclosure", "We are based in Springfield."), ("cost", "Budget"), ("plan", "Steps")]
            .map(|(name, text)| (name, text.to_owned()));
    let changes = Changes { texts: &texts, ..Changes::default() };
    let document = of_nothing(Offer { name: Some("Marlow"), changes, ..Offer::default() });
    assert!(says(&document, "Marlow put some things in their own words: the title and names of parts of the result."));
    assert!(says(&document, "Marlow adds: “We are based in Springfield.”"));
    let changes = Changes { texts: &texts[1..2], ..Changes::default() };
    let document = of_nothing(Offer { changes, ..Offer::default() });
    assert!(says(&document, "The company that gave you this tool adds: “We are based in Springfield.”"));
    assert!(!says(&document, "their own words"));
}

#[test]
fn the_report_says_that_it_was_made_on_the_device() {
    assert!(says(&of_nothing(Offer::default()), "This report was made on your device, from your own answers."));
}

#[test]
fn each_task_has_exactly_one_side_in_charge() {
    let document = of("P2");
    let tasks = rows(&document, "Helps");
    assert_eq!(tasks.len(), Assessment::standard().functions.len());
    for row in tasks {
        assert!(["Your team", "The provider"].contains(&row[1]) && row[1] != row[2], "{row:?}");
    }
}

#[test]
fn the_report_contains_all_answers() {
    let document = of("P4");
    let answers = rows(&document, "Your answer");
    assert_eq!(answers.len(), 27);
    assert!(answers.iter().all(|row| row[1] != "Not answered yet"));
    assert!(rows(&document, "How much it matters").contains(&vec!["Security and compliance are handled", "Important"]));
}
