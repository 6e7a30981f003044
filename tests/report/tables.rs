//! The tables for a spreadsheet: they parse back cell by cell, and no cell is a formula.

use assessment::{Assessment, named::cap, named::signs};
use decision::response::{ChoiceSet, Priorities, Response, ResponseSet};
use proptest::{collection::vec, prelude::*};
use report::{Cell, Offer, Text, answers_csv, csv, figures_csv};

use super::{
    answers::{config, priorities, responses},
    catalog, hostile, in_english, nonempty_text,
    spreadsheet::{self, SEPARATORS, is_formula, is_guarded},
    tenths, with_subject,
};

/// The cells of a file by RFC 4180, or `None` if it is invalid.
fn cells(csv: &str) -> Option<Vec<Vec<String>>> {
    let mut records = Vec::new();
    let mut rest = csv;
    while !rest.is_empty() {
        let mut record = Vec::new();
        loop {
            let (cell, after) = cell(rest)?;
            record.push(cell);
            if let Some(after) = after.strip_prefix(',') {
                rest = after;
            } else {
                rest = after.strip_prefix("\r\n")?;
                break;
            }
        }
        records.push(record);
    }
    Some(records)
}

fn cell(rest: &str) -> Option<(String, &str)> {
    let Some(mut rest) = rest.strip_prefix('"') else {
        let end = rest.find([',', '\r', '\n', '"'])?;
        return Some((rest[..end].to_owned(), &rest[end..]));
    };
    let mut text = String::new();
    loop {
        let end = rest.find('"')?;
        text.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(after) => {
                text.push('"');
                rest = after;
            }
            None => return Some((text, rest)),
        }
    }
}

proptest! {
    #![proptest_config(config(1024))]

    // @threat-exports
    #[test]
    fn no_cell_is_a_formula_whatever_separates_cells(
        rows in vec((hostile(), vec(prop_oneof![3 => hostile().prop_map(Err), 1 => any::<i32>().prop_map(Ok)], 0..5)), 1..4)
    ) {
        let cell = |content: Result<i32, String>| match content {
            Ok(number) => Cell::number(number.to_string()),
            Err(text) => Cell::text(&text),
        };
        // A row of our tables begins with a text.
        let row = |(first, others): (String, Vec<_>)| [first].into_iter().map(Err).chain(others).map(cell).collect();
        let file = csv(&rows.into_iter().map(row).collect::<Vec<Vec<Cell>>>());
        for separator in SEPARATORS {
            for cell in spreadsheet::cells(&file, separator) {
                prop_assert!(!is_formula(&cell), "{:?} of {:?}", cell, file);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn both_tables_are_well_formed_with_any_catalog(
        responses in responses(), priorities in priorities(), text in nonempty_text()
    ) {
        let tables = with_subject(&responses, &priorities, &catalog(&text), Offer::default(), |subject| {
            [(answers_csv(subject), 4), (figures_csv(subject), 5)]
        });
        for (csv, columns) in tables {
            prop_assert!(csv.replace("\r\n", "").chars().all(|c| !c.is_control()), "{:?}", csv);
            let records = cells(&csv);
            prop_assert!(records.is_some(), "{}", csv);
            for record in records.unwrap() {
                prop_assert_eq!(record.len(), columns);
                prop_assert!(!record.iter().any(|cell| is_formula(cell)), "{:?}", record);
            }
        }
    }

    #[test]
    fn a_string_comes_back_unchanged_but_for_apostrophes(text in nonempty_text()) {
        let words = catalog(&text);
        let assessment = Assessment::standard();
        let (responses, priorities) = (ResponseSet::new(assessment), Priorities::new(assessment));
        let csv = with_subject(&responses, &priorities, &words, Offer::default(), answers_csv);
        let question = Text::new(words.get(assessment.question(cap::QUESTION).text));
        let found = cells(&csv).unwrap();
        let record = found.iter().find(|record| record[1] == "cap").unwrap();
        prop_assert!(is_guarded(&record[2], question.as_str()), "{}: {}", record[2], question.as_str());
    }

    #[test]
    fn the_points_in_the_table_add_up_to_the_lead_in_it(responses in responses(), priorities in priorities()) {
        let csv = in_english(&responses, &priorities, figures_csv);
        let records = cells(&csv).unwrap();
        let of = |name: &str| -> Vec<i32> {
            records.iter().filter(|record| record[0].starts_with(name)).map(|record| tenths(&record[4])).collect()
        };
        let (points, lead) = (of("Points for "), of("Lead of "));
        prop_assert_eq!(points.iter().sum::<i32>(), lead.iter().sum::<i32>());
        prop_assert_eq!(lead.len(), usize::from(!csv.contains("Not enough answers yet")));
        prop_assert!(points.is_empty() == lead.is_empty());
    }
}

#[test]
fn not_sure_none_of_these_and_unanswered_are_distinguished() {
    let assessment = Assessment::standard();
    let mut responses = ResponseSet::new(assessment);
    responses.set(cap::QUESTION, Some(Response::NotSure));
    responses.set(signs::QUESTION, Some(Response::Several(ChoiceSet::default())));
    let csv = in_english(&responses, &Priorities::new(assessment), answers_csv);
    let records = cells(&csv).unwrap();
    let response_of = |id: &str| records.iter().find(|record| record[1] == id).unwrap()[3].clone();
    assert_eq!(
        [response_of("cap"), response_of("signs"), response_of("fund")],
        ["Not sure", "None of these", "Not answered yet"]
    );
}

#[test]
fn an_inapplicable_question_is_not_in_the_table() {
    let assessment = Assessment::standard();
    let mut responses = ResponseSet::new(assessment);
    responses.set(cap::QUESTION, Some(Response::One(cap::NONE)));
    let csv = in_english(&responses, &Priorities::new(assessment), answers_csv);
    assert!(csv.contains(",\"cap\",") && !csv.contains(",\"load\","), "{csv}");
}

#[test]
fn the_priorities_follow_the_answers() {
    let assessment = Assessment::standard();
    let (responses, priorities) = (ResponseSet::new(assessment), Priorities::new(assessment));
    let csv = in_english(&responses, &priorities, answers_csv);
    let records = cells(&csv).unwrap();
    let last: Vec<&str> = records.iter().rev().take(7).rev().map(|record| record[1].as_str()).collect();
    assert_eq!(last, assessment.dimensions.iter().map(|dimension| dimension.id).collect::<Vec<_>>());
}
