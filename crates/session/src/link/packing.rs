//! Packs answers, priorities and course into bits.
//!
//! One bit for the course; the number of ratings in 4 bits, and 2 bits each; the highest number of an answered question in 8
//! bits, and the response to each question up to that number in half-bytes:
//!
//! | half-byte | meaning |
//! |---|---|
//! | 0 | unanswered, or no such question |
//! | 1 | not sure |
//! | 2 to 13 | the option with the number 1 to 12 |
//! | 14 | choices, from number 1 up: half-bytes with three choices each, until one has its highest bit unset |
//! | 15 | the option whose number follows in 8 bits |

use super::{
    LinkState, Opened, Reader, Writer,
    numbered::{Numbered, numbered, put},
};
use crate::Course;
use assessment::{Assessment, DimensionId};
use decision::response::Rating;

const RATINGS_BITS: u32 = 4;

/// Bits of a rating: there are four.
pub(super) const RATING_BITS: u32 = 2;

/// Bits of a permanent number.
pub(super) const PERMANENT_BITS: u32 = 8;

const HALF: u32 = 4;

/// Choices in a half-byte; its highest bit announces another one.
const CHOICES: u32 = 3;

const OPEN: u32 = 0;
const NOT_SURE: u32 = 1;
const SEVERAL: u32 = 14;
const FURTHER: u32 = 15;

/// Writes everything but the sections.
pub(super) fn write(assessment: &Assessment, state: &LinkState, writer: &mut Writer) {
    writer.flag(state.course == Course::Full);
    let ratings = state.priorities.numbers();
    writer.bits(ratings.len() as u32, RATINGS_BITS);
    for number in ratings {
        writer.bits(u32::from(number), RATING_BITS);
    }
    let numbers = assessment.numbers.questions.iter().map(|question| question.number);
    let last = numbers.filter(|number| numbered(assessment, state, *number).is_some()).max().unwrap_or(0);
    writer.bits(u32::from(last), PERMANENT_BITS);
    for number in 1..=last {
        match numbered(assessment, state, number) {
            None => writer.bits(OPEN, HALF),
            Some(Numbered::NotSure) => writer.bits(NOT_SURE, HALF),
            Some(Numbered::Option(option)) if u32::from(option) + NOT_SURE < SEVERAL => {
                writer.bits(NOT_SURE + u32::from(option), HALF);
            }
            Some(Numbered::Option(option)) => {
                writer.bits(FURTHER, HALF);
                writer.bits(u32::from(option), PERMANENT_BITS);
            }
            Some(Numbered::Choices(mut set)) => {
                writer.bits(SEVERAL, HALF);
                loop {
                    let rest = set >> CHOICES;
                    writer.flag(rest != 0);
                    writer.bits(set as u32, CHOICES);
                    if rest == 0 {
                        break;
                    }
                    set = rest;
                }
            }
        }
    }
}

/// Reads everything but the sections; `None` if any of it is invalid under every content.
pub(super) fn read(assessment: &Assessment, reader: &mut Reader, opened: &mut Opened) -> Option<()> {
    if reader.flag()? {
        opened.state.course = Course::Full;
    }
    for n in 0..reader.bits(RATINGS_BITS)? as usize {
        let rating = Rating::from_number(reader.bits(RATING_BITS)? as u8)?;
        if n < assessment.dimensions.len() {
            opened.state.priorities.set(DimensionId::from_index(n), rating);
        } else {
            opened.unread_answers += 1;
        }
    }
    for number in 1..=reader.bits(PERMANENT_BITS)? as u8 {
        let response = match reader.bits(HALF)? {
            OPEN => continue,
            NOT_SURE => Numbered::NotSure,
            SEVERAL => Numbered::Choices(choices(reader)?),
            FURTHER => Numbered::Option(reader.bits(PERMANENT_BITS)? as u8),
            half => Numbered::Option((half - NOT_SURE) as u8),
        };
        put(assessment, number, response, opened);
    }
    Some(())
}

fn choices(reader: &mut Reader) -> Option<u64> {
    let mut set = 0;
    for shift in (0..u64::BITS).step_by(CHOICES as usize) {
        let has_more = reader.flag()?;
        set |= u64::from(reader.bits(CHOICES)?) << shift;
        if !has_more {
            return Some(set);
        }
    }
    None
}
