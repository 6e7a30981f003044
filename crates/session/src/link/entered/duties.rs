//! Who does what as a section: bits for each row, then names.

use super::NUMBER_BITS;
use crate::link::{Reader, Writer};
use assessment::{Alternative, Assessment, FunctionId, Side};
use decision::worksheet::{Doer, Duties, DutyChange, DutyEntry, DutyId, LONGEST_DUTY};

/// Bits of a side: as suggested, own people, the provider.
const SIDE_BITS: u32 = 2;

/// Bits of who does it today: unknown, or one of five.
const DOER_BITS: u32 = 3;

pub(super) fn write(duties: &Duties, writer: &mut Writer) -> bool {
    let mut is_entered = false;
    for (id, entry) in duties.iter() {
        // Notes stay here.
        let changed = *entry != DutyEntry { note: entry.note.clone(), ..DutyEntry::default() };
        is_entered |= changed;
        match id {
            DutyId::Own(number) => {
                // This bit announces another one.
                writer.flag(true);
                writer.bits(number.into(), NUMBER_BITS);
            }
            DutyId::Standard(_) => {
                writer.flag(changed);
                if !changed {
                    continue;
                }
                writer.flag(entry.name.is_some());
            }
        }
        writer.flag(entry.hidden);
        for side in entry.accountable {
            writer.bits(side.map_or(0, |side| 1 + side as u32), SIDE_BITS);
        }
        writer.bits(entry.today.map_or(0, |doer| 1 + doer as u32), DOER_BITS);
    }
    writer.flag(false);
    for name in duties.iter().filter_map(|(_, entry)| entry.name.as_deref()) {
        writer.text(name, LONGEST_DUTY);
    }
    is_entered
}

pub(super) fn read(assessment: &Assessment, reader: &mut Reader) -> Option<Duties> {
    let mut duties = Duties::new(assessment);
    let mut named = Vec::new();
    let mut own = Vec::new();
    for n in 0..assessment.functions.len() {
        if reader.flag()? {
            let id = DutyId::Standard(FunctionId::from_index(n));
            if reader.flag()? {
                named.push(id);
            }
            for change in row(id, reader)? {
                duties.apply(change).ok()?;
            }
        }
    }
    while reader.flag()? {
        let number = reader.bits(NUMBER_BITS)? as u8;
        own.push((number, row(DutyId::Own(number), reader)?));
    }
    for id in named {
        duties.apply(DutyChange::Rename(id, name(reader)?)).ok()?;
    }
    for (number, changes) in own {
        duties.apply(DutyChange::AddAs(number, name(reader)?)).ok()?;
        for change in changes {
            duties.apply(change).ok()?;
        }
    }
    reader.is_done().then_some(duties)
}

fn name(reader: &mut Reader) -> Option<String> {
    reader.text(LONGEST_DUTY).map(str::to_owned)
}

/// The changes that restore a row.
fn row(id: DutyId, reader: &mut Reader) -> Option<Vec<DutyChange>> {
    let mut changes = vec![DutyChange::Hide(id, reader.flag()?)];
    for alternative in Alternative::ALL {
        let side = match reader.bits(SIDE_BITS)? {
            0 => None,
            1 => Some(Side::Internal),
            2 => Some(Side::Provider),
            _ => return None,
        };
        changes.push(DutyChange::Accountable(id, alternative, side));
    }
    let doer = match reader.bits(DOER_BITS)? {
        0 => None,
        n => Some(*Doer::ALL.get(n as usize - 1)?),
    };
    changes.push(DutyChange::Today(id, doer));
    Some(changes)
}
