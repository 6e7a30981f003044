//! The visitor's notes on the questions to ask: what was asked, and the answers of up to three providers.
//!
//! The questions and their order are in `plan`. Providers are not scored: a mark is the visitor's opinion of one answer.

use super::{
    EntryRefusal, LONGEST_NOTE,
    refusal::{any_line, any_lines, some_line},
};
use assessment::{Assessment, ChecklistId};

/// Maximum number of providers side by side.
pub const MOST_PROVIDERS: usize = 3;

/// The longest name of a provider, in characters.
pub const LONGEST_PROVIDER: usize = 40;

/// The longest answer of a provider, in characters.
pub const LONGEST_ANSWER: usize = 200;

/// What the visitor thinks of an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing so far.
    #[default]
    NotAsked,
    /// It will do.
    Good,
    /// It says little.
    Unclear,
    /// It will not do.
    Poor,
}

impl Mark {
    pub const ALL: [Self; 4] = [Self::NotAsked, Self::Good, Self::Unclear, Self::Poor];

    /// The code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotAsked => "not_asked",
            Self::Good => "good",
            Self::Unclear => "unclear",
            Self::Poor => "poor",
        }
    }
}

/// A provider's answer to a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProviderAnswer {
    /// In the visitor's words, at most [`LONGEST_ANSWER`] characters. Empty: nothing noted.
    pub text: String,
    /// What the visitor thinks of it.
    pub mark: Mark,
}

/// The notes on one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuestionEntry {
    /// It is ticked off.
    pub ticked: bool,
    /// A note, at most [`LONGEST_NOTE`] characters, with `\n` between its lines. Empty if none.
    pub note: String,
    /// Each provider's answer, by column.
    pub answers: [ProviderAnswer; MOST_PROVIDERS],
}

/// An empty entry.
static NOTHING: QuestionEntry = QuestionEntry {
    ticked: false,
    note: String::new(),
    answers: [const { ProviderAnswer { text: String::new(), mark: Mark::NotAsked } }; MOST_PROVIDERS],
};

/// All notes on the questions to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuestionEntries {
    /// Columns are stable: removing a provider does not move the others. Empty if the column is free.
    providers: [String; MOST_PROVIDERS],
    /// Those with something in them, in the order of their ids.
    entries: Vec<(ChecklistId, QuestionEntry)>,
}

/// One change to them. A provider is named by its place, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionChange {
    /// Ticks or unticks a question.
    Tick(ChecklistId, bool),
    /// Sets a note; an empty one removes it.
    Note(ChecklistId, String),
    /// Puts a provider into the first free place.
    AddProvider(String),
    /// Adds a provider in a column, or renames the one there.
    PutProvider(usize, String),
    /// Removes a provider and all its answers.
    RemoveProvider(usize),
    /// Sets a provider's answer; an empty one removes it.
    Answer(ChecklistId, usize, String),
    /// Marks a provider's answer.
    Mark(ChecklistId, usize, Mark),
    /// Forgets everything.
    Reset,
}

impl QuestionEntries {
    /// Applies a change.
    ///
    /// # Errors
    /// [`EntryRefusal`]; nothing is changed then.
    pub fn apply(&mut self, assessment: &Assessment, change: QuestionChange) -> Result<(), EntryRefusal> {
        match change {
            QuestionChange::Tick(id, ticked) => {
                let entry = QuestionEntry { ticked, ..self.known(assessment, id)? };
                self.put(id, entry);
            }
            QuestionChange::Note(id, text) => {
                let entry = QuestionEntry { note: any_lines(&text, LONGEST_NOTE)?, ..self.known(assessment, id)? };
                self.put(id, entry);
            }
            QuestionChange::AddProvider(name) => {
                let free = self.providers.iter().position(String::is_empty);
                self.put_provider(free.ok_or(EntryRefusal::TooMany(MOST_PROVIDERS))?, &name)?;
            }
            QuestionChange::PutProvider(place, name) => self.put_provider(place, &name)?,
            QuestionChange::RemoveProvider(place) => {
                self.provider(place).ok_or(EntryRefusal::Unknown)?;
                self.providers[place] = String::new();
                for (_, entry) in &mut self.entries {
                    entry.answers[place] = ProviderAnswer::default();
                }
                self.entries.retain(|(_, entry)| *entry != NOTHING);
            }
            QuestionChange::Answer(id, place, text) => {
                let text = any_line(&text, LONGEST_ANSWER)?;
                let mut entry = self.known(assessment, id)?;
                self.provider(place).ok_or(EntryRefusal::Unknown)?;
                entry.answers[place].text = text;
                self.put(id, entry);
            }
            QuestionChange::Mark(id, place, mark) => {
                let mut entry = self.known(assessment, id)?;
                self.provider(place).ok_or(EntryRefusal::Unknown)?;
                entry.answers[place].mark = mark;
                self.put(id, entry);
            }
            QuestionChange::Reset => *self = Self::default(),
        }
        Ok(())
    }

    /// The name of the provider in a place.
    #[must_use]
    pub fn provider(&self, place: usize) -> Option<&str> {
        self.providers.get(place).map(String::as_str).filter(|name| !name.is_empty())
    }

    /// Places and names of the providers, side by side.
    pub fn providers(&self) -> impl Iterator<Item = (usize, &str)> {
        let places = self.providers.iter().map(String::as_str).enumerate();
        places.filter(|(_, name)| !name.is_empty())
    }

    /// The notes on one question.
    #[must_use]
    pub fn get(&self, id: ChecklistId) -> &QuestionEntry {
        self.position(id).map_or(&NOTHING, |at| &self.entries[at].1)
    }

    /// Questions with notes, in the order of their ids.
    #[must_use]
    pub fn noted(&self) -> &[(ChecklistId, QuestionEntry)] {
        &self.entries
    }

    /// Whether nothing was noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.providers().next().is_none()
    }

    fn position(&self, id: ChecklistId) -> Result<usize, usize> {
        self.entries.binary_search_by_key(&id, |(id, _)| *id)
    }

    /// The notes on a question, which must exist.
    fn known(&self, assessment: &Assessment, id: ChecklistId) -> Result<QuestionEntry, EntryRefusal> {
        let is_there = id.index() < assessment.checklist.len();
        if is_there { Ok(self.get(id).clone()) } else { Err(EntryRefusal::Unknown) }
    }

    fn put(&mut self, id: ChecklistId, entry: QuestionEntry) {
        let is_empty = entry == NOTHING;
        match self.position(id) {
            Ok(at) if is_empty => drop(self.entries.remove(at)),
            Ok(at) => self.entries[at].1 = entry,
            Err(_) if is_empty => {}
            Err(at) => self.entries.insert(at, (id, entry)),
        }
    }

    fn put_provider(&mut self, place: usize, name: &str) -> Result<(), EntryRefusal> {
        let name = some_line(name, LONGEST_PROVIDER)?;
        // Two columns with the same name would be indistinguishable.
        if self.providers().any(|(other, known)| other != place && known == name) {
            return Err(EntryRefusal::Repeated);
        }
        *self.providers.get_mut(place).ok_or(EntryRefusal::Unknown)? = name;
        Ok(())
    }
}
