//! The report as JSON: what was said as drafts write it, what came out as the auditor's JSON has it, and under which content
//! and configuration. `docs/report.schema.json` describes it; `examples/evaluate` reads it and prints the same figures
//! again.

use super::{Names, contribution_map, result};
use crate::Changes;
use assessment::{Assessment, QuestionId, json::Value};
use decision::{
    evaluation::{Evaluation, SettledAfter},
    response::{REPORT, REPORT_VERSION, ResponseSet, answer_entries, ratings_value},
};

/// The parts of a report besides the evaluation.
#[derive(Debug, Clone, Copy)]
pub struct ReportMeta<'a> {
    /// The responses, including "not sure" and those that do not apply.
    pub responses: &'a ResponseSet,
    /// The fingerprint of the configuration under which the assessment ran; empty if nothing was configured.
    pub configuration: &'a str,
    /// When it is made, ISO 8601 in UTC; there is no clock here.
    pub saved: &'a str,
    /// Whether the visitor is on the full course.
    pub is_full: bool,
    /// The questions in the order asked, if that differs from the order of the content.
    pub asked: &'a [QuestionId],
    /// After how many questions the result was settled, if it was before the end.
    pub settled_after: Option<SettledAfter>,
    /// What the site owner changed from the published tool.
    pub changes: Changes<'a>,
    /// The plan entries by their names in drafts. They do not affect the result.
    pub entered: &'a [(String, Value)],
}

/// `{ "schema": { "name": "support-fit-report", "version": 1 }, "content", "configuration", "saved", "course", "place",
/// "answers", "priorities", "result", "contributions" }`, followed by "asked" if the questions were not asked in the order of
/// the content, "settled_after" if the result was settled before the end, "changes" if the site owner made any, and the plan
/// entries: "duties", "figures", "steps", "scorecard", "questions". All but `configuration`, `result`, `contributions`,
/// `settled_after` and `changes` are entries of a draft, so a report opens as one, at the result.
#[must_use]
pub fn report_json(assessment: &Assessment, evaluation: &Evaluation, meta: &ReportMeta<'_>) -> Value {
    let names = Names(assessment);
    let schema = Value::object([("name", Value::from(REPORT)), ("version", Value::from(f64::from(REPORT_VERSION)))]);
    let said = [
        ("schema", schema),
        ("content", Value::from(assessment.version)),
        ("configuration", Value::from(meta.configuration)),
        ("saved", Value::from(meta.saved)),
        ("course", Value::from(if meta.is_full { "full" } else { "quick" })),
        ("place", Value::object([("screen", Value::from("result"))])),
        ("answers", Value::Object(answer_entries(assessment, meta.responses))),
        ("priorities", ratings_value(assessment, &evaluation.priorities)),
        ("result", result(names, evaluation)),
        ("contributions", contribution_map(names, evaluation)),
    ];
    let mut entries: Vec<(String, Value)> = said.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    if !meta.asked.is_empty() {
        let asked = meta.asked.iter().map(|id| assessment.question(*id).id).collect();
        entries.push(("asked".to_owned(), asked));
    }
    entries.extend(meta.settled_after.map(|after| ("settled_after".to_owned(), after.value())));
    if !meta.changes.is_empty() {
        entries.push(("changes".to_owned(), meta.changes.json(assessment)));
    }
    entries.extend_from_slice(meta.entered);
    Value::Object(entries)
}
