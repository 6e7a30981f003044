//! From answers to scores, shares, status and verdict. The mathematics is in `docs/method.md`.
//!
//! Words kept apart: a *performance* is how an alternative does on an item (a level, 0 to 4); a *value* is the level after
//! centering, called evidence; a *score* is the weighted sum. Nothing here explains or advises.
//!
//! ```
//! use assessment::Assessment;
//! use decision::evaluation::{Evaluation, Verdict};
//! use decision::response::{Priorities, ResponseSet};
//!
//! let assessment = Assessment::standard();
//! let evaluation = Evaluation::of(assessment, &ResponseSet::new(assessment), &Priorities::new(assessment));
//! assert_eq!(evaluation.verdict, Verdict::Insufficient);
//! ```

mod factors;
mod gates;
mod sampled;
mod scores;
mod settled;
mod shares;
mod values;
mod verdict;

pub use factors::Factors;
pub use gates::{GateReport, Status};
pub use sampled::Sampled;
pub use scores::Scores;
pub use settled::{Settled, SettledAfter, can_block_unscored};
pub use shares::{Shares, learning_study};
pub(crate) use shares::{checked, variables};
pub(crate) use values::is_answered;
pub use values::{Evidence, ValueModel};
pub use verdict::Verdict;

use assessment::{ALTERNATIVES, Alternative, Assessment, PerAlternative};

use crate::response::{Priorities, Reading, ResponseSet};
use mcda::comparison::{SHARE_EPSILON, best_of, reaches};

/// Everything that follows from the answers and priorities by arithmetic.
#[derive(Debug, Clone)]
pub struct Evaluation {
    /// The known answers.
    pub reading: Reading,
    /// The priorities it was made under.
    pub priorities: Priorities,
    /// The operator's factors it was made under.
    pub factors: Factors,
    /// Evidence, weights and scores without uncertainty.
    pub scores: Scores,
    /// Shares over all weightings.
    pub shares: Shares,
    /// Which rules hold.
    pub gates: GateReport,
    /// The viable alternative that comes first most often.
    pub leader: Alternative,
    /// The viable alternative other than the leader with the largest score; if there is none, the best of the others.
    pub runner_up: Alternative,
    /// The viable alternative with the largest score; in a close result it can differ from the leader.
    pub central_leader: Alternative,
    pub verdict: Verdict,
    /// Every answered scored question is one of the quick check.
    pub quick_only: bool,
    /// One viable alternative is left.
    pub by_elimination: bool,
    /// Answered scored questions that apply.
    pub answered: usize,
    /// Scored questions that apply.
    pub applicable: usize,
}

impl Evaluation {
    /// The leader, then the others by how often they come first, blocked ones last. The second can differ from
    /// [`runner_up`](Self::runner_up), which is by score and decides if two come first equally often.
    #[must_use]
    pub fn ranked(&self) -> PerAlternative<Alternative> {
        let [a, b] = self.leader.others();
        let is_blocked = |model| self.gates.of_alternative(model) == Status::Blocked;
        let share = |model: Alternative| if is_blocked(model) { -1.0 } else { self.shares.first[model.index()] };
        let is_level = share(a) == share(b) && !is_blocked(a);
        let b_is_second = if is_level { self.runner_up == b } else { share(b) > share(a) };
        if b_is_second { [self.leader, b, a] } else { [self.leader, a, b] }
    }

    /// The second of [`ranked`](Self::ranked).
    #[must_use]
    pub fn second(&self) -> Alternative {
        let [_, second, _] = self.ranked();
        second
    }

    /// Whether the result has this model in front: the leader, and if it is too close to call also the second.
    #[must_use]
    pub fn is_in_front(&self, model: Alternative) -> bool {
        self.leader == model || self.verdict == Verdict::Close && self.second() == model
    }

    /// How many more answers a result takes.
    #[must_use]
    pub const fn missing(&self, assessment: &Assessment) -> usize {
        assessment.verdict.least_answered.saturating_sub(self.answered)
    }

    /// Whether so few questions are answered that a result cannot be clear.
    #[must_use]
    pub fn is_partial(&self, assessment: &Assessment) -> bool {
        !verdict::can_be_clear(&assessment.verdict, self.answered, self.applicable)
    }

    /// Evaluates responses.
    #[must_use]
    pub fn of(assessment: &Assessment, responses: &ResponseSet, priorities: &Priorities) -> Self {
        Self::of_reading(assessment, Reading::of(assessment, responses), priorities.clone())
    }

    /// Evaluates known answers.
    #[must_use]
    pub fn of_reading(assessment: &Assessment, reading: Reading, priorities: Priorities) -> Self {
        Self::with_factors(assessment, reading, priorities, Factors::new(assessment))
    }

    /// Evaluates known answers with the operator's factors on the weights.
    #[must_use]
    pub fn with_factors(assessment: &Assessment, reading: Reading, priorities: Priorities, factors: Factors) -> Self {
        let shares = Shares::of(assessment, &ValueModel::new(assessment), &reading, &priorities, &factors);
        Self::with_shares(assessment, reading, priorities, factors, shares)
    }

    /// What follows from the answers and priorities once the shares are known.
    fn with_shares(
        assessment: &Assessment,
        reading: Reading,
        priorities: Priorities,
        factors: Factors,
        shares: Shares,
    ) -> Self {
        let values = ValueModel::new(assessment);
        let scores = Scores::with_factors(assessment, &values, &reading, &priorities, &factors);
        let gates = GateReport::of(assessment, &reading);
        let viable = gates.viable();
        let leader = leader(&viable, &shares.first, &scores.total);
        let others = leader.others();
        let viable_others: Vec<Alternative> = others.into_iter().filter(|a| viable.contains(a)).collect();
        let runner_up = best(if viable_others.is_empty() { &others } else { &viable_others }, &scores.total);
        let applicable = reading.applicable(assessment);
        let answered: Vec<_> = applicable.iter().copied().filter(|id| reading.get(*id).is_some()).collect();
        let quick_only = answered.iter().all(|id| assessment.quick.contains(id));
        let verdict = verdict::judge(
            &assessment.verdict,
            &verdict::Facts {
                answered: answered.len(),
                applicable: applicable.len(),
                quick_only,
                conflict: gates.conflict,
                viable: viable.len(),
                share: shares.first[leader.index()],
                ungated_share: shares.ungated_first[leader.index()],
            },
        );
        Self {
            central_leader: best(&viable, &scores.total),
            by_elimination: viable.len() == 1,
            answered: answered.len(),
            applicable: applicable.len(),
            reading,
            priorities,
            factors,
            scores,
            shares,
            gates,
            leader,
            runner_up,
            verdict,
            quick_only,
        }
    }

    /// Central score of the leader less that of the runner-up.
    #[must_use]
    pub fn gap(&self) -> f64 {
        self.scores.total[self.leader.index()] - self.scores.total[self.runner_up.index()]
    }

    /// The alternative that would come first most often if nothing were ruled out.
    #[must_use]
    pub fn ungated_leader(&self) -> Alternative {
        best(&Alternative::ALL, &self.shares.ungated_first)
    }

    /// Answered scored questions over the scored questions that apply, 0 to 1.
    #[must_use]
    pub fn answered_share(&self) -> f64 {
        self.answered as f64 / self.applicable as f64
    }

    /// Index of each alternative: 50 + 50 times its score, rounded half up.
    #[must_use]
    pub fn index(&self) -> PerAlternative<i32> {
        self.scores.total.map(|score| round_half_up(50.0 + 50.0 * score))
    }
}

/// `floor(x + 0.5 + 1e-9)`: a half that rounding errors have made a little less still rounds up.
#[must_use]
pub fn round_half_up(x: f64) -> i32 {
    (x + 0.5 + 1e-9).floor() as i32
}

/// The first of the candidates that no other exceeds.
pub(crate) fn best(candidates: &[Alternative], values: &PerAlternative<f64>) -> Alternative {
    let indices: Vec<usize> = candidates.iter().map(|a| a.index()).collect();
    best_of(&indices, values).map_or(Alternative::InHouse, Alternative::from_index)
}

/// The viable alternative that comes first most often; among equals the one with the larger score.
fn leader(viable: &[Alternative], first: &PerAlternative<f64>, scores: &PerAlternative<f64>) -> Alternative {
    let top = viable.iter().map(|a| first[a.index()]).fold(f64::NEG_INFINITY, f64::max);
    let tied: Vec<Alternative> =
        viable.iter().copied().filter(|a| reaches(first[a.index()], top, SHARE_EPSILON)).collect();
    best(&tied, scores)
}

/// Adds two triples.
pub(crate) fn add(a: PerAlternative<f64>, b: PerAlternative<f64>) -> PerAlternative<f64> {
    core::array::from_fn::<_, ALTERNATIVES, _>(|n| a[n] + b[n])
}
