//! Advice based on the result: the trap, the path, who does what, cost, roadmap, questions to ask a provider.
//!
//! The visitor's entries are in [`crate::worksheet`]. Nothing here affects the score.
//!
//! ```
//! use assessment::Assessment;
//! use decision::evaluation::Evaluation;
//! use decision::plan::{Pattern, Trap, TrapLevel, Split};
//! use decision::response::{Priorities, ResponseSet};
//!
//! let assessment = Assessment::standard();
//! let evaluation = Evaluation::of(assessment, &ResponseSet::new(assessment), &Priorities::new(assessment));
//! let trap = Trap::of(assessment, &evaluation);
//! assert_eq!(trap.level, TrapLevel::Unknown);
//! let split = Split::of(assessment, &evaluation.reading);
//! assert_eq!(Pattern::of(assessment, &evaluation, &trap, split.as_ref()), Pattern::Plain);
//! ```

pub mod cost;
pub mod duties;
mod gains;
mod gaps;
mod pattern;
mod responsibilities;
mod roadmap;
mod standing;
mod steps;
mod trap;

pub use gains::{Gain, PlanPart, gains};
pub use gaps::{ToAsk, questions_to_ask};
pub use pattern::Pattern;
pub use responsibilities::{Split, SplitCause};
pub use roadmap::{note_on_sector, notes_on_events};
pub use standing::{Advice, Standing, Today};
pub use steps::{AnyStep, StepProgress, StepRow, steps};
pub use trap::{Trap, TrapLevel};

use assessment::Assessment;

use crate::evaluation::Evaluation;

/// The parts of the plan that depend only on the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The half-way trap.
    pub trap: Trap,
    /// Who does what when the work is shared; `None` if nobody inside could do a part.
    pub split: Option<Split>,
    /// The path.
    pub pattern: Pattern,
}

impl Plan {
    #[must_use]
    pub fn of(assessment: &Assessment, evaluation: &Evaluation) -> Self {
        let trap = Trap::of(assessment, evaluation);
        let split = Split::of(assessment, &evaluation.reading);
        let pattern = Pattern::of(assessment, evaluation, &trap, split.as_ref());
        Self { trap, split, pattern }
    }
}
