//! Moving forward and back in the quick check.

use assessment::named::cap;

use decision::response::{Progress, Response};

use session::{Action, Place};

use super::{answer, answers, at, complete_quick_check, respond, saves, session};

#[test]
fn a_new_session_starts_at_the_first_question_of_the_quick_check() {
    let session = session();
    assert_eq!(session.place(), Place::Question(cap::QUESTION));
    assert_eq!(session.progress(), Some(Progress { position: 1, total: 7, answered: 0 }));
    assert!(session.is_untouched());
}

#[test]
fn next_without_an_answer_requests_one_and_stays() {
    let mut session = session();
    assert!(!saves(&mut session, Action::Next));
    assert_eq!(session.place(), Place::Question(cap::QUESTION));
    assert!(session.answer_missing());
}

#[test]
fn an_answer_clears_the_request_for_one() {
    let mut session = session();
    session.apply(Action::Next);
    session.apply(answer("cap", "team"));
    assert!(!session.answer_missing());
}

#[test]
fn not_sure_is_enough_to_continue() {
    let mut session = session();
    session.apply(Action::Respond(cap::QUESTION, Response::NotSure));
    session.apply(Action::Next);
    assert_eq!(session.place(), at("load"));
}

#[test]
fn back_loses_no_answer() {
    let mut session = session();
    respond(&mut session, &[("cap", "team"), ("load", "ok"), ("fund", "yes")]);
    for _ in 0..3 {
        session.apply(Action::Back);
    }
    assert_eq!(session.place(), Place::Question(cap::QUESTION));
    assert_eq!(answers(&session), ["cap=team", "load=ok", "fund=yes"]);
}

#[test]
fn back_at_the_first_question_stays() {
    let mut session = session();
    assert!(!saves(&mut session, Action::Back));
    assert_eq!(session.place(), Place::Question(cap::QUESTION));
}

#[test]
fn back_at_the_result_goes_to_the_last_question() {
    let mut session = session();
    session.apply(Action::GoTo(Place::RESULT));
    session.apply(Action::Back);
    assert_eq!(session.place(), at("skills"));
}

#[test]
fn the_last_answer_leads_to_the_result() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    assert_eq!(session.place(), Place::RESULT);
    assert_eq!(session.progress(), None);
}

#[test]
fn going_to_a_place_keeps_the_answers() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    let before = answers(&session);
    assert!(saves(&mut session, Action::GoTo(at("answer"))));
    assert_eq!(session.place(), at("answer"));
    assert_eq!(answers(&session), before);
}

#[test]
fn an_inapplicable_question_is_skipped_in_both_directions() {
    let mut session = session();
    respond(&mut session, &[("cap", "none")]);
    assert_eq!(session.place(), at("fund"));
    session.apply(Action::Back);
    assert_eq!(session.place(), Place::Question(cap::QUESTION));
}

#[test]
fn without_the_question_on_load_there_are_six_questions() {
    let mut session = session();
    respond(
        &mut session,
        &[("cap", "none"), ("fund", "no"), ("answer", "one"), ("decide", "approve"), ("pace", "steady")],
    );
    assert_eq!(session.path().len(), 6);
    assert_eq!(session.progress(), Some(Progress { position: 6, total: 6, answered: 5 }));
    session.apply(answer("skills", "few"));
    assert_eq!(session.progress(), Some(Progress { position: 6, total: 6, answered: 6 }));
}

#[test]
fn toggling_an_answer_keeps_its_follow_up() {
    let mut session = session();
    respond(&mut session, &[("cap", "team"), ("load", "stretched")]);
    session.apply(answer("cap", "none"));
    assert_eq!(session.path().len(), 6);
    session.apply(answer("cap", "team"));
    assert_eq!(session.path().len(), 7);
    assert_eq!(answers(&session), ["cap=team", "load=stretched"]);
}
