//! A session without the reader of entries keeps them as raw JSON and reads them when the reader has loaded.

use assessment::{Assessment, json::Value, named::step};

use session::{Action, Course, Decoded, ENTRY_CODE, Session, Source, decode};

use decision::worksheet::{StepChange, StepKey};

use super::{TIME, answer, json, saves};

/// A file that a build with schema 3 wrote.
const SCHEMA_3: &str = include_str!("../fixtures/draft-schema-3.json");

fn waiting_on(text: &str) -> Session {
    let Decoded { draft, problems } = decode(Assessment::standard(), &json(text), None).unwrap();
    assert_eq!(problems, []);
    Session::resume(Assessment::standard(), Course::Quick, draft, None)
}

fn whole(text: &str) -> Session {
    Session::resume(
        Assessment::standard(),
        Course::Quick,
        decode(Assessment::standard(), &json(text), Some(&ENTRY_CODE)).unwrap().draft,
        Some(&ENTRY_CODE),
    )
}

fn entries(document: &Value) -> Vec<Option<Value>> {
    ["duties", "figures", "steps", "scorecard", "questions"].map(|name| document.get(name).cloned()).to_vec()
}

#[test]
fn unread_entries_are_saved_unchanged() {
    let session = waiting_on(SCHEMA_3);
    assert!(session.worksheet().is_empty());
    assert_eq!(entries(&session.document(TIME)), entries(&json(SCHEMA_3)));
}

#[test]
fn a_session_with_unread_entries_is_not_empty() {
    let session = waiting_on(r#"{ "schema": 3, "answers": {}, "steps": { "steps": { "goals": { "done": true } } } }"#);
    assert!(!session.is_untouched());
}

#[test]
fn entries_are_read_when_their_reader_arrives() {
    let mut session = waiting_on(SCHEMA_3);
    assert_eq!(session.read_entries(&ENTRY_CODE), []);
    assert_eq!(session.worksheet(), whole(SCHEMA_3).worksheet());
    assert_eq!(session.document(TIME), whole(SCHEMA_3).document(TIME));
}

#[test]
fn answers_given_in_the_meantime_are_kept() {
    let mut session = waiting_on(SCHEMA_3);
    session.apply(answer("load", "fire"));
    let before = session.responses().clone();
    session.read_entries(&ENTRY_CODE);
    assert_eq!(session.responses(), &before);
    assert_eq!(session.worksheet(), whole(SCHEMA_3).worksheet());
}

#[test]
fn invalid_entries_are_reported_when_read_and_stay_in_the_draft() {
    let text = r#"{ "schema": 3, "answers": {}, "steps": { "steps": { "goals": { "done": "perhaps" } } } }"#;
    let mut session = waiting_on(text);
    let problems = session.read_entries(&ENTRY_CODE);
    assert_eq!(problems.iter().map(|p| p.path.as_str()).collect::<Vec<_>>(), ["$.steps.steps.goals.done"]);
    assert_eq!(session.document(TIME).get("steps"), json(text).get("steps"));
}

#[test]
fn undo_restores_entries_after_they_were_read() {
    let mut session = waiting_on(SCHEMA_3);
    session.apply(Action::StartOver);
    session.read_entries(&ENTRY_CODE);
    assert!(session.worksheet().is_empty());
    session.apply(Action::Undo);
    assert_eq!(session.worksheet(), whole(SCHEMA_3).worksheet());
}

#[test]
fn another_tabs_entries_are_read_too() {
    let mut session = Session::new(Assessment::standard(), Course::Quick, None);
    let other = decode(Assessment::standard(), &json(SCHEMA_3), None).unwrap().draft;
    session.apply(Action::Offer(Source::OtherTab, Box::new(other), None));
    session.read_entries(&ENTRY_CODE);
    session.apply(Action::TakeOver);
    assert_eq!(session.worksheet(), whole(SCHEMA_3).worksheet());
}

#[test]
fn an_entry_changes_nothing_before_the_reader_arrives() {
    let mut session = Session::new(Assessment::standard(), Course::Quick, None);
    let entry = Action::Step(StepChange::Owner(StepKey::Suggested(step::GOALS), "Ana".into()));
    assert!(!saves(&mut session, entry));
    assert!(session.is_untouched());
}
