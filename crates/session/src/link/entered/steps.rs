//! The roadmap as a section: bits for each step, then texts and days.

use super::{NUMBER_BITS, read_day, write_day};
use crate::link::{Reader, Writer};
use assessment::{Assessment, StepId};
use decision::worksheet::{LONGEST_OWNER, LONGEST_STEP, StepChange, StepEntries, StepEntry, StepKey};

pub(super) fn write(assessment: &Assessment, entries: &StepEntries, writer: &mut Writer) -> bool {
    let suggested = || (0..assessment.roadmap.steps.len()).map(|n| StepKey::Suggested(StepId::from_index(n)));
    writer.flag(entries.start().is_some());
    for key in suggested() {
        let entry = entries.get(key);
        writer.flag(entry.is_some());
        if let Some(entry) = entry {
            write_flags(writer, entry);
        }
    }
    let nothing = StepEntry::default();
    for own in entries.own() {
        // This bit announces another one.
        writer.flag(true);
        for number in [own.number, own.from_month, own.to_month] {
            writer.bits(number.into(), NUMBER_BITS);
        }
        write_flags(writer, entries.get(StepKey::Own(own.number)).unwrap_or(&nothing));
    }
    writer.flag(false);
    if let Some(start) = entries.start() {
        write_day(writer, start);
    }
    for key in suggested() {
        write_texts(writer, entries.get(key));
    }
    for own in entries.own() {
        writer.text(&own.text, LONGEST_STEP);
        write_texts(writer, entries.get(StepKey::Own(own.number)));
    }
    !entries.is_empty()
}

fn write_flags(writer: &mut Writer, entry: &StepEntry) {
    for flag in [entry.done, entry.date.is_some(), !entry.owner.is_empty()] {
        writer.flag(flag);
    }
}

fn write_texts(writer: &mut Writer, entry: Option<&StepEntry>) {
    let Some(entry) = entry else { return };
    if let Some(day) = entry.date {
        write_day(writer, day);
    }
    if !entry.owner.is_empty() {
        writer.text(&entry.owner, LONGEST_OWNER);
    }
}

/// Whether a step is done, has a date, and has an owner.
type Flags = [bool; 3];

pub(super) fn read(assessment: &Assessment, reader: &mut Reader) -> Option<StepEntries> {
    let mut entries = StepEntries::default();
    let has_start = reader.flag()?;
    let mut suggested = Vec::new();
    for n in 0..assessment.roadmap.steps.len() {
        if reader.flag()? {
            suggested.push((StepKey::Suggested(StepId::from_index(n)), read_flags(reader)?));
        }
    }
    let mut own = Vec::new();
    while reader.flag()? {
        let mut number = || reader.bits(NUMBER_BITS).map(|number| number as u8);
        own.push((number()?, [number()?, number()?], read_flags(reader)?));
    }
    if has_start {
        entries.apply(assessment, StepChange::Start(Some(read_day(reader)?))).ok()?;
    }
    for (key, flags) in suggested {
        read_texts(assessment, &mut entries, key, flags, reader)?;
    }
    for (number, months, flags) in own {
        let text = reader.text(LONGEST_STEP)?.to_owned();
        entries.apply(assessment, StepChange::Own(Some(number), text, months)).ok()?;
        read_texts(assessment, &mut entries, StepKey::Own(number), flags, reader)?;
    }
    reader.is_done().then_some(entries)
}

fn read_flags(reader: &mut Reader) -> Option<Flags> {
    Some([reader.flag()?, reader.flag()?, reader.flag()?])
}

fn read_texts(
    assessment: &Assessment,
    entries: &mut StepEntries,
    key: StepKey,
    [done, has_date, has_owner]: Flags,
    reader: &mut Reader,
) -> Option<()> {
    entries.apply(assessment, StepChange::Done(key, done)).ok()?;
    if has_date {
        entries.apply(assessment, StepChange::Date(key, Some(read_day(reader)?))).ok()?;
    }
    if has_owner {
        let owner = reader.text(LONGEST_OWNER)?.to_owned();
        entries.apply(assessment, StepChange::Owner(key, owner)).ok()?;
    }
    Some(())
}
