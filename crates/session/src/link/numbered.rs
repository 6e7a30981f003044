//! Converts responses between the permanent numbers in links and the ids of this content.

use assessment::{Assessment, Form, OptionId, QuestionNumbers};
use decision::response::{ChoiceSet, Response};

use super::Opened;

/// A response in permanent numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbered {
    NotSure,
    /// The option with this number.
    Option(u8),
    /// Bit n is set if the choice with the number n + 1 is ticked.
    Choices(u64),
}

/// The response to the question with this number; `None` if it is unanswered or unknown, or if the response is invalid.
pub(super) fn numbered(assessment: &Assessment, state: &super::LinkState, number: u8) -> Option<Numbered> {
    let (at, numbers) = question(assessment, number)?;
    let (id, question) = assessment.questions().nth(at)?;
    match (state.responses.get(id)?, question.form) {
        (Response::NotSure, _) => Some(Numbered::NotSure),
        (Response::One(option), Form::Single) => numbers.answers.get(option.index()).copied().map(Numbered::Option),
        (Response::Several(ticked), Form::Multi { choices, .. }) if u32::from(ticked.0) >> choices.len() == 0 => {
            let ticked = numbers.answers.iter().enumerate().filter(|(n, _)| ticked.contains(*n));
            Some(Numbered::Choices(ticked.fold(0, |set, (_, number)| set | bit(*number))))
        }
        _ => None,
    }
}

/// Adds the response to the question with this number to the state. Counts what this content does not know.
pub(super) fn put(assessment: &Assessment, number: u8, response: Numbered, opened: &mut Opened) {
    let found = question(assessment, number).and_then(|(at, of)| Some((assessment.questions().nth(at)?, of)));
    let Some(((id, question), QuestionNumbers { answers, .. })) = found else {
        opened.unread_answers += 1;
        return;
    };
    let response = match (response, question.form) {
        (Numbered::NotSure, _) => Some(Response::NotSure),
        (Numbered::Option(number), Form::Single) => {
            answers.iter().position(|n| *n == number).map(|n| Response::One(OptionId::from_index(n)))
        }
        (Numbered::Choices(set), Form::Multi { .. }) => {
            let (mut ticked, mut unknown) = (ChoiceSet::default(), set);
            for (n, number) in answers.iter().enumerate().filter(|(_, number)| set & bit(**number) != 0) {
                ticked = ticked.with(n, true);
                unknown &= !bit(*number);
            }
            // A set with only unknown choices is not "none of these".
            let is_known = unknown == 0 || !ticked.is_empty();
            opened.unread_answers += usize::from(is_known && unknown != 0);
            is_known.then_some(Response::Several(ticked))
        }
        _ => None,
    };
    opened.unread_answers += usize::from(response.is_none());
    opened.state.responses.set(id, response);
}

/// The position of the question with this number, and its numbers.
fn question(assessment: &Assessment, number: u8) -> Option<(usize, &'static QuestionNumbers)> {
    assessment.numbers.questions.iter().enumerate().find(|(_, question)| question.number == number)
}

/// The bit of a choice. Choices have numbers from 1 to 64.
fn bit(number: u8) -> u64 {
    1_u64.checked_shl(u32::from(number) - 1).unwrap_or_default()
}
