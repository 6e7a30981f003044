//! The samples of one set of answers, kept so that other priorities cost the weighing alone.

use super::{Evaluation, Shares, shares};
use crate::response::{Priorities, Reading};
use assessment::Assessment;
use mcda::Study;

/// What the answers make of each sample, whatever the priorities: about 2.8 MB.
#[derive(Debug)]
pub struct Sampled {
    reading: Reading,
    study: Study,
}

impl Sampled {
    /// Samples the answers.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: Reading) -> Self {
        Self { study: shares::study(assessment, &reading), reading }
    }

    /// The answers that were sampled.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The evaluation under some priorities: the same as [`Evaluation::of_reading`], to the bit.
    #[must_use]
    pub fn evaluate(&self, assessment: &Assessment, priorities: &Priorities) -> Evaluation {
        let outcome = shares::checked(self.study.outcome(&priorities.numbers(), &assessment.index_range));
        let shares = Shares::from_outcome(&outcome);
        Evaluation::with_shares(assessment, self.reading.clone(), priorities.clone(), shares)
    }
}
