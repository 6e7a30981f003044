//! Answers by their permanent numbers, as links name them, and by their ids under this content.

use assessment::{Assessment, Form, OptionId, QuestionNumbers};
use decision::response::{ChoiceSet, Response};

use super::Opened;

/// A response as a link names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    NotSure,
    /// The option with this number.
    Option(u8),
    /// Bit n is set if the choice with the number n + 1 is ticked.
    Choices(u64),
}

/// What is said to the question with a number; `None` if nothing is, or there is no such question. A response that its
/// question does not have counts as none.
pub(super) fn said(assessment: &Assessment, state: &super::LinkState, number: u8) -> Option<Said> {
    let (at, numbers) = question(assessment, number)?;
    let (id, question) = assessment.questions().nth(at)?;
    match (state.responses.get(id)?, question.form) {
        (Response::NotSure, _) => Some(Said::NotSure),
        (Response::One(option), Form::Single) => numbers.answers.get(option.index()).copied().map(Said::Option),
        (Response::Several(ticked), Form::Multi { choices, .. }) if u32::from(ticked.0) >> choices.len() == 0 => {
            let ticked = numbers.answers.iter().enumerate().filter(|(n, _)| ticked.contains(*n));
            Some(Said::Choices(ticked.fold(0, |set, (_, number)| set | bit(*number))))
        }
        _ => None,
    }
}

/// Puts what is said to the question with a number into the state. What this content does not know is counted.
pub(super) fn put(assessment: &Assessment, number: u8, said: Said, opened: &mut Opened) {
    let found = question(assessment, number).and_then(|(at, of)| Some((assessment.questions().nth(at)?, of)));
    let Some(((id, question), QuestionNumbers { answers, .. })) = found else {
        opened.unread_answers += 1;
        return;
    };
    let response = match (said, question.form) {
        (Said::NotSure, _) => Some(Response::NotSure),
        (Said::Option(number), Form::Single) => {
            answers.iter().position(|n| *n == number).map(|n| Response::One(OptionId::from_index(n)))
        }
        (Said::Choices(set), Form::Multi { .. }) => {
            let (mut ticked, mut unknown) = (ChoiceSet::default(), set);
            for (n, number) in answers.iter().enumerate().filter(|(_, number)| set & bit(**number) != 0) {
                ticked = ticked.with(n, true);
                unknown &= !bit(*number);
            }
            // A set of which nothing is known is no "none of these".
            let is_known = unknown == 0 || !ticked.is_empty();
            opened.unread_answers += usize::from(is_known && unknown != 0);
            is_known.then_some(Response::Several(ticked))
        }
        _ => None,
    };
    opened.unread_answers += usize::from(response.is_none());
    opened.state.responses.set(id, response);
}

/// The position of the question with a number, and its numbers.
fn question(assessment: &Assessment, number: u8) -> Option<(usize, &'static QuestionNumbers)> {
    assessment.numbers.questions.iter().enumerate().find(|(_, question)| question.number == number)
}

/// The bit of a choice; numbers of choices go to 64.
fn bit(number: u8) -> u64 {
    1_u64.checked_shl(u32::from(number) - 1).unwrap_or_default()
}
