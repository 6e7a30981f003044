//! How far the visitor has come along a path of questions.

use super::{Reading, ResponseSet, is_asked};
use crate::assessment::{Assessment, QuestionId};

/// Place on a path of questions. The path grows and shrinks with the answers; the numbers say what holds now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Position of the question on the path, from 1.
    pub position: usize,
    /// Questions on the path that apply now.
    pub total: usize,
    /// Of these, how many have a response; "not sure" is one.
    pub answered: usize,
}

impl Progress {
    /// Progress at `question` on a path. A question that does not apply now stands where it would.
    #[must_use]
    pub fn at(assessment: &Assessment, path: &[QuestionId], responses: &ResponseSet, question: QuestionId) -> Self {
        let reading = Reading::of(assessment, responses);
        let asked: Vec<QuestionId> = path.iter().copied().filter(|id| is_asked(assessment, *id, &reading)).collect();
        let before = path.iter().take_while(|id| **id != question).filter(|id| asked.contains(id)).count();
        let answered = asked.iter().filter(|id| responses.get(**id).is_some()).count();
        Self { position: before + 1, total: asked.len(), answered }
    }
}
