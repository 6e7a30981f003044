//! Whether the open answers could still change who leads.

use super::{Evaluation, Factors, Scores, ValueModel, shares};
use crate::response::{Priorities, Reading, ResponseSet};
use assessment::{ALTERNATIVES, Alternative, Assessment, QuestionId, json::Value};
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
        Self::under(assessment, &evaluation.reading, &evaluation.scores.weights)
    }

    /// The same for answers that are not evaluated.
    #[must_use]
    pub fn of_reading(assessment: &Assessment, reading: &Reading, priorities: &Priorities, factors: &Factors) -> Self {
        let scores = Scores::with_factors(assessment, &ValueModel::new(assessment), reading, priorities, factors);
        Self::under(assessment, reading, &scores.weights)
    }

    fn under(assessment: &Assessment, reading: &Reading, weights: &[f64]) -> Self {
        let study = shares::completions(assessment, reading);
        let shares = shares::checked(study.first_shares_under(weights));
        let mut leader = 0;
        for n in 1..ALTERNATIVES {
            if shares[n] > shares[leader] {
                leader = n;
            }
        }
        Self { leader: Alternative::from_index(leader), share: shares[leader] }
    }

    /// The same while questions are left, `open` in the order asked, if the visitor may be told: a scored question after the
    /// quick check is answered, so that there is a full result, and no answer that the completions leave out can block a
    /// model. `None` if not.
    #[must_use]
    pub fn before_the_end(
        assessment: &Assessment,
        reading: &Reading,
        priorities: &Priorities,
        factors: &Factors,
        open: &[QuestionId],
    ) -> Option<Self> {
        let is_early = |id: &QuestionId| assessment.quick.contains(id) || can_block_unscored(assessment, *id);
        let is_full = assessment.scored().any(|id| !assessment.quick.contains(&id) && reading.get(id).is_some());
        if !is_full || open.iter().any(is_early) || !open.iter().any(|id| assessment.question(*id).scored) {
            return None;
        }
        Some(Self::of_reading(assessment, reading, priorities, factors)).filter(|it| it.is_settled(assessment))
    }

    /// Whether the result almost certainly will not change.
    #[must_use]
    pub fn is_settled(&self, assessment: &Assessment) -> bool {
        reaches(self.share, assessment.settled.share, SHARE_EPSILON)
    }
}

/// Whether an answer can block a model although it is not scored. Completions draw only scored questions.
#[must_use]
pub fn can_block_unscored(assessment: &Assessment, question: QuestionId) -> bool {
    let mut blocking = assessment.gates.iter().filter(|gate| gate.blocks);
    !assessment.question(question).scored
        && blocking.any(|gate| gate.when.tests().iter().any(|test| test.question == question))
}

/// After how many questions the result was settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettledAfter {
    /// How many had been asked; at least one that is scored was left.
    pub questions: usize,
    /// How many there are.
    pub of: usize,
}

impl SettledAfter {
    /// `{ "questions": 14, "of": 28 }`, as reports and earlier results have it.
    #[must_use]
    pub fn value(self) -> Value {
        Value::object([("questions", Value::from(self.questions)), ("of", Value::from(self.of))])
    }

    /// Reads [`value`](Self::value). `None` if it is not like that.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let number = |name| value.get(name)?.as_small_integer().map(usize::from);
        let (questions, of) = (number("questions")?, number("of")?);
        (questions < of).then_some(Self { questions, of })
    }

    /// Takes the answers to the questions of a path away one by one, from the end, as long as the same model leads. `None` if
    /// the result is not settled, or was not before the last scored question. It is so at the
    /// earliest where [`before_the_end`](Settled::before_the_end) may say it.
    ///
    /// The path has the questions that apply, in the order asked, those of the quick check first.
    #[must_use]
    pub fn of(
        assessment: &Assessment,
        responses: &ResponseSet,
        priorities: &Priorities,
        factors: &Factors,
        path: &[QuestionId],
    ) -> Option<Self> {
        let leader_after = |n: usize| {
            let mut given = ResponseSet::new(assessment);
            for question in &path[..n] {
                given.set(*question, responses.get(*question));
            }
            let settled = Settled::of_reading(assessment, &Reading::of(assessment, &given), priorities, factors);
            settled.is_settled(assessment).then_some(settled.leader)
        };
        let is_early = |id: &QuestionId| assessment.quick.contains(id) || can_block_unscored(assessment, *id);
        let is_full = |id: &QuestionId| {
            assessment.question(*id).scored && !assessment.quick.contains(id) && responses.get(*id).is_some()
        };
        let first = path.iter().rposition(is_early).max(path.iter().position(is_full))? + 1;
        let last_scored = path.iter().rposition(|id| assessment.question(*id).scored)?;
        let leader = leader_after(path.len())?;
        let mut after = None;
        for n in (first..=last_scored).rev() {
            // Without an answer to the next one, it is as settled as with it.
            if responses.get(path[n]).is_some() && leader_after(n) != Some(leader) {
                break;
            }
            after = Some(Self { questions: n, of: path.len() });
        }
        after
    }
}
