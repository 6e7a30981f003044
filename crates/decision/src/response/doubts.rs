//! Doubts about the answers: pairs that contradict each other, and many middle answers. Neither affects the scores.

use super::Reading;
use assessment::{Assessment, ContradictionId, Form};
use mcda::comparison::reaches;

/// The contradictions that the known answers hold, in model order.
#[must_use]
pub fn contradictions(assessment: &Assessment, reading: &Reading) -> Vec<ContradictionId> {
    let holding =
        assessment.contradictions.iter().enumerate().filter(|(_, pair)| pair.when.holds(|id| reading.get(id)));
    holding.map(|(n, _)| ContradictionId::from_index(n)).collect()
}

/// How many answers are the middle one of their options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MiddleAnswers {
    pub middle: usize,
    /// Answered questions that have a middle option: scored, a single choice, with as many options as the content says.
    pub answered: usize,
    /// Whether there are so many that the visitor should review them.
    pub is_noted: bool,
}

impl MiddleAnswers {
    /// Counts the known answers.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: &Reading) -> Self {
        let note = assessment.middle_note;
        let (mut middle, mut answered) = (0, 0);
        for id in assessment.scored() {
            let question = assessment.question(id);
            let has_middle = matches!(question.form, Form::Single) && question.options.len() == note.options;
            if let Some(option) = reading.get(id).filter(|_| has_middle) {
                answered += 1;
                middle += usize::from(option.index() == note.options / 2);
            }
        }
        let is_noted = middle >= note.at_least && reaches(middle as f64, note.share * answered as f64, 1e-9);
        Self { middle, answered, is_noted }
    }
}
