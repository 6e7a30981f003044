//! Entries in the session: changed, rejected, undone, saved, loaded from another tab, cleared.

use assessment::{
    Assessment,
    json::Value,
    named::{checklist, input, metric, step},
};

use session::{Action, Draft, ENTRY_CODE, Effect, Event, Place, Refusal, Session, Source, link::LinkState};

use decision::worksheet::{
    Decimal, DutyChange, DutyId, EntryRefusal, Field, FigureChange, FigureFault, FigureProblem, QuestionChange,
    ScorecardChange, StepChange, StepKey,
};

use super::{TIME, answer, events, json, other_draft, read, reread, resumed, saves, session};

/// A file that a build with schema 3 wrote.
const SCHEMA_3: &str = include_str!("../fixtures/draft-schema-3.json");

const GOALS: StepKey = StepKey::Suggested(step::GOALS);

/// One entry in each part.
fn entries() -> [Action; 5] {
    [
        Action::Duty(DutyChange::Add("Phones".into())),
        Action::Figure(FigureChange::Set(input::USERS, [80.0, 90.0, 120.0])),
        Action::Step(StepChange::Owner(GOALS, "Ana".into())),
        Action::Measure(ScorecardChange::Today(metric::RESPONSE, Some(Decimal::of_hundredths(800)))),
        Action::Ask(QuestionChange::Tick(checklist::NIGHTS, true)),
    ]
}

fn entered() -> Session {
    let mut session = session();
    for action in entries() {
        assert!(saves(&mut session, action));
        assert_eq!(session.refusal(), None);
    }
    session
}

#[test]
fn each_entry_can_be_undone() {
    for action in entries() {
        let mut session = session();
        assert!(saves(&mut session, action) && session.can_undo() && !session.is_untouched());
        assert!(saves(&mut session, Action::Undo));
        assert!(session.worksheet().is_empty() && session.is_untouched());
    }
}

#[test]
fn the_session_knows_whether_undo_reverts_only_an_entry() {
    for action in entries() {
        let mut session = session();
        session.apply(action);
        assert!(session.undoes_entry());
        session.apply(Action::Undo);
        assert!(!session.undoes_entry());
    }
}

/// For duties, figures, steps and scorecard, whether undo would revert an entry there.
fn undone(session: &Session) -> [bool; 4] {
    [
        session.undoes(|worksheet| &worksheet.duties),
        session.undoes(|worksheet| &worksheet.figures),
        session.undoes(|worksheet| &worksheet.steps),
        session.undoes(|worksheet| &worksheet.scorecard),
    ]
}

#[test]
fn the_session_knows_which_part_of_the_plan_undo_would_change() {
    for action in entries() {
        let mut session = session();
        let part = [
            matches!(action, Action::Duty(_)),
            matches!(action, Action::Figure(_)),
            matches!(action, Action::Step(_)),
            matches!(action, Action::Measure(_)),
        ];
        session.apply(action);
        assert_eq!(undone(&session), part);
        session.apply(Action::Undo);
        assert_eq!(undone(&session), [false; 4]);
    }
}

#[test]
fn undo_reverts_only_the_part_that_was_changed_last() {
    let mut session = entered();
    session.apply(Action::Step(StepChange::Done(GOALS, true)));
    session.apply(Action::Step(StepChange::Done(GOALS, false)));
    assert_eq!(undone(&session), [false, false, true, false]);
}

#[test]
fn undoing_an_answer_reverts_no_entry() {
    let mut session = entered();
    session.apply(answer("cap", "team"));
    assert!(session.can_undo());
    assert!(!session.undoes_entry());
    assert_eq!(undone(&session), [false; 4]);
}

#[test]
fn undoing_a_restart_reverts_more_than_an_entry() {
    let mut session = session();
    session.apply(answer("cap", "team"));
    session.apply(Action::Duty(DutyChange::Add("Phones".into())));
    session.apply(Action::StartOver);
    assert!(session.can_undo() && !session.undoes_entry());
}

#[test]
fn a_rejected_entry_changes_nothing_and_says_why_until_the_next_action() {
    let mut session = session();
    assert!(!saves(&mut session, Action::Step(StepChange::Owner(GOALS, "x".repeat(81)))));
    assert_eq!(session.refusal(), Some(&Refusal::Entry(EntryRefusal::TooLong(80))));
    assert!(!session.can_undo());
    session.apply(Action::Next);
    assert_eq!(session.refusal(), None);
}

#[test]
fn rejected_figures_are_named_individually() {
    let mut session = session();
    session.apply(Action::Figure(FigureChange::Set(input::USERS, [80.0, 70.0, 120.0])));
    let above = FigureProblem { field: Field::Low, fault: FigureFault::AboveNext };
    assert_eq!(session.refusal(), Some(&Refusal::Figures(vec![above])));
}

#[test]
fn starting_over_clears_entries_and_can_be_undone() {
    let mut session = entered();
    let before = session.worksheet().clone();
    session.apply(Action::StartOver);
    assert!(session.is_untouched());
    session.apply(Action::Undo);
    assert_eq!(session.worksheet(), &before);
}

#[test]
fn erasing_clears_entries_permanently() {
    let (draft, _) = read(&SCHEMA_3.replace("\"Ana\"", "7"));
    let mut session = resumed(draft);
    session.apply(Action::Erase);
    assert!(session.is_untouched() && !session.can_undo());
    assert_eq!(session.draft(TIME), super::session().draft(TIME));
}

#[test]
fn another_tabs_entries_can_be_loaded_and_undone() {
    let theirs = entered().draft(TIME);
    let mut session = resumed(other_draft());
    let before = session.draft(TIME);
    session.apply(Action::Offer(Source::OtherTab, Box::new(theirs.clone()), None));
    assert!(session.worksheet().is_empty());
    session.apply(Action::TakeOver);
    assert_eq!(session.worksheet(), &theirs.worksheet);
    session.apply(Action::Undo);
    assert_eq!(session.draft(TIME), before);
}

#[test]
fn loading_another_tabs_draft_can_be_undone_if_only_entries_differ() {
    let mut session = session();
    session.apply(Action::Offer(Source::OtherTab, Box::new(entered().draft(TIME)), None));
    session.apply(Action::TakeOver);
    assert!(session.can_undo());
}

#[test]
fn entries_survive_a_round_trip_through_a_draft() {
    let (draft, problems) = reread(&entered().draft(TIME));
    assert_eq!(problems, [""; 0]);
    assert_eq!(resumed(draft).worksheet(), entered().worksheet());
}

#[test]
fn a_file_of_schema_3_survives_a_round_trip() {
    let (draft, problems) = read(SCHEMA_3);
    assert_eq!(problems, [""; 0]);
    assert_eq!(draft.encode(Assessment::standard(), Some(&ENTRY_CODE)), json(SCHEMA_3));
}

#[test]
fn a_draft_of_schema_2_has_no_entries() {
    let (draft, _) = read(super::FULL_COURSE);
    assert!(draft.worksheet.is_empty());
}

#[test]
fn a_draft_has_no_key_for_an_empty_part() {
    let kept = other_draft().encode(Assessment::standard(), Some(&ENTRY_CODE));
    for name in ["duties", "figures", "steps", "scorecard", "questions"] {
        assert_eq!(kept.get(name), None);
    }
}

#[test]
fn unknown_values_are_reported_and_kept_in_each_part() {
    let text = r#"{"schema": 3, "answers": {},
        "duties": {"telex": {"today": "both"}}, "figures": {"rent": [1, 2, 3]}, "steps": {"steps": {"retired": {"done": true}}},
        "scorecard": {"smiles": {"today": 3}}, "questions": {"questions": {"retired": {"ticked": true}}}}"#;
    let (draft, problems) = read(text);
    assert_eq!(
        problems,
        [
            "$.duties.telex: telex [unknown-function]",
            "$.figures.rent: rent [unknown-input]",
            "$.steps.steps.retired: retired [unknown-entry]",
            "$.scorecard.smiles: smiles [unknown-entry]",
            "$.questions.questions.retired: retired [unknown-entry]",
        ]
    );
    let mut session = resumed(draft);
    session.apply(Action::Step(StepChange::Done(GOALS, true)));
    let kept = session.draft(TIME).encode(Assessment::standard(), Some(&ENTRY_CODE));
    for name in ["duties", "figures", "scorecard", "questions"] {
        assert_eq!(kept.get(name), json(text).get(name));
    }
    assert_eq!(kept.get("steps"), Some(&json(r#"{"steps": {"goals": {"done": true}, "retired": {"done": true}}}"#)));
}

#[test]
fn removing_an_own_item_removes_its_unread_parts() {
    let text = r#"{"steps": {"own": {"1": {"text": "Move", "from": 1, "to": 2, "color": "red"}}},
        "questions": {"providers": {"1": {"name": "Ash", "phone": "1"}}}}"#;
    let mut session = resumed(read(text).0);
    let kept = |session: &Session| session.draft(TIME).encode(Assessment::standard(), Some(&ENTRY_CODE));
    assert_eq!(kept(&session).get("steps"), json(text).get("steps"));
    assert_eq!(kept(&session).get("questions"), json(text).get("questions"));
    session.apply(Action::Step(StepChange::Remove(1)));
    session.apply(Action::Ask(QuestionChange::RemoveProvider(0)));
    assert_eq!((kept(&session).get("steps"), kept(&session).get("questions")), (None, None));
    session.apply(Action::Step(StepChange::Own(None, "Paint".into(), [1, 2])));
    let paint = json(r#"{"own": {"1": {"text": "Paint", "from": 1, "to": 2}}}"#);
    assert_eq!(kept(&session).get("steps"), Some(&paint));
}

#[test]
fn the_first_answer_starts_the_visit_despite_earlier_entries() {
    let mut session = entered();
    let effects = session.apply(answer("cap", "lead"));
    assert_eq!(events(&effects).first(), Some(&Event::Start));
}

#[test]
fn an_entry_causes_only_a_save() {
    for action in entries() {
        assert_eq!(session().apply(action), [Effect::Save]);
    }
}

#[test]
fn starting_over_with_only_entries_is_reported() {
    assert_eq!(events(&entered().apply(Action::StartOver)), [Event::Reset]);
}

#[test]
fn a_link_opens_as_a_draft_of_everything_it_contains() {
    let assessment = Assessment::standard();
    let session = resumed(read(SCHEMA_3).0);
    let draft: Draft = LinkState::of(&session).into_draft(assessment, Place::RESULT, TIME);
    assert_eq!((draft.place, draft.saved.as_str(), draft.content.as_str()), (Place::RESULT, TIME, assessment.version));
    assert_eq!((&draft.responses, &draft.worksheet), (session.responses(), session.worksheet()));
}

#[test]
fn an_own_function_keeps_its_number() {
    let mut session = entered();
    session.apply(Action::Duty(DutyChange::Add("Web shop".into())));
    session.apply(Action::Duty(DutyChange::Remove(1)));
    assert!(session.worksheet().duties.get(DutyId::Own(2)).is_some());
    let kept = session.draft(TIME).encode(Assessment::standard(), Some(&ENTRY_CODE));
    assert_eq!(
        kept.get("duties").and_then(|duties| duties.get("own2")),
        Some(&Value::object([("name", "Web shop".into())]))
    );
}
