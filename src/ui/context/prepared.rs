//! The evaluation, computed ahead of the result.

use std::sync::OnceLock;

use assessment::{Assessment, QuestionId};
use decision::{
    evaluation::{Evaluation, Factors, Sampled, SettledAfter, Verdict},
    explanation::{Flips, NextQuestion, next_questions},
    response::{Reading, ResponseSet},
};
use session::{Course, Session};

/// An evaluation with its explanations.
pub struct Prepared {
    pub evaluation: Evaluation,
    responses: ResponseSet,
    /// The questions of the full course; `None` on the quick one.
    path: Option<Vec<QuestionId>>,
    next: OnceLock<Vec<NextQuestion>>,
    settled_after: OnceLock<Option<SettledAfter>>,
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
        Self {
            evaluation,
            responses: session.responses().clone(),
            path: (session.course() == Course::Full).then(|| session.path()),
            next: OnceLock::new(),
            settled_after: OnceLock::new(),
            flips: OnceLock::new(),
        }
    }

    /// Whether there are enough answers for the full result.
    pub fn is_full(&self) -> bool {
        !self.evaluation.quick_only && self.evaluation.verdict != Verdict::Insufficient
    }

    /// Computes the explanations that the result will show.
    pub(super) fn explain(&self, assessment: &Assessment) {
        let _ = self.next(assessment);
        if self.is_full() {
            let _ = (self.settled_after(), self.flips(assessment));
        }
    }

    /// The open questions, most influential first.
    pub fn next(&self, assessment: &Assessment) -> &[NextQuestion] {
        self.next.get_or_init(|| next_questions(assessment, &self.evaluation))
    }

    /// After how many questions of the full course the result was settled.
    pub fn settled_after(&self) -> Option<SettledAfter> {
        let Evaluation { priorities, factors, .. } = &self.evaluation;
        *self.settled_after.get_or_init(|| {
            SettledAfter::of(Assessment::standard(), &self.responses, priorities, factors, self.path.as_ref()?)
        })
    }

    pub fn flips(&self, assessment: &Assessment) -> &Flips {
        self.flips.get_or_init(|| Flips::of(assessment, &self.evaluation))
    }
}
