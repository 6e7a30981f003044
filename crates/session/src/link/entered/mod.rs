//! The plan entries, as sections of a link: all but notes and providers' answers, which are long and private.
//!
//! | tag | part |
//! |---|---|
//! | 1 | figures of cost, to thousandths; shares to thousandths of a percent |
//! | 2 | who does what, without notes |
//! | 3 | the roadmap: start, done, dates, owners, own steps |
//! | 4 | the scorecard |
//! | 5 | questions that are ticked off |
//! | 6 | numbers of questions to look at again |
//!
//! Steps and questions to ask are bits by their permanent numbers, up to the highest one that has an entry, which precedes
//! them in 8 bits. Cost inputs, tasks and measures have no numbers: their sections start with two bytes of a fingerprint of
//! the ids they refer to by position. A section with other ids, or with an unknown tag, is skipped; the link's answers can
//! still be opened. Empty parts have no section.
//!
//! In links of the format `s1`, steps and questions to ask are also written by position, with the ids of content 1.1.

mod duties;
mod measures;
mod steps;

use super::{LinkState, Opened, Reader, Writer, envelope::Format, packing::PERMANENT_BITS, section};
use assessment::{Assessment, checksum::Crc32};
use decision::worksheet::CalendarDate;

/// A tag is never used for anything else again.
const FIGURES: u32 = 1;
const DUTIES: u32 = 2;
const STEPS: u32 = 3;
const SCORECARD: u32 = 4;
const QUESTIONS: u32 = 5;
const RECHECK: u32 = 6;

/// Bits of a fingerprint. It identifies the content; the link's checksum detects damage.
const FINGERPRINT_BITS: u32 = 16;

/// Bits of a number from 0 to 31: of own steps and functions, of how many of them there are, and of months.
const NUMBER_BITS: u32 = 5;

/// Writes the entries and the questions to look at again.
pub(super) fn write(assessment: &Assessment, state: &LinkState, writer: &mut Writer) {
    let worksheet = &state.worksheet;
    for tag in FIGURES..=RECHECK {
        let mut part = Writer::default();
        if let Some(fingerprint) = fingerprint(assessment, Format::Present, tag) {
            part.bits(fingerprint, FINGERPRINT_BITS);
        }
        let is_entered = match tag {
            FIGURES => measures::write_figures(assessment, &worksheet.figures, &mut part),
            DUTIES => duties::write(&worksheet.duties, &mut part),
            STEPS => steps::write(assessment, &worksheet.steps, &mut part),
            SCORECARD => measures::write_scorecard(assessment, &worksheet.scorecard, &mut part),
            QUESTIONS => measures::write_ticks(assessment, &worksheet.questions, &mut part),
            _ => write_recheck(assessment, state, &mut part),
        };
        if is_entered {
            section::write(writer, tag, &part.finish());
        }
    }
}

/// Reads all sections and counts what this content does not know; `None` if the bytes are not sections.
pub(super) fn read(assessment: &Assessment, format: Format, reader: &mut Reader, opened: &mut Opened) -> Option<()> {
    for (tag, bytes) in section::read_all(reader)? {
        let unread = read_part(assessment, format, tag, bytes, &mut opened.state);
        opened.unread_entries += unread.unwrap_or(1);
    }
    Some(())
}

/// Reads a section. Returns the number of entries that this content does not know; `None` if the whole section is skipped.
fn read_part(assessment: &Assessment, format: Format, tag: u32, bytes: &[u8], state: &mut LinkState) -> Option<usize> {
    let (mut reader, worksheet) = (Reader::new(bytes), &mut state.worksheet);
    if let Some(fingerprint) = fingerprint(assessment, format, tag)
        && reader.bits(FINGERPRINT_BITS)? != fingerprint
    {
        return None;
    }
    // The number of steps, or questions to ask, that have bits.
    let first = &assessment.numbers.first_links;
    let numbers = match (format, tag) {
        (Format::First, STEPS) => first.steps,
        (Format::First, QUESTIONS) => first.checklist,
        (_, STEPS | QUESTIONS) => reader.bits(PERMANENT_BITS)? as u8,
        _ => 0,
    };
    let mut unread = 0;
    match tag {
        FIGURES => worksheet.figures = measures::read_figures(assessment, &mut reader)?,
        DUTIES => worksheet.duties = duties::read(assessment, &mut reader)?,
        STEPS => (worksheet.steps, unread) = steps::read(assessment, numbers, &mut reader)?,
        SCORECARD => worksheet.scorecard = measures::read_scorecard(assessment, &mut reader)?,
        QUESTIONS => (worksheet.questions, unread) = measures::read_ticks(assessment, numbers, &mut reader)?,
        RECHECK => read_recheck(assessment, bytes, state),
        _ => return None,
    }
    Some(unread)
}

/// Fingerprint of the ids that a section refers to by position; `None` if it uses permanent numbers or is unknown.
fn fingerprint(assessment: &Assessment, format: Format, tag: u32) -> Option<u32> {
    let mut sum = Crc32::default();
    // A zero ends an id.
    let mut add = |id: &str| sum = sum.with(id.as_bytes()).with(&[0]);
    let [_, steps, checklist] = assessment.numbers.first_links.fingerprints;
    match (tag, format) {
        (FIGURES, _) => assessment.cost.inputs.iter().for_each(|input| add(input.id)),
        (DUTIES, _) => assessment.functions.iter().for_each(|function| add(function.id)),
        (SCORECARD, _) => assessment.scorecard.iter().for_each(|metric| add(metric.id)),
        (STEPS, Format::First) => return Some(steps),
        (QUESTIONS, Format::First) => return Some(checklist),
        _ => return None,
    }
    Some(sum.value() & 0xffff)
}

fn write_recheck(assessment: &Assessment, state: &LinkState, writer: &mut Writer) -> bool {
    for id in &state.recheck {
        if let Some(question) = assessment.numbers.questions.get(id.index()) {
            writer.bits(u32::from(question.number), PERMANENT_BITS);
        }
    }
    !state.recheck.is_empty()
}

/// Only answered questions can be looked at again.
fn read_recheck(assessment: &Assessment, numbers: &[u8], state: &mut LinkState) {
    let is_listed = |at: usize| assessment.numbers.questions.get(at).is_some_and(|of| numbers.contains(&of.number));
    let answered = state.responses.iter().map(|(id, _)| id);
    state.recheck = answered.filter(|id| state.recheck.contains(id) || is_listed(id.index())).collect();
}

/// The highest permanent number whose position has an entry; 0 if there is none.
fn last(numbers: &[u8], is_entered: impl Fn(usize) -> bool) -> u8 {
    numbers.iter().enumerate().filter(|(at, _)| is_entered(*at)).map(|(_, number)| *number).max().unwrap_or(0)
}

/// The position of a permanent number; `None` if this content does not have it.
fn position(numbers: &[u8], number: u8) -> Option<usize> {
    numbers.iter().position(|other| *other == number)
}

/// A day, as if every month had 31.
fn write_day(writer: &mut Writer, day: CalendarDate) {
    let (year, month, day) = day.parts();
    let months = u64::from(year - FIRST_YEAR) * 12 + u64::from(month) - 1;
    writer.unsigned(months * 31 + u64::from(day) - 1);
}

/// The first year of a [`CalendarDate`].
const FIRST_YEAR: u16 = 1970;

fn read_day(reader: &mut Reader) -> Option<CalendarDate> {
    let number = reader.unsigned()?;
    let months = number / 31;
    let year = u16::try_from(months / 12).ok()?.checked_add(FIRST_YEAR)?;
    CalendarDate::new(year, (months % 12) as u8 + 1, (number % 31) as u8 + 1)
}
