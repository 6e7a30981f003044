//! Which open question would move the shares most.

use super::reasons::insert_ranked;
use crate::{
    evaluation::{Evaluation, Factors, can_block_unscored, checked, learning_study, variables},
    response::{Priorities, Reading, compatible_options},
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
    next_questions_of(assessment, &evaluation.reading, &evaluation.priorities, &evaluation.factors)
}

/// Which of the open questions to ask next in the adaptive order: those that can block a model without being scored first,
/// then the one that would move the shares most, or the one that decides whether that is asked. The first one if none is scored.
#[must_use]
pub fn question_to_ask(
    assessment: &Assessment,
    reading: &Reading,
    priorities: &Priorities,
    factors: &Factors,
    open: &[QuestionId],
) -> Option<QuestionId> {
    let is_open = |question: &QuestionId| open.contains(question);
    if let Some(blocking) = open.iter().find(|question| can_block_unscored(assessment, **question)) {
        return Some(decides(assessment, *blocking).find(is_open).unwrap_or(*blocking));
    }
    let ranked = next_questions_of(assessment, reading, priorities, factors);
    let Some(best) = ranked.iter().map(|next| next.question).find(is_open) else { return open.first().copied() };
    Some(decides(assessment, best).find(is_open).unwrap_or(best))
}

/// The questions on which it depends whether a question is asked.
fn decides(assessment: &Assessment, question: QuestionId) -> impl Iterator<Item = QuestionId> {
    assessment.question(question).asked_unless.iter().map(|test| test.question)
}

fn next_questions_of(
    assessment: &Assessment,
    reading: &Reading,
    priorities: &Priorities,
    factors: &Factors,
) -> Vec<NextQuestion> {
    let mut open = reading.applicable(assessment);
    open.retain(|question| reading.get(*question).is_none());
    if open.is_empty() {
        return Vec::new();
    }
    let learning = learning_study(assessment, reading, priorities, factors);
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
