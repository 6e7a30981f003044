//! Progress along a path of questions.

use super::{Reading, ResponseSet, is_asked};
use assessment::{Assessment, QuestionId, SectionId};

/// Position on a path of questions, which grows and shrinks with the answers.
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
    /// Progress at `question` on a path. A question that does not apply has the position it would have.
    #[must_use]
    pub fn at(assessment: &Assessment, path: &[QuestionId], responses: &ResponseSet, question: QuestionId) -> Self {
        let reading = Reading::of(assessment, responses);
        let asked: Vec<QuestionId> = path.iter().copied().filter(|id| is_asked(assessment, *id, &reading)).collect();
        let before = path.iter().take_while(|id| **id != question).filter(|id| asked.contains(id)).count();
        let answered = asked.iter().filter(|id| responses.get(**id).is_some()).count();
        Self { position: before + 1, total: asked.len(), answered }
    }
}

/// The questions of one section that apply now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionProgress {
    pub section: SectionId,
    /// Its questions, in the order asked.
    pub questions: Vec<QuestionId>,
    /// How many of them have a response; "not sure" is one.
    pub answered: usize,
}

impl SectionProgress {
    /// Every section in its order.
    #[must_use]
    pub fn of_all(assessment: &Assessment, responses: &ResponseSet) -> Vec<Self> {
        let reading = Reading::of(assessment, responses);
        let section = |n| {
            let section = SectionId::from_index(n);
            let inside = assessment.questions().filter(|(_, question)| question.section == section).map(|(id, _)| id);
            let questions: Vec<QuestionId> = inside.filter(|id| is_asked(assessment, *id, &reading)).collect();
            let answered = questions.iter().filter(|id| responses.get(**id).is_some()).count();
            Self { section, questions, answered }
        };
        (0..assessment.sections.len()).map(section).collect()
    }
}
