//! Cost figures, the scorecard and ticks as sections: a bit for each entry that exists, then the numbers.

use super::{PERMANENT_BITS, last, position, read_day, write_day};
use crate::link::{Reader, Writer};
use assessment::{Assessment, ChecklistId, CostUnit, InputId};
use decision::worksheet::{Decimal, Figures, QuestionChange, QuestionEntries, ScorecardChange, ScorecardEntries};

pub(super) fn write_figures(assessment: &Assessment, figures: &Figures, writer: &mut Writer) -> bool {
    let inputs = || assessment.cost.inputs.iter().enumerate().map(|(n, input)| (InputId::from_index(n), input.unit));
    for (id, _) in inputs() {
        writer.flag(figures.get(id).is_some());
    }
    for (id, unit) in inputs() {
        for value in figures.get(id).into_iter().flat_map(|range| range.values()) {
            writer.number(value * scale(unit));
        }
    }
    !figures.is_empty()
}

pub(super) fn read_figures(assessment: &Assessment, reader: &mut Reader) -> Option<Figures> {
    let mut figures = Figures::default();
    let mut own = Vec::new();
    for (n, input) in assessment.cost.inputs.iter().enumerate() {
        if reader.flag()? {
            own.push((InputId::from_index(n), scale(input.unit)));
        }
    }
    for (id, scale) in own {
        let values = [reader.number()? / scale, reader.number()? / scale, reader.number()? / scale];
        figures.set(assessment, id, values).ok()?;
    }
    reader.is_done().then_some(figures)
}

/// Shares are small, so they are written a thousand times as large. (A number is kept to thousandths.)
const fn scale(unit: CostUnit) -> f64 {
    if matches!(unit, CostUnit::Share) { 1000.0 } else { 1.0 }
}

pub(super) fn write_scorecard(assessment: &Assessment, entries: &ScorecardEntries, writer: &mut Writer) -> bool {
    for (_, _, entry) in entries.measures(assessment) {
        for figure in [entry.today, entry.target, entry.now] {
            writer.flag(figure.is_some());
        }
        writer.flag(entry.review.is_some());
    }
    for (_, _, entry) in entries.measures(assessment) {
        for figure in [entry.today, entry.target, entry.now].into_iter().flatten() {
            writer.signed(figure.hundredths().into());
        }
        if let Some(day) = entry.review {
            write_day(writer, day);
        }
    }
    !entries.is_empty()
}

pub(super) fn read_scorecard(assessment: &Assessment, reader: &mut Reader) -> Option<ScorecardEntries> {
    let mut entries = ScorecardEntries::new(assessment);
    let mut flags = Vec::new();
    for _ in assessment.scorecard {
        flags.push([reader.flag()?, reader.flag()?, reader.flag()?, reader.flag()?]);
    }
    for ((id, _, _), [today, target, now, review]) in ScorecardEntries::new(assessment).measures(assessment).zip(flags)
    {
        for (is_there, change) in [
            (today, ScorecardChange::Today as fn(_, _) -> _),
            (target, ScorecardChange::Target),
            (now, ScorecardChange::Now),
        ] {
            if is_there {
                let figure = Decimal::of_hundredths(i32::try_from(reader.signed()?).ok()?);
                entries.apply(assessment, change(id, Some(figure))).ok()?;
            }
        }
        if review {
            entries.apply(assessment, ScorecardChange::Review(id, Some(read_day(reader)?))).ok()?;
        }
    }
    reader.is_done().then_some(entries)
}

pub(super) fn write_ticks(assessment: &Assessment, entries: &QuestionEntries, writer: &mut Writer) -> bool {
    let ticked = |at: usize| entries.get(ChecklistId::from_index(at)).ticked;
    let numbers = assessment.numbers.checklist;
    let last = last(numbers, ticked);
    writer.bits(u32::from(last), PERMANENT_BITS);
    for number in 1..=last {
        writer.flag(position(numbers, number).is_some_and(ticked));
    }
    last > 0
}

/// The ticks up to a permanent number, and how many are for questions that this content does not know.
pub(super) fn read_ticks(assessment: &Assessment, last: u8, reader: &mut Reader) -> Option<(QuestionEntries, usize)> {
    let (mut entries, mut unread) = (QuestionEntries::default(), 0);
    for number in 1..=last {
        if reader.flag()? {
            match position(assessment.numbers.checklist, number) {
                Some(at) => entries.apply(assessment, QuestionChange::Tick(ChecklistId::from_index(at), true)).ok()?,
                None => unread += 1,
            }
        }
    }
    reader.is_done().then_some((entries, unread))
}
