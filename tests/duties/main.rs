//! Who does what, for chosen answers and changes: rows, rejected changes, findings, exports, drafts.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod changes;
mod drafts;
mod exports;
mod findings;
mod rows;

use assessment::{Assessment, FunctionId, OptionId, QuestionId};

use decision::{
    plan::{Pattern, duties::DutyRow},
    response::{ChoiceSet, Reading, Response, ResponseSet},
    worksheet::{Duties, DutyChange, DutyId},
};

/// Only these answers.
fn answers(given: &[(QuestionId, OptionId)]) -> ResponseSet {
    let mut responses = ResponseSet::new(Assessment::standard());
    for (question, option) in given {
        responses.set(*question, Some(Response::One(*option)));
    }
    responses
}

/// The choices with these ids, selected.
fn ticked(question: QuestionId, ids: &[&str]) -> Response {
    let choices = Assessment::standard().question(question).choices();
    let place = |id: &&str| choices.iter().position(|choice| choice.id == *id).unwrap();
    Response::Several(ids.iter().map(place).fold(ChoiceSet::default(), |set, n| set.with(n, true)))
}

/// The function with this id.
fn function(id: &str) -> DutyId {
    let place = Assessment::standard().functions.iter().position(|function| function.id == id).unwrap();
    DutyId::Standard(FunctionId::from_index(place))
}

/// The result of these changes, all of which are accepted.
fn changed(changes: impl IntoIterator<Item = DutyChange>) -> Duties {
    let mut duties = Duties::new(Assessment::standard());
    for change in changes {
        duties.apply(change).unwrap();
    }
    duties
}

/// All rows for these answers, without a two-stage path.
fn rows(given: &[(QuestionId, OptionId)], duties: &Duties) -> Vec<DutyRow> {
    rows_on(Pattern::Plain, given, duties)
}

/// All rows for these answers on a path.
fn rows_on(pattern: Pattern, given: &[(QuestionId, OptionId)], duties: &Duties) -> Vec<DutyRow> {
    let assessment = Assessment::standard();
    DutyRow::all(assessment, &Reading::of(assessment, &answers(given)), pattern, duties)
}

/// One of the rows.
fn row(rows: &[DutyRow], id: DutyId) -> &DutyRow {
    rows.iter().find(|row| row.id == id).unwrap()
}
