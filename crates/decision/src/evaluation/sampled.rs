//! The samples of one set of answers, cached so that a change of priorities only reweights them.

use super::{Evaluation, Factors, Shares, shares};
use crate::response::{Priorities, Reading};
use assessment::Assessment;
use mcda::Study;

/// The samples, independent of priorities: about 2.8 MB.
#[derive(Debug)]
pub struct Sampled {
    reading: Reading,
    factors: Factors,
    study: Study,
}

impl Sampled {
    /// Samples the answers.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: Reading) -> Self {
        Self::with_factors(assessment, reading, Factors::new(assessment))
    }

    /// Samples the answers with the operator's factors on the weights.
    #[must_use]
    pub fn with_factors(assessment: &Assessment, reading: Reading, factors: Factors) -> Self {
        Self { study: shares::study(assessment, &reading, &factors), reading, factors }
    }

    /// The answers that were sampled.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The evaluation under some priorities: the same as [`Evaluation::with_factors`], to the bit.
    #[must_use]
    pub fn evaluate(&self, assessment: &Assessment, priorities: &Priorities) -> Evaluation {
        let outcome = shares::checked(self.study.outcome(&priorities.numbers(), &assessment.index_range));
        let shares = Shares::from_outcome(&outcome);
        Evaluation::with_shares(assessment, self.reading.clone(), priorities.clone(), self.factors.clone(), shares)
    }
}
