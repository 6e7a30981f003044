//! The basis of a reason: what the answers say, why they count, and the sources.

use assessment::{Assessment, Citation, ItemId, OptionId, Performance, QuestionId, i18n::Key};

use crate::response::Reading;

/// What the known answers to an item say about the visitor, as a sentence. Half a table has the sentence of that half; `None` if
/// nothing is known.
#[must_use]
pub fn statement(assessment: &Assessment, reading: &Reading, item: ItemId) -> Option<Key> {
    let of_option = |question: QuestionId| {
        let option = reading.get(question)?;
        assessment.question(question).options[option.index()].statement
    };
    match assessment.items[item.index()].performance {
        Performance::Levels { question, .. } => of_option(question),
        Performance::Table { first, second, columns, statements, .. } => {
            let both = reading.get(first).zip(reading.get(second));
            let cell = both.and_then(|(row, column)| statements[row.index() * columns + column.index()]);
            cell.or_else(|| of_option(first)).or_else(|| of_option(second))
        }
        Performance::Profile(_) => None,
    }
}

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
