//! Visits that began at a question, and nested visits.

use decision::response::Response;

use session::{Action, Course, Place};

use super::{answer, at, complete_quick_check, id, respond, session};

#[test]
fn a_visit_from_a_question_returns_to_it() {
    for step in [Action::Next, Action::Back] {
        let mut session = session();
        respond(&mut session, &[("cap", "team"), ("load", "ok")]);
        session.apply(Action::Visit(at("cap")));
        session.apply(step);
        assert_eq!((session.place(), session.returns_to()), (at("fund"), None));
    }
}

#[test]
fn next_continues_along_the_course_after_a_visit() {
    let mut session = session();
    respond(&mut session, &[("cap", "team"), ("load", "ok")]);
    session.apply(Action::Visit(at("cap")));
    session.apply(Action::Next);
    respond(&mut session, &[("fund", "yes")]);
    assert_eq!(session.place(), at("answer"));
}

#[test]
fn if_the_origin_no_longer_applies_the_next_applicable_question_follows() {
    for step in [Action::Next, Action::Back] {
        let mut session = session();
        respond(&mut session, &[("cap", "team")]);
        session.apply(Action::Visit(at("cap")));
        session.apply(answer("cap", "none"));
        session.apply(step);
        assert_eq!((session.place(), session.returns_to()), (at("fund"), None));
    }
}

#[test]
fn a_visit_ends_at_its_origin_if_the_new_answer_made_it_applicable() {
    let mut session = session();
    respond(&mut session, &[("cap", "team")]);
    session.apply(Action::Visit(at("cap")));
    session.apply(Action::Next);
    assert_eq!((session.place(), session.returns_to()), (at("load"), None));
}

#[test]
fn returning_from_a_visit_does_not_continue_to_the_full_course() {
    for step in [Action::Next, Action::Back] {
        let mut session = session();
        complete_quick_check(&mut session, "lead");
        session.apply(Action::Visit(at("size")));
        session.apply(Action::Visit(at("fund")));
        session.apply(step);
        assert_eq!((session.place(), session.course()), (at("size"), Course::Quick));
    }
}

#[test]
fn a_nested_visit_on_the_quick_course_still_returns_to_the_result() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::Visit(at("size")));
    session.apply(Action::Visit(Place::Overview));
    session.apply(Action::Back);
    assert_eq!((session.place(), session.returns_to()), (at("size"), Some(Place::RESULT)));
    session.apply(Action::Respond(id("size"), Response::NotSure));
    session.apply(Action::Next);
    assert_eq!((session.place(), session.returns_to()), (Place::RESULT, None));
}
