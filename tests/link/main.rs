//! The link that contains the whole state, and the mail that contains the link.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod addresses;
mod bytes;
mod contents;
mod damage;
mod entered;
mod first;
mod forged;
mod format;
mod mail;
mod others;
#[path = "../reference/mod.rs"]
mod reference;
mod words;

use assessment::{Assessment, Form, OptionId, json::Value};

use decision::response::{ChoiceSet, Rating, Response};

use session::{
    Course,
    link::{LinkProblem, LinkState, Opened, decode, encode},
};

fn empty() -> LinkState {
    LinkState::new(Assessment::standard())
}

/// The last option of each question, all choices, every dimension decisive: the largest state.
fn full() -> LinkState {
    let assessment = Assessment::standard();
    let mut state = empty();
    for (id, question) in assessment.questions() {
        let response = match question.form {
            Form::Single => Response::One(OptionId::from_index(question.options.len() - 1)),
            Form::Multi { choices, .. } => Response::Several(ChoiceSet((1 << choices.len()) - 1)),
        };
        state.responses.set(id, Some(response));
    }
    for dimension in assessment.dimensions {
        state.priorities.set(assessment.find_dimension(dimension.id).unwrap(), Rating::Decisive);
    }
    state.course = Course::Full;
    state
}

/// The state of an organization on the full course.
fn organization(case: &Value) -> LinkState {
    let draft = reference::draft(case);
    LinkState { responses: draft.responses, priorities: draft.priorities, course: Course::Full, ..empty() }
}

fn link(state: &LinkState) -> String {
    encode(Assessment::standard(), state)
}

fn open(text: &str) -> Result<Opened, LinkProblem> {
    decode(Assessment::standard(), text)
}
