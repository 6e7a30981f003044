//! Validation of text entered by a visitor.

use assessment::Assessment;

use decision::worksheet::{EntryRefusal, QuestionChange, QuestionEntries, StepChange, StepEntries};

use super::step;

fn owner(text: &str) -> Result<String, EntryRefusal> {
    let mut entries = StepEntries::default();
    entries.apply(Assessment::standard(), StepChange::Owner(step("goals"), text.to_owned()))?;
    Ok(entries.get(step("goals")).map(|entry| entry.owner.clone()).unwrap_or_default())
}

fn note(text: &str) -> Result<String, EntryRefusal> {
    let mut entries = QuestionEntries::default();
    let nights = Assessment::standard().find_checklist_entry("nights").unwrap();
    entries.apply(Assessment::standard(), QuestionChange::Note(nights, text.to_owned()))?;
    Ok(entries.get(nights).note.clone())
}

#[test]
fn surrounding_whitespace_is_trimmed() {
    assert_eq!(owner("  Ana \n"), Ok("Ana".to_owned()));
}

#[test]
fn text_limits_count_characters() {
    assert_eq!(owner(&"ü".repeat(80)), Ok("ü".repeat(80)));
    assert_eq!(owner(&"ü".repeat(81)), Err(EntryRefusal::TooLong(80)));
}

#[test]
fn bidirectional_marks_are_rejected() {
    assert_eq!(owner("Ana \u{202e}anA"), Err(EntryRefusal::UnsafeText));
}

#[test]
fn a_line_break_is_rejected_in_a_single_line() {
    assert_eq!(owner("Ana\nBob"), Err(EntryRefusal::UnsafeText));
}

#[test]
fn text_of_only_joiners_is_empty() {
    assert_eq!(owner("\u{200d}"), Ok(String::new()));
}

#[test]
fn a_note_keeps_its_lines() {
    assert_eq!(note("one\r\ntwo\rthree\tfour\n"), Ok("one\ntwo\nthree four".to_owned()));
}

#[test]
fn a_note_rejects_what_a_single_line_rejects() {
    assert_eq!(note("one\n\u{7}"), Err(EntryRefusal::UnsafeText));
    assert_eq!(note(&"a".repeat(501)), Err(EntryRefusal::TooLong(500)));
    assert_eq!(note(&"a\n".repeat(250)).unwrap().chars().count(), 499);
}
