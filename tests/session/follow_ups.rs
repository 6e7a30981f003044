//! A new answer in a visit can make a follow-up question apply, which comes first and is part of the visit.

use assessment::named::cap;

use session::{Action, Course, Place, Session};

use super::{advance_to, answer, at, complete_quick_check, id, respond, saves, session, visiting};

#[test]
fn having_in_house_staff_leads_to_the_question_on_load_first() {
    let mut session = without_a_person();
    session.apply(answer("cap", "team"));
    assert_eq!(session.destination(), Some(at("load")));
    session.apply(Action::Next);
    assert_eq!((session.place(), session.returns_to()), (at("load"), Some(Place::Check)));
}

#[test]
fn a_follow_up_is_a_part_of_the_visit() {
    let mut session = without_a_person();
    respond(&mut session, &[("cap", "team"), ("load", "ok")]);
    assert_eq!((session.place(), session.returns_to()), (Place::Check, None));
}

#[test]
fn a_follow_up_has_no_progress() {
    let mut session = without_a_person();
    respond(&mut session, &[("cap", "team")]);
    assert_eq!(session.progress(), None);
}

#[test]
fn a_follow_up_requires_an_answer_too() {
    let mut session = without_a_person();
    respond(&mut session, &[("cap", "team")]);
    assert!(!saves(&mut session, Action::Next));
    assert!(session.answer_missing());
}

#[test]
fn back_at_a_follow_up_leads_to_where_the_visit_began() {
    let mut session = without_a_person();
    respond(&mut session, &[("cap", "team")]);
    session.apply(Action::Back);
    assert_eq!((session.place(), session.returns_to()), (Place::Check, None));
}

#[test]
fn a_follow_up_with_a_response_is_not_asked_again() {
    let mut session = visiting("cap", Place::Check);
    respond(&mut session, &[("cap", "team")]);
    assert_eq!(session.place(), Place::Check);
}

#[test]
fn an_answer_without_a_follow_up_leads_back_at_once() {
    let mut session = without_a_person();
    session.apply(Action::Next);
    assert_eq!(session.place(), Place::Check);
}

#[test]
fn having_a_provider_leads_to_the_question_on_clashes_first() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::Visit(at("provider")));
    respond(&mut session, &[("provider", "most")]);
    assert_eq!((session.place(), session.returns_to()), (at("clash"), Some(Place::RESULT)));
    respond(&mut session, &[("clash", "rule")]);
    assert_eq!((session.place(), session.course()), (Place::RESULT, Course::Quick));
}

#[test]
fn having_no_provider_opens_no_question_on_clashes() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::Visit(at("provider")));
    respond(&mut session, &[("provider", "none")]);
    assert_eq!(session.place(), Place::RESULT);
}

/// At the list of answers of an organization without IT staff, which was never asked about load.
fn without_a_person() -> Session {
    let mut session = session();
    session.apply(answer("cap", "none"));
    session.apply(Action::GoOn);
    advance_to(&mut session, Place::Check);
    assert_eq!(session.responses().get(id("load")), None);
    session.apply(Action::Visit(Place::Question(cap::QUESTION)));
    session
}
