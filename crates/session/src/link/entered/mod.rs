//! The plan entries, as sections of a link: all but notes and providers' answers, which are long and private.
//!
//! | tag | part |
//! |---|---|
//! | 1 | figures of cost, to thousandths; shares to thousandths of a percent |
//! | 2 | who does what, without notes |
//! | 3 | the roadmap: start, done, dates, owners, own steps |
//! | 4 | the scorecard |
//! | 5 | questions that are ticked off |
//!
//! A section starts with two bytes of a fingerprint of the ids it refers to by position. A section of other content is kept
//! and not shown, like one of a newer version; the link's answers can still be opened. Empty parts have no section.

mod duties;
mod measures;
mod steps;

use super::{Reader, Sections, Writer};
use assessment::{Assessment, checksum::Crc32};
use decision::worksheet::{CalendarDate, Worksheet};

/// A tag is never used for anything else again.
const FIGURES: u32 = 1;
const DUTIES: u32 = 2;
const STEPS: u32 = 3;
const SCORECARD: u32 = 4;
const QUESTIONS: u32 = 5;

/// Bits of a fingerprint. It identifies the content; the link's checksum detects damage.
const FINGERPRINT_BITS: u32 = 16;

/// Bits of a number from 0 to 31: of own steps and functions, of how many of them there are, and of months.
const NUMBER_BITS: u32 = 5;

/// Writes the entries as sections, replacing existing ones.
pub(super) fn write(assessment: &Assessment, worksheet: &Worksheet, sections: &mut Sections) {
    for tag in FIGURES..=QUESTIONS {
        let mut writer = Writer::default();
        writer.bits(fingerprint(assessment, tag), FINGERPRINT_BITS);
        let is_entered = match tag {
            FIGURES => measures::write_figures(assessment, &worksheet.figures, &mut writer),
            DUTIES => duties::write(&worksheet.duties, &mut writer),
            STEPS => steps::write(assessment, &worksheet.steps, &mut writer),
            SCORECARD => measures::write_scorecard(assessment, &worksheet.scorecard, &mut writer),
            _ => measures::write_ticks(assessment, &worksheet.questions, &mut writer),
        };
        if is_entered {
            sections.set(tag, &writer.finish());
        }
    }
}

/// The entries, and the sections that are unknown or belong to other ids. `None` if a known section was not written by
/// [`write`].
pub(super) fn read(assessment: &Assessment, sections: &Sections) -> Option<(Worksheet, Sections)> {
    let mut worksheet = Worksheet::new(assessment);
    let mut others = sections.clone();
    for (tag, bytes) in sections.iter() {
        let mut reader = Reader::new(bytes);
        let is_known =
            (FIGURES..=QUESTIONS).contains(&tag) && reader.bits(FINGERPRINT_BITS) == Some(fingerprint(assessment, tag));
        match tag {
            _ if !is_known => continue,
            FIGURES => worksheet.figures = measures::read_figures(assessment, &mut reader)?,
            DUTIES => worksheet.duties = duties::read(assessment, &mut reader)?,
            STEPS => worksheet.steps = steps::read(assessment, &mut reader)?,
            SCORECARD => worksheet.scorecard = measures::read_scorecard(assessment, &mut reader)?,
            _ => worksheet.questions = measures::read_ticks(assessment, &mut reader)?,
        }
        others.set(tag, &[]);
    }
    // The encoding must be canonical.
    let mut again = others.clone();
    write(assessment, &worksheet, &mut again);
    (again == *sections).then_some((worksheet, others))
}

/// Fingerprint of the ids that a section refers to by position.
fn fingerprint(assessment: &Assessment, tag: u32) -> u32 {
    let mut sum = Crc32::default();
    // A zero ends an id.
    let mut add = |id: &str| sum = sum.with(id.as_bytes()).with(&[0]);
    match tag {
        FIGURES => assessment.cost.inputs.iter().for_each(|input| add(input.id)),
        DUTIES => assessment.functions.iter().for_each(|function| add(function.id)),
        STEPS => assessment.roadmap.steps.iter().for_each(|step| add(step.id)),
        SCORECARD => assessment.scorecard.iter().for_each(|metric| add(metric.id)),
        _ => assessment.checklist.iter().for_each(|entry| add(entry.id)),
    }
    sum.value() & 0xffff
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
