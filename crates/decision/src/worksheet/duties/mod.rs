//! The visitor's changes to who does what. The suggestions and the merged rows are in [`crate::plan::duties`].
//!
//! ```
//! use assessment::{Alternative, Assessment, FunctionId, Side};
//! use decision::worksheet::{Doer, Duties, DutyChange, DutyId, EntryRefusal};
//!
//! let mut duties = Duties::new(Assessment::standard());
//! let helpdesk = DutyId::Standard(FunctionId(0));
//! duties.apply(DutyChange::Today(helpdesk, Some(Doer::Both)))?;
//! duties.apply(DutyChange::Accountable(helpdesk, Alternative::CoManaged, Some(Side::Provider)))?;
//! duties.apply(DutyChange::Add("Phones".to_owned()))?;
//! assert_eq!(duties.get(DutyId::Own(1)).and_then(|own| own.name.as_deref()), Some("Phones"));
//! duties.apply(DutyChange::ResetAll)?;
//! assert!(duties.is_as_suggested());
//! # Ok::<(), EntryRefusal>(())
//! ```

mod change;

pub use change::DutyChange;

use super::{EntryRefusal, LONGEST_NOTE};
use assessment::{Assessment, FunctionId, PerAlternative, Side};

/// Maximum number of functions that a visitor adds.
pub const MOST_OWN_DUTIES: usize = 20;

/// The longest name of a function, in characters.
pub const LONGEST_DUTY: usize = 80;

/// Who does it today. Unlike the accountable side of a plan, it may be both or nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doer {
    /// Own people.
    Internal,
    Provider,
    /// Both, with neither in charge.
    Both,
    Nobody,
    /// They cannot say.
    Unclear,
}

impl Doer {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Internal, Self::Provider, Self::Both, Self::Nobody, Self::Unclear];

    /// The code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Provider => "provider",
            Self::Both => "both",
            Self::Nobody => "nobody",
            Self::Unclear => "unclear",
        }
    }
}

/// One row of who does what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyId {
    /// A function of the content.
    Standard(FunctionId),
    /// One that the visitor added, by its permanent number from 1 to [`MOST_OWN_DUTIES`].
    Own(u8),
}

/// What the visitor changed in one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DutyEntry {
    /// Another name, 1 to [`LONGEST_DUTY`] characters. An own function always has one.
    pub name: Option<String>,
    /// The visitor hid it.
    pub hidden: bool,
    /// Who is accountable under each model, where they chose it. `None`: as suggested.
    pub accountable: PerAlternative<Option<Side>>,
    /// Who does it today, if known.
    pub today: Option<Doer>,
    /// A note of one line, at most [`LONGEST_NOTE`] characters; empty if none.
    pub note: String,
}

/// What the visitor changed in who does what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duties {
    standard: Vec<DutyEntry>,
    /// In the order in which they were added.
    own: Vec<(u8, DutyEntry)>,
}

impl Duties {
    /// Everything as suggested.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        Self { standard: vec![DutyEntry::default(); assessment.functions.len()], own: Vec::new() }
    }

    /// The changes in a row; `None` if there is no such row.
    #[must_use]
    pub fn get(&self, id: DutyId) -> Option<&DutyEntry> {
        match id {
            DutyId::Standard(function) => self.standard.get(function.index()),
            DutyId::Own(number) => self.own.iter().find(|(n, _)| *n == number).map(|(_, entry)| entry),
        }
    }

    /// All rows: those of the content in model order, then own ones in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (DutyId, &DutyEntry)> {
        let standard = self.standard.iter().enumerate();
        let own = self.own.iter().map(|(number, entry)| (DutyId::Own(*number), entry));
        standard.map(|(n, entry)| (DutyId::Standard(FunctionId::from_index(n)), entry)).chain(own)
    }

    /// Whether nothing was changed or added.
    #[must_use]
    pub fn is_as_suggested(&self) -> bool {
        self.own.is_empty() && self.standard.iter().all(|entry| *entry == DutyEntry::default())
    }

    /// Whether there is room for another own function.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.own.len() < MOST_OWN_DUTIES
    }
}
