//! The plan entries, as five entries of a draft: `duties`, `figures`, `steps`, `scorecard`, `questions`. Each is there only
//! if there is something in it.

use super::{
    Problem, decode_duties, decode_figures, decode_questions, decode_scorecard, decode_steps, encode_duties,
    encode_figures, encode_questions, encode_scorecard, encode_steps,
    part::{Part, Unread},
};
use assessment::{Assessment, json::Value};
use decision::worksheet::Worksheet;

/// The default for a missing entry.
const NOTHING: &Value = &Value::Object(Vec::new());

/// Their names in a draft.
pub(super) const NAMES: [&str; 5] = ["duties", "figures", "steps", "scorecard", "questions"];

/// The unknown data of each part.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnreadParts {
    /// Of who does what.
    pub duties: Unread,
    /// Of the figures of cost.
    pub figures: Unread,
    /// Of the roadmap.
    pub steps: Unread,
    pub scorecard: Unread,
    /// Of the questions to ask.
    pub questions: Unread,
}

/// The entries to keep, in a draft or a report.
#[must_use]
pub fn encode_worksheet(assessment: &Assessment, worksheet: &Worksheet, unread: &UnreadParts) -> Vec<(String, Value)> {
    let parts = [
        ("duties", encode_duties(assessment, &worksheet.duties, &unread.duties)),
        ("figures", encode_figures(assessment, &worksheet.figures, &unread.figures)),
        ("steps", encode_steps(assessment, &worksheet.steps, &unread.steps)),
        ("scorecard", encode_scorecard(assessment, &worksheet.scorecard, &unread.scorecard)),
        ("questions", encode_questions(assessment, &worksheet.questions, &unread.questions)),
    ];
    parts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// The raw entries of a draft.
pub(super) fn written(draft: &Value) -> Vec<(String, Value)> {
    let entries = draft.entries().unwrap_or_default();
    entries.iter().filter(|(name, _)| NAMES.contains(&name.as_str())).cloned().collect()
}

/// The document with these entries; `None` if there are none.
pub(crate) fn as_object(written: Vec<(String, Value)>) -> Option<Value> {
    (!written.is_empty()).then_some(Value::Object(written))
}

/// Reads the entries of a draft.
#[must_use]
pub fn read_worksheet(assessment: &Assessment, draft: &Value, problems: &mut Vec<Problem>) -> (Worksheet, UnreadParts) {
    let entry = |name: &str| draft.get(name).unwrap_or(NOTHING);
    let duties = taken(problems, decode_duties(assessment, "$.duties", entry("duties")));
    let figures = taken(problems, decode_figures(assessment, "$.figures", entry("figures")));
    let steps = taken(problems, decode_steps(assessment, "$.steps", entry("steps")));
    let scorecard = taken(problems, decode_scorecard(assessment, "$.scorecard", entry("scorecard")));
    let questions = taken(problems, decode_questions(assessment, "$.questions", entry("questions")));
    (
        Worksheet {
            duties: duties.0,
            figures: figures.0,
            steps: steps.0,
            scorecard: scorecard.0,
            questions: questions.0,
        },
        UnreadParts {
            duties: duties.1,
            figures: figures.1,
            steps: steps.1,
            scorecard: scorecard.1,
            questions: questions.1,
        },
    )
}

fn taken<T>(problems: &mut Vec<Problem>, part: Part<T>) -> (T, Unread) {
    problems.extend(part.problems);
    (part.value, part.unread)
}
