//! Two tabs with one draft.

use session::{Action, Course, Place, Saved, Source};

use decision::worksheet::DutyChange;

use super::{TIME, answer, answers, at, at_check, other_draft, saves, session};

#[test]
fn saving_in_another_tab_changes_nothing_in_this_one() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    let before = session.draft(TIME);
    assert!(!saves(&mut session, Action::Offer(Source::OtherTab, Box::new(other_draft()), None)));
    assert_eq!(session.elsewhere(), Some(&other_draft()));
    assert_eq!(session.draft(TIME), before);
}

#[test]
fn loading_the_other_tabs_draft_continues_where_that_tab_is() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    session.apply(Action::Offer(Source::OtherTab, Box::new(other_draft()), None));
    assert!(saves(&mut session, Action::TakeOver));
    assert_eq!(answers(&session), ["cap=keeper", "load=fire"]);
    assert_eq!(session.place(), at("fund"));
    assert_eq!(session.elsewhere(), None);
}

#[test]
fn loading_the_other_tabs_draft_can_be_undone() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    let before = session.draft(TIME);
    session.apply(Action::Offer(Source::OtherTab, Box::new(other_draft()), None));
    session.apply(Action::TakeOver);
    session.apply(Action::Undo);
    assert_eq!(session.draft(TIME), before);
}

#[test]
fn keeping_this_tabs_answers_saves_them() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    session.apply(Action::Offer(Source::OtherTab, Box::new(other_draft()), None));
    assert!(saves(&mut session, Action::KeepMine));
    assert_eq!(session.elsewhere(), None);
    assert_eq!(answers(&session), ["cap=team"]);
}

#[test]
fn loading_the_other_tabs_draft_does_nothing_without_one() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    assert!(!saves(&mut session, Action::TakeOver));
    assert_eq!(answers(&session), ["cap=team"]);
}

#[test]
fn saving_in_this_tab_overwrites_the_other_tabs_draft() {
    let mut session = session();
    session.apply(Action::Offer(Source::OtherTab, Box::new(other_draft()), None));
    session.apply(Action::Saved(Ok(Saved::OnDevice)));
    assert_eq!(session.elsewhere(), None);
}

#[test]
fn loading_the_other_tabs_draft_continues_its_course_and_visit() {
    let mut other = at_check();
    other.apply(Action::Visit(at("size")));
    let mut session = session();
    session.apply(Action::Offer(Source::OtherTab, Box::new(other.draft(TIME)), None));
    session.apply(Action::TakeOver);
    assert_eq!((session.place(), session.returns_to()), (at("size"), Some(Place::Check)));
    assert_eq!(session.course(), Course::Full);
}

#[test]
fn a_draft_with_the_same_answers_and_another_entry_is_different() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    let before = session.draft(TIME);
    assert!(session.has_same_answers(&before));
    session.apply(Action::Duty(DutyChange::Add("Radio".to_owned())));
    assert!(!session.has_same_answers(&before));
    assert!(session.has_same_answers(&session.draft(TIME)));
}
