//! How drafts and reports encode answers: by ids, with "dk" for not sure.

use super::{Priorities, Response, ResponseSet};
use assessment::{Assessment, DimensionId, Question, json::Value};

/// How "not sure" is written.
pub const NOT_SURE: &str = "dk";

/// Identifies a report.
pub const REPORT: &str = "support-fit-report";

/// The version of reports that this build writes and reads.
pub const REPORT_VERSION: u8 = 1;

/// A response: the id of an option, a list of the ids of choices, or "dk".
#[must_use]
pub fn answer_value(question: &Question, response: Response) -> Value {
    match response {
        Response::NotSure => Value::from(NOT_SURE),
        Response::One(option) => Value::from(question.options[option.index()].id),
        Response::Several(ticked) => {
            question.choices().iter().enumerate().filter(|(n, _)| ticked.contains(*n)).map(|(_, c)| c.id).collect()
        }
    }
}

/// All responses by the ids of their questions, in the order asked.
#[must_use]
pub fn answer_entries(assessment: &Assessment, responses: &ResponseSet) -> Vec<(String, Value)> {
    let entry = |(id, response)| {
        let question = assessment.question(id);
        (question.id.to_owned(), answer_value(question, response))
    };
    responses.iter().map(entry).collect()
}

/// The ratings that are not the default, by the ids of their dimensions.
#[must_use]
pub fn ratings_value(assessment: &Assessment, priorities: &Priorities) -> Value {
    let default = Priorities::new(assessment);
    let rated = assessment.dimensions.iter().enumerate().filter_map(|(n, dimension)| {
        let id = DimensionId::from_index(n);
        let rating = priorities.get(id);
        (rating != default.get(id)).then(|| (dimension.id.to_owned(), Value::from(f64::from(rating.number()))))
    });
    Value::Object(rated.collect())
}
