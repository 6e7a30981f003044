//! Entries of the plan in the document: duties, cost, steps, scorecard, questions.

use assessment::{Assessment, json::Value};

use decision::worksheet::Worksheet;

use report::{Block, Document, Subject, document, markdown};

use session::{ENTRY_CODE, decode};

use super::{in_english, reference, texts};

/// The report of the second organization, with the entries of a draft.
fn with_entries() -> Document {
    let draft: Value = serde_json::from_str(include_str!("../fixtures/draft-schema-3.json")).unwrap();
    of(&decode(Assessment::standard(), &draft, Some(&ENTRY_CODE)).unwrap().draft.worksheet)
}

fn of(worksheet: &Worksheet) -> Document {
    let draft = reference::draft(&reference::organizations()[1]);
    in_english(&draft.responses, &draft.priorities, |subject| {
        document(&Subject { date: "", worksheet, currency: "EUR", ..*subject })
    })
}

fn says(document: &Document, part: &str) -> bool {
    texts(document).iter().any(|text| text.as_str().contains(part))
}

fn row(document: &Document, first: &str) -> Vec<String> {
    let rows = document.blocks.iter().filter_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let found = rows.flatten().rfind(|row| row[0].as_str() == first).unwrap();
    found.iter().map(|cell| cell.as_str().to_owned()).collect()
}

#[test]
fn a_task_says_who_does_it_today_and_what_to_sort_out() {
    let document = with_entries();
    let phones = row(&document, "Phones");
    assert_eq!(phones.last().unwrap(), "No one does it");
    assert_eq!(phones[phones.len() - 2], "No one");
    assert!(says(&document, "Ask Kim"));
}

#[test]
fn without_entries_duties_are_listed_once() {
    let document = of(&Worksheet::new(Assessment::standard()));
    assert!(!says(&document, "Who does it today"));
    assert!(says(&document, "Owner"));
}

#[test]
fn cost_marks_own_figures() {
    let document = with_entries();
    assert!(says(&document, "These cost figures do not affect your result."));
    let users = texts(&document).iter().filter(|text| text.as_str() == "Your own figure").count();
    assert_eq!(users, 1);
}

#[test]
fn a_currency_other_than_that_of_the_figures_is_named() {
    let document = with_entries();
    let said = "Our sample figures are American, in USD. Prices differ elsewhere, so enter your own. Nothing is converted. \
                Enter your own in EUR.";
    assert!(says(&document, said));
    assert!(says(&document, "USD 1") && !says(&document, "EUR 1"), "no own figure is money");
}

#[test]
fn a_step_states_its_owner_due_date_and_status() {
    let document = with_entries();
    assert!(says(&document, "Owner: Ana"));
    assert!(says(&document, "Due by 2027-01-15"));
    assert!(says(&document, "Move the server room"));
    assert!(markdown(&document).contains("- [x] "));
}

#[test]
fn the_scorecard_has_the_figures() {
    let figures = row(&with_entries(), "Incident response speed");
    assert_eq!(figures[1..], ["8", "2.5", "–", "2027-06-01"]);
}

#[test]
fn a_question_has_its_note_and_provider_answers() {
    let document = with_entries();
    assert!(says(&document, "Note: Ask for the contract"));
    assert!(says(&document, "Marlow & Finch IT – good answer: On call"));
}
