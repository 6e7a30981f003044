//! Changes to who does what, and their validation.

use super::{Doer, Duties, DutyEntry, DutyId, EntryRefusal, LONGEST_DUTY, LONGEST_NOTE, MOST_OWN_DUTIES};
use crate::worksheet::refusal::{any_line, some_line};
use assessment::{Alternative, Side};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DutyChange {
    /// Adds a function with this name; it gets the smallest number that is free.
    Add(String),
    /// Adds a function with this name under a number from 1 to [`MOST_OWN_DUTIES`] that is free, for decoding drafts.
    AddAs(u8, String),
    /// Removes an own function for good. One of the content can be hidden.
    Remove(u8),
    /// Renames a row; an empty name restores that of the content.
    Rename(DutyId, String),
    /// Hides a row or shows it again.
    Hide(DutyId, bool),
    /// Makes a side accountable under a model; `None` as suggested.
    Accountable(DutyId, Alternative, Option<Side>),
    /// Sets who does it today; `None` if unknown.
    Today(DutyId, Option<Doer>),
    /// Sets the note; an empty one removes it.
    Note(DutyId, String),
    /// Resets a row to the suggestion. An own one keeps its name.
    Reset(DutyId),
    /// Resets everything to the suggestions, and removes own functions, "today" and notes.
    ResetAll,
}

impl Duties {
    /// Applies a change.
    ///
    /// # Errors
    /// [`EntryRefusal`]; nothing is changed then.
    pub fn apply(&mut self, change: DutyChange) -> Result<(), EntryRefusal> {
        match change {
            DutyChange::Add(name) => {
                let free = (1..=MOST_OWN_DUTIES as u8).find(|number| self.get(DutyId::Own(*number)).is_none());
                self.add(free.ok_or(EntryRefusal::TooMany(MOST_OWN_DUTIES))?, &name)?;
            }
            DutyChange::AddAs(number, name) => {
                if !(1..=MOST_OWN_DUTIES).contains(&usize::from(number)) || self.get(DutyId::Own(number)).is_some() {
                    return Err(EntryRefusal::Unknown);
                }
                self.add(number, &name)?;
            }
            DutyChange::Remove(number) => {
                let place = self.own.iter().position(|(n, _)| *n == number).ok_or(EntryRefusal::Unknown)?;
                self.own.remove(place);
            }
            DutyChange::Rename(id, name) => {
                let entry = self.entry(id)?;
                let name = any_line(&name, LONGEST_DUTY)?;
                if name.is_empty() && matches!(id, DutyId::Own(_)) {
                    return Err(EntryRefusal::Empty);
                }
                entry.name = (!name.is_empty()).then_some(name);
            }
            DutyChange::Hide(id, hidden) => self.entry(id)?.hidden = hidden,
            DutyChange::Accountable(id, alternative, side) => {
                self.entry(id)?.accountable[alternative.index()] = side;
            }
            DutyChange::Today(id, doer) => self.entry(id)?.today = doer,
            DutyChange::Note(id, note) => self.entry(id)?.note = any_line(&note, LONGEST_NOTE)?,
            DutyChange::Reset(id) => {
                let entry = self.entry(id)?;
                let name = entry.name.take().filter(|_| matches!(id, DutyId::Own(_)));
                *entry = DutyEntry { name, ..DutyEntry::default() };
            }
            DutyChange::ResetAll => {
                self.own.clear();
                self.standard.fill(DutyEntry::default());
            }
        }
        Ok(())
    }

    fn add(&mut self, number: u8, name: &str) -> Result<(), EntryRefusal> {
        let name = some_line(name, LONGEST_DUTY)?;
        self.own.push((number, DutyEntry { name: Some(name), ..DutyEntry::default() }));
        Ok(())
    }

    fn entry(&mut self, id: DutyId) -> Result<&mut DutyEntry, EntryRefusal> {
        let entry = match id {
            DutyId::Standard(function) => self.standard.get_mut(function.index()),
            DutyId::Own(number) => self.own.iter_mut().find(|(n, _)| *n == number).map(|(_, entry)| entry),
        };
        entry.ok_or(EntryRefusal::Unknown)
    }
}
