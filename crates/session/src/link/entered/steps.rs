//! The roadmap as a section: bits for each step, then texts and days.

use super::{NUMBER_BITS, PERMANENT_BITS, last, position, read_day, write_day};
use crate::link::{Reader, Writer};
use assessment::{Assessment, StepId};
use decision::worksheet::{LONGEST_OWNER, LONGEST_STEP, StepChange, StepEntries, StepEntry, StepKey};

pub(super) fn write(assessment: &Assessment, entries: &StepEntries, writer: &mut Writer) -> bool {
    let numbers = assessment.numbers.steps;
    let suggested = |at: usize| entries.get(StepKey::Suggested(StepId::from_index(at)));
    let last = last(numbers, |at| suggested(at).is_some());
    let by_number = || (1..=last).map(|number| suggested(position(numbers, number)?));
    writer.bits(u32::from(last), PERMANENT_BITS);
    writer.flag(entries.start().is_some());
    for entry in by_number() {
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
    for entry in by_number() {
        write_texts(writer, entry);
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

/// The roadmap with the steps up to a permanent number, and how many of them this content does not know.
pub(super) fn read(assessment: &Assessment, last: u8, reader: &mut Reader) -> Option<(StepEntries, usize)> {
    let mut entries = StepEntries::default();
    let has_start = reader.flag()?;
    let mut suggested = Vec::new();
    for number in 1..=last {
        if reader.flag()? {
            let at = position(assessment.numbers.steps, number);
            suggested.push((at.map(|at| StepKey::Suggested(StepId::from_index(at))), read_flags(reader)?));
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
    let unread = suggested.iter().filter(|(key, _)| key.is_none()).count();
    for (key, flags) in suggested {
        read_entry(assessment, &mut entries, key, flags, reader)?;
    }
    for (number, months, flags) in own {
        let text = reader.text(LONGEST_STEP)?.to_owned();
        entries.apply(assessment, StepChange::Own(Some(number), text, months)).ok()?;
        read_entry(assessment, &mut entries, Some(StepKey::Own(number)), flags, reader)?;
    }
    reader.is_done().then_some((entries, unread))
}

fn read_flags(reader: &mut Reader) -> Option<Flags> {
    Some([reader.flag()?, reader.flag()?, reader.flag()?])
}

/// Reads the rest of an entry, and adds it if its step is known.
fn read_entry(
    assessment: &Assessment,
    entries: &mut StepEntries,
    key: Option<StepKey>,
    [done, has_date, has_owner]: Flags,
    reader: &mut Reader,
) -> Option<()> {
    let date = if has_date { Some(read_day(reader)?) } else { None };
    let owner = if has_owner { reader.text(LONGEST_OWNER)? } else { "" };
    if let Some(key) = key {
        for change in
            [StepChange::Done(key, done), StepChange::Date(key, date), StepChange::Owner(key, owner.to_owned())]
        {
            entries.apply(assessment, change).ok()?;
        }
    }
    Some(())
}
