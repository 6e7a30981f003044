//! Laws of navigation: from any state, a visitor can go forward, back, and out of every visit.

use assessment::{Assessment, json::Value};
use decision::response::Response;
use proptest::{collection::vec, prelude::*};
use session::{Action, Course, ENTRY_CODE, Place, Session, decode};

use super::{
    answers::{config, response},
    undo::{actions, after, asked, change, choice_of_place, content, movement, saves},
};

/// The longest path: out of a visit and its follow-ups, through all questions and three screens.
const MOST_STEPS: usize = 36;

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_visitor_is_always_at_an_applicable_question_or_a_screen(actions in actions()) {
        let session = after(&actions);
        if let Place::Question(id) = session.place() {
            prop_assert!(asked(&session).contains(&id), "{:?}", session.place());
            prop_assert!(session.returns_to().is_some() || session.path().contains(&id), "{:?}", session.place());
        }
    }

    /// After any actions in any order, including answers to questions that are not on the screen.
    #[test]
    fn answering_each_question_and_pressing_next_reaches_the_result(
        actions in actions(),
        others in vec(prop_oneof![change(), movement()], 0..12),
    ) {
        let mut session = after(&actions);
        for action in others {
            session.apply(action);
        }
        let steps = steps_to(&mut session, |session| session.place().is_result());
        prop_assert!(steps <= MOST_STEPS, "{steps} steps, at {:?}", session.place());
    }

    #[test]
    fn the_full_course_asks_every_applicable_question(numbers in vec(any::<u16>(), 28)) {
        let mut session = Session::new(Assessment::standard(), Course::Quick, Some(&ENTRY_CODE));
        session.apply(Action::GoOn);
        for _ in 0..MOST_STEPS {
            if let Place::Question(id) = session.place() {
                session.apply(Action::Respond(id, response(id, numbers[id.index()])));
            }
            session.apply(Action::Next);
        }
        prop_assert_eq!(session.place(), Place::RESULT);
        prop_assert!(session.open_questions().is_empty(), "{:?}", session.open_questions());
    }

    #[test]
    fn back_reaches_the_first_question_and_loses_no_answer(actions in actions()) {
        let mut session = after(&actions);
        let before = content(&session);
        let steps = (0..=MOST_STEPS).take_while(|_| saves(&mut session, Action::Back)).count();
        prop_assert!(steps <= MOST_STEPS, "{steps} steps, at {:?}", session.place());
        prop_assert_eq!(session.place(), Place::Question(Assessment::standard().quick[0]));
        prop_assert_eq!(content(&session), before);
    }

    #[test]
    fn back_reverses_a_step_along_the_course(actions in actions()) {
        let mut session = after(&actions);
        let from = session.place();
        let on_course = match from {
            Place::Question(_) => true,
            Place::Priorities | Place::Check => session.course() == Course::Full,
            Place::Overview | Place::Result(_) => false,
        };
        if on_course && session.returns_to().is_none() && saves(&mut session, Action::Next) {
            session.apply(Action::Back);
            prop_assert_eq!(session.place(), from);
        }
    }

    #[test]
    fn next_moves_exactly_when_it_has_a_destination(actions in actions()) {
        let mut session = after(&actions);
        let destination = session.destination();
        prop_assert_eq!(saves(&mut session, Action::Next), destination.is_some());
    }

    #[test]
    fn a_visit_ends_where_it_began(actions in actions(), number in any::<u16>()) {
        let (mut session, began) = visit(&actions, number);
        let course = session.course();
        if matches!(session.place(), Place::Question(_) | Place::Priorities) {
            let steps = steps_to(&mut session, |session| session.returns_to() != Some(began));
            prop_assert!(steps <= 3, "{steps} steps, at {:?}", session.place());
            prop_assert_eq!((session.place(), session.course()), (began, course));
        }
    }

    #[test]
    fn back_ends_a_visit_where_it_began(actions in actions(), number in any::<u16>()) {
        let (mut session, began) = visit(&actions, number);
        let course = session.course();
        session.apply(Action::Back);
        prop_assert_eq!((session.place(), session.course()), (began, course));
    }

    /// The question at which the visit began may no longer apply after the new answer.
    #[test]
    fn a_visit_with_any_answers_ends_where_it_began_or_at_an_applicable_question(
        actions in actions(),
        number in any::<u16>(),
        answers in vec(any::<u16>(), 3),
    ) {
        let (mut session, began) = visit(&actions, number);
        for answer in answers {
            if session.returns_to() != Some(began) {
                break;
            }
            if let Place::Question(id) = session.place() {
                session.apply(Action::Respond(id, response(id, answer)));
            }
            session.apply(Action::Next);
        }
        if let Place::Question(id) = session.place() {
            prop_assert!(asked(&session).contains(&id), "{:?}", session.place());
        }
    }

    #[test]
    fn only_permanent_navigation_changes_the_course(actions in actions(), number in any::<u16>()) {
        for action in [Action::Next, Action::Back, Action::Visit(choice_of_place(&after(&actions), number))] {
            let mut session = after(&actions);
            let course = session.course();
            session.apply(action);
            prop_assert_eq!(session.course(), course);
        }
    }

    #[test]
    fn only_questions_of_the_course_have_progress(actions in actions()) {
        let session = after(&actions);
        let place = match (session.place(), session.returns_to()) {
            (Place::Question(id), None) => session.path().iter().position(|question| *question == id),
            _ => None,
        };
        prop_assert_eq!(session.progress().map(|progress| progress.position), place.map(|n| n + 1));
        if let Some(progress) = session.progress() {
            prop_assert_eq!(progress.total, session.path().len());
            prop_assert!(progress.answered <= progress.total);
        }
    }

    #[test]
    fn a_saved_session_resumes_where_it_stopped(actions in actions()) {
        let assessment = Assessment::standard();
        let session = after(&actions);
        let text = serde_json::to_string(&session.draft("").encode(assessment, Some(&ENTRY_CODE))).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        let decoded = decode(assessment, &document, Some(&ENTRY_CODE)).unwrap();
        prop_assert_eq!(&decoded.problems, &[]);
        let resumed = Session::resume(assessment, Course::Quick, decoded.draft, Some(&ENTRY_CODE));
        prop_assert_eq!(resumed.place(), session.place());
        prop_assert_eq!(resumed.returns_to(), session.returns_to());
        prop_assert_eq!(resumed.course(), session.course());
        prop_assert_eq!(content(&resumed), content(&session));
        prop_assert_eq!(resumed.destination(), session.destination());
    }
}

/// A session that has just opened a place, and where it opened it.
fn visit(actions: &[Action], number: u16) -> (Session, Place) {
    let mut session = after(actions);
    let began = session.place();
    session.apply(Action::Visit(choice_of_place(&session, number)));
    (session, began)
}

/// Presses "next", answering "not sure" where needed, until the condition is met. Returns the number of presses.
fn steps_to(session: &mut Session, is_enough: impl Fn(&Session) -> bool) -> usize {
    let answer_if_open = |session: &mut Session| {
        if let Place::Question(id) = session.place()
            && session.responses().get(id).is_none()
        {
            session.apply(Action::Respond(id, Response::NotSure));
        }
    };
    let step = |session: &mut Session| {
        answer_if_open(session);
        session.apply(Action::Next);
    };
    (0..=MOST_STEPS)
        .take_while(|_| {
            !is_enough(session) && {
                step(session);
                true
            }
        })
        .count()
}
