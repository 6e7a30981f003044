//! Earlier runs, in drafts.
//!
//! ```json
//! [ { "date": "2026-11-22", "content": "1.1", "verdict": "lean", "leader": "co_managed", "shares": [12, 70, 18],
//!     "settled_after": { "questions": 14, "of": 28 }, "answers": { "cap": "lead", "signs": ["docs"] } } ]
//! ```

use super::{
    Expected, Problem, answer_value,
    decode::decode,
    part::{Part, Unread, date},
};
use crate::history::{History, MOST_RUNS, Run, RunAnswers};
use assessment::{Alternative, Assessment, json::Value};
use decision::evaluation::{SettledAfter, Verdict};

/// The longest version of a content, in bytes.
const LONGEST_VERSION: usize = 20;

/// Maximum number of answers of a run of another content.
const MOST_ANSWERS: usize = 100;

/// Maximum number of parts of a list that are looked at; this build never writes more than [`MOST_RUNS`].
const MOST_PARTS: usize = 100;

const VERDICTS: [Verdict; 5] = [Verdict::Insufficient, Verdict::Close, Verdict::Lean, Verdict::Clear, Verdict::Only];

/// The document to keep, the newest run first; `None` if there is nothing to keep. Entries that are not runs follow the
/// runs, up to [`MOST_RUNS`] in total.
#[must_use]
pub fn encode_history(assessment: &Assessment, history: &History, unread: &Unread) -> Option<Value> {
    let mut runs: Vec<Value> = history.runs().iter().map(|run| encode_run(assessment, run)).collect();
    match unread.as_whole() {
        Some(Value::List(others)) => {
            runs.extend(others.iter().take(MOST_RUNS.saturating_sub(runs.len())).cloned());
            (!runs.is_empty()).then_some(Value::List(runs))
        }
        _ => unread.merged_with(Value::List(runs)),
    }
}

fn encode_run(assessment: &Assessment, run: &Run) -> Value {
    let answers = match &run.answers {
        RunAnswers::Foreign(value) => value.clone(),
        RunAnswers::Known(responses) => {
            let said = responses.iter().map(|(id, response)| {
                let question = assessment.question(id);
                (question.id.to_owned(), answer_value(question, response))
            });
            Value::Object(said.collect())
        }
    };
    let entries = [
        ("date", Value::Text(run.date.iso())),
        ("content", Value::from(run.content.as_str())),
        ("verdict", Value::from(run.verdict.code())),
        ("leader", Value::from(assessment.notes(run.leader).id)),
        ("shares", run.shares.iter().map(|share| Value::from(usize::from(*share))).collect()),
    ];
    let settled_after = run.settled_after.map(|after| ("settled_after", after.value()));
    let entries = entries.into_iter().chain(settled_after).chain([("answers", answers)]);
    Value::Object(entries.map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Decodes the runs at a path. Entries that are not runs, and runs beyond [`MOST_RUNS`], are reported and written back by
/// the next [`encode_history`]. A run of another content, or with an unknown answer, is kept but not compared.
#[must_use]
pub fn decode_history(assessment: &Assessment, path: &str, document: &Value) -> Part<History> {
    let mut history = History::default();
    let mut problems = Vec::new();
    let Some(parts) = document.as_list() else {
        problems.push(Problem::with_value(path, document, Expected::Run));
        return Part { value: history, unread: Unread::whole(document), problems };
    };
    let mut others = Vec::new();
    for (n, part) in parts.iter().take(MOST_PARTS).enumerate() {
        let path = [path, "[", &n.to_string(), "]"].concat();
        let run = decode_run(assessment, &path, part, &mut problems);
        if !run.is_some_and(|run| history.restore(run)) {
            problems.push(Problem::with_value(&path, part, Expected::Run));
            others.push(part.clone());
        }
    }
    let unread = if others.is_empty() { Unread::default() } else { Unread::whole(&Value::List(others)) };
    Part { value: history, unread, problems }
}

fn decode_run(assessment: &Assessment, path: &str, run: &Value, problems: &mut Vec<Problem>) -> Option<Run> {
    let text = |name| run.get(name).and_then(Value::as_text);
    let content = text("content").filter(|version| version.len() <= LONGEST_VERSION)?;
    let shares = run.get("shares").and_then(Value::as_list)?;
    let share = |value: &Value| value.as_small_integer().filter(|share| *share <= 100);
    let answers = run.get("answers").filter(|answers| answers.entries().is_some_and(|a| a.len() <= MOST_ANSWERS))?;
    let [in_house, co_managed, outsourced] = shares else { return None };
    Some(Run {
        date: date(run.get("date")?).ok()?,
        content: content.to_owned(),
        verdict: VERDICTS.into_iter().find(|verdict| text("verdict") == Some(verdict.code()))?,
        leader: Alternative::ALL.into_iter().find(|a| text("leader") == Some(assessment.notes(*a).id))?,
        shares: [share(in_house)?, share(co_managed)?, share(outsourced)?],
        settled_after: run.get("settled_after").and_then(SettledAfter::read),
        answers: decode_answers(assessment, path, content, answers, problems),
    })
}

/// Decodes the answers if they belong to this content and all are understood.
fn decode_answers(
    assessment: &Assessment,
    path: &str,
    content: &str,
    answers: &Value,
    problems: &mut Vec<Problem>,
) -> RunAnswers {
    let foreign = || RunAnswers::Foreign(answers.clone());
    if content != assessment.version {
        return foreign();
    }
    match decode(assessment, &Value::object([("answers", answers.clone())]), None) {
        Ok(decoded) if decoded.problems.is_empty() => RunAnswers::Known(decoded.draft.responses),
        Ok(decoded) => {
            // Their paths are relative to the run.
            let found = decoded.problems.into_iter();
            problems.extend(found.map(|p| Problem { path: [path, p.path.get(1..).unwrap_or_default()].concat(), ..p }));
            foreign()
        }
        Err(problem) => {
            problems.push(problem);
            foreign()
        }
    }
}
