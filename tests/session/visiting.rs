//! Away from the course to change one thing, and back.

use session::{Action, Course, Place};

use super::{answer, answers, at, at_check, complete_quick_check, id, respond, saves, session, visiting};

#[test]
fn next_leads_from_a_visited_question_to_where_it_was_opened() {
    for screen in [Place::Overview, Place::Priorities, Place::Check, Place::RESULT] {
        let mut session = visiting("fund", screen);
        assert_eq!((session.place(), session.returns_to()), (at("fund"), Some(screen)));
        session.apply(answer("fund", "yes"));
        session.apply(Action::Next);
        assert_eq!((session.place(), session.returns_to()), (screen, None));
    }
}

#[test]
fn back_leads_from_a_visited_question_to_where_it_was_opened() {
    for screen in [Place::Overview, Place::Priorities, Place::Check, Place::RESULT] {
        let mut session = visiting("fund", screen);
        session.apply(Action::Back);
        assert_eq!((session.place(), session.returns_to()), (screen, None));
    }
}

#[test]
fn back_keeps_the_answer_that_was_changed_in_a_visit() {
    let mut session = visiting("fund", Place::Check);
    session.apply(answer("fund", "yes"));
    session.apply(Action::Back);
    assert!(answers(&session).contains(&"fund=yes".to_owned()));
}

#[test]
fn opening_a_question_from_the_result_keeps_the_answers() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    let before = answers(&session);
    assert!(saves(&mut session, Action::Visit(at("answer"))));
    assert_eq!(session.place(), at("answer"));
    assert_eq!(answers(&session), before);
}

#[test]
fn opening_a_later_question_from_the_result_does_not_continue_to_the_full_course() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::Visit(at("size")));
    assert_eq!(session.course(), Course::Quick);
    session.apply(answer("size", "m"));
    session.apply(Action::Next);
    assert_eq!((session.place(), session.course()), (Place::RESULT, Course::Quick));
}

#[test]
fn next_without_an_answer_requests_one_and_stays_in_the_visit() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::Visit(at("size")));
    assert!(!saves(&mut session, Action::Next));
    assert!(session.answer_missing());
    assert_eq!((session.place(), session.returns_to()), (at("size"), Some(Place::RESULT)));
}

#[test]
fn a_visit_has_no_progress() {
    let mut session = visiting("fund", Place::Check);
    assert_eq!(session.progress(), None);
    session.apply(Action::Back);
    session.apply(Action::GoTo(at("fund")));
    assert!(session.progress().is_some());
}

#[test]
fn the_destination_in_a_visit_is_where_it_began() {
    assert_eq!(visiting("fund", Place::Check).destination(), Some(Place::Check));
}

#[test]
fn the_priorities_lead_back_to_where_they_were_opened() {
    for screen in [Place::Check, Place::RESULT] {
        for step in [Action::Next, Action::Back] {
            let mut session = at_check();
            session.apply(Action::GoTo(screen));
            session.apply(Action::Visit(Place::Priorities));
            session.apply(step);
            assert_eq!((session.place(), session.returns_to()), (screen, None));
        }
    }
}

#[test]
fn the_overview_leads_back_to_the_question_where_it_was_opened() {
    let mut session = session();
    respond(&mut session, &[("cap", "team"), ("load", "ok")]);
    session.apply(Action::Visit(Place::Overview));
    session.apply(Action::Back);
    assert_eq!((session.place(), session.returns_to()), (at("fund"), None));
}

#[test]
fn next_at_the_overview_continues_and_does_not_return() {
    let mut session = at_check();
    session.apply(Action::Retract(id("hours")));
    session.apply(Action::Visit(Place::Overview));
    session.apply(Action::Next);
    assert_eq!((session.place(), session.returns_to()), (at("hours"), None));
}

#[test]
fn next_at_the_answers_always_leads_to_the_result() {
    let mut session = at_check();
    session.apply(Action::GoTo(at("fund")));
    session.apply(Action::Visit(Place::Check));
    session.apply(Action::Next);
    assert_eq!((session.place(), session.returns_to()), (Place::RESULT, None));
}

#[test]
fn permanent_navigation_ends_the_visit() {
    let mut session = visiting("fund", Place::Check);
    session.apply(Action::GoTo(at("size")));
    assert_eq!((session.place(), session.returns_to()), (at("size"), None));
}

#[test]
fn continuing_to_the_full_course_ends_the_visit() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::Visit(at("size")));
    session.apply(Action::GoOn);
    assert_eq!((session.place(), session.returns_to()), (at("provider"), None));
}
