//! Links of the format `s1`, which refer to the ids of content 1.1 by position. They are read and no longer written.
//!
//! The states of a question are unanswered, not sure, and each option; of a multiple-choice question, each set of choices. A
//! state takes as many bits as the highest one needs. The nth question, option, step and so on has the permanent number n.

use assessment::{Assessment, DimensionId, FirstAnswers};
use decision::response::Rating;

use super::{
    Opened, Reader,
    numbered::{Numbered, put},
    packing::RATING_BITS,
};
use crate::Course;

/// The number of dimensions in content 1.1.
const DIMENSIONS: usize = 7;

/// States before the first option.
const OPEN: u32 = 0;
const NOT_SURE: u32 = 1;
const FIRST: u32 = 2;

/// The fingerprint at the start of links that can be read.
pub(super) fn fingerprint(assessment: &Assessment) -> u32 {
    assessment.numbers.first_links.fingerprints[0]
}

/// Reads everything but the sections; `None` if any of it is invalid.
pub(super) fn read(assessment: &Assessment, reader: &mut Reader, opened: &mut Opened) -> Option<()> {
    if reader.flag()? {
        opened.state.course = Course::Full;
    }
    for n in 0..DIMENSIONS {
        let rating = Rating::from_number(reader.bits(RATING_BITS)? as u8)?;
        opened.state.priorities.set(DimensionId::from_index(n), rating);
    }
    for (number, answers) in (1..).zip(assessment.numbers.first_links.answers) {
        let last = NOT_SURE
            + match *answers {
                FirstAnswers::Options(options) => u32::from(options),
                FirstAnswers::Choices(choices) => 1 << choices,
            };
        let response = match reader.bits(u32::BITS - last.leading_zeros())? {
            OPEN => continue,
            NOT_SURE => Numbered::NotSure,
            state if state > last => return None,
            state => match answers {
                FirstAnswers::Options(_) => Numbered::Option((state - NOT_SURE) as u8),
                FirstAnswers::Choices(_) => Numbered::Choices(u64::from(state - FIRST)),
            },
        };
        put(assessment, number, response, opened);
    }
    Some(())
}
