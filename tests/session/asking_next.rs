//! The order of the questions, if the page asks first what matters most.

use assessment::Assessment;
use session::{Action, Course, ENTRY_CODE, Effect, Place, Session};

use super::{advance_to, answer, at, complete_quick_check, id, read, reread, resumed, session};

/// On the full course, at the first question after the quick check.
fn on_the_full_course() -> Session {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::GoOn);
    session
}

fn next_is(question: &str) -> Action {
    Action::AskNext(id(question))
}

fn path(session: &Session) -> Vec<&'static str> {
    session.path().iter().map(|id| Assessment::standard().question(*id).id).collect()
}

#[test]
fn an_answer_on_the_full_course_is_looked_at_in_the_next_pause() {
    let mut session = session();
    assert!(
        !session.apply(answer("cap", "lead")).contains(&Effect::Prepare),
        "the quick check has a result of its own"
    );
    let mut session = Session::new(Assessment::standard(), Course::Full, Some(&ENTRY_CODE));
    assert!(session.apply(answer("cap", "lead")).contains(&Effect::Prepare));
}

#[test]
fn the_question_to_ask_next_follows_those_that_were_reached() {
    let mut session = on_the_full_course();
    let before = path(&session);
    session.apply(answer("provider", "most"));
    assert_eq!(session.apply(next_is("rules")), []);
    let after = path(&session);
    assert_eq!(after[..8], before[..8]);
    assert_eq!(after[8], "rules");
    assert_eq!(after.len(), before.len(), "progress stays");
    session.apply(Action::Next);
    assert_eq!(session.place(), at("rules"));
    session.apply(Action::Back);
    assert_eq!(session.place(), at("provider"));
}

#[test]
fn another_answer_can_lead_to_another_question_instead() {
    let mut session = on_the_full_course();
    session.apply(next_is("rules"));
    session.apply(next_is("down"));
    let path = path(&session);
    assert_eq!(path[8], "down");
    assert_eq!(path.iter().filter(|id| **id == "rules").count(), 1);
}

#[test]
fn answered_questions_stay_where_they_were_asked() {
    let mut session = on_the_full_course();
    session.apply(answer("provider", "most"));
    session.apply(next_is("rules"));
    session.apply(Action::Next);
    session.apply(Action::Respond(id("rules"), decision::response::Response::NotSure));
    // Back at an earlier question, another one is suggested.
    session.apply(Action::GoTo(at("cap")));
    session.apply(next_is("down"));
    assert_eq!(path(&session)[7..10], ["provider", "rules", "down"]);
}

#[test]
fn the_order_is_in_the_draft() {
    let mut session = on_the_full_course();
    session.apply(next_is("rules"));
    let (draft, problems) = reread(&session.draft(""));
    assert_eq!(problems, [""; 0]);
    assert_eq!(path(&resumed(draft)), path(&session));
}

#[test]
fn an_order_in_a_draft_with_unknown_names_and_repetitions_is_read_as_far_as_it_is_known() {
    let names: Vec<String> = (0..500).map(|n| format!("\"{}\"", ["rules", "x", "cap"][n % 3])).collect();
    let text = format!(r#"{{"course": "full", "answers": {{}}, "asked": [7, null, {}]}}"#, names.join(","));
    let (draft, _) = read(&text);
    assert!(draft.asked.len() <= Assessment::standard().questions.len());
    let mut session = resumed(draft);
    assert_eq!(path(&session)[7], "rules");
    advance_to(&mut session, Place::Check);
    let (draft, _) = read(r#"{"course": "full", "answers": {}, "asked": "rules"}"#);
    assert_eq!(draft.asked, []);
}
