//! How many questions are saved by stopping when the result is settled, and how often another model would have come first:
//! over simulated organizations that lean to one model, and over answers drawn uniformly, in the order of the content and in
//! the adaptive order. The definition is in `docs/method.md`, "Settled before the end".
//!
//! ```text
//! cargo run --release --example settled              # 10,000 organizations
//! cargo run --release --example settled -- --count 500
//! ```

mod organizations;

use std::{io::Write as _, process::ExitCode};

use assessment::{Alternative, Assessment, QuestionId};
use decision::{
    evaluation::{Factors, GateReport, Scores, Settled, ValueModel},
    explanation::question_to_ask,
    response::{Priorities, Reading, ResponseSet, is_asked},
};
use organizations::{Population, organization};

const USAGE: &str = "usage: settled [--count N]    (N organizations of each population, 10000 if not given)";
const COUNT: usize = 10_000;

/// In which order the questions after the quick check are asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Content,
    Adaptive,
}

/// One visit.
struct Visit {
    /// Share of the questions that were left when the result was settled; 0 if it never was.
    saved: f64,
    /// Another model was first with all questions answered.
    differs: bool,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let count = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Some(COUNT),
        ["--count", n] => n.parse().ok().filter(|n| *n > 0),
        _ => None,
    };
    let Some(count) = count else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let assessment = Assessment::standard();
    let mut lines = vec![
        format!("{count} organizations of each kind; the quick check first"),
        format!(
            "{:<12} {:<10} {:>13} {:>11} {:>9} {:>17}",
            "organization", "order", "saved, median", "saved, mean", "stopped", "other model first"
        ),
    ];
    for population in [Population::Leaning, Population::Uniform] {
        for order in [Order::Content, Order::Adaptive] {
            let visits = each(count, |n| visit(assessment, &organization(assessment, population, n), order));
            lines.push(format!("{:<12} {:<10} {}", population.name(), order.name(), summary(&visits)));
        }
    }
    match writeln!(std::io::stdout(), "{}", lines.join("\n")) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has gone, for example `| head`.
        Err(_) => ExitCode::FAILURE,
    }
}

impl Order {
    const fn name(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Adaptive => "adaptive",
        }
    }
}

/// The visits of all organizations, shared among the processors; the order of the results is that of the numbers.
fn each(count: usize, visit: impl Fn(usize) -> Visit + Sync) -> Vec<Visit> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let part = |thread: usize| (count * thread / threads)..(count * (thread + 1) / threads);
    std::thread::scope(|scope| {
        let visit = &visit;
        let running: Vec<_> =
            (0..threads).map(|thread| scope.spawn(move || part(thread).map(visit).collect::<Vec<_>>())).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    })
}

/// Asks until the result is settled, then compares with all answers.
fn visit(assessment: &'static Assessment, answers: &ResponseSet, order: Order) -> Visit {
    let (priorities, factors) = (Priorities::new(assessment), Factors::new(assessment));
    let path = path(assessment, answers);
    let last = Reading::of(assessment, answers);
    let mut given = ResponseSet::new(assessment);
    let mut left = path.clone();
    while let Some(next) = next(assessment, &given, &left, order) {
        left.retain(|id| *id != next);
        given.set(next, answers.get(next));
        let reading = Reading::of(assessment, &given);
        if let Some(settled) = Settled::before_the_end(assessment, &reading, &priorities, &factors, &left) {
            let differs = settled.leader != leader(assessment, &last, &priorities, &factors);
            return Visit { saved: left.len() as f64 / path.len() as f64, differs };
        }
    }
    Visit { saved: 0.0, differs: false }
}

/// The questions that apply to an organization, in the order of the full course.
fn path(assessment: &Assessment, answers: &ResponseSet) -> Vec<QuestionId> {
    let reading = Reading::of(assessment, answers);
    let quick = assessment.quick;
    let rest = assessment.questions().map(|(id, _)| id).filter(|id| !quick.contains(id));
    quick.iter().copied().chain(rest).filter(|id| is_asked(assessment, *id, &reading)).collect()
}

fn next(assessment: &Assessment, given: &ResponseSet, left: &[QuestionId], order: Order) -> Option<QuestionId> {
    let first = left.first().copied()?;
    if order == Order::Content || assessment.quick.contains(&first) {
        return Some(first);
    }
    let reading = Reading::of(assessment, given);
    question_to_ask(assessment, &reading, &Priorities::new(assessment), &Factors::new(assessment), left)
}

/// The first model by central score and gates.
fn leader(assessment: &Assessment, reading: &Reading, priorities: &Priorities, factors: &Factors) -> Alternative {
    let scores = Scores::with_factors(assessment, &ValueModel::new(assessment), reading, priorities, factors).total;
    let viable = GateReport::of(assessment, reading).viable();
    let mut first = viable[0];
    for model in &viable[1..] {
        if scores[model.index()] > scores[first.index()] {
            first = *model;
        }
    }
    first
}

fn summary(visits: &[Visit]) -> String {
    let mut saved: Vec<f64> = visits.iter().map(|visit| visit.saved).collect();
    saved.sort_by(f64::total_cmp);
    let (median, all) = (saved[saved.len() / 2], visits.len() as f64);
    let mean = saved.iter().sum::<f64>() / all;
    let share = |is: fn(&Visit) -> bool| visits.iter().filter(|visit| is(visit)).count() as f64 / all;
    let [median, mean, stopped, differs] =
        [median, mean, share(|visit| visit.saved > 0.0), share(|visit| visit.differs)].map(|x| 100.0 * x);
    format!("{median:>11.1} % {mean:>9.1} % {stopped:>7.1} % {differs:>15.2} %")
}
