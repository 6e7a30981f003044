//! Who does what, row by row: the suggestion, the visitor's changes, the reason, and the part in a two-step path.
//! [`DutyFinding`] has the problems.
//!
//! Under each model a row has exactly one accountable side, whatever was answered or changed: [`PerAlternative<Side>`] has
//! no room for none or two. "Today" may be nobody, both or unclear. The visitor's changes are in [`Duties`].
//!
//! ```
//! use assessment::{Alternative, Assessment, Side};
//! use decision::plan::{Pattern, duties::{DutyRow, SplitBasis}};
//! use decision::response::{Reading, ResponseSet};
//! use decision::worksheet::Duties;
//!
//! let assessment = Assessment::standard();
//! let reading = Reading::of(assessment, &ResponseSet::new(assessment));
//! let rows = DutyRow::all(assessment, &reading, Pattern::Plain, &Duties::new(assessment));
//! assert_eq!(rows.len(), assessment.functions.len());
//! assert_eq!(rows[0].accountable[Alternative::InHouse.index()], Side::Internal);
//! assert_eq!(SplitBasis::of(&reading, Pattern::Plain), SplitBasis::NotSaid);
//! ```

mod finding;
mod words;

pub use finding::{DutyCounts, DutyFinding, FindingKind, OnePerson};
pub use words::{doer_name, finding_texts, side_name};

use super::{
    Pattern,
    responsibilities::{SplitCause, can_share, decided},
};
use crate::{
    response::Reading,
    worksheet::{Doer, Duties, DutyEntry, DutyId},
};
use assessment::{Alternative, Assessment, Function, PerAlternative, QuestionId, Side, i18n::Key, named};

/// The basis of the suggested split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SplitBasis {
    Answers,
    /// The answers, for the time when somebody inside can do a part: the path leads there.
    Later,
    /// The sides of the content, since the answers show nobody inside who could do a part.
    NobodyInside,
    /// The sides of the content, since it is unknown who looks after IT inside.
    NotSaid,
}

impl SplitBasis {
    /// The questions that it depends on.
    pub const QUESTIONS: [QuestionId; 1] = [named::cap::QUESTION];

    /// The basis of the split for these answers and this path.
    #[must_use]
    pub fn of(reading: &Reading, pattern: Pattern) -> Self {
        if can_share(reading) {
            Self::Answers
        } else if pattern == Pattern::OutsourceThenComanage {
            Self::Later
        } else if reading.get(named::cap::QUESTION).is_some() {
            Self::NobodyInside
        } else {
            Self::NotSaid
        }
    }
}

/// The part of a row on a path with two parts or steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathPart {
    /// Share the core, hand over the routine: a part of the core.
    Core,
    /// Share the core, hand over the routine: a part of the routine.
    Routine,
    /// Outsource now, share later: it stays where it is from the start.
    Now,
    /// Outsource now, share later: it comes back inside later.
    Later,
}

/// The name of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DutyName {
    /// That of the content.
    Standard(Key),
    /// One that the visitor gave.
    Given(String),
}

/// One row of who does what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRow {
    /// Which row.
    pub id: DutyId,
    pub name: DutyName,
    /// The visitor hid it.
    pub hidden: bool,
    /// Who should be accountable under each model.
    pub suggested: PerAlternative<Side>,
    /// Who is accountable under each model in the visitor's plan.
    pub accountable: PerAlternative<Side>,
    /// What put it on its suggested side under co-managed.
    pub cause: SplitCause,
    /// The questions whose answers did that, each once; empty if no answer did.
    pub answers: Vec<QuestionId>,
    /// Its part on a path with two parts or steps.
    pub part: Option<PathPart>,
    /// Who does it today, if known.
    pub today: Option<Doer>,
    /// The visitor's note; empty if none.
    pub note: String,
}

impl DutyRow {
    /// All rows: those of the content in model order, then own ones in the order in which they were added. Hidden ones are
    /// among them.
    #[must_use]
    pub fn all(assessment: &Assessment, reading: &Reading, pattern: Pattern, duties: &Duties) -> Vec<Self> {
        let basis = SplitBasis::of(reading, pattern);
        let row = |(id, entry): (DutyId, &DutyEntry)| {
            let function = match id {
                DutyId::Standard(function) => assessment.functions.get(function.index()),
                DutyId::Own(_) => None,
            };
            Self::of(id, function, entry, reading, basis, pattern)
        };
        duties.iter().map(row).collect()
    }

    fn of(
        id: DutyId,
        function: Option<&Function>,
        entry: &DutyEntry,
        reading: &Reading,
        basis: SplitBasis,
        pattern: Pattern,
    ) -> Self {
        let (suggested, cause) = suggestion(function, reading, basis);
        let accountable = Alternative::ALL.map(|a| entry.accountable[a.index()].unwrap_or(suggested[a.index()]));
        let name = match (&entry.name, function) {
            (None, Some(function)) => DutyName::Standard(function.name),
            (given, _) => DutyName::Given(given.clone().unwrap_or_default()),
        };
        Self {
            id,
            name,
            hidden: entry.hidden,
            suggested,
            accountable,
            cause,
            answers: function.map_or_else(Vec::new, |function| answers(function, reading, cause)),
            part: part(pattern, accountable),
            today: entry.today,
            note: entry.note.clone(),
        }
    }

    /// Who is accountable under a model.
    #[must_use]
    pub const fn accountable(&self, alternative: Alternative) -> Side {
        self.accountable[alternative.index()]
    }

    /// Who supports the accountable side: the other one if the work is shared, else `None`.
    #[must_use]
    pub const fn supporting(&self, alternative: Alternative) -> Option<Side> {
        match (alternative, self.accountable(alternative)) {
            (Alternative::CoManaged, Side::Internal) => Some(Side::Provider),
            (Alternative::CoManaged, Side::Provider) => Some(Side::Internal),
            _ => None,
        }
    }

    /// Whether the visitor's plan has another side than the suggested one.
    #[must_use]
    pub fn differs(&self, alternative: Alternative) -> bool {
        self.accountable(alternative) != self.suggested[alternative.index()]
    }
}

/// The suggested sides, and what put the function on its side under co-managed.
fn suggestion(function: Option<&Function>, reading: &Reading, basis: SplitBasis) -> (PerAlternative<Side>, SplitCause) {
    // An own function starts with the internal side when the work is shared.
    let Some(function) = function else {
        return ([Side::Internal, Side::Internal, Side::Provider], SplitCause::Own);
    };
    let (co_managed, cause) = match basis {
        SplitBasis::Answers | SplitBasis::Later => decided(function, reading),
        SplitBasis::NobodyInside | SplitBasis::NotSaid => (function.co_managed, SplitCause::Usual),
    };
    ([function.in_house, co_managed, function.outsourced], cause)
}

/// The questions whose answers put a function on its side, each once.
fn answers(function: &Function, reading: &Reading, cause: SplitCause) -> Vec<QuestionId> {
    let known = |question| reading.get(question);
    let mut questions = Vec::new();
    let counts = |closeness: i8| match cause {
        SplitCause::Close => closeness > 0,
        SplitCause::Routine => closeness < 0,
        // In between, everything that moved it is a reason.
        SplitCause::TimeInside | SplitCause::NoTimeInside | SplitCause::EitherWay => true,
        SplitCause::Always | SplitCause::Usual | SplitCause::Own => false,
    };
    for modifier in function.modifiers.iter().filter(|m| counts(m.closeness) && m.when.holds(known)) {
        for test in modifier.when.tests().iter().filter(|test| test.holds(known)) {
            if !questions.contains(&test.question) {
                questions.push(test.question);
            }
        }
    }
    if matches!(cause, SplitCause::TimeInside | SplitCause::NoTimeInside) {
        questions.push(named::load::QUESTION);
    }
    questions
}

fn part(pattern: Pattern, accountable: PerAlternative<Side>) -> Option<PathPart> {
    let [_, shared, outsourced] = accountable;
    match pattern {
        Pattern::CoreAndCommodity if shared == Side::Internal => Some(PathPart::Core),
        Pattern::CoreAndCommodity => Some(PathPart::Routine),
        Pattern::OutsourceThenComanage if outsourced == Side::Provider && shared == Side::Internal => {
            Some(PathPart::Later)
        }
        Pattern::OutsourceThenComanage => Some(PathPart::Now),
        _ => None,
    }
}
