//! When a result is recorded in the history.

use assessment::{Assessment, named::cap};

use decision::response::{Response, ResponseSet};

use session::{History, MOST_RUNS_A_DAY, Run, RunAnswers};

use super::{Case, date};

fn run(day: &str) -> Run {
    let Case { responses, evaluation, .. } = Case::of("P6");
    Run::of(Assessment::standard(), &evaluation, &responses, None, date(day))
}

/// The same run with another answer to the first question.
fn with_answer(day: &str, option: Response) -> Run {
    let mut responses = ResponseSet::new(Assessment::standard());
    responses.set(cap::QUESTION, Some(option));
    Run { answers: RunAnswers::Known(responses), ..run(day) }
}

fn options() -> [Response; 4] {
    [Response::NotSure, Response::One(cap::TEAM), Response::One(cap::LEAD), Response::One(cap::NONE)]
}

fn history(runs: impl IntoIterator<Item = Run>) -> History {
    let mut history = History::default();
    for run in runs {
        history.record(run);
    }
    history
}

#[test]
fn a_run_contains_the_result() {
    let Case { responses, evaluation, .. } = Case::of("P6");
    let run = run("2026-11-22");
    assert_eq!(run.date, date("2026-11-22"));
    assert_eq!(run.content, Assessment::standard().version);
    assert_eq!((run.verdict, run.leader), (evaluation.verdict, evaluation.leader));
    assert_eq!(run.answers, RunAnswers::Known(responses));
}

#[test]
fn the_shares_of_a_run_are_whole_percentages() {
    let evaluation = Case::of("P6").evaluation;
    for (share, ways) in evaluation.shares.first.iter().zip(run("2026-11-22").shares) {
        assert!((share * 100.0 - f64::from(ways)).abs() <= 0.5 + 1e-6, "{share} as {ways}");
    }
}

#[test]
fn the_first_result_is_recorded() {
    assert!(History::default().record(run("2026-01-01")));
}

#[test]
fn the_same_answers_add_no_run() {
    let mut history = history([run("2026-01-01")]);
    assert!(!history.record(run("2026-01-01")));
    assert!(!history.record(run("2026-01-02")));
    assert_eq!(history.runs().len(), 1);
}

#[test]
fn reverting_an_answer_does_not_add_a_third_run() {
    let [first, second, ..] = options().map(|option| with_answer("2026-01-01", option));
    let mut history = history([first.clone(), second]);
    assert!(!history.record(first));
    assert_eq!(history.runs().len(), 2);
}

#[test]
fn other_priorities_on_the_same_day_replace_the_run() {
    let other = Run { shares: [1, 2, 97], ..run("2026-01-01") };
    let mut history = history([run("2026-01-01")]);
    assert!(history.record(other.clone()));
    assert_eq!(history.runs(), [other]);
}

#[test]
fn other_priorities_on_another_day_add_a_run() {
    let mut history = history([run("2026-01-01")]);
    assert!(history.record(Run { shares: [1, 2, 97], ..run("2026-02-01") }));
    assert_eq!(history.runs().len(), 2);
}

#[test]
fn the_oldest_run_of_a_day_is_removed_first() {
    let runs = options().map(|option| with_answer("2026-02-01", option));
    let history = history([run("2026-01-01")].into_iter().chain(runs.clone()));
    assert_eq!(history.runs().len(), 1 + MOST_RUNS_A_DAY);
    assert!(!history.runs().contains(&runs[0]));
    assert_eq!(history.runs().last().unwrap().date, date("2026-01-01"));
}

#[test]
fn there_are_no_runs_before_the_first_result() {
    assert!(History::default().before(&run("2026-01-01")).runs().is_empty());
}

#[test]
fn the_current_result_is_not_listed_among_earlier_results() {
    let [first, second, ..] = options().map(|option| with_answer("2026-01-01", option));
    let history = history([first.clone(), second.clone()]);
    assert_eq!(history.before(&second).runs(), [first]);
}

#[test]
fn the_same_answers_on_the_same_day_are_not_an_earlier_result() {
    let history = history([run("2026-01-01")]);
    assert!(history.before(&Run { shares: [1, 2, 97], ..run("2026-01-01") }).runs().is_empty());
}

#[test]
fn an_equal_run_on_another_day_is_not_an_earlier_result() {
    let history = history([run("2026-01-01")]);
    assert!(history.before(&run("2026-06-01")).runs().is_empty());
}
