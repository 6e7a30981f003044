//! Answers from a link are not the visitor's own until one is changed.

use assessment::{Assessment, DimensionId, named::cap};
use decision::response::{Rating, Response};
use session::{Action, Course, Draft, ENTRY_CODE, Place, Session, Source, link};

use super::{TIME, reread, resumed};

/// The link of an organization, made with content 1.2.
const LINK: &str = "s2-AzEuMrqqo4QOaKpoaIZmZ8ZoSdomaMoOecGqA";

fn opened() -> Session {
    let assessment = Assessment::standard();
    let draft = link::decode(assessment, LINK).unwrap().state.into_draft(assessment, Place::RESULT, TIME);
    let mut session = Session::new(assessment, Course::Quick, Some(&ENTRY_CODE));
    session.apply(Action::Offer(Source::Link, Box::new(draft), None));
    session
}

fn kept(session: &Session) -> Draft {
    reread(&session.draft(TIME)).0
}

#[test]
fn answers_from_a_link_are_not_the_visitors_own_now_or_later() {
    assert!(!Session::new(Assessment::standard(), Course::Quick, Some(&ENTRY_CODE)).is_opened());
    let session = opened();
    assert!(session.is_opened());
    assert!(resumed(kept(&session)).is_opened());
}

#[test]
fn answers_from_a_link_become_the_visitors_own_once_one_changes() {
    let control = DimensionId::from_index(0);
    for change in [
        Action::Respond(cap::QUESTION, Response::NotSure),
        Action::Retract(cap::QUESTION),
        Action::Adopt(vec![(cap::QUESTION, Response::NotSure)]),
        Action::Rate(control, Rating::Decisive),
    ] {
        let mut session = opened();
        session.apply(change.clone());
        assert!(!session.is_opened(), "{change:?}");
        assert!(!resumed(kept(&session)).is_opened(), "{change:?}");
        session.apply(Action::Undo);
        assert!(session.is_opened(), "{change:?} was undone");
    }
}

#[test]
fn repeating_the_same_answer_changes_nothing() {
    let mut session = opened();
    let same = session.responses().get(cap::QUESTION).unwrap();
    session.apply(Action::Respond(cap::QUESTION, same));
    session.apply(Action::GoTo(Place::Check));
    assert!(session.is_opened());
}

#[test]
fn after_starting_over_answers_are_the_visitors_own() {
    for clears in [Action::StartOver, Action::Erase] {
        let mut session = opened();
        session.apply(clears);
        assert!(!session.is_opened());
    }
}
