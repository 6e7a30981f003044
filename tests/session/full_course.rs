//! After the quick check: all questions, the priorities, the list of answers, the result.

use assessment::{Assessment, named::cap};

use decision::response::{Progress, Response};

use session::{Action, Course, Place, Session, View};

use super::{advance_to, answer, answers, at, at_check, complete_quick_check, id, respond, saves, session};

const SCREENS: [Place; 5] =
    [Place::Overview, Place::Priorities, Place::Check, Place::RESULT, Place::Result(View::Plan)];

#[test]
fn a_new_session_is_on_the_quick_course() {
    assert_eq!(session().course(), Course::Quick);
}

#[test]
fn continuing_after_the_quick_check_leads_to_the_first_open_question() {
    let session = continued();
    assert_eq!((session.place(), session.course()), (at("provider"), Course::Full));
}

#[test]
fn continuing_keeps_the_answers() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    let before = answers(&session);
    session.apply(Action::GoOn);
    assert_eq!(answers(&session), before);
}

#[test]
fn continuing_counts_the_quick_questions_too() {
    assert_eq!(continued().progress(), Some(Progress { position: 8, total: 28, answered: 7 }));
}

#[test]
fn continuing_during_the_quick_check_finishes_it_first() {
    let mut session = session();
    respond(&mut session, &[("cap", "team")]);
    session.apply(Action::GoOn);
    assert_eq!((session.place(), session.course()), (at("load"), Course::Full));
}

#[test]
fn continuing_without_open_questions_leads_to_the_priorities() {
    let mut session = at_check();
    session.apply(Action::GoOn);
    assert_eq!(session.place(), Place::Priorities);
}

#[test]
fn the_full_course_asks_the_quick_questions_and_then_the_others_in_the_order_of_the_model() {
    let assessment = Assessment::standard();
    let path = continued().path();
    let (quick, others) = path.split_at(assessment.quick.len());
    assert_eq!(quick, assessment.quick);
    assert!(others.windows(2).all(|pair| pair[0].index() < pair[1].index()));
    assert_eq!(path.len(), assessment.questions.len());
}

#[test]
fn the_full_course_skips_an_inapplicable_question() {
    let mut session = continued();
    respond(&mut session, &[("provider", "none")]);
    assert_eq!(session.place(), at("size"));
    assert!(!session.path().contains(&id("clash")));
    assert_eq!(session.progress(), Some(Progress { position: 9, total: 27, answered: 8 }));
    session.apply(Action::Back);
    assert_eq!(session.place(), at("provider"));
}

#[test]
fn the_last_question_leads_to_priorities_then_answers_then_result() {
    let mut session = continued();
    advance_to(&mut session, at("sector"));
    session.apply(Action::Respond(id("sector"), Response::NotSure));
    let mut places = Vec::new();
    for _ in 0..3 {
        session.apply(Action::Next);
        places.push(session.place());
    }
    assert_eq!(places, [Place::Priorities, Place::Check, Place::RESULT]);
}

#[test]
fn the_full_course_leads_back_in_reverse() {
    let mut session = at_check();
    session.apply(Action::Next);
    let questions = session.path().into_iter().rev().map(Place::Question);
    for place in [Place::Check, Place::Priorities].into_iter().chain(questions) {
        session.apply(Action::Back);
        assert_eq!(session.place(), place);
    }
    assert!(!saves(&mut session, Action::Back));
}

#[test]
fn next_at_the_result_stays() {
    let mut session = at_check();
    session.apply(Action::Next);
    assert!(!saves(&mut session, Action::Next));
    assert_eq!(session.place(), Place::RESULT);
}

#[test]
fn a_screen_never_requires_an_answer() {
    for screen in SCREENS {
        let mut session = session();
        session.apply(Action::GoTo(screen));
        session.apply(Action::Next);
        assert!(!session.answer_missing(), "{screen:?}");
    }
}

#[test]
fn a_screen_has_no_progress() {
    for screen in SCREENS {
        let mut session = continued();
        session.apply(Action::GoTo(screen));
        assert_eq!(session.progress(), None, "{screen:?}");
    }
}

#[test]
fn going_to_a_question_beyond_the_quick_check_continues_to_the_full_course() {
    let mut session = session();
    session.apply(Action::GoTo(at("hours")));
    assert_eq!((session.place(), session.course()), (at("hours"), Course::Full));
    assert_eq!(session.progress(), Some(Progress { position: 11, total: 28, answered: 0 }));
}

#[test]
fn going_to_a_quick_check_question_does_not_continue_to_the_full_course() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::GoTo(at("answer")));
    assert_eq!(session.course(), Course::Quick);
}

#[test]
fn going_to_a_screen_does_not_continue_to_the_full_course() {
    for screen in SCREENS {
        let mut session = session();
        session.apply(Action::GoTo(screen));
        assert_eq!((session.place(), session.course()), (screen, Course::Quick));
    }
}

#[test]
fn the_quick_course_leads_back_alike_from_the_answers_and_the_result() {
    for screen in [Place::Check, Place::RESULT] {
        let mut session = session();
        session.apply(Action::GoTo(screen));
        session.apply(Action::Back);
        assert_eq!(session.place(), at("skills"), "{screen:?}");
    }
}

#[test]
fn the_overview_leads_to_the_first_open_question_of_the_full_course() {
    let mut session = continued();
    respond(&mut session, &[("provider", "none"), ("size", "m")]);
    session.apply(Action::GoTo(Place::Overview));
    session.apply(Action::Next);
    assert_eq!(session.place(), at("hours"));
}

#[test]
fn the_overview_leads_to_the_first_open_question_of_the_quick_course() {
    let mut session = session();
    session.apply(Action::Adopt(vec![(cap::QUESTION, Response::NotSure), (id("fund"), Response::NotSure)]));
    session.apply(Action::GoTo(Place::Overview));
    session.apply(Action::Next);
    assert_eq!((session.place(), session.course()), (at("load"), Course::Quick));
}

#[test]
fn the_overview_leads_to_the_priorities_without_an_open_question() {
    let mut quick = session();
    complete_quick_check(&mut quick, "lead");
    for mut session in [quick, at_check()] {
        session.apply(Action::GoTo(Place::Overview));
        session.apply(Action::Next);
        assert_eq!(session.place(), Place::Priorities);
    }
}

#[test]
fn the_overview_leads_back_to_the_last_question() {
    let mut session = continued();
    session.apply(Action::GoTo(Place::Overview));
    session.apply(Action::Back);
    assert_eq!(session.place(), at("sector"));
}

#[test]
fn the_destination_is_where_next_leads() {
    let mut session = continued();
    while session.place() != Place::RESULT {
        if let Place::Question(id) = session.place() {
            session.apply(Action::Respond(id, Response::NotSure));
        }
        let destination = session.destination();
        session.apply(Action::Next);
        assert_eq!(Some(session.place()), destination);
    }
    assert_eq!(session.destination(), None);
}

#[test]
fn a_question_without_an_answer_has_no_destination() {
    assert_eq!(session().destination(), None);
}

#[test]
fn open_questions_are_applicable_and_unanswered() {
    let mut session = session();
    assert_eq!(session.open_questions().len(), 28);
    session.apply(answer("provider", "none"));
    assert!(!session.open_questions().contains(&id("clash")));
    session.apply(Action::Respond(cap::QUESTION, Response::NotSure));
    assert_eq!(session.open_questions().len(), 25);
    assert_eq!(session.open_questions()[0], id("load"));
}

/// A session that completed the quick check and continued to the full course.
fn continued() -> Session {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::GoOn);
    session
}
