//! The events that the host page receives during a visit.

use assessment::{Assessment, json::Value};

use config::Detail;

use session::{Action, Place, Session};

use support_fit::ui::PublicEvent;

use super::{advance_to, answer, at, at_check, events, json, resumed, session};

/// The plain or detailed events of some actions.
fn named(session: &mut Session, detail: Detail, actions: &[Action]) -> Vec<(&'static str, Value)> {
    let effects: Vec<_> = actions.iter().flat_map(|action| session.apply(action.clone())).collect();
    let of = |event| PublicEvent::Visit(event).named(Assessment::standard(), detail);
    events(&effects).into_iter().map(of).collect()
}

fn plain(session: &mut Session, actions: &[Action]) -> Vec<(&'static str, Value)> {
    named(session, Detail::Plain, actions)
}

/// The quick check by its first options, with this answer to the first question.
fn quick_check(who: &str) -> Vec<(&'static str, Value)> {
    let mut session = session();
    let mut emitted = plain(&mut session, &[answer("cap", who), Action::Next]);
    while let Place::Question(question) = session.place() {
        let first = Assessment::standard().question(question).options[0].id;
        let name = Assessment::standard().question(question).id;
        emitted.extend(plain(&mut session, &[answer(name, first), Action::Next]));
    }
    emitted
}

// @threat-events
#[test]
fn plain_events_do_not_depend_on_answers_before_the_last_question() {
    let [nobody, lead, team] = ["none", "lead", "team"].map(quick_check);
    assert_eq!(lead, team);
    // Without in-house staff there is one question fewer. The page learns only the number of questions.
    assert_eq!(lead.len(), nobody.len() + 3);
    let last = nobody.len() - 1;
    assert_eq!(nobody[..last], lead[..last]);
    assert_eq!(nobody[last], ("progress", json(r#"{"step":6,"screen":"result","view":"answer"}"#)));
}

#[test]
fn a_step_is_counted_each_time_a_question_is_shown() {
    let mut session = session();
    let emitted = plain(&mut session, &[answer("cap", "lead"), Action::Next, Action::Back, answer("cap", "team")]);
    let step = |n: u32| json(&format!(r#"{{"step":{n}}}"#));
    let moved = |n: u32| ("progress", json(&format!(r#"{{"step":{n},"screen":"question","view":null}}"#)));
    let expected = [
        ("start", json("{}")),
        ("answer", step(1)),
        moved(2),
        ("question-shown", step(2)),
        moved(3),
        ("question-shown", step(3)),
        ("answer", step(3)),
    ];
    assert_eq!(emitted, expected);
    let emitted = plain(&mut session, &[Action::StartOver, answer("cap", "lead")]);
    assert_eq!(emitted, [("reset", json("{}")), ("start", json("{}")), ("answer", step(1))]);
}

#[test]
fn a_visit_resumed_after_the_questions_starts_at_step_0() {
    let mut session = resumed(at_check().draft(super::TIME));
    let emitted = plain(&mut session, &[Action::Next, Action::Visit(at("size"))]);
    let expected = [
        ("progress", json(r#"{"step":0,"screen":"result","view":"answer"}"#)),
        ("progress", json(r#"{"step":1,"screen":"question","view":null}"#)),
        ("question-shown", json(r#"{"step":1}"#)),
    ];
    assert_eq!(emitted, expected);
}

#[test]
fn detailed_events_name_the_question_its_position_and_the_answer() {
    let mut session = session();
    let emitted = named(&mut session, Detail::Detailed, &[answer("cap", "none"), Action::Next]);
    let expected = [
        ("start", json("{}")),
        ("answer", json(r#"{"step":1,"question":"cap","position":1,"total":6,"answer":"none"}"#)),
        ("progress", json(r#"{"step":2,"screen":"question","view":null}"#)),
        ("question-shown", json(r#"{"step":2,"question":"fund","position":2,"total":6}"#)),
    ];
    assert_eq!(emitted, expected);
    advance_to(&mut session, Place::RESULT);
    let emitted =
        named(&mut session, Detail::Detailed, &[Action::Visit(at("fund")), Action::Retract(super::id("fund"))]);
    let [.., (_, detail)] = emitted.as_slice() else { panic!("there are no events") };
    assert_eq!(*detail, json(r#"{"step":7,"question":"fund","position":2,"total":6,"answer":null}"#));
}
