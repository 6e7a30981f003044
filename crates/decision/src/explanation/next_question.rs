//! Which open question would move the shares most.

use super::reasons::insert_ranked;
use crate::{
    evaluation::{Evaluation, checked, learning_study, variables},
    response::compatible_options,
};
use assessment::{Assessment, QuestionId};
use mcda::{Variable, total_variation};

/// An open question and what its answer is expected to change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NextQuestion {
    pub question: QuestionId,
    /// Mean over its possible answers of half the sum of the differences of the first-rank shares, 0 to 1.
    pub value: f64,
}

/// The open scored questions that apply, the one that would move most first.
#[must_use]
pub fn next_questions(assessment: &Assessment, evaluation: &Evaluation) -> Vec<NextQuestion> {
    let reading = &evaluation.reading;
    let mut open = reading.applicable(assessment);
    open.retain(|question| reading.get(*question).is_none());
    if open.is_empty() {
        return Vec::new();
    }
    let learning = learning_study(assessment, reading, &evaluation.priorities, &evaluation.factors);
    let before = variables(assessment, reading);
    let mut ranked = Vec::with_capacity(open.len());
    for question in open {
        let options = compatible_options(assessment, question, reading);
        let moved = options.iter().map(|option| {
            // Routing: an answer can settle what other open questions can still be.
            let after = variables(assessment, &reading.with(assessment, &[(question, *option)]));
            let changes: Vec<(usize, Variable)> =
                after.into_iter().enumerate().filter(|(n, variable)| *variable != before[*n]).collect();
            total_variation(learning.first_shares(), &checked(learning.first_shares_with(&changes)))
        });
        let value = moved.sum::<f64>() / options.len() as f64;
        insert_ranked(&mut ranked, NextQuestion { question, value }, |next| next.value);
    }
    ranked
}
