//! How the site owner's factors change which model comes first, over sampled organizations.
//!
//! ```
//! use assessment::Assessment;
//! use decision::{evaluation::Factors, fairness::Fairness};
//!
//! let assessment = Assessment::standard();
//! let fairness = Fairness::of(assessment, &Factors::new(assessment));
//! assert_eq!(fairness.before, fairness.after);
//! assert_eq!(fairness.unreachable().count(), 0);
//! ```

use assessment::{ALTERNATIVES, Alternative, Assessment, OptionId, PerAlternative, QuestionId};
use mcda::random::SplitMix64;

use crate::{
    evaluation::{Factors, GateReport, Scores, ValueModel, best},
    response::{Priorities, Reading, ResponseSet},
};

/// How often each model comes first. The counts of all models add up to [`ORGANIZATIONS`], since a tie has one winner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fairness {
    /// With the published weights.
    pub before: PerAlternative<usize>,
    /// With the factors.
    pub after: PerAlternative<usize>,
    /// How many organizations have another model first with the factors.
    pub changed: usize,
}

/// The number of sampled organizations.
pub const ORGANIZATIONS: usize = 10_000;

impl Fairness {
    /// Samples organizations that answer every scored question, each option equally likely, with default priorities. First is
    /// the viable model with the largest central score, and among equals the first in model order.
    #[must_use]
    pub fn of(assessment: &Assessment, factors: &Factors) -> Self {
        let (values, priorities, published) =
            (ValueModel::new(assessment), Priorities::new(assessment), Factors::new(assessment));
        let mut fairness = Self { before: [0; ALTERNATIVES], after: [0; ALTERNATIVES], changed: 0 };
        for reading in organizations(assessment) {
            let viable = GateReport::of(assessment, &reading).viable();
            let first = |factors: &Factors| {
                best(&viable, &Scores::with_factors(assessment, &values, &reading, &priorities, factors).total)
            };
            let (before, after) = (first(&published), first(factors));
            fairness.before[before.index()] += 1;
            fairness.after[after.index()] += 1;
            fairness.changed += usize::from(before != after);
        }
        fairness
    }

    /// The models that come first in more than half of the organizations with the factors; at most one.
    pub fn dominant(&self) -> impl Iterator<Item = Alternative> {
        Alternative::ALL.into_iter().filter(|model| self.after[model.index()] * 2 > ORGANIZATIONS)
    }

    /// The models that come first for some organization with the published weights, and for none with the factors.
    pub fn unreachable(&self) -> impl Iterator<Item = Alternative> {
        Alternative::ALL.into_iter().filter(|model| self.before[model.index()] > 0 && self.after[model.index()] == 0)
    }
}

/// The known answers of each organization. Answers are drawn in the order asked, one number for each scored question, also if
/// it is not asked of the organization.
fn organizations(assessment: &Assessment) -> impl Iterator<Item = Reading> {
    let stream = SplitMix64::new(assessment.sampling.seed);
    let scored: Vec<QuestionId> = assessment.scored().collect();
    let nothing = Reading::of(assessment, &ResponseSet::new(assessment));
    (0..ORGANIZATIONS).map(move |n| {
        let answer = |(m, question): (usize, &QuestionId)| {
            let options = assessment.question(*question).options.len();
            let drawn = stream.unit_at((n * scored.len() + m) as u64) * options as f64;
            (*question, OptionId::from_index(drawn as usize))
        };
        let answers: Vec<_> = scored.iter().enumerate().map(answer).collect();
        nothing.with(assessment, &answers)
    })
}
