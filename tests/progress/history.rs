//! Earlier runs.

use assessment::{Alternative, Assessment, json::Value, named::cap};

use decision::{
    evaluation::Verdict,
    response::{Response, ResponseSet},
};

use session::{AnswerChange, History, MOST_RUNS, Run, RunAnswers, RunDifference};

use super::date;

fn run(day: &str) -> Run {
    Run {
        date: date(day),
        content: Assessment::standard().version.to_owned(),
        verdict: Verdict::Lean,
        leader: Alternative::CoManaged,
        shares: [12, 70, 18],
        settled_after: None,
        answers: RunAnswers::Known(ResponseSet::new(Assessment::standard())),
    }
}

fn with_share(day: &str, share: u8) -> Run {
    Run { shares: [share, 100 - share, 0], ..run(day) }
}

fn history(runs: impl IntoIterator<Item = Run>) -> History {
    let mut history = History::default();
    for run in runs {
        history.add(run);
    }
    history
}

fn days(history: &History) -> Vec<String> {
    history.runs().iter().map(|run| run.date.iso()).collect()
}

#[test]
fn the_newest_run_comes_first() {
    let history = history([with_share("2026-01-01", 1), with_share("2026-06-01", 2), with_share("2026-03-01", 3)]);
    assert_eq!(days(&history), ["2026-06-01", "2026-03-01", "2026-01-01"]);
}

#[test]
fn a_second_run_on_a_day_comes_before_the_first() {
    let history = history([with_share("2026-01-01", 1), with_share("2026-01-01", 2)]);
    assert_eq!(history.runs()[0].shares, [2, 98, 0]);
}

#[test]
fn a_run_equal_to_the_previous_one_is_not_added() {
    let mut history = history([run("2026-01-01")]);
    assert!(!history.add(run("2026-01-01")));
    assert!(!history.add(run("2026-02-01")));
    assert_eq!(days(&history), ["2026-01-01"]);
}

#[test]
fn a_run_equal_to_an_older_one_is_added() {
    let history = history([run("2026-01-01"), with_share("2026-02-01", 1), run("2026-03-01")]);
    assert_eq!(history.runs().len(), 3);
}

#[test]
fn a_different_answer_adds_a_run_even_with_the_same_result() {
    let mut history = history([run("2026-01-01")]);
    let mut responses = ResponseSet::new(Assessment::standard());
    responses.set(cap::QUESTION, Some(Response::NotSure));
    assert!(history.add(Run { answers: RunAnswers::Known(responses), ..run("2026-02-01") }));
}

#[test]
fn the_oldest_of_eleven_runs_is_removed() {
    let history = history((1..=11).map(|n| with_share(&format!("2026-01-{n:02}"), n)));
    assert_eq!(history.runs().len(), MOST_RUNS);
    assert_eq!(history.runs().last().unwrap().date, date("2026-01-02"));
}

#[test]
fn a_run_older_than_ten_others_is_not_added() {
    let mut history = history((2..=11).map(|n| with_share(&format!("2026-01-{n:02}"), n)));
    assert!(!history.add(with_share("2026-01-01", 1)));
    assert_eq!(history.runs().len(), MOST_RUNS);
}

#[test]
fn one_run_or_all_can_be_removed() {
    let mut history = history([with_share("2026-01-01", 1), with_share("2026-02-01", 2)]);
    assert_eq!(history.remove(2), None);
    assert_eq!(history.remove(0).unwrap().date, date("2026-02-01"));
    assert_eq!(days(&history), ["2026-01-01"]);
    history.clear();
    assert!(history.runs().is_empty());
}

#[test]
fn a_comparison_says_what_changed() {
    let mut responses = ResponseSet::new(Assessment::standard());
    responses.set(cap::QUESTION, Some(Response::One(cap::TEAM)));
    let later = Run {
        verdict: Verdict::Clear,
        leader: Alternative::InHouse,
        shares: [90, 8, 2],
        answers: RunAnswers::Known(responses),
        ..run("2026-06-01")
    };
    let comparison = RunDifference::of(Assessment::standard(), &run("2026-01-01"), &later).unwrap();
    assert_eq!(comparison.verdict, Some([Verdict::Lean, Verdict::Clear]));
    assert_eq!(comparison.leader, Some([Alternative::CoManaged, Alternative::InHouse]));
    assert_eq!(comparison.points, [78, -62, -16]);
    let change = AnswerChange { question: cap::QUESTION, before: None, after: Some(Response::One(cap::TEAM)) };
    assert_eq!(comparison.answers, [change]);
}

#[test]
fn equal_runs_have_no_differences() {
    let comparison = RunDifference::of(Assessment::standard(), &run("2026-01-01"), &run("2026-06-01")).unwrap();
    let same = RunDifference { verdict: None, leader: None, points: [0; 3], answers: Vec::new() };
    assert_eq!(comparison, same);
}

#[test]
fn a_run_of_other_content_is_not_compared() {
    let foreign = RunAnswers::Foreign(Value::object([]));
    let older = Run { content: "0.9".to_owned(), answers: foreign, ..run("2026-01-01") };
    let assessment = Assessment::standard();
    assert_eq!(RunDifference::of(assessment, &older, &run("2026-06-01")), None);
    assert_eq!(RunDifference::of(assessment, &run("2026-06-01"), &older), None);
    let renamed = Run { content: "0.9".to_owned(), ..run("2026-01-01") };
    assert_eq!(RunDifference::of(assessment, &renamed, &run("2026-06-01")), None);
}
