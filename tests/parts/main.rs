//! Small parts of the result, for chosen answers: basis of a reason, statements, notes of the plan, sections, formatted
//! numbers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod grounds;
mod notes;
mod numbers;
mod sections;
mod statements;
mod typed;

use assessment::{Assessment, OptionId, QuestionId};

use decision::response::{ChoiceSet, Response, ResponseSet};

/// Only these answers.
fn answers(given: &[(QuestionId, OptionId)]) -> ResponseSet {
    responses(&given.iter().map(|(question, option)| (*question, Response::One(*option))).collect::<Vec<_>>())
}

/// Only these responses.
fn responses(given: &[(QuestionId, Response)]) -> ResponseSet {
    let mut responses = ResponseSet::new(Assessment::standard());
    for (question, response) in given {
        responses.set(*question, Some(*response));
    }
    responses
}

/// The choices with these ids, selected.
fn ticked(question: QuestionId, ids: &[&str]) -> Response {
    let choices = Assessment::standard().question(question).choices();
    let place = |id: &&str| choices.iter().position(|choice| choice.id == *id).unwrap();
    Response::Several(ids.iter().map(place).fold(ChoiceSet::default(), |set, n| set.with(n, true)))
}
