//! The visitor's entries in the roadmap: what is done, due dates, owners, and own steps.
//!
//! The suggested steps follow from the answers (in `plan`); an entry is kept while its step is not suggested, and reappears
//! with it.

use super::{
    CalendarDate, EntryRefusal,
    refusal::{any_line, some_line},
};
use assessment::{Assessment, StepId};

/// The longest name of an owner, in characters.
pub const LONGEST_OWNER: usize = 80;

/// The longest text of a step of one's own, in characters.
pub const LONGEST_STEP: usize = 120;

/// Maximum number of steps of one's own.
pub const MOST_OWN_STEPS: u8 = 20;

/// The last month of the roadmap.
pub const LAST_MONTH: u8 = 24;

/// A step: one of the content, or the visitor's own by its number from 1 to [`MOST_OWN_STEPS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKey {
    /// Of the content.
    Suggested(StepId),
    /// The visitor's own.
    Own(u8),
}

/// The entries for one step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepEntry {
    pub done: bool,
    /// By when; none: by its last month.
    pub date: Option<CalendarDate>,
    /// The owner, at most [`LONGEST_OWNER`] characters. Empty if unknown.
    pub owner: String,
}

/// The visitor's own step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStep {
    /// Its number, from 1 to [`MOST_OWN_STEPS`]; free again when the step is removed.
    pub number: u8,
    /// What to do, 1 to [`LONGEST_STEP`] characters.
    pub text: String,
    /// First month.
    pub from_month: u8,
    /// Last month, not before the first and at most [`LAST_MONTH`].
    pub to_month: u8,
}

/// Everything that was entered for the roadmap.
#[derive(Debug, Clone, Default)]
pub struct StepEntries {
    start: Option<CalendarDate>,
    /// See [`StepEntries::origin`].
    origin: Option<CalendarDate>,
    /// Those with something in them, in the order of their keys.
    entries: Vec<(StepKey, StepEntry)>,
    /// In the order of their numbers.
    own: Vec<OwnStep>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepChange {
    /// Months count from this day.
    Start(Option<CalendarDate>),
    /// Ticks or unticks a step.
    Done(StepKey, bool),
    Date(StepKey, Option<CalendarDate>),
    /// Sets the owner of a step; an empty name removes the owner.
    Owner(StepKey, String),
    /// Adds an own step, or replaces the one with this number: text, first and last month.
    Own(Option<u8>, String, [u8; 2]),
    /// Removes an own step and its entries.
    Remove(u8),
    /// Forgets everything.
    Reset,
}

impl StepEntries {
    /// Applies a change.
    ///
    /// # Errors
    /// [`EntryRefusal`]; nothing is changed then.
    pub fn apply(&mut self, assessment: &Assessment, change: StepChange) -> Result<(), EntryRefusal> {
        let date = match change {
            StepChange::Start(date) | StepChange::Date(_, date) => date,
            _ => None,
        };
        match change {
            StepChange::Start(date) => self.start = date,
            StepChange::Done(key, done) => {
                let entry = StepEntry { done, ..self.known(assessment, key)? };
                self.put(key, entry);
            }
            StepChange::Date(key, date) => {
                let entry = StepEntry { date, ..self.known(assessment, key)? };
                self.put(key, entry);
            }
            StepChange::Owner(key, name) => {
                let entry = StepEntry { owner: any_line(&name, LONGEST_OWNER)?, ..self.known(assessment, key)? };
                self.put(key, entry);
            }
            StepChange::Own(number, text, months) => self.write_own(number, &text, months)?,
            StepChange::Remove(number) => {
                let at = self.own_position(number).map_err(|_| EntryRefusal::Unknown)?;
                self.own.remove(at);
                self.put(StepKey::Own(number), StepEntry::default());
            }
            StepChange::Reset => *self = Self::default(),
        }
        self.origin = self.origin.or(date);
        Ok(())
    }

    /// The day from which months count.
    #[must_use]
    pub fn start(&self) -> Option<CalendarDate> {
        self.start
    }

    /// The date that was entered first. It identifies the plan in calendars: it stays when dates change, so that importing the
    /// dates again moves the events instead of adding them twice.
    #[must_use]
    pub fn origin(&self) -> Option<CalendarDate> {
        self.origin
    }

    /// The entries for a step, if any.
    #[must_use]
    pub fn get(&self, key: StepKey) -> Option<&StepEntry> {
        self.position(key).ok().map(|at| &self.entries[at].1)
    }

    /// Steps for which something was entered, in the order of their keys.
    #[must_use]
    pub fn entered(&self) -> &[(StepKey, StepEntry)] {
        &self.entries
    }

    /// The visitor's own steps, in the order of their numbers.
    #[must_use]
    pub fn own(&self) -> &[OwnStep] {
        &self.own
    }

    #[must_use]
    pub fn of_own(&self, number: u8) -> Option<&OwnStep> {
        self.own_position(number).ok().map(|at| &self.own[at])
    }

    /// Whether nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn position(&self, key: StepKey) -> Result<usize, usize> {
        self.entries.binary_search_by_key(&key, |(key, _)| *key)
    }

    fn own_position(&self, number: u8) -> Result<usize, usize> {
        self.own.binary_search_by_key(&number, |own| own.number)
    }

    /// The entry of a step, which must exist.
    fn known(&self, assessment: &Assessment, key: StepKey) -> Result<StepEntry, EntryRefusal> {
        let is_there = match key {
            StepKey::Suggested(id) => id.index() < assessment.roadmap.steps.len(),
            StepKey::Own(number) => self.own_position(number).is_ok(),
        };
        if is_there { Ok(self.get(key).cloned().unwrap_or_default()) } else { Err(EntryRefusal::Unknown) }
    }

    fn put(&mut self, key: StepKey, entry: StepEntry) {
        let is_empty = entry == StepEntry::default();
        match self.position(key) {
            Ok(at) if is_empty => drop(self.entries.remove(at)),
            Ok(at) => self.entries[at].1 = entry,
            Err(_) if is_empty => {}
            Err(at) => self.entries.insert(at, (key, entry)),
        }
    }

    fn write_own(&mut self, number: Option<u8>, text: &str, [from, to]: [u8; 2]) -> Result<(), EntryRefusal> {
        let text = some_line(text, LONGEST_STEP)?;
        if from > to || to > LAST_MONTH {
            return Err(EntryRefusal::Months);
        }
        let is_free = |number: &u8| self.own_position(*number).is_err();
        let number = match number {
            Some(number) if (1..=MOST_OWN_STEPS).contains(&number) => number,
            Some(_) => return Err(EntryRefusal::Unknown),
            None => (1..=MOST_OWN_STEPS).find(is_free).ok_or(EntryRefusal::TooMany(MOST_OWN_STEPS.into()))?,
        };
        let own = OwnStep { number, text, from_month: from, to_month: to };
        match self.own_position(number) {
            Ok(at) => self.own[at] = own,
            Err(at) => self.own.insert(at, own),
        }
        Ok(())
    }
}

/// Compares what is entered now, which the origin is not: links do not contain it.
impl PartialEq for StepEntries {
    fn eq(&self, other: &Self) -> bool {
        (self.start, &self.entries, &self.own) == (other.start, &other.entries, &other.own)
    }
}

impl Eq for StepEntries {}
