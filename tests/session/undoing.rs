//! What one "undo" takes back.

use assessment::{DimensionId, named::cap};

use decision::response::{Rating, Response};

use session::{Action, Course, Notice, Place, Source, View};

use super::{
    TIME, advance_to, answer, answers, at, at_check, complete_quick_check, id, other_draft, respond, saves, session,
};

#[test]
fn undo_reverts_the_last_answer_and_returns_to_its_question() {
    let mut session = session();
    respond(&mut session, &[("cap", "team"), ("load", "ok")]);
    session.apply(Action::Undo);
    assert_eq!(answers(&session), ["cap=team"]);
    assert_eq!(session.place(), at("load"));
}

#[test]
fn undo_reverts_a_rating() {
    let mut session = session();
    session.apply(Action::Rate(DimensionId(2), Rating::Decisive));
    assert!(saves(&mut session, Action::Undo));
    assert_eq!(session.priorities().get(DimensionId(2)), Rating::Normal);
}

#[test]
fn there_is_nothing_to_undo_at_the_start_and_after_undoing() {
    let mut session = session();
    assert!(!session.can_undo());
    session.apply(answer("cap", "team"));
    assert!(session.can_undo());
    session.apply(Action::Undo);
    assert!(!session.can_undo());
    assert!(!saves(&mut session, Action::Undo));
}

#[test]
fn the_same_answer_again_is_no_change_to_undo() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    session.apply(answer("load", "ok"));
    assert!(!saves(&mut session, answer("load", "ok")));
    session.apply(Action::Undo);
    assert_eq!(answers(&session), ["cap=team"]);
}

#[test]
fn starting_over_clears_everything_and_can_be_undone() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::Rate(DimensionId(0), Rating::Important));
    let before = session.draft(TIME);
    assert!(saves(&mut session, Action::StartOver));
    assert!(session.is_untouched());
    assert_eq!(session.place(), Place::Question(cap::QUESTION));
    session.apply(Action::Undo);
    assert_eq!(session.draft(TIME), before);
}

#[test]
fn a_notice_with_undo_stays_until_something_is_changed() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::GoTo(Place::Result(View::WhatIf)));
    let before = answers(&session);
    session.apply(Action::Adopt(vec![(id("cap"), Response::One(cap::TEAM))]));
    assert_eq!(session.notice(), Some(Notice::Kept));
    for place in [Place::Result(View::Why), Place::Overview, Place::Result(View::WhatIf)] {
        session.apply(Action::GoTo(place));
        assert_eq!(session.notice(), Some(Notice::Kept), "{place:?}");
    }
    let mut changed = session.clone();
    changed.apply(answer("load", "ok"));
    assert_eq!(changed.notice(), None);
    session.apply(Action::Undo);
    assert_eq!((answers(&session), session.notice()), (before, None));
}

#[test]
fn erasing_clears_everything_and_cannot_be_undone() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::Offer(Source::OtherTab, Box::new(other_draft()), None));
    session.apply(Action::Erase);
    assert!(session.is_untouched());
    assert!(!session.can_undo());
    assert_eq!(session.elsewhere(), None);
    assert!(!saves(&mut session, Action::Undo));
}

#[test]
fn erasing_leaves_nothing_to_save() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    assert!(!saves(&mut session, Action::Erase));
}

#[test]
fn several_answers_at_once_are_one_change() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    let before = session.draft(TIME);
    let adopted = Action::Adopt(vec![(id("size"), Response::NotSure), (id("fund"), Response::NotSure)]);
    assert!(saves(&mut session, adopted));
    assert_eq!(session.responses().get(id("size")), Some(Response::NotSure));
    assert_eq!(session.responses().get(id("fund")), Some(Response::NotSure));
    assert!(saves(&mut session, Action::Undo));
    assert_eq!(session.draft(TIME), before);
}

#[test]
fn several_answers_at_once_stay_where_the_visitor_is() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::Adopt(vec![(id("size"), Response::NotSure)]));
    assert_eq!((session.place(), session.course()), (Place::RESULT, Course::Quick));
}

#[test]
fn repeating_several_answers_is_no_change_to_undo() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    let given = session.responses().get(cap::QUESTION).unwrap();
    assert!(!saves(&mut session, Action::Adopt(vec![(cap::QUESTION, given)])));
    session.apply(Action::Undo);
    assert!(session.is_untouched());
}

#[test]
fn an_empty_set_of_answers_is_no_change() {
    let mut session = session();
    assert!(!saves(&mut session, Action::Adopt(Vec::new())));
    assert!(!session.can_undo());
}

#[test]
fn rating_all_dimensions_alike_is_one_change() {
    let mut session = session();
    session.apply(Action::Rate(DimensionId(0), Rating::Decisive));
    session.apply(Action::Rate(DimensionId(2), Rating::Important));
    let before = session.draft(TIME);
    assert!(saves(&mut session, Action::RateAlike));
    assert!(session.is_untouched());
    session.apply(Action::Undo);
    assert_eq!(session.draft(TIME), before);
}

#[test]
fn repeating_a_rating_of_all_dimensions_is_no_change() {
    let mut session = session();
    assert!(!saves(&mut session, Action::RateAlike));
    assert!(!session.can_undo());
}

#[test]
fn undo_returns_to_the_course_of_the_answer() {
    let mut session = session();
    complete_quick_check(&mut session, "lead");
    session.apply(Action::GoOn);
    session.apply(Action::Undo);
    assert_eq!((session.place(), session.course()), (at("skills"), Course::Quick));
}

#[test]
fn undo_after_a_visit_reopens_it() {
    let mut session = at_check();
    session.apply(Action::Visit(at("fund")));
    session.apply(answer("fund", "yes"));
    session.apply(Action::Next);
    session.apply(Action::Undo);
    assert_eq!((session.place(), session.returns_to()), (at("fund"), Some(Place::Check)));
}

#[test]
fn undo_in_a_visit_that_began_after_the_change_ends_it() {
    let mut session = at_check();
    session.apply(Action::Rate(DimensionId(1), Rating::Important));
    session.apply(Action::Visit(at("fund")));
    session.apply(Action::Undo);
    assert_eq!((session.place(), session.returns_to()), (Place::Check, None));
}

#[test]
fn starting_over_starts_with_the_quick_course() {
    let mut session = at_check();
    session.apply(Action::Visit(at("fund")));
    session.apply(Action::StartOver);
    assert_eq!((session.course(), session.returns_to()), (Course::Quick, None));
}

#[test]
fn starting_over_on_the_full_course_can_be_undone() {
    let mut session = at_check();
    session.apply(Action::Visit(at("fund")));
    let before = session.draft(TIME);
    session.apply(Action::StartOver);
    session.apply(Action::Undo);
    assert_eq!(session.draft(TIME), before);
}

#[test]
fn moving_is_no_change_to_undo() {
    let mut session = session();
    session.apply(Action::GoOn);
    session.apply(Action::Visit(Place::Overview));
    session.apply(Action::Back);
    assert!(!session.can_undo());
}

#[test]
fn undo_works_from_any_screen() {
    for screen in [Place::Overview, Place::Priorities, Place::Check, Place::RESULT] {
        let mut session = session();
        session.apply(answer("cap", "team"));
        advance_to(&mut session, at("load"));
        session.apply(Action::GoTo(screen));
        session.apply(Action::Undo);
        assert_eq!((session.place(), session.is_untouched()), (at("cap"), true), "{screen:?}");
    }
}
