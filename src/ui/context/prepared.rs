//! What is computed before it is looked at.

use std::sync::OnceLock;

use assessment::Assessment;

use decision::{
    evaluation::{Evaluation, Sampled, Verdict},
    explanation::{Flips, NextQuestion, next_questions},
    response::Reading,
};

use session::Session;

/// What the screens after the questions show.
pub struct Prepared {
    /// The evaluation of what was said.
    pub evaluation: Evaluation,
    /// The open questions; computed when they are asked for.
    next: OnceLock<Vec<NextQuestion>>,
    /// What would change the result; the dearest part, and only the full result shows it.
    flips: OnceLock<Flips>,
}

impl Prepared {
    /// Computes it, from samples of the same answers if there are some.
    pub(super) fn of(session: &Session, sampled: Option<&Sampled>) -> Self {
        let assessment = session.assessment();
        let reading = Reading::of(assessment, session.responses());
        let priorities = session.priorities();
        let evaluation = match sampled.filter(|sampled| *sampled.reading() == reading) {
            Some(sampled) => sampled.evaluate(assessment, priorities),
            None => Evaluation::of_reading(assessment, reading, priorities.clone()),
        };
        Self { evaluation, next: OnceLock::new(), flips: OnceLock::new() }
    }

    /// Whether there is enough for more than a first result.
    pub fn is_full(&self) -> bool {
        !self.evaluation.quick_only && self.evaluation.verdict != Verdict::Insufficient
    }

    /// Computes what the result will show.
    pub(super) fn explain(&self, assessment: &Assessment) {
        let _ = self.next(assessment);
        if self.is_full() {
            let _ = self.flips(assessment);
        }
    }

    /// The open questions, the one that would move most first.
    pub fn next(&self, assessment: &Assessment) -> &[NextQuestion] {
        self.next.get_or_init(|| next_questions(assessment, &self.evaluation))
    }

    /// What would change the result.
    pub fn flips(&self, assessment: &Assessment) -> &Flips {
        self.flips.get_or_init(|| Flips::of(assessment, &self.evaluation))
    }
}
