//! The note that the open questions do not matter, finishing early, and the adaptive order.

use assessment::{
    Assessment, QuestionId,
    i18n::key::ui::{
        nav,
        result::{answer::sure, plan::open},
    },
    json::Value,
};
use decision::{
    evaluation::{Evaluation, Factors, Settled, Verdict},
    explanation::question_to_ask,
    response::{Priorities, Reading, ResponseSet},
};
use session::{Action, Course, ENTRY_CODE, Place, Session, View, decode};

use super::{
    laws::{assert_kept, assert_view},
    organizations::everybody,
    page::SharedPage,
    visit::{KEY, Visit, view_name},
};

/// Whether a scored question after the quick check is answered.
fn is_full(responses: &ResponseSet) -> bool {
    let assessment = Assessment::standard();
    let reading = Reading::of(assessment, responses);
    assessment.scored().any(|id| !assessment.quick.contains(&id) && reading.get(id).is_some())
}

/// The answers of an organization.
fn responses(case: &Value) -> ResponseSet {
    let document = Value::object([("answers", case.get("answers").unwrap().clone())]);
    decode(Assessment::standard(), &document, Some(&ENTRY_CODE)).unwrap().draft.responses
}

fn is_settled(responses: &ResponseSet) -> bool {
    let assessment = Assessment::standard();
    let (priorities, factors) = (Priorities::new(assessment), Factors::new(assessment));
    let reading = Reading::of(assessment, responses);
    Settled::of_reading(assessment, &reading, &priorities, &factors).is_settled(assessment)
}

/// The questions before which nothing is said: the quick check, and what can block a model without being scored.
fn comes_first(question: QuestionId) -> bool {
    let assessment = Assessment::standard();
    assessment.quick.contains(&question) || assessment.question(question).id == "clash"
}

/// A visit of the full course.
fn full(page: &SharedPage, settings: &[(&str, &str)]) -> Visit {
    let settings =
        settings.iter().chain([&("flow", "full")]).map(|(name, value)| ((*name).to_owned(), (*value).into()));
    Visit::on(page.clone(), &Value::Object(settings.collect()))
}

/// Answers the current question as an organization does. Returns which it was; `None` after the last question.
fn answer(visit: &Visit, answers: &ResponseSet) -> Option<QuestionId> {
    let Place::Question(question) = visit.ui.now(Session::place) else { return None };
    let response = answers.get(question).unwrap_or(decision::response::Response::NotSure);
    visit.ui.act(Action::Respond(question, response));
    visit.run();
    Some(question)
}

fn press_next(visit: &Visit) {
    visit.ui.act(Action::Next);
    visit.run();
}

/// An organization whose result is settled between the quick check and the last questions, with one model clearly in front.
fn settled_early() -> ResponseSet {
    let all = everybody().into_iter().map(|(_, case)| responses(&case));
    let is_early = |answers: &ResponseSet| {
        let mut session = Session::new(Assessment::standard(), Course::Full, None);
        while let Place::Question(id) = session.place() {
            session.apply(Action::Respond(id, answers.get(id).unwrap_or(decision::response::Response::NotSure)));
            let open = session.open_questions();
            let is_time = !open.iter().any(|id| comes_first(*id)) && is_full(session.responses());
            if is_time && is_settled(session.responses()) {
                return open.len() > 4;
            }
            session.apply(Action::Next);
        }
        false
    };
    let leads = |answers: &ResponseSet| {
        let evaluation = Evaluation::of(Assessment::standard(), answers, &Priorities::new(Assessment::standard()));
        matches!(evaluation.verdict, Verdict::Clear)
    };
    all.into_iter().filter(leads).find(is_early).unwrap()
}

#[test]
fn the_visitor_is_told_once_after_the_answer_that_settles_the_result() {
    for (who, case) in everybody() {
        let answers = responses(&case);
        let mut visit = full(&SharedPage::default(), &[]);
        let (mut told, mut expected) = (Vec::new(), None);
        while let Some(question) = answer(&visit, &answers) {
            let (given, open) = visit.ui.now(|session| (session.responses().clone(), session.open_questions()));
            let scored = open.iter().any(|id| Assessment::standard().question(*id).scored);
            let is_time = !open.iter().any(|id| comes_first(*id)) && scored && open.len() > 1 && is_full(&given);
            if expected.is_none() && is_time && is_settled(&given) {
                expected = Some(question);
            }
            let html = visit.html();
            if html.contains(visit.ui.t(sure::EARLY)) {
                told.push(question);
                assert_kept(&format!("{who} at a settled question"), &html);
            }
            press_next(&visit);
        }
        assert_eq!(told, Vec::from_iter(expected), "{who}");
    }
}

#[test]
fn a_visitor_who_finishes_early_sees_the_result_and_what_the_open_questions_could_add_to_the_plan() {
    let answers = settled_early();
    let mut visit = full(&SharedPage::default(), &[]);
    let mut asked = 0;
    while !visit.html().contains(visit.ui.t(sure::EARLY)) {
        if asked > 0 {
            press_next(&visit);
        }
        answer(&visit, &answers).unwrap();
        asked += 1;
    }
    let total = visit.ui.now(|session| session.path().len());
    visit.press(visit.ui.t(nav::TO_RESULT));
    assert_eq!(visit.ui.now(Session::place), Place::RESULT);
    let html = visit.html();
    assert!(!html.contains(visit.ui.t(sure::EARLY)), "the note is gone");
    assert!(html.contains(&format!("settled after {asked} of {total} questions")), "{html}");
    visit.open(View::Plan);
    let html = visit.html();
    assert_view("the plan", visit.ui.t(view_name(View::Plan)), &html);
    assert!(html.contains(visit.ui.t(open::TITLE)), "{:?} {html}", visit.ui.now(|s| s.open_questions().len()));
    // The first of them can be answered from there.
    let first = visit.ui.now(|session| session.open_questions()[0]);
    visit.press(visit.ui.t(Assessment::standard().question(first).text));
    assert!(matches!(visit.ui.now(Session::place), Place::Question(_)));
    visit.press(visit.ui.t(nav::BACK));
    assert_eq!(visit.ui.now(Session::place), Place::Result(View::Plan));
}

#[test]
fn a_change_on_the_same_screen_takes_the_note_back() {
    let answers = settled_early();
    let mut visit = full(&SharedPage::default(), &[]);
    let mut question = answer(&visit, &answers).unwrap();
    while !visit.html().contains(visit.ui.t(sure::EARLY)) {
        press_next(&visit);
        question = answer(&visit, &answers).unwrap();
    }
    // Another answer may settle it as well.
    let options = Assessment::standard().question(question).options.len();
    for n in 0..options {
        let response = decision::response::Response::One(assessment::OptionId::from_index(n));
        visit.ui.act(Action::Respond(question, response));
        visit.run();
        let is_settled = is_settled(&visit.ui.now(|session| session.responses().clone()));
        assert_eq!(visit.html().contains(visit.ui.t(sure::EARLY)), is_settled, "{response:?}");
    }
}

#[test]
fn the_quick_check_says_nothing_about_it() {
    for (_, case) in everybody() {
        let answers = responses(&case);
        let mut visit = Visit::new();
        while answer(&visit, &answers).is_some() {
            assert!(!visit.html().contains(visit.ui.t(sure::EARLY)));
            press_next(&visit);
        }
        assert!(!visit.html().contains("was settled after"));
    }
}

#[test]
fn in_the_adaptive_order_the_next_question_could_change_the_result_most() {
    let assessment = Assessment::standard();
    let (priorities, factors) = (Priorities::new(assessment), Factors::new(assessment));
    let answers = responses(&everybody()[0].1);
    let page = SharedPage::default();
    let mut visit = full(&page, &[("order", "adaptive")]);
    let (mut asked, total) = (Vec::new(), visit.ui.now(|session| session.path().len()));
    while let Some(question) = answer(&visit, &answers) {
        asked.push(question);
        let reading = visit.ui.now(|session| Reading::of(assessment, session.responses()));
        let open = visit.ui.now(Session::open_questions);
        let best = question_to_ask(assessment, &reading, &priorities, &factors, &open);
        press_next(&visit);
        if let Some(best) = best.filter(|_| asked.len() >= assessment.quick.len() && open.len() > 1) {
            assert_eq!(visit.ui.now(Session::place), Place::Question(best));
            let section = assessment.sections[assessment.question(best).section.index()].name;
            let html = visit.html();
            assert!(html.contains(visit.ui.t(section)), "the section is named");
            let [n, of] = visit.ui.now(|session| session.progress().map(|at| [at.position, at.total])).unwrap();
            assert_eq!(n, asked.len() + 1, "progress counts what was asked, of {of}");
        }
    }
    assert!(asked.len() >= total - 2, "{} of {total}", asked.len());
    let in_order: Vec<QuestionId> = assessment.questions().map(|(id, _)| id).filter(|id| asked.contains(id)).collect();
    assert_ne!(asked, in_order);
    // After a reload the way back is the same.
    drop(visit);
    let visit = full(&page, &[("order", "adaptive")]);
    assert!(page.0.store.texts.borrow()[KEY].contains(r#""asked":["#));
    let last = *asked.last().unwrap();
    visit.ui.act(Action::GoTo(Place::Question(last)));
    for question in asked.iter().rev() {
        assert_eq!(visit.ui.now(Session::place), Place::Question(*question));
        visit.ui.act(Action::Back);
    }
}
