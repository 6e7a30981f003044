//! Whether the open answers could still change who leads.

use super::{Evaluation, shares};
use assessment::{ALTERNATIVES, Alternative, Assessment};
use mcda::comparison::{SHARE_EPSILON, reaches};

/// The model that leads in most completions of the answers, by central weights and without noise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settled {
    /// The model that leads in most of them. It is never shown before the end.
    pub leader: Alternative,
    /// Share of the completions in which it leads, 0 to 1.
    pub share: f64,
}

impl Settled {
    /// Completes the open answers at random, each possible option equally likely.
    #[must_use]
    pub fn of(assessment: &Assessment, evaluation: &Evaluation) -> Self {
        let study = shares::completions(assessment, &evaluation.reading);
        let shares = shares::checked(study.first_shares_under(&evaluation.scores.weights));
        let mut leader = 0;
        for n in 1..ALTERNATIVES {
            if shares[n] > shares[leader] {
                leader = n;
            }
        }
        Self { leader: Alternative::from_index(leader), share: shares[leader] }
    }

    /// Whether the result almost certainly will not change.
    #[must_use]
    pub fn is_settled(&self, assessment: &Assessment) -> bool {
        reaches(self.share, assessment.settled.share, SHARE_EPSILON)
    }
}
