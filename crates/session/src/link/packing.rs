//! Packs answers, priorities and course into bits, and fingerprints the content that gives the bits their meaning.
//!
//! A question has the states open, not sure, and each of its options; one with several answers has each set of its choices
//! instead. A state takes as many bits as the last one needs.

use super::{LinkState, Reader, Sections, Writer};
use crate::Course;
use assessment::{Assessment, DimensionId, Form, OptionId, Question, checksum::Crc32};
use decision::response::{ChoiceSet, Rating, Response};

/// Longest version of the content that is written, in characters.
pub(super) const LONGEST_VERSION: usize = 8;

/// Bits of a rating: there are four.
const RATING_BITS: u32 = 2;

/// States before the first option.
const OPEN: u32 = 0;
const NOT_SURE: u32 = 1;
const FIRST: u32 = 2;

/// A fingerprint of what the packed bits depend on: ids in their order. Words, levels and rules may change.
pub(super) fn fingerprint(assessment: &Assessment) -> u32 {
    // A zero ends an id, and an empty id a list, so that no two structures are the same bytes.
    let with = |sum: Crc32, id: &str| sum.with(id.as_bytes()).with(&[0]);
    let mut sum = Crc32::default();
    for question in assessment.questions {
        sum = with(sum, question.id);
        for option in question.options {
            sum = with(sum, option.id);
        }
        sum = with(sum, "");
        for choice in question.choices() {
            sum = with(sum, choice.id);
        }
        sum = with(sum, "");
    }
    for dimension in assessment.dimensions {
        sum = with(sum, dimension.id);
    }
    sum.value()
}

/// The version of the content, shortened.
pub(super) fn version(assessment: &Assessment) -> String {
    assessment.version.chars().filter(|c| is_of_version(*c)).take(LONGEST_VERSION).collect()
}

/// Characters allowed in a version, which is shown to visitors unescaped.
pub(super) fn is_of_version(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '.' || c == '-'
}

/// Writes everything but the sections. An invalid response counts as unanswered.
pub(super) fn write(assessment: &Assessment, state: &LinkState, writer: &mut Writer) {
    writer.flag(state.course == Course::Full);
    for number in state.priorities.numbers() {
        writer.bits(u32::from(number), RATING_BITS);
    }
    for (id, question) in assessment.questions() {
        writer.bits(state_of(question, state.responses.get(id)), width(question));
    }
}

/// Reads the rest of a link; `None` if any of it is invalid.
pub(super) fn read(assessment: &Assessment, reader: &mut Reader) -> Option<LinkState> {
    let mut state = LinkState::new(assessment);
    if reader.flag()? {
        state.course = Course::Full;
    }
    for n in 0..assessment.dimensions.len() {
        let rating = Rating::from_number(reader.bits(RATING_BITS)? as u8)?;
        state.priorities.set(DimensionId::from_index(n), rating);
    }
    for (id, question) in assessment.questions() {
        let number = reader.bits(width(question))?;
        if number >= states(question) {
            return None;
        }
        state.responses.set(id, response(question, number));
    }
    state.sections = Sections::read(reader)?;
    Some(state)
}

/// How many states a question has. It has at most 16 choices, and fewer than 256 options.
fn states(question: &Question) -> u32 {
    FIRST
        + match question.form {
            Form::Single => question.options.len() as u32,
            Form::Multi { choices, .. } => 1 << choices.len(),
        }
}

fn width(question: &Question) -> u32 {
    u32::BITS - (states(question) - 1).leading_zeros()
}

fn state_of(question: &Question, response: Option<Response>) -> u32 {
    let number = match (response, question.form) {
        (Some(Response::NotSure), _) => NOT_SURE,
        (Some(Response::One(option)), Form::Single) => FIRST + u32::from(option.0),
        (Some(Response::Several(ticked)), Form::Multi { .. }) => FIRST + u32::from(ticked.0),
        _ => OPEN,
    };
    if number < states(question) { number } else { OPEN }
}

/// The response of a state below the number of [`states`].
fn response(question: &Question, number: u32) -> Option<Response> {
    match (number, question.form) {
        (OPEN, _) => None,
        (NOT_SURE, _) => Some(Response::NotSure),
        (n, Form::Single) => Some(Response::One(OptionId::from_index((n - FIRST) as usize))),
        (n, Form::Multi { .. }) => Some(Response::Several(ChoiceSet((n - FIRST) as u16))),
    }
}
