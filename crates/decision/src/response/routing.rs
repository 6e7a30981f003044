//! Which questions are asked, and which options an open question can still have.

use super::Reading;
use assessment::{Assessment, OptionId, QuestionId};

/// Whether a question is asked. It is asked if its condition depends on an open question.
#[must_use]
pub fn is_asked(assessment: &Assessment, question: QuestionId, reading: &Reading) -> bool {
    !assessment.question(question).asked_unless.iter().any(|test| test.holds(|id| reading.get(id)))
}

/// The possible options of an open question: a known answer to a follow-up rules out the options for which the follow-up is
/// not asked.
#[must_use]
pub fn compatible_options(assessment: &Assessment, question: QuestionId, reading: &Reading) -> Vec<OptionId> {
    let ruled_out = |option: OptionId| {
        assessment
            .questions()
            .filter(|(follow_up, _)| reading.get(*follow_up).is_some())
            .flat_map(|(_, follow_up)| follow_up.asked_unless)
            .any(|test| test.question == question && test.options.contains(option))
    };
    (0..assessment.question(question).options.len()).map(OptionId::from_index).filter(|o| !ruled_out(*o)).collect()
}
