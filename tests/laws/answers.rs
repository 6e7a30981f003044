//! Random answers, priorities and documents.

use assessment::{Assessment, DimensionId, Form, OptionId, QuestionId, json::Value};
use decision::{
    evaluation::{Evaluation, Scores, ValueModel},
    response::{ChoiceSet, Priorities, Rating, Reading, Response, ResponseSet},
};
use proptest::{collection::vec, prelude::*};

#[path = "runs.rs"]
mod cases;

pub use cases::runs as config;

/// Responses to all questions: a third open or not sure, the others any valid response.
pub fn responses() -> impl Strategy<Value = ResponseSet> {
    let assessment = Assessment::standard();
    vec((0..9_u8, any::<u16>()), assessment.questions.len()).prop_map(|drawn| {
        let mut responses = ResponseSet::new(assessment);
        for ((id, _), (kind, number)) in assessment.questions().zip(drawn) {
            let response = match kind {
                0 | 1 => None,
                2 => Some(Response::NotSure),
                _ => Some(response(id, number)),
            };
            responses.set(id, response);
        }
        responses
    })
}

/// One of the possible responses to a question, selected by a number.
pub fn response(id: QuestionId, number: u16) -> Response {
    let question = Assessment::standard().question(id);
    match question.form {
        Form::Single => Response::One(OptionId::from_index(usize::from(number) % question.options.len())),
        Form::Multi { choices, .. } => Response::Several(ChoiceSet(number % (1 << choices.len()))),
    }
}

/// A rating for each dimension.
pub fn priorities() -> impl Strategy<Value = Priorities> {
    let assessment = Assessment::standard();
    vec(0..4_u8, assessment.dimensions.len()).prop_map(|ratings| {
        let mut priorities = Priorities::new(assessment);
        for (n, rating) in ratings.into_iter().enumerate() {
            priorities.set(DimensionId::from_index(n), Rating::from_number(rating).unwrap());
        }
        priorities
    })
}

/// A dimension.
pub fn dimension() -> impl Strategy<Value = DimensionId> {
    (0..Assessment::standard().dimensions.len()).prop_map(DimensionId::from_index)
}

/// A question.
pub fn question() -> impl Strategy<Value = QuestionId> {
    (0..Assessment::standard().questions.len()).prop_map(QuestionId::from_index)
}

/// Any shallow JSON document, often with names and strings that are valid in a draft.
pub fn document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-3..300_i32).prop_map(|n| Value::Number(f64::from(n))),
        any::<f64>().prop_map(Value::Number),
        name().prop_map(Value::Text),
    ];
    leaf.prop_recursive(4, 48, 8, |inner| {
        prop_oneof![vec(inner.clone(), 0..6).prop_map(Value::List), vec((name(), inner), 0..8).prop_map(Value::Object),]
    })
}

/// A name that is valid in a draft, or any other string.
pub fn name() -> impl Strategy<Value = String> {
    const OF_DRAFTS: [&str; 12] = [
        "schema",
        "content",
        "saved",
        "place",
        "at",
        "answers",
        "priorities",
        "question",
        "screen",
        "result",
        "dk",
        "",
    ];
    let assessment = Assessment::standard();
    let ids = assessment.questions.iter().flat_map(|question| {
        let options = question.options.iter().map(|option| option.id);
        [question.id].into_iter().chain(options).chain(question.choices().iter().map(|choice| choice.id))
    });
    let known: Vec<&str> = OF_DRAFTS.into_iter().chain(ids).chain(assessment.dimensions.iter().map(|d| d.id)).collect();
    prop_oneof![
        4 => proptest::sample::select(known).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

/// Only the scores, without sampling.
pub fn scores(responses: &ResponseSet, priorities: &Priorities) -> Scores {
    let assessment = Assessment::standard();
    let reading = Reading::of(assessment, responses);
    Scores::of(assessment, &ValueModel::new(assessment), &reading, priorities)
}

/// The whole evaluation.
pub fn evaluation(responses: &ResponseSet, priorities: &Priorities) -> Evaluation {
    Evaluation::of(Assessment::standard(), responses, priorities)
}
