//! A visit that began at a question, and a visit within a visit.

use decision::response::Response;

use session::{Action, Course, Place};

use super::{answer, at, give, give_all, id, session};

#[test]
fn a_visit_that_began_at_a_question_ends_at_it() {
    for step in [Action::Next, Action::Back] {
        let mut session = session();
        give(&mut session, &[("cap", "team"), ("load", "ok")]);
        session.apply(Action::Visit(at("cap")));
        session.apply(step);
        assert_eq!((session.place(), session.returns_to()), (at("fund"), None));
    }
}

#[test]
fn after_it_next_goes_on_along_the_course() {
    let mut session = session();
    give(&mut session, &[("cap", "team"), ("load", "ok")]);
    session.apply(Action::Visit(at("cap")));
    session.apply(Action::Next);
    give(&mut session, &[("fund", "yes")]);
    assert_eq!(session.place(), at("answer"));
}

#[test]
fn if_the_new_answer_closed_that_question_the_next_one_that_applies_follows() {
    for step in [Action::Next, Action::Back] {
        let mut session = session();
        give(&mut session, &[("cap", "team")]);
        session.apply(Action::Visit(at("cap")));
        session.apply(answer("cap", "none"));
        session.apply(step);
        assert_eq!((session.place(), session.returns_to()), (at("fund"), None));
    }
}

#[test]
fn if_the_new_answer_opened_that_question_the_visit_ends_there() {
    let mut session = session();
    give(&mut session, &[("cap", "team")]);
    session.apply(Action::Visit(at("cap")));
    session.apply(Action::Next);
    assert_eq!((session.place(), session.returns_to()), (at("load"), None));
}

#[test]
fn coming_back_is_not_going_on() {
    for step in [Action::Next, Action::Back] {
        let mut session = session();
        give_all(&mut session, "lead");
        session.apply(Action::Visit(at("size")));
        session.apply(Action::Visit(at("fund")));
        session.apply(step);
        assert_eq!((session.place(), session.course()), (at("size"), Course::Quick));
    }
}

#[test]
fn a_visit_within_a_visit_of_the_quick_course_still_comes_back_to_the_result() {
    let mut session = session();
    give_all(&mut session, "lead");
    session.apply(Action::Visit(at("size")));
    session.apply(Action::Visit(Place::Overview));
    session.apply(Action::Back);
    assert_eq!((session.place(), session.returns_to()), (at("size"), Some(Place::Result)));
    session.apply(Action::Respond(id("size"), Response::NotSure));
    session.apply(Action::Next);
    assert_eq!((session.place(), session.returns_to()), (Place::Result, None));
}
