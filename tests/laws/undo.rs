//! Laws of the session: what is undone is as it was, and going back and forth loses nothing.

use proptest::{collection::vec, prelude::*};
use support_fit::{
    assessment::{Assessment, DimensionId, QuestionId},
    response::Rating,
    session::{Action, Draft, Place, Session},
};

use super::answers::{config, dimension, question, response};

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn undo_brings_back_what_the_last_change_replaced(actions in actions(), last in change()) {
        let mut session = after(&actions);
        let before = content(&session);
        session.apply(last);
        if content(&session) != before {
            session.apply(Action::Undo);
            prop_assert_eq!(content(&session), before);
        }
    }

    #[test]
    fn undo_works_across_moves(actions in actions(), last in change(), moves in vec(movement(), 0..6)) {
        let mut session = after(&actions);
        let before = content(&session);
        session.apply(last);
        if content(&session) != before {
            for action in moves {
                session.apply(action);
            }
            session.apply(Action::Undo);
            prop_assert_eq!(content(&session), before);
        }
    }

    #[test]
    fn going_back_and_forth_loses_no_answer(actions in actions(), moves in vec(movement(), 0..12)) {
        let mut session = after(&actions);
        let before = content(&session);
        for action in moves {
            session.apply(action);
            prop_assert_eq!(content(&session), before.clone());
        }
    }

    #[test]
    fn the_visitor_is_always_at_a_question_that_is_asked_or_at_the_result(actions in actions()) {
        let session = after(&actions);
        match session.place() {
            Place::Question(id) => prop_assert!(session.path().contains(&id)),
            Place::Result => prop_assert_eq!(session.progress(), None),
        }
    }

    #[test]
    fn an_action_says_that_there_is_something_to_save_exactly_when_the_draft_changed(actions in actions(), last in change()) {
        let mut session = after(&actions);
        let before = session.draft("");
        let changed = session.apply(last);
        prop_assert_eq!(changed, session.draft("") != before);
    }
}

/// What was said and rated.
fn content(session: &Session) -> (support_fit::response::ResponseSet, support_fit::response::Priorities) {
    let Draft { responses, priorities, .. } = session.draft("");
    (responses, priorities)
}

fn after(actions: &[Action]) -> Session {
    let mut session = Session::new(Assessment::standard());
    for action in actions {
        session.apply(action.clone());
    }
    session
}

/// What a visitor of the quick check can do: answers stand where the visitor is.
fn actions() -> impl Strategy<Value = Vec<Action>> {
    // The path changes with the answers, so the answers are drawn first and given in the order in which they are asked.
    vec((prop_oneof![3 => Just(0_u8), 2 => Just(1), 1 => Just(2), 1 => Just(3)], any::<u16>()), 0..24).prop_map(
        |drawn| {
            let mut session = Session::new(Assessment::standard());
            drawn
                .into_iter()
                .map(|(kind, number)| {
                    let action = match (kind, session.place()) {
                        (0, Place::Question(id)) => Action::Respond(id, response(id, number)),
                        (3, _) => Action::Back,
                        _ => Action::Next,
                    };
                    session.apply(action.clone());
                    action
                })
                .collect()
        },
    )
}

fn change() -> impl Strategy<Value = Action> {
    prop_oneof![
        (question(), any::<u16>())
            .prop_map(|(id, number): (QuestionId, u16)| Action::Respond(id, response(id, number))),
        (dimension(), 0..4_u8).prop_map(|(id, n): (DimensionId, u8)| Action::Rate(id, Rating::from_number(n).unwrap())),
        Just(Action::StartOver),
    ]
}

fn movement() -> impl Strategy<Value = Action> {
    prop_oneof![
        Just(Action::Next),
        Just(Action::Back),
        Just(Action::GoTo(Place::Result)),
        proptest::sample::select(Assessment::standard().quick).prop_map(|id| Action::GoTo(Place::Question(id))),
    ]
}
