//! The actions of a visitor and their outcomes.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod asking_next;
mod device;
#[path = "../../fuzz/src/document.rs"]
#[allow(dead_code, clippy::expect_used, reason = "only the parser and the printer are used")]
mod document;
mod drafts;
mod effects;
mod entries;
mod events;
mod faults;
mod follow_ups;
mod full_course;
mod in_memory;
mod keeping;
mod kept_places;
mod moving;
mod offers;
mod old_keys;
mod opened;
mod recheck;
mod replaced;
mod slots;
mod two_tabs;
mod undoing;
mod unknown_places;
mod unseen;
mod views;
mod visiting;
mod visits_from_questions;
mod worksheets;

use assessment::{Alternative, Assessment, QuestionId, json::Value};

use decision::{
    evaluation::Verdict,
    response::{Response, ResponseSet},
    worksheet::CalendarDate,
};

use session::{Action, Course, Draft, ENTRY_CODE, Effect, Event, Place, Run, RunAnswers, Session, decode};

const TIME: &str = "2026-11-22T08:30:00.000Z";

/// A file of the full course: a question opened from the list of answers.
const FULL_COURSE: &str = include_str!("../fixtures/draft-schema-2-full.json");

fn session() -> Session {
    Session::new(Assessment::standard(), Course::Quick, Some(&ENTRY_CODE))
}

fn resumed(draft: Draft) -> Session {
    Session::resume(Assessment::standard(), Course::Quick, draft, Some(&ENTRY_CODE))
}

fn id(question: &str) -> QuestionId {
    Assessment::standard().find_question(question).unwrap()
}

fn at(question: &str) -> Place {
    Place::Question(id(question))
}

fn answer(question: &str, option: &str) -> Action {
    let option = Assessment::standard().question(id(question)).find_option(option).unwrap();
    Action::Respond(id(question), Response::One(option))
}

/// Performs an action. Returns whether there is something to save.
fn saves(session: &mut Session, action: Action) -> bool {
    session.apply(action).contains(&Effect::Save)
}

/// The events among the effects.
fn events(effects: &[Effect]) -> Vec<Event> {
    let event = |effect: &Effect| if let Effect::Emit(event) = effect { Some(*event) } else { None };
    effects.iter().filter_map(event).collect()
}

/// Answers questions from the current place, pressing "next" after each.
fn respond(session: &mut Session, pairs: &[(&str, &str)]) {
    for (question, option) in pairs {
        assert_eq!(session.place(), at(question));
        session.apply(answer(question, option));
        session.apply(Action::Next);
    }
}

/// Answers the whole quick check.
fn complete_quick_check(session: &mut Session, who: &str) {
    respond(session, &[("cap", who), ("load", "stretched"), ("fund", "one"), ("answer", "split")]);
    respond(session, &[("decide", "key"), ("pace", "growing"), ("skills", "specialist")]);
}

/// Presses "next", answering "not sure" if unanswered, until the session reaches the place.
fn advance_to(session: &mut Session, to: Place) {
    for _ in 0..100 {
        if session.place() == to {
            return;
        }
        if let Place::Question(id) = session.place()
            && session.responses().get(id).is_none()
        {
            session.apply(Action::Respond(id, Response::NotSure));
        }
        session.apply(Action::Next);
    }
    panic!("\"next\" ends at {:?} and never reaches {to:?}", session.place());
}

/// The full course up to the list of answers.
fn at_check() -> Session {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::GoOn);
    advance_to(&mut session, Place::Check);
    session
}

/// At a question that was opened from a screen at the end of the full course.
fn visiting(question: &str, from: Place) -> Session {
    let mut session = at_check();
    session.apply(Action::GoTo(from));
    session.apply(Action::Visit(at(question)));
    session
}

/// All answers in the order asked.
fn answers(session: &Session) -> Vec<String> {
    let mut ordered = session
        .draft(TIME)
        .encode(Assessment::standard(), Some(&ENTRY_CODE))
        .get("answers")
        .unwrap()
        .entries()
        .unwrap()
        .to_vec();
    ordered.retain(|(name, _)| Assessment::standard().find_question(name).is_some());
    ordered.iter().map(|(name, value)| format!("{name}={}", value.as_text().unwrap())).collect()
}

/// A draft saved by another tab: two answers, at the third question.
fn other_draft() -> Draft {
    let mut other = session();
    respond(&mut other, &[("cap", "keeper"), ("load", "fire")]);
    other.draft(TIME)
}

/// An earlier result, different for each day of a month.
fn run_on(day: &str) -> Run {
    let share: u8 = day[8..].parse().unwrap();
    Run {
        date: CalendarDate::parse(day).unwrap(),
        content: Assessment::standard().version.to_owned(),
        verdict: Verdict::Lean,
        leader: Alternative::CoManaged,
        shares: [share, 100 - share, 0],
        settled_after: None,
        answers: RunAnswers::Known(ResponseSet::new(Assessment::standard())),
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn read(text: &str) -> (Draft, Vec<String>) {
    let decoded = decode(Assessment::standard(), &json(text), Some(&ENTRY_CODE)).unwrap();
    let problems =
        decoded.problems.iter().map(|p| format!("{}: {} [{}]", p.path, p.found, p.expected.code())).collect();
    (decoded.draft, problems)
}

fn reread(draft: &Draft) -> (Draft, Vec<String>) {
    read(&serde_json::to_string(&draft.encode(Assessment::standard(), Some(&ENTRY_CODE))).unwrap())
}
