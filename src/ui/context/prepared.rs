//! The evaluation, computed ahead of the result.

use std::sync::OnceLock;

use assessment::Assessment;
use decision::{
    evaluation::{Evaluation, Factors, Sampled, Verdict},
    explanation::{Flips, NextQuestion, next_questions},
    response::Reading,
};
use session::Session;

/// An evaluation with its explanations.
pub struct Prepared {
    pub evaluation: Evaluation,
    next: OnceLock<Vec<NextQuestion>>,
    /// The most expensive part; only the full result shows it.
    flips: OnceLock<Flips>,
}

impl Prepared {
    /// Uses `sampled` if it has the same answers. Its factors are the same.
    pub(super) fn of(session: &Session, sampled: Option<&Sampled>, factors: Factors) -> Self {
        let assessment = session.assessment();
        let reading = Reading::of(assessment, session.responses());
        let priorities = session.priorities();
        let evaluation = match sampled.filter(|sampled| *sampled.reading() == reading) {
            Some(sampled) => sampled.evaluate(assessment, priorities),
            None => Evaluation::with_factors(assessment, reading, priorities.clone(), factors),
        };
        Self { evaluation, next: OnceLock::new(), flips: OnceLock::new() }
    }

    /// Whether there are enough answers for the full result.
    pub fn is_full(&self) -> bool {
        !self.evaluation.quick_only && self.evaluation.verdict != Verdict::Insufficient
    }

    /// Computes the explanations that the result will show.
    pub(super) fn explain(&self, assessment: &Assessment) {
        let _ = self.next(assessment);
        if self.is_full() {
            let _ = self.flips(assessment);
        }
    }

    /// The open questions, most influential first.
    pub fn next(&self, assessment: &Assessment) -> &[NextQuestion] {
        self.next.get_or_init(|| next_questions(assessment, &self.evaluation))
    }

    pub fn flips(&self, assessment: &Assessment) -> &Flips {
        self.flips.get_or_init(|| Flips::of(assessment, &self.evaluation))
    }
}
