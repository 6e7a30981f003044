//! Shares over all weightings that agree with the priorities (SMAA-2), by the reference sampler.
//!
//! This module translates the content to [`mcda`], which does the sampling.

use super::{Factors, ValueModel};
use crate::response::{Priorities, Reading, compatible_options};
use assessment::{
    ALTERNATIVES, Alternative, Assessment, Condition, ItemId, PerAlternative, Performance, QuestionId, Test,
};
use mcda::{Attribute, Exclusion, Learning, Model, ModelParts, Outcome, Sampling, Study, Variable, outcome_of};

/// Item weights are multiplied by 0.5 to 1.5 in each sample.
const WEIGHT_SPREAD: f64 = 0.5;

/// Shares of the samples, each from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// First-rank share of each alternative.
    pub first: PerAlternative<f64>,
    /// The same with gates ignored.
    pub ungated_first: PerAlternative<f64>,
    pub ranks: PerAlternative<PerAlternative<f64>>,
    /// Share in which the first index is ahead of the second.
    pub pairwise: PerAlternative<PerAlternative<f64>>,
    /// Mean weights of the samples in which the alternative is first; `None` if it never is.
    pub central_weights: PerAlternative<Option<Vec<f64>>>,
    /// 5th and 95th percentile of the index, gates ignored.
    pub index_range: PerAlternative<[f64; 2]>,
    /// Mean of what an alternative falls short of the best, over the samples in which it is not blocked.
    pub regret: PerAlternative<Option<f64>>,
}

impl Shares {
    /// Samples the decision.
    #[must_use]
    pub fn of(
        assessment: &Assessment,
        values: &ValueModel,
        reading: &Reading,
        priorities: &Priorities,
        factors: &Factors,
    ) -> Self {
        let model = decision_model(assessment, values, reading, Uncertainty::Full(factors));
        let outcome = checked(outcome_of(&model, &priorities.numbers(), sampling(assessment), &assessment.index_range));
        Self::from_outcome(&outcome)
    }

    pub(super) fn from_outcome(Outcome { acceptability, score_percentiles }: &Outcome) -> Self {
        let ungated = acceptability.first_shares_ignoring_exclusions();
        let each = Alternative::ALL.map(Alternative::index);
        Self {
            first: each.map(|a| acceptability.ranks(a)[0]),
            ungated_first: each.map(|a| ungated[a]),
            ranks: each.map(|a| each.map(|rank| acceptability.ranks(a)[rank])),
            pairwise: each.map(|a| each.map(|b| acceptability.wins(a, b))),
            central_weights: each.map(|a| acceptability.central_weights(a).map(<[f64]>::to_vec)),
            index_range: each.map(|a| [0, 1].map(|end| 50.0 + 50.0 * score_percentiles[a][end])),
            regret: each.map(|a| acceptability.regret(a)),
        }
    }
}

/// The samples of an evaluation without the weights of the dimensions, which depend on the priorities.
pub(super) fn study(assessment: &Assessment, reading: &Reading, factors: &Factors) -> Study {
    let model = decision_model(assessment, &ValueModel::new(assessment), reading, Uncertainty::Full(factors));
    checked(Study::sample(&model, sampling(assessment)))
}

/// Completions of the open answers, with nothing else uncertain.
pub(super) fn completions(assessment: &Assessment, reading: &Reading) -> Study {
    let model = decision_model(assessment, &ValueModel::new(assessment), reading, Uncertainty::OpenAnswers);
    let sampling = Sampling { samples: assessment.settled.samples, seed: assessment.sampling.seed };
    checked(Study::sample(&model, sampling))
}

fn sampling(assessment: &Assessment) -> Sampling {
    Sampling { samples: assessment.sampling.samples, seed: assessment.sampling.seed }
}

/// A study of how answers to open questions would change the shares, with the smaller number of samples.
#[must_use]
pub fn learning_study(
    assessment: &Assessment,
    reading: &Reading,
    priorities: &Priorities,
    factors: &Factors,
) -> Learning {
    let model = decision_model(assessment, &ValueModel::new(assessment), reading, Uncertainty::Full(factors));
    let sampling = Sampling { samples: assessment.sampling.next_question_samples, seed: assessment.sampling.seed };
    checked(Learning::sample(&model, &priorities.numbers(), sampling))
}

/// The possible options of each scored question, in the order asked, which is the sampler's layout.
pub(crate) fn variables(assessment: &Assessment, reading: &Reading) -> Vec<Variable> {
    assessment
        .scored()
        .map(|question| match reading.get(question) {
            Some(option) => Variable::Known(option.index()),
            None => Variable::Unknown(
                compatible_options(assessment, question, reading).iter().map(|option| option.index()).collect(),
            ),
        })
        .collect()
}

/// The uncertainty in addition to the weights of the dimensions.
#[derive(Clone, Copy)]
enum Uncertainty<'a> {
    /// Open answers, levels and item weights; the weights of the dimensions are multiplied by the factors.
    Full(&'a Factors),
    /// Open answers only.
    OpenAnswers,
}

fn decision_model(
    assessment: &Assessment,
    values: &ValueModel,
    reading: &Reading,
    uncertainty: Uncertainty<'_>,
) -> Model {
    let (noise, weight_spread, factors) = match uncertainty {
        Uncertainty::Full(factors) => (assessment.sampling.noise, WEIGHT_SPREAD, factors.numbers().to_vec()),
        Uncertainty::OpenAnswers => (0.0, 0.0, Vec::new()),
    };
    let scored: Vec<QuestionId> = assessment.scored().collect();
    let variable = |question: QuestionId| scored.iter().position(|q| *q == question);
    let attributes = assessment.items.iter().enumerate().map(|(n, item)| {
        let id = ItemId::from_index(n);
        let table = |levels: &[PerAlternative<u8>]| {
            levels.iter().flat_map(|level| values.center(id, level.map(f64::from))).collect()
        };
        let position = |question| variable(question).unwrap_or_default();
        let performance = match item.performance {
            Performance::Profile(level) => mcda::Performance::Fixed(values.center(id, level.map(f64::from)).to_vec()),
            Performance::Levels { question, levels } => {
                mcda::Performance::ByOne { variable: position(question), table: table(levels) }
            }
            Performance::Table { first, second, columns, levels, .. } => mcda::Performance::ByTwo {
                first: position(first),
                second: position(second),
                second_states: columns,
                table: table(levels),
            },
        };
        Attribute { criterion: item.dimension.index(), weight: item.weight, performance }
    });
    let exclusions = assessment.gates.iter().filter(|gate| gate.blocks).map(|gate| Exclusion {
        alternative: gate.alternative.index(),
        clauses: clauses(gate.when, reading, variable),
    });
    checked(Model::new(ModelParts {
        alternatives: ALTERNATIVES,
        criteria: assessment.dimensions.len(),
        variables: variables(assessment, reading),
        attributes: attributes.collect(),
        exclusions: exclusions.collect(),
        noise,
        weight_spread,
        factors,
    }))
}

/// A condition as clauses over the variables. An unscored question is not a variable: its known answer decides the test,
/// and an open one fails it.
fn clauses(
    condition: Condition,
    reading: &Reading,
    variable: impl Fn(QuestionId) -> Option<usize>,
) -> Vec<Vec<mcda::Condition>> {
    enum Part {
        Never,
        Always,
        If(mcda::Condition),
    }
    let part = |test: &Test| match variable(test.question) {
        Some(variable) => Part::If(mcda::Condition { variable, states: u64::from(test.options.0) }),
        None if test.holds(|id| reading.get(id)) => Part::Always,
        None => Part::Never,
    };
    match condition {
        Condition::Any(tests) => tests
            .iter()
            .filter_map(|test| match part(test) {
                Part::Never => None,
                Part::Always => Some(Vec::new()),
                Part::If(condition) => Some(vec![condition]),
            })
            .collect(),
        Condition::All(tests) => {
            let mut clause = Vec::new();
            for test in tests {
                match part(test) {
                    Part::Never => return Vec::new(),
                    Part::Always => {}
                    Part::If(condition) => clause.push(condition),
                }
            }
            vec![clause]
        }
    }
}

/// The model comes from checked content, so an error here is a bug. The error is not printed, because that would ship number
/// formatting.
pub(crate) fn checked<T>(result: Result<T, mcda::Error>) -> T {
    match result {
        Ok(value) => value,
        Err(_) => unreachable!("checked content makes a valid model"),
    }
}
