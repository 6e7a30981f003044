//! Links of the format `s1`, which count along the ids of content 1.1. They are read and no longer written.
//!
//! A question has the states open, not sure, and each of its options; one with several answers has each set of its choices
//! instead. A state takes as many bits as the last one needs. The nth of anything has the permanent number n.

use assessment::{Assessment, DimensionId, FirstAnswers};
use decision::response::Rating;

use super::{
    Opened, Reader,
    numbered::{Said, put},
    packing::RATING_BITS,
};
use crate::Course;

/// Dimensions of that content.
const DIMENSIONS: usize = 7;

/// States before the first option.
const OPEN: u32 = 0;
const NOT_SURE: u32 = 1;
const FIRST: u32 = 2;

/// What links that can be read begin with.
pub(super) fn fingerprint(assessment: &Assessment) -> u32 {
    assessment.numbers.first_links.fingerprints[0]
}

/// Reads everything but the sections; `None` if it is not what was written.
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
        let said = match reader.bits(u32::BITS - last.leading_zeros())? {
            OPEN => continue,
            NOT_SURE => Said::NotSure,
            state if state > last => return None,
            state => match answers {
                FirstAnswers::Options(_) => Said::Option((state - NOT_SURE) as u8),
                FirstAnswers::Choices(_) => Said::Choices(u64::from(state - FIRST)),
            },
        };
        put(assessment, number, said, opened);
    }
    Some(())
}
