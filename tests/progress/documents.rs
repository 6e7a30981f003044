//! Encoding and decoding of entries in drafts.

use assessment::{
    Alternative, Assessment,
    json::Value,
    named::{cap, checklist, metric},
};

use decision::{
    evaluation::Verdict,
    response::Response,
    worksheet::{Decimal, Mark, StepKey},
};

use session::{
    Part, Problem, RunAnswers, Unread, decode_history, decode_questions, decode_scorecard, decode_steps,
    encode_history, encode_questions, encode_scorecard, encode_steps,
};

use super::{date, json, step};

const STEPS: &str = r#"{"start":"2026-12-01","steps":{"goals":{"done":true,"date":"2027-01-15","owner":"Ana"}},"own":{"1":{"text":"Move the server room","from":2,"to":4,"done":true}}}"#;

const SCORECARD: &str =
    r#"{"response":{"today":8,"target":2.35,"now":6.1,"review":"2027-06-01"},"scale":{"today":12}}"#;

const QUESTIONS: &str = r#"{"providers":{"1":{"name":"Ash & Co","answers":{"nights":{"text":"On call","mark":"good"}}},"3":{"name":"Cedar"}},"questions":{"nights":{"ticked":true,"note":"Ask for\nthe contract"}}}"#;

const HISTORY: &str = r#"[{"date":"2026-11-22","content":"1.2","verdict":"lean","leader":"co_managed","shares":[12,70,18],"answers":{"cap":"lead","signs":["docs"]}}]"#;

fn assessment() -> &'static Assessment {
    Assessment::standard()
}

/// The problems in short form, and the text that is saved again.
fn seen<T>(part: &Part<T>, encode: impl Fn(&T, &Unread) -> Option<Value>) -> (Vec<String>, String) {
    let short = |problem: &Problem| format!("{}: {} [{}]", problem.path, problem.found, problem.expected.code());
    let kept = encode(&part.value, &part.unread).map(|value| serde_json::to_string(&value).unwrap());
    (part.problems.iter().map(short).collect(), kept.unwrap_or_default())
}

fn steps(text: &str) -> (Vec<String>, String) {
    seen(&decode_steps(assessment(), "$.steps", &json(text)), |value, unread| encode_steps(assessment(), value, unread))
}

fn scorecard(text: &str) -> (Vec<String>, String) {
    let part = decode_scorecard(assessment(), "$.scorecard", &json(text));
    seen(&part, |value, unread| encode_scorecard(assessment(), value, unread))
}

fn questions(text: &str) -> (Vec<String>, String) {
    let part = decode_questions(assessment(), "$.questions", &json(text));
    seen(&part, |value, unread| encode_questions(assessment(), value, unread))
}

fn history(text: &str) -> (Vec<String>, String) {
    let part = decode_history(assessment(), "$.history", &json(text));
    seen(&part, |value, unread| encode_history(assessment(), value, unread))
}

#[test]
fn each_part_survives_a_round_trip() {
    let nothing = Vec::<String>::new;
    assert_eq!(steps(STEPS), (nothing(), STEPS.to_owned()));
    assert_eq!(scorecard(SCORECARD), (nothing(), SCORECARD.to_owned()));
    assert_eq!(questions(QUESTIONS), (nothing(), QUESTIONS.to_owned()));
    assert_eq!(history(HISTORY), (nothing(), HISTORY.to_owned()));
}

#[test]
fn each_part_contains_what_was_entered() {
    let steps = decode_steps(assessment(), "$", &json(STEPS)).value;
    assert_eq!(steps.start(), Some(date("2026-12-01")));
    assert_eq!(steps.get(step("goals")).unwrap().owner, "Ana");
    assert!(steps.get(StepKey::Own(1)).unwrap().done);
    let scorecard = decode_scorecard(assessment(), "$", &json(SCORECARD)).value;
    assert_eq!(scorecard.get(metric::RESPONSE).target, Some(Decimal::of_hundredths(235)));
    let questions = decode_questions(assessment(), "$", &json(QUESTIONS)).value;
    assert_eq!(questions.get(checklist::NIGHTS).answers[0].mark, Mark::Good);
    assert_eq!(questions.providers().collect::<Vec<_>>(), [(0, "Ash & Co"), (2, "Cedar")]);
    let history = decode_history(assessment(), "$", &json(HISTORY)).value;
    let run = &history.runs()[0];
    assert_eq!((run.verdict, run.leader, run.shares), (Verdict::Lean, Alternative::CoManaged, [12, 70, 18]));
    let RunAnswers::Known(responses) = &run.answers else { panic!("{run:?}") };
    assert_eq!(responses.get(cap::QUESTION), Some(Response::One(cap::LEAD)));
}

#[test]
fn nothing_is_saved_without_entries() {
    for kept in [steps("{}").1, scorecard("{}").1, questions("{}").1, history("[]").1] {
        assert_eq!(kept, "");
    }
}

#[test]
fn unknown_ids_are_reported_and_kept() {
    let (problems, kept) = steps(r#"{"steps":{"retired":{"done":true},"goals":{"done":true}},"later":1}"#);
    assert_eq!(problems, ["$.steps.steps.retired: retired [unknown-entry]", "$.steps.later: later [unknown-name]"]);
    assert_eq!(kept, r#"{"steps":{"goals":{"done":true},"retired":{"done":true}},"later":1}"#);
    let (problems, kept) = scorecard(r#"{"mood":{"today":1}}"#);
    assert_eq!(problems, ["$.scorecard.mood: mood [unknown-entry]"]);
    assert_eq!(kept, r#"{"mood":{"today":1}}"#);
    let (problems, kept) =
        questions(r#"{"providers":{"1":{"name":"Ash","answers":{"retired":{"mark":"good"}}},"4":{"name":"Elm"}}}"#);
    assert_eq!(
        problems,
        [
            "$.questions.providers.1.answers.retired: retired [unknown-entry]",
            "$.questions.providers.4: 4 [unknown-entry]"
        ]
    );
    assert_eq!(kept, r#"{"providers":{"1":{"name":"Ash","answers":{"retired":{"mark":"good"}}},"4":{"name":"Elm"}}}"#);
}

#[test]
fn every_wrong_value_of_a_step_is_reported() {
    let (problems, _) = steps(
        r#"{"start":"soon","steps":{"goals":{"done":1,"date":"2026-02-30","owner":"\u202e","mood":1},"repeat":3},
            "own":{"01":{},"1":{"text":" ","from":0,"to":1},"2":{"text":"a","from":3,"to":2},"3":{"text":"a"},"21":{"text":"a","from":0,"to":1},"4":[]}}"#,
    );
    assert_eq!(
        problems,
        [
            "$.steps.start: soon [not-a-date]",
            "$.steps.steps.goals.done: 1 [not-a-flag]",
            "$.steps.steps.goals.date: 2026-02-30 [not-a-date]",
            "$.steps.steps.goals.owner: \u{fffd} [unsuitable-text]",
            "$.steps.steps.goals.mood: mood [unknown-name]",
            "$.steps.steps.repeat: 3 [not-an-object]",
            "$.steps.own.01: 01 [unknown-entry]",
            "$.steps.own.1: an object [unsuitable-text]",
            "$.steps.own.2: an object [not-months]",
            "$.steps.own.3: an object [not-months]",
            "$.steps.own.21: 21 [unknown-entry]",
            "$.steps.own.4: a list [not-an-object]",
        ]
    );
}

#[test]
fn every_wrong_value_of_a_measure_is_reported() {
    let (problems, _) = scorecard(
        r#"{"response":{"today":-1,"target":"2","now":1.234,"review":0},"security":{"today":100.01},"scale":{"x":1}}"#,
    );
    assert_eq!(
        problems,
        [
            "$.scorecard.response.today: -1 [not-a-decimal]",
            "$.scorecard.response.target: 2 [not-a-decimal]",
            "$.scorecard.response.now: a number [not-a-decimal]",
            "$.scorecard.response.review: 0 [not-a-date]",
            "$.scorecard.security.today: a number [not-a-decimal]",
            "$.scorecard.scale.x: x [unknown-name]",
        ]
    );
}

#[test]
fn every_wrong_value_of_a_question_is_reported() {
    let (problems, _) = questions(
        r#"{"providers":{"1":{"name":""},"2":{"name":"Ash","answers":{"nights":{"mark":"great","text":1,"x":1}}},"3":{"name":"Ash"}},
            "questions":{"nights":{"ticked":"yes","note":4}}}"#,
    );
    assert_eq!(
        problems,
        [
            "$.questions.providers.1: an object [unsuitable-text]",
            "$.questions.providers.2.answers.nights.mark: great [unknown-mark]",
            "$.questions.providers.2.answers.nights.text: 1 [unsuitable-text]",
            "$.questions.providers.2.answers.nights.x: x [unknown-name]",
            "$.questions.providers.3: an object [unsuitable-text]",
            "$.questions.questions.nights.ticked: yes [not-a-flag]",
            "$.questions.questions.nights.note: 4 [unsuitable-text]",
        ]
    );
}

/// An invalid value must not come back as part of something that replaced it.
#[test]
fn a_new_provider_replaces_an_invalid_one() {
    let mut part = decode_questions(
        assessment(),
        "$",
        &json(r#"{"providers":{"1":{"name":5,"answers":{"nights":{"mark":"good"}}}}}"#),
    );
    let added = decision::worksheet::QuestionChange::AddProvider("Ash".to_owned());
    part.value.apply(assessment(), added).unwrap();
    let kept = encode_questions(assessment(), &part.value, &part.unread).unwrap();
    assert_eq!(serde_json::to_string(&kept).unwrap(), r#"{"providers":{"1":{"name":"Ash"}}}"#);
}

#[test]
fn an_invalid_field_is_saved_with_the_valid_ones() {
    let (_, kept) = steps(r#"{"steps":{"goals":{"owner":7,"done":true}}}"#);
    assert_eq!(kept, r#"{"steps":{"goals":{"done":true,"owner":7}}}"#);
}

#[test]
fn a_non_object_is_reported_and_kept() {
    for (problems, kept) in [steps("[1]"), scorecard("[1]"), questions("[1]")] {
        assert_eq!((problems.len(), kept.as_str()), (1, "[1]"));
    }
    assert_eq!(history("{}"), (vec!["$.history: an object [not-a-run]".to_owned()], "{}".to_owned()));
}

#[test]
fn a_run_of_other_content_is_kept_as_it_is() {
    let text = HISTORY.replace("1.2", "1.1").replace("lead\"", "robot\"");
    let part = decode_history(assessment(), "$.history", &json(&text));
    assert!(matches!(part.value.runs()[0].answers, RunAnswers::Foreign(_)));
    assert_eq!(history(&text), (Vec::new(), text));
}

#[test]
fn a_run_with_an_unknown_answer_is_kept_and_reported() {
    let text = HISTORY.replace("lead\"", "robot\"");
    assert_eq!(history(&text), (vec!["$.history[0].answers.cap: robot [unknown-option]".to_owned()], text));
}

#[test]
fn an_invalid_run_is_reported_and_kept_after_the_runs() {
    let run = HISTORY.trim_matches(['[', ']']);
    let (problems, kept) = history(&format!("[5,{run}]"));
    assert_eq!(problems, ["$.history[0]: 5 [not-a-run]"]);
    assert_eq!(kept, format!("[{run},5]"));
}

#[test]
fn every_field_of_a_run_is_required() {
    for (from, to) in [
        ("2026-11-22", "2026-11-31"),
        ("\"1.2\"", "\"a version with many letters\""),
        ("lean", "sure"),
        ("co_managed", "shared"),
        ("[12,70,18]", "[12,70]"),
        ("[12,70,18]", "[12,70,101]"),
        (r#"{"cap":"lead","signs":["docs"]}"#, "[]"),
    ] {
        let (problems, _) = history(&HISTORY.replace(from, to));
        assert_eq!(problems, ["$.history[0]: an object [not-a-run]"], "{to}");
    }
}

#[test]
fn no_more_than_ten_runs_are_kept() {
    let run = |n: usize| HISTORY.trim_matches(['[', ']']).replace("2026-11-22", &format!("2026-11-{n:02}"));
    let text = format!("[{}]", (1..=12).map(run).collect::<Vec<_>>().join(","));
    let part = decode_history(assessment(), "$.history", &json(&text));
    assert_eq!((part.value.runs().len(), part.problems.len()), (10, 2));
    let kept = encode_history(assessment(), &part.value, &part.unread).unwrap();
    assert_eq!(kept.as_list().unwrap().len(), 10);
}
