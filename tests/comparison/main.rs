//! Comparing two to six people: verdicts, different answers, colliding expectations, agenda.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod agenda;
mod collisions;
mod differences;
mod dimensions;
mod factors;
mod invitation;
mod markdown;
mod people;
#[path = "../reference/mod.rs"]
mod reference;
mod verdicts;

use assessment::{Assessment, DimensionId, OptionId, QuestionId, json::Value};
use decision::{
    comparison::{Comparison, Person},
    response::{ChoiceSet, Priorities, Rating, Response, ResponseSet},
};
use reference::{draft, organizations};

/// An unnamed person with only these answers.
fn person(answers: &[(QuestionId, OptionId)]) -> Person {
    named("", answers)
}

/// A person with only these answers.
fn named(name: &str, answers: &[(QuestionId, OptionId)]) -> Person {
    let mut responses = ResponseSet::new(Assessment::standard());
    for (question, option) in answers {
        responses.set(*question, Some(Response::One(*option)));
    }
    Person::new(name, responses, Priorities::new(Assessment::standard()))
}

/// A person with the answers of an open organization.
fn organization(id: &str) -> Person {
    let all = organizations();
    let organization = all.iter().find(|o| o.get("id").and_then(Value::as_text) == Some(id)).unwrap();
    let draft = draft(organization);
    Person::new(id, draft.responses, draft.priorities)
}

/// The same person with another response to one question.
fn saying(person: &Person, question: QuestionId, response: Option<Response>) -> Person {
    let mut other = person.clone();
    other.responses.set(question, response);
    other
}

/// The same person with another rating.
fn rating(person: &Person, dimension: DimensionId, rating: Rating) -> Person {
    let mut other = person.clone();
    other.priorities.set(dimension, rating);
    other
}

/// The first choices of a question, selected.
fn ticked(count: usize) -> Option<Response> {
    Some(Response::Several((0..count).fold(ChoiceSet::default(), |set, n| set.with(n, true))))
}

fn compare(people: &[Person]) -> Comparison {
    Comparison::of(Assessment::standard(), people).unwrap()
}
