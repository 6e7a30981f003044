//! Laws of whole sessions: a visitor, another tab, links, files and reloads in any order, with every
//! invariant checked after each of them.
//!
//! A normal run tries the same sessions every time; a full run continues with others for two minutes. Failures are in
//! `sessions.seeds` and run first.

use std::{
    cell::RefCell,
    collections::BTreeSet,
    time::{Duration, Instant},
};

use assessment::{Assessment, DimensionId, QuestionId, json::Value};
use decision::{
    evaluation::Evaluation,
    response::{Rating, Reading, Response, ResponseSet, is_asked},
    worksheet::Worksheet,
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    test_runner::{Config, FileFailurePersistence, RngSeed, TestCaseError, TestRunner},
};
use report::{Changes, ReportMeta, report_json};
use session::{
    Action, Course, Draft, ENTRY_CODE, Effect, LONGEST_DRAFT, Notice, Others, Place, Saved, Session, Source,
    StoreFault, decode, decode_whole,
    link::{self, LinkState, fragment_of, fragment_with},
};

use super::{
    answers::{config, response, responses},
    effects,
    undo::choice_of_place,
    worksheets::{entry, worksheet},
};

const SEEDS: &str = "tests/laws/sessions.seeds";

const TIME: &str = "2026-11-22T08:30:00.000Z";

/// The duration of a full run.
const LONG: Duration = Duration::from_secs(120);

/// Maximum length of a link without entries; a page adds it to its own address.
const LONGEST_SAID: usize = 60;

/// An operation, generated before the state of the session at that point is known.
#[derive(Debug, Clone)]
enum Operation {
    /// Answers the current question.
    Respond(u16),
    NotSure,
    Retract,
    Rate(DimensionId, u8),
    RateAlike,
    /// Enters something into the plan.
    Enter(Action),
    Next,
    Back,
    GoTo(u16),
    Visit(u16),
    GoOn,
    /// Submits several answers on a screen.
    Adopt(u16),
    Undo,
    StartOver,
    Erase,
    /// Another tab saves its draft.
    SavedElsewhere(Box<Elsewhere>),
    ErasedElsewhere,
    TakeOver,
    KeepMine,
    OfferReplaced(Box<Elsewhere>),
    RemoveReplaced,
    Decline,
    /// An open question is asked next.
    AskNext(u16),
    /// Reports whether the latest draft was saved.
    Saved(Result<Saved, StoreFault>),
    Dismiss,
    Notify,
    /// The page is reloaded; the reader of entries is available at once or later.
    Reload {
        late: bool,
    },
    /// The reader of entries has loaded.
    ReadEntries,
    /// Opens a link; the visitor confirms.
    OpenLink(Box<Elsewhere>),
    /// Opens a file that another device saved: a draft or a report.
    OpenFile(Box<Elsewhere>, bool),
    /// Opens a file; the visitor is asked.
    OfferFile(Box<Elsewhere>),
    /// A script of the host page imports a draft.
    Import(Box<Elsewhere>),
}

/// Answers and entries from somewhere else.
#[derive(Debug, Clone)]
struct Elsewhere {
    responses: ResponseSet,
    worksheet: Worksheet,
    place: u16,
    is_full: bool,
}

impl Elsewhere {
    fn session(&self) -> Session {
        let assessment = Assessment::standard();
        let course = if self.is_full { Course::Full } else { Course::Quick };
        let state = LinkState {
            responses: self.responses.clone(),
            worksheet: self.worksheet.clone(),
            course,
            ..LinkState::new(assessment)
        };
        let mut session = Session::resume(
            assessment,
            Course::Quick,
            state.into_draft(assessment, Place::RESULT, TIME),
            Some(&ENTRY_CODE),
        );
        session.apply(Action::GoTo(choice_of_place(&session, self.place)));
        session.apply(Action::Visit(choice_of_place(&session, self.place / 3)));
        session
    }
}

fn elsewhere() -> impl Strategy<Value = Box<Elsewhere>> {
    (responses(), worksheet(), any::<u16>(), any::<bool>())
        .prop_map(|(responses, worksheet, place, is_full)| Box::new(Elsewhere { responses, worksheet, place, is_full }))
}

fn operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        9 => any::<u16>().prop_map(Operation::Respond),
        6 => Just(Operation::Next),
        4 => entry().prop_map(Operation::Enter),
        3 => Just(Operation::Back),
        3 => any::<u16>().prop_map(Operation::Visit),
        3 => Just(Operation::Undo),
        2 => any::<u16>().prop_map(Operation::GoTo),
        2 => any::<bool>().prop_map(|late| Operation::Reload { late }),
        2 => (super::answers::dimension(), 0..4_u8).prop_map(|(id, rating)| Operation::Rate(id, rating)),
        2 => elsewhere().prop_map(Operation::SavedElsewhere),
        2 => any::<u16>().prop_map(Operation::Adopt),
        1 => elsewhere().prop_map(Operation::OpenLink),
        1 => (elsewhere(), any::<bool>()).prop_map(|(other, is_report)| Operation::OpenFile(other, is_report)),
        1 => Just(Operation::NotSure),
        1 => Just(Operation::Retract),
        1 => Just(Operation::RateAlike),
        1 => Just(Operation::GoOn),
        1 => Just(Operation::StartOver),
        1 => Just(Operation::Erase),
        2 => Just(Operation::TakeOver),
        1 => Just(Operation::KeepMine),
        1 => elsewhere().prop_map(Operation::OfferReplaced),
        1 => Just(Operation::RemoveReplaced),
        1 => Just(Operation::Decline),
        3 => any::<u16>().prop_map(Operation::AskNext),
        1 => elsewhere().prop_map(Operation::OfferFile),
        1 => elsewhere().prop_map(Operation::Import),
        1 => Just(Operation::ErasedElsewhere),
        1 => Just(Operation::Dismiss),
        1 => Just(Operation::Notify),
        2 => select(vec![Ok(Saved::OnDevice), Ok(Saved::AfterErasure), Ok(Saved::ErasedElsewhere), Ok(Saved::Erased), Err(StoreFault::Full), Err(StoreFault::Blocked)]).prop_map(Operation::Saved),
        1 => Just(Operation::ReadEntries),
    ]
}

/// The actions of an operation, in order. `None` if it is not an action.
fn actions(session: &Session, operation: &Operation) -> Option<Vec<Action>> {
    let at = |then: &dyn Fn(QuestionId) -> Action| match session.place() {
        Place::Question(id) => then(id),
        _ => Action::Next,
    };
    let one = match operation {
        Operation::Respond(number) => at(&|id| Action::Respond(id, response(id, *number))),
        Operation::NotSure => at(&|id| Action::Respond(id, Response::NotSure)),
        Operation::Retract => at(&Action::Retract),
        Operation::Rate(id, rating) => Action::Rate(*id, Rating::from_number(*rating).unwrap()),
        Operation::RateAlike => Action::RateAlike,
        Operation::Enter(action) => action.clone(),
        Operation::Next => Action::Next,
        Operation::Back => Action::Back,
        Operation::GoTo(number) => Action::GoTo(choice_of_place(session, *number)),
        Operation::Visit(number) => Action::Visit(choice_of_place(session, *number)),
        Operation::GoOn => Action::GoOn,
        Operation::Adopt(_) if matches!(session.place(), Place::Question(_)) => Action::Back,
        Operation::Adopt(number) => {
            let questions =
                Assessment::standard().questions().map(|(id, _)| id).filter(|id| number >> (id.index() % 16) & 1 == 1);
            Action::Adopt(questions.map(|id| (id, response(id, number.rotate_left(id.index() as u32)))).collect())
        }
        Operation::Undo => Action::Undo,
        Operation::StartOver => Action::StartOver,
        Operation::Erase => Action::Erase,
        Operation::SavedElsewhere(other) => {
            Action::Offer(Source::OtherTab, Box::new(through_the_store(session, other)), None)
        }
        Operation::TakeOver => Action::TakeOver,
        Operation::KeepMine => Action::KeepMine,
        // They are offered at the start of a visit, when nothing can be undone.
        Operation::OfferReplaced(_) if session.can_undo() => return None,
        Operation::OfferReplaced(other) => {
            Action::Offer(Source::Replaced, Box::new(through_the_store(session, other)), None)
        }
        Operation::RemoveReplaced => Action::RemoveReplaced,
        Operation::Decline => Action::Decline,
        Operation::AskNext(number) => {
            let open = session.open_questions();
            let next = open.get(usize::from(*number) % open.len().max(1));
            next.map_or(Action::Dismiss, |next| Action::AskNext(*next))
        }
        Operation::OfferFile(other) => Action::Offer(Source::File, Box::new(through_a_file(other, false)), None),
        Operation::ErasedElsewhere => Action::ErasedElsewhere,
        Operation::Dismiss => Action::Dismiss,
        Operation::Notify => Action::Notify(Notice::NotOpened),
        Operation::Saved(outcome) => Action::Saved(outcome.clone()),
        Operation::Import(other) => Action::Offer(Source::Host, Box::new(through_a_file(other, false)), None),
        Operation::OpenLink(other) => {
            return Some(vec![Action::Offer(Source::Link, Box::new(through_a_link(other)), None), Action::TakeOver]);
        }
        Operation::OpenFile(other, is_report) => {
            return Some(vec![
                Action::Offer(Source::File, Box::new(through_a_file(other, *is_report)), None),
                Action::TakeOver,
            ]);
        }
        Operation::Reload { .. } | Operation::ReadEntries => return None,
    };
    Some(vec![one])
}

/// The draft that the store has, as this session reads it.
fn through_the_store(session: &Session, other: &Elsewhere) -> Draft {
    let kept = through_text(&other.session().document(TIME));
    decode(Assessment::standard(), &kept, session.entry_code()).unwrap().draft
}

/// The draft that an address with a link opens. A link that would be too long is made without entries.
fn through_a_link(other: &Elsewhere) -> Draft {
    let assessment = Assessment::standard();
    let mut state = LinkState::of(&other.session());
    let mut ours = link::encode(assessment, &state);
    if ours.len() > link::LONGEST {
        state.worksheet = Worksheet::new(assessment);
        ours = link::encode(assessment, &state);
    }
    let address = format!("https://example.com/it?a=1{}", fragment_with("#top&x=1", &ours));
    let opened = link::decode(assessment, fragment_of(&address).unwrap()).unwrap();
    opened.state.into_draft(assessment, Place::RESULT, TIME)
}

/// The draft that a file opens.
fn through_a_file(other: &Elsewhere, is_report: bool) -> Draft {
    let (assessment, session) = (Assessment::standard(), other.session());
    let document = if is_report {
        let entered = session.entered();
        let meta = ReportMeta {
            responses: session.responses(),
            configuration: "5f3a",
            saved: TIME,
            is_full: other.is_full,
            asked: session.asked(),
            settled_after: None,
            changes: Changes::default(),
            entered: &entered,
        };
        report_json(assessment, &evaluation(&session), &meta)
    } else {
        session.document(TIME)
    };
    let document = through_text(&document);
    let decoded = decode_whole(assessment, &document, Some(&ENTRY_CODE)).unwrap();
    assert!(decoded.problems.is_empty(), "{:?}", decoded.problems);
    // The same file, compared with one's own answers.
    if !session.responses().is_empty() {
        assert_eq!(Others::in_document(assessment, &document).unwrap().responses, decoded.draft.responses);
    }
    decoded.draft
}

thread_local! {
    /// Sampling is slow, and most sessions open no report.
    static EVALUATED: RefCell<Vec<(ResponseSet, Evaluation)>> = const { RefCell::new(Vec::new()) };
}

/// An evaluation of the answers, without ratings.
fn evaluation(session: &Session) -> Evaluation {
    EVALUATED.with_borrow_mut(|known| match known.iter().find(|(responses, _)| responses == session.responses()) {
        Some((_, evaluation)) => evaluation.clone(),
        None => {
            let evaluation = Evaluation::of(Assessment::standard(), session.responses(), session.priorities());
            known.push((session.responses().clone(), evaluation.clone()));
            evaluation
        }
    })
}

fn through_text(document: &Value) -> Value {
    let text = serde_json::to_string(document).unwrap();
    assert!(text.len() <= LONGEST_DRAFT, "{} bytes", text.len());
    serde_json::from_str(&text).unwrap()
}

/// The name of an action. A new action has to be added here and then has to occur in a run.
fn name(action: &Action) -> &'static str {
    match action {
        Action::Respond(..) => "respond",
        Action::Retract(_) => "retract",
        Action::Rate(..) => "rate",
        Action::RateAlike => "rate alike",
        Action::Duty(_) => "duty",
        Action::Figure(_) => "figure",
        Action::Step(_) => "step",
        Action::Measure(_) => "measure",
        Action::Ask(_) => "ask",
        Action::Next => "next",
        Action::Back => "back",
        Action::GoTo(_) => "go to",
        Action::Visit(_) => "visit",
        Action::GoOn => "go on",
        Action::Adopt(_) => "adopt",
        Action::Undo => "undo",
        Action::StartOver => "start over",
        Action::Erase => "erase",
        Action::Offer(Source::OtherTab, _, _) => "offer of another tab",
        Action::Offer(Source::Link, _, _) => "offer of a link",
        Action::Offer(Source::File, _, _) => "offer of a file",
        Action::Offer(Source::Host, _, _) => "import",
        Action::Offer(Source::Replaced, _, _) => "offer of replaced answers",
        Action::ErasedElsewhere => "erased elsewhere",
        Action::Dismiss => "dismiss",
        Action::Notify(_) => "notify",
        Action::Saved(_) => "saved",
        Action::Erased(_) => "erased",
        Action::TakeOver => "take over",
        Action::KeepMine => "keep mine",
        Action::RemoveReplaced => "remove replaced",
        Action::Decline => "decline",
        Action::AskNext(_) => "ask next",
    }
}

/// How many actions there are.
const ACTIONS: usize = 33;

/// Performs the operation and checks the invariants of that one step.
fn perform(
    session: &mut Session,
    operation: &Operation,
    done: &mut BTreeSet<&'static str>,
) -> Result<(), TestCaseError> {
    let assessment = Assessment::standard();
    match operation {
        Operation::ReadEntries => {
            let problems = session.read_entries(&ENTRY_CODE);
            prop_assert!(problems.is_empty(), "{:?}", problems);
        }
        Operation::Reload { late } => {
            let kept = through_text(&session.document(TIME));
            let code = (!late).then_some(&ENTRY_CODE);
            let draft = decode(assessment, &kept, code).unwrap().draft;
            let mut again = Session::resume(assessment, Course::Quick, draft, code);
            prop_assert_eq!(&again.document(TIME), &kept);
            let mut complete = again.clone();
            complete.read_entries(&ENTRY_CODE);
            session.read_entries(&ENTRY_CODE);
            prop_assert_eq!(complete.draft(TIME), session.draft(TIME));
            std::mem::swap(session, &mut again);
        }
        _ => {
            // Opening a link or a file requires the same module as reading entries.
            if matches!(
                operation,
                Operation::OpenLink(_) | Operation::OpenFile(..) | Operation::OfferFile(_) | Operation::Import(_)
            ) {
                session.read_entries(&ENTRY_CODE);
            }
            for action in actions(session, operation).unwrap_or_default() {
                done.insert(name(&action));
                act(session, action, done)?;
            }
        }
    }
    holds(session)
}

fn act(session: &mut Session, action: Action, done: &mut BTreeSet<&'static str>) -> Result<(), TestCaseError> {
    let before = session.clone();
    let effects = session.apply(action.clone());
    effects::hold(&before, &action, session, &effects)?;
    // Every change of answers, ratings or entries can be undone and restores the previous state.
    let replaces = !before.has_same_answers(&session.draft(TIME));
    if replaces && !matches!(action, Action::Undo | Action::Erase) {
        let mut undone = session.clone();
        prop_assert!(undone.can_undo(), "{:?}", action);
        undone.apply(Action::Undo);
        prop_assert_eq!(undone.draft(TIME), before.draft(TIME));
        prop_assert!(!undone.can_undo());
        holds(&undone)?;
    }
    // The shell reports the outcome before the next action, or never.
    if effects.contains(&Effect::Erase) {
        done.insert(name(&Action::Erased(true)));
        act(session, Action::Erased(true), done)?;
    }
    Ok(())
}

/// The invariants of every session, wherever it comes from.
fn holds(session: &Session) -> Result<(), TestCaseError> {
    let assessment = Assessment::standard();
    // Only places on the path are shown.
    let reading = Reading::of(assessment, session.responses());
    let path = session.path();
    if let Place::Question(id) = session.place() {
        prop_assert!(is_asked(assessment, id, &reading), "{:?}", id);
        prop_assert!(session.returns_to().is_some() || path.contains(&id), "{:?}", id);
    }
    prop_assert!(path.iter().all(|id| is_asked(assessment, *id, &reading)));
    if let Some(progress) = session.progress() {
        prop_assert!((1..=progress.total).contains(&progress.position), "{:?}", progress);
        prop_assert!(progress.answered <= progress.total && progress.total == path.len(), "{:?}", progress);
    }
    // The draft contains the whole state.
    let draft = session.draft(TIME);
    let kept = through_text(&session.document(TIME));
    let decoded = decode(assessment, &kept, session.entry_code()).unwrap();
    prop_assert!(decoded.problems.is_empty(), "{:?}", decoded.problems);
    prop_assert_eq!(&decoded.draft, &draft);
    prop_assert!(session.has_same_answers(&decoded.draft));
    // A link contains the answers and is short; with entries it is offered only if it is short enough to be read.
    let mut carried = LinkState::of(session);
    let ours = link::encode(assessment, &carried);
    if ours.len() <= link::LONGEST {
        let opened = link::decode(assessment, &ours).unwrap();
        prop_assert_eq!(&opened.state.responses, session.responses());
        prop_assert_eq!(&opened.state.priorities, session.priorities());
        prop_assert_eq!(link::encode(assessment, &opened.state), ours);
    }
    carried.worksheet = Worksheet::new(assessment);
    prop_assert!(link::encode(assessment, &carried).len() <= LONGEST_SAID);
    Ok(())
}

fn run_all(operations: &[Operation], done: &mut BTreeSet<&'static str>) -> Result<Session, TestCaseError> {
    let mut session = Session::new(Assessment::standard(), Course::Quick, Some(&ENTRY_CODE));
    holds(&session)?;
    for operation in operations {
        perform(&mut session, operation, done)?;
    }
    Ok(session)
}

#[test]
fn any_sequence_of_actions_keeps_every_invariant() {
    let done = RefCell::new(BTreeSet::new());
    let operations = vec(operation(), 0..40);
    let (start, is_full) = (Instant::now(), std::env::var_os("SUPPORT_FIT_FULL").is_some());
    for seed in 1.. {
        let runs = Config {
            rng_seed: RngSeed::Fixed(seed),
            failure_persistence: Some(Box::new(FileFailurePersistence::Direct(SEEDS))),
            ..config(192)
        };
        let outcome =
            TestRunner::new(runs).run(&operations, |operations| run_all(&operations, &mut done.borrow_mut()).map(drop));
        assert!(outcome.is_ok(), "seed {seed}: {}", outcome.unwrap_err());
        if !is_full || start.elapsed() > LONG {
            break;
        }
    }
    assert_eq!(done.borrow().len(), ACTIONS, "{:?}", done.borrow());
}

proptest! {
    #![proptest_config(config(24))]

    /// The same operations lead to the same session, and to the same result bit for bit.
    #[test]
    fn the_same_actions_have_the_same_result(operations in vec(operation(), 0..40)) {
        let run = || run_all(&operations, &mut BTreeSet::new());
        let (one, other) = (run()?, run()?);
        prop_assert_eq!(one.draft(TIME), other.draft(TIME));
        let assessment = Assessment::standard();
        let result = |session: &Session| {
            let evaluation = Evaluation::of(assessment, session.responses(), session.priorities());
            let entered = session.entered();
            let meta = ReportMeta {
                responses: session.responses(), configuration: "", saved: TIME, is_full: true, asked: session.asked(), settled_after: None, changes: Changes::default(),
                entered: &entered,
            };
            serde_json::to_string(&report_json(assessment, &evaluation, &meta)).unwrap()
        };
        prop_assert_eq!(result(&one), result(&other));
    }
}
