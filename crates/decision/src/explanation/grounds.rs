//! The basis of a reason: the answers, why they count, and the sources.

use assessment::{Assessment, Citation, ItemId, OptionId, Performance, QuestionId, i18n::Key};

use crate::response::Reading;

/// The ground of an answered item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// The answers that it reads, in the order asked.
    pub answers: Vec<(QuestionId, OptionId)>,
    /// Why they count as they do.
    pub why: Option<Key>,
    /// Quotations.
    pub sources: Vec<Citation>,
}

impl Grounds {
    /// The ground of an item under the known answers.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: &Reading, item: ItemId) -> Self {
        let item = &assessment.items[item.index()];
        let mut grounds = Self { answers: Vec::new(), why: item.why, sources: item.sources.to_vec() };
        for question in item.questions() {
            let Some(answer) = reading.get(question) else { continue };
            grounds.answers.push((question, answer));
            match item.performance {
                Performance::Table { first, row_why, .. } => {
                    if first == question {
                        grounds.why = row_why.get(answer.index()).copied();
                    }
                }
                _ => {
                    let option = &assessment.question(question).options[answer.index()];
                    grounds.why = option.why;
                    grounds.sources.extend(option.sources);
                }
            }
        }
        grounds
    }
}
