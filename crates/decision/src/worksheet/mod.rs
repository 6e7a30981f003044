//! The visitor's plan entries: who does what, cost figures, steps, scorecard, notes on questions to ask.
//!
//! Suggestions, and what follows from both, are in [`crate::plan`]. Entries do not affect the score. Each part has one enum
//! of changes and one function that applies or refuses them, so a [`Worksheet`] is always within bounds, wherever it was
//! read from.
//!
//! | module | concern |
//! |---|---|
//! | `duties` | who does what, today and under each model |
//! | `figures` | inputs of the cost model |
//! | `steps` | the roadmap: done, dates, owners, own steps |
//! | `scorecard` | five measures: today, target, now, review |
//! | `questions` | questions to ask: ticks, notes, three providers |
//! | `calendar_date` | a day without a clock |
//! | `refusal` | why an entry is refused |
//!
//! ```
//! use assessment::{Assessment, named::step};
//! use decision::worksheet::{EntryRefusal, StepChange, StepKey, Worksheet};
//!
//! let assessment = Assessment::standard();
//! let mut worksheet = Worksheet::new(assessment);
//! let goals = StepKey::Suggested(step::GOALS);
//! worksheet.steps.apply(assessment, StepChange::Owner(goals, "Ana".to_owned()))?;
//! assert!(!worksheet.is_empty());
//! # Ok::<(), EntryRefusal>(())
//! ```

mod calendar_date;
mod duties;
mod figures;
mod percent;
mod questions;
mod refusal;
mod scorecard;
mod steps;

pub use calendar_date::CalendarDate;
pub use duties::{Doer, Duties, DutyChange, DutyEntry, DutyId, LONGEST_DUTY, MOST_OWN_DUTIES};
pub use figures::{Field, FigureChange, FigureFault, FigureProblem, Figures, Range};
pub(crate) use percent::percent;
pub use questions::{
    LONGEST_ANSWER, LONGEST_PROVIDER, MOST_PROVIDERS, Mark, ProviderAnswer, QuestionChange, QuestionEntries,
    QuestionEntry,
};
pub use refusal::EntryRefusal;
pub use scorecard::{DECIMALS, Decimal, MeasureEntry, MeasureWarning, ScorecardChange, ScorecardEntries, bounds};
pub use steps::{
    LAST_MONTH, LONGEST_OWNER, LONGEST_STEP, MOST_OWN_STEPS, OwnStep, StepChange, StepEntries, StepEntry, StepKey,
};

use assessment::Assessment;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 500;

/// Everything that was entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Worksheet {
    /// Who does what.
    pub duties: Duties,
    /// Figures of cost.
    pub figures: Figures,
    /// The roadmap.
    pub steps: StepEntries,
    pub scorecard: ScorecardEntries,
    /// Notes on the questions to ask.
    pub questions: QuestionEntries,
}

impl Worksheet {
    /// Nothing entered yet.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        Self {
            duties: Duties::new(assessment),
            figures: Figures::default(),
            steps: StepEntries::default(),
            scorecard: ScorecardEntries::new(assessment),
            questions: QuestionEntries::default(),
        }
    }

    /// Whether nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.duties.is_as_suggested()
            && self.figures.is_empty()
            && self.steps.is_empty()
            && self.scorecard.is_empty()
            && self.questions.is_empty()
    }
}
