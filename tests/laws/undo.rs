//! Laws of the session, on random actions: undo restores the previous state, and going back and forth loses nothing.

use assessment::{Assessment, DimensionId, QuestionId, StepId};
use decision::{
    response::{Priorities, Rating, Reading, Response, ResponseSet, is_asked},
    worksheet::{StepChange, StepKey, Worksheet},
};
use proptest::{collection::vec, prelude::*, sample::select};
use session::{Action, Course, Draft, ENTRY_CODE, Effect, Place, Session, Source, View};

use super::{
    answers::{config, dimension, question, response},
    worksheets::entry,
};

/// The screens that are not questions.
pub const SCREENS: [Place; 5] =
    [Place::Overview, Place::Priorities, Place::Check, Place::RESULT, Place::Result(View::Cost)];

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn undo_restores_what_the_last_change_replaced(actions in actions(), last in change()) {
        let mut session = after(&actions);
        let before = session.draft("");
        session.apply(last);
        if content(&session) != said_in(&before) {
            session.apply(Action::Undo);
            prop_assert_eq!(session.draft(""), before);
        }
    }

    #[test]
    fn undo_works_across_moves(actions in actions(), last in change(), moves in vec(movement(), 0..6)) {
        let mut session = after(&actions);
        let before = session.draft("");
        session.apply(last);
        if content(&session) != said_in(&before) {
            for action in moves {
                session.apply(action);
            }
            session.apply(Action::Undo);
            prop_assert_eq!(session.draft(""), before);
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
    fn an_action_is_saved_exactly_when_it_changed_the_draft(
        actions in actions(),
        last in prop_oneof![change(), movement()],
    ) {
        let mut session = after(&actions);
        let before = session.draft("");
        let saves = saves(&mut session, last);
        prop_assert_eq!(saves, session.draft("") != before);
    }
}

/// Answers, ratings and entries.
type Said = (ResponseSet, Priorities, Worksheet);

/// Answers, ratings and entries.
pub fn content(session: &Session) -> Said {
    said_in(&session.draft(""))
}

fn said_in(draft: &Draft) -> Said {
    (draft.responses.clone(), draft.priorities.clone(), draft.worksheet.clone())
}

/// Performs an action. Returns whether there is something to save.
pub fn saves(session: &mut Session, action: Action) -> bool {
    session.apply(action).contains(&Effect::Save)
}

/// A new session after these actions.
pub fn after(actions: &[Action]) -> Session {
    let mut session = Session::new(Assessment::standard(), Course::Quick, Some(&ENTRY_CODE));
    for action in actions {
        session.apply(action.clone());
    }
    session
}

/// The questions that apply now, including those beyond the course.
pub fn asked(session: &Session) -> Vec<QuestionId> {
    let assessment = Assessment::standard();
    let reading = Reading::of(assessment, session.responses());
    assessment.questions().map(|(id, _)| id).filter(|id| is_asked(assessment, *id, &reading)).collect()
}

/// One of the places that a visitor can choose: screens and applicable questions equally often.
pub fn choice_of_place(session: &Session, number: u16) -> Place {
    let (is_screen, number) = (number.is_multiple_of(2), usize::from(number / 2));
    let questions = asked(session);
    if is_screen { SCREENS[number % SCREENS.len()] } else { Place::Question(questions[number % questions.len()]) }
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Respond,
    Retract,
    Next,
    Back,
    GoTo,
    Visit,
    GoOn,
    Adopt,
    Rate,
    RateAlike,
    Enter,
    Undo,
    StartOver,
    OtherTab,
}

/// What a visitor can do: one answer on the current question, several answers on a screen, and only
/// applicable places can be chosen.
pub fn actions() -> impl Strategy<Value = Vec<Action>> {
    let kind = prop_oneof![
        9 => Just(Kind::Respond),
        7 => Just(Kind::Next),
        3 => Just(Kind::Back),
        3 => Just(Kind::Visit),
        2 => Just(Kind::GoTo),
        1 => select(vec![Kind::Retract, Kind::GoOn, Kind::Adopt, Kind::Rate, Kind::Undo, Kind::OtherTab]),
        1 => select(vec![Kind::GoOn, Kind::Adopt, Kind::Undo, Kind::RateAlike, Kind::StartOver, Kind::Enter]),
    ];
    // The path changes with the answers, so kinds are generated first and resolved against the session at that point.
    vec((kind, any::<u16>()), 0..40).prop_map(|drawn| {
        let mut session = Session::new(Assessment::standard(), Course::Quick, Some(&ENTRY_CODE));
        drawn
            .into_iter()
            .map(|(kind, number)| {
                let action = action(&session, kind, number);
                session.apply(action.clone());
                action
            })
            .collect()
    })
}

fn action(session: &Session, kind: Kind, number: u16) -> Action {
    match (kind, session.place()) {
        (Kind::Respond, Place::Question(id)) if number.is_multiple_of(7) => Action::Respond(id, Response::NotSure),
        (Kind::Respond, Place::Question(id)) => Action::Respond(id, response(id, number)),
        (Kind::Retract, Place::Question(id)) => Action::Retract(id),
        (Kind::Adopt, Place::Question(_)) | (Kind::Next | Kind::Respond | Kind::Retract, _) => Action::Next,
        (Kind::Back, _) => Action::Back,
        (Kind::GoTo, _) => Action::GoTo(choice_of_place(session, number)),
        (Kind::Visit, _) => Action::Visit(choice_of_place(session, number)),
        (Kind::GoOn, _) => Action::GoOn,
        (Kind::Adopt, _) => Action::Adopt(several(number)),
        (Kind::Rate, _) => rating(DimensionId::from_index(usize::from(number) % 2), (number % 4) as u8),
        (Kind::RateAlike, _) => Action::RateAlike,
        (Kind::Enter, _) => entered(number),
        (Kind::Undo, _) => Action::Undo,
        (Kind::StartOver, _) => Action::StartOver,
        (Kind::OtherTab, _) if session.elsewhere().is_some() => Action::TakeOver,
        (Kind::OtherTab, _) => Action::Offer(Source::OtherTab, Box::new(of_another_tab(number)), None),
    }
}

/// A draft saved by another tab: some answers, at a question that was opened from a screen.
fn of_another_tab(number: u16) -> Draft {
    let mut other = Session::new(Assessment::standard(), Course::Quick, Some(&ENTRY_CODE));
    other.apply(Action::Adopt(several(number)));
    other.apply(entered(number));
    other.apply(Action::GoTo(choice_of_place(&other, number)));
    other.apply(Action::Visit(choice_of_place(&other, number / 7)));
    other.draft("")
}

/// Responses to the questions of the quick check and the two on providers, by a number.
fn several(number: u16) -> Vec<(QuestionId, Response)> {
    let assessment = Assessment::standard();
    let others = ["provider", "clash"].map(|id| assessment.find_question(id).unwrap());
    let questions = assessment.quick.iter().copied().chain(others);
    let drawn = questions.enumerate().filter(|(n, _)| number >> n & 1 == 1);
    drawn.map(|(n, id)| (id, response(id, number.rotate_left(n as u32)))).collect()
}

/// Checks or unchecks a step.
fn entered(number: u16) -> Action {
    let step = StepKey::Suggested(StepId::from_index(usize::from(number) % 5));
    Action::Step(StepChange::Done(step, number.is_multiple_of(3)))
}

fn rating(dimension: DimensionId, number: u8) -> Action {
    Action::Rate(dimension, Rating::from_number(number).unwrap())
}

/// Any change of answers, ratings or entries.
pub fn change() -> impl Strategy<Value = Action> {
    prop_oneof![
        3 => (question(), any::<u16>()).prop_map(|(id, number)| Action::Respond(id, response(id, number))),
        1 => question().prop_map(Action::Retract),
        2 => (dimension(), 0..4_u8).prop_map(|(id, number)| rating(id, number)),
        1 => any::<u16>().prop_map(|number| Action::Adopt(several(number))),
        2 => entry(),
        1 => select(vec![Action::RateAlike, Action::StartOver]),
    ]
}

/// Any navigation, including to inapplicable questions.
pub fn movement() -> impl Strategy<Value = Action> {
    let place = || prop_oneof![select(&SCREENS[..]), question().prop_map(Place::Question)];
    prop_oneof![
        2 => Just(Action::Next),
        2 => Just(Action::Back),
        1 => Just(Action::GoOn),
        2 => place().prop_map(Action::GoTo),
        2 => place().prop_map(Action::Visit),
    ]
}
