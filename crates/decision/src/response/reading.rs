//! The known answers: responses without "not sure" and without questions that are not asked.

use super::{Response, ResponseSet, is_asked};
use assessment::{Assessment, Form, OptionId, QuestionId};

/// The known answer to each question; several ticks are read as the option of their bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    known: Vec<Option<OptionId>>,
}

impl Reading {
    /// Reads the responses.
    #[must_use]
    pub fn of(assessment: &Assessment, responses: &ResponseSet) -> Self {
        let mut reading = Self { known: vec![None; assessment.questions.len()] };
        // Routing looks back, so a question's condition is settled by the time it is reached.
        for (id, question) in assessment.questions() {
            let known = match (responses.get(id), question.form) {
                (Some(Response::One(option)), Form::Single) => Some(option),
                (Some(Response::Several(ticked)), Form::Multi { buckets, .. }) => {
                    buckets.iter().find(|bucket| ticked.len() <= u32::from(bucket.most)).map(|bucket| bucket.option)
                }
                _ => None,
            };
            if is_asked(assessment, id, &reading) {
                reading.known[id.index()] = known;
            }
        }
        reading
    }

    /// The known answer to a question.
    #[must_use]
    pub fn get(&self, question: QuestionId) -> Option<OptionId> {
        self.known[question.index()]
    }

    /// Whether the known answer to a question is this option.
    #[must_use]
    pub fn is(&self, question: QuestionId, option: OptionId) -> bool {
        self.get(question) == Some(option)
    }

    /// The same reading with other answers to some questions; what is not asked any more is dropped.
    #[must_use]
    pub fn with(&self, assessment: &Assessment, answers: &[(QuestionId, OptionId)]) -> Self {
        let mut changed = self.clone();
        for (question, option) in answers {
            changed.known[question.index()] = Some(*option);
        }
        for (id, _) in assessment.questions() {
            if !is_asked(assessment, id, &changed) {
                changed.known[id.index()] = None;
            }
        }
        changed
    }

    /// The scored questions that apply, in the order asked.
    #[must_use]
    pub fn applicable(&self, assessment: &Assessment) -> Vec<QuestionId> {
        assessment.scored().filter(|id| is_asked(assessment, *id, self)).collect()
    }
}
