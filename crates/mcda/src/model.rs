//! The model: alternatives, criteria, the attributes under each criterion, and the variables they depend on.
//!
//! Two levels are added up: the performances of an attribute's alternatives, weighted inside its criterion, and the
//! criteria, whose weights are unknown and not part of the model. What is not known is a [`Variable`] with equally likely
//! states. [`Model::new`] checks everything once; what works on a model afterwards need not check again.
//!
//! ```
//! use mcda::{Attribute, Model, ModelParts, Performance, Variable};
//!
//! // Two ways to work, one criterion; rain, which is open, makes the bicycle worse.
//! let model = Model::new(ModelParts {
//!     alternatives: 2,
//!     criteria: 1,
//!     variables: vec![Variable::Unknown(vec![0, 1])],
//!     attributes: vec![Attribute {
//!         criterion: 0,
//!         weight: 1.0,
//!         performance: Performance::ByOne { variable: 0, table: vec![1.0, 0.0, -1.0, 0.0] },
//!     }],
//!     ..ModelParts::default()
//! })?;
//! assert_eq!(model.draws_per_sample(), 0 + 1 + 1 + 2 + 1);
//! # Ok::<(), mcda::Error>(())
//! ```

use crate::error::{Error, Problem};
use crate::size::Size;

/// A discrete chance variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Variable {
    /// It is in this state.
    Known(usize),
    /// It is in one of these states, all equally likely. The order is that in which uniform numbers are read: `u` picks the
    /// state at `floor(u * count)`.
    Unknown(Vec<usize>),
}

impl Variable {
    /// The states that the variable can be in.
    #[must_use]
    pub fn states(&self) -> &[usize] {
        match self {
            Self::Known(state) => std::slice::from_ref(state),
            Self::Unknown(states) => states,
        }
    }
}

/// How the alternatives perform on an attribute, on a scale on which 0 says nothing and which is about -1 to 1 wide: an
/// excluded alternative is ranked by its score less 10, which has to be behind every other score.
#[derive(Clone, Debug, PartialEq)]
pub enum Performance {
    /// One number per alternative.
    Fixed(Vec<f64>),
    /// One number per state of a variable and alternative, alternatives inside.
    ByOne {
        /// Index of the variable.
        variable: usize,
        /// states × alternatives.
        table: Vec<f64>,
    },
    /// One number per combination of two variables' states and alternative, alternatives innermost.
    ByTwo {
        /// Index of the outer variable.
        first: usize,
        /// Index of the inner variable.
        second: usize,
        /// Number of states of the inner variable.
        second_states: usize,
        /// first states × second states × alternatives.
        table: Vec<f64>,
    },
}

/// The lower level of the model: one measurable side of a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// Index of the criterion it belongs to.
    pub criterion: usize,
    /// Weight inside the criterion, above 0; the shares are normalized over the criterion's attributes.
    pub weight: f64,
    /// What it says about the alternatives.
    pub performance: Performance,
}

/// When an alternative is out of the question: in every sample in which all conditions of one of the clauses hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// Index of the alternative.
    pub alternative: usize,
    /// One of them is enough; a clause without conditions always holds.
    pub clauses: Vec<Vec<Condition>>,
}

/// A variable is in one of some states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Index of the variable.
    pub variable: usize,
    /// A bit per state, bit 0 for state 0. Without a bit the condition never holds.
    pub states: u64,
}

impl Condition {
    /// The condition that `variable` is in one of `states`. States above 63 are ignored: no variable can have them.
    #[must_use]
    pub fn new(variable: usize, states: &[usize]) -> Self {
        let bits = states.iter().filter(|&&state| state <= LARGEST_STATE);
        Self { variable, states: bits.fold(0, |set, &state| set | 1 << state) }
    }

    pub(crate) fn holds(&self, state: u8) -> bool {
        self.states >> (state & 63) & 1 == 1
    }
}

/// The parts of a model, before they are checked. Start from the default, which has no parts, and fill in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelParts {
    /// Number of alternatives, at least 2.
    pub alternatives: usize,
    /// Number of criteria, at least 1.
    pub criteria: usize,
    /// What the performances and exclusions depend on.
    pub variables: Vec<Variable>,
    /// At least one per criterion.
    pub attributes: Vec<Attribute>,
    /// When an alternative is out of the question. If all are excluded in a sample, none is.
    pub exclusions: Vec<Exclusion>,
    /// Half width of the uniform noise on every performance, in their unit; 0 for none.
    pub noise: f64,
    /// Spread of the attribute weights: in a sample each is multiplied by a uniform factor between `1 - spread` and `1 +
    /// spread`. From 0, for none, to below 1.
    pub weight_spread: f64,
    /// A factor on the weight of each criterion, above 0; see [`apply_factors`](crate::weights::apply_factors). Empty for
    /// none.
    pub factors: Vec<f64>,
}

/// A model that has been checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    parts: ModelParts,
}

const LARGEST_STATE: usize = 63;
const MOST_STATES: usize = LARGEST_STATE + 1;

impl Model {
    /// Checks the parts.
    ///
    /// # Errors
    /// Every [`Problem`] of the parts. Sizes are limited: 16 alternatives and 32 criteria, or 3 and 8 without the feature
    /// `large`.
    pub fn new(parts: ModelParts) -> Result<Self, Error> {
        let mut problems = Vec::new();
        check_size(&parts, &mut problems);
        for (index, variable) in parts.variables.iter().enumerate() {
            check_states(index, variable, &mut problems);
        }
        for (index, attribute) in parts.attributes.iter().enumerate() {
            check_attribute(&parts, index, attribute, &mut problems);
        }
        for criterion in 0..parts.criteria {
            if parts.attributes.iter().all(|attribute| attribute.criterion != criterion) {
                problems.push(Problem::CriterionWithoutAttribute { criterion });
            }
        }
        check_exclusions(&parts, &mut problems);
        if !(parts.noise >= 0.0 && parts.noise.is_finite()) {
            problems.push(Problem::Noise { given: parts.noise });
        }
        if !(0.0..1.0).contains(&parts.weight_spread) {
            problems.push(Problem::WeightSpread { given: parts.weight_spread });
        }
        check_factors(&parts, &mut problems);
        Error::unless_empty(problems)?;
        Ok(Self { parts })
    }

    /// What the model is made of.
    #[must_use]
    pub fn parts(&self) -> &ModelParts {
        &self.parts
    }

    /// How many uniform numbers a sample has: `criteria - 1` for weights, `criteria` keys, one per attribute for its
    /// weight, attributes × alternatives for noise (alternatives inside), and one per variable. All have their place in the
    /// stream, used or not, so that an answer never changes the luck of the others.
    #[must_use]
    pub fn draws_per_sample(&self) -> u64 {
        self.first_variable_draw() + self.parts.variables.len() as u64
    }

    pub(crate) fn first_attribute_draw(&self) -> u64 {
        2 * self.parts.criteria as u64 - 1
    }

    pub(crate) fn first_noise_draw(&self) -> u64 {
        self.first_attribute_draw() + self.parts.attributes.len() as u64
    }

    pub(crate) fn first_variable_draw(&self) -> u64 {
        self.first_noise_draw() + (self.parts.attributes.len() * self.parts.alternatives) as u64
    }

    /// Checks redefinitions of variables as [`Model::new`] checks the variables themselves.
    pub(crate) fn check_changes(&self, changes: &[(usize, Variable)]) -> Result<(), Error> {
        let mut problems = Vec::new();
        for (index, variable) in changes {
            if *index >= self.parts.variables.len() {
                problems.push(Problem::ChangedVariable { variable: *index });
                continue;
            }
            check_states(*index, variable, &mut problems);
            for (attribute, of) in self.parts.attributes.iter().enumerate() {
                let Some(tables) = tables(&of.performance, self.parts.alternatives) else { continue };
                for (_, known_states) in tables.iter().flatten().filter(|(on, _)| on == index) {
                    check_in_table(attribute, *index, variable, *known_states, &mut problems);
                }
            }
        }
        Error::unless_empty(problems)
    }

    /// Checks weights: one per criterion.
    pub(crate) fn check_weights(criteria: usize, weights: &[f64]) -> Result<(), Error> {
        if weights.len() == criteria {
            Ok(())
        } else {
            Err(Problem::WeightCount { expected: criteria, given: weights.len() }.into())
        }
    }

    /// Checks ratings: one per criterion.
    pub(crate) fn check_ratings(criteria: usize, ratings: &[u8]) -> Result<(), Error> {
        if ratings.len() == criteria {
            Ok(())
        } else {
            Err(Problem::RatingCount { expected: criteria, given: ratings.len() }.into())
        }
    }
}

fn check_size(parts: &ModelParts, problems: &mut Vec<Problem>) {
    if parts.alternatives < 2 {
        problems.push(Problem::TooFewAlternatives { given: parts.alternatives });
    }
    if parts.criteria == 0 {
        problems.push(Problem::NoCriterion);
    }
    if let Err(error) = Size::of(parts.alternatives, parts.criteria) {
        problems.extend_from_slice(error.problems());
    }
}

fn check_states(index: usize, variable: &Variable, problems: &mut Vec<Problem>) {
    let states = variable.states();
    if states.is_empty() || states.len() > MOST_STATES {
        problems.push(Problem::StateCount { variable: index, given: states.len() });
    }
    for &state in states.iter().filter(|&&state| state > LARGEST_STATE) {
        problems.push(Problem::StateTooLarge { variable: index, state });
    }
}

fn check_attribute(parts: &ModelParts, index: usize, attribute: &Attribute, problems: &mut Vec<Problem>) {
    if attribute.criterion >= parts.criteria {
        problems.push(Problem::NoSuchCriterion { attribute: index, criterion: attribute.criterion });
    }
    if !(attribute.weight > 0.0 && attribute.weight.is_finite()) {
        problems.push(Problem::AttributeWeight { attribute: index, weight: attribute.weight });
    }
    let (numbers, multiple_of) = match &attribute.performance {
        Performance::Fixed(row) => (row, parts.alternatives),
        Performance::ByOne { table, .. } => (table, parts.alternatives),
        Performance::ByTwo { table, second_states, .. } => (table, second_states.saturating_mul(parts.alternatives)),
    };
    if numbers.iter().any(|number| !number.is_finite()) {
        problems.push(Problem::NotFinite { attribute: index });
    }
    let fits = match &attribute.performance {
        Performance::Fixed(row) => row.len() == multiple_of,
        _ => multiple_of > 0 && !numbers.is_empty() && numbers.len().is_multiple_of(multiple_of),
    };
    if !fits {
        problems.push(Problem::TableLength { attribute: index, given: numbers.len(), multiple_of });
    }
    let tables = if fits { tables(&attribute.performance, parts.alternatives) } else { None };
    for (variable, states) in tables.iter().flatten().flatten() {
        match parts.variables.get(*variable) {
            None => problems.push(Problem::AttributeVariable { attribute: index, variable: *variable }),
            Some(definition) => check_in_table(index, *variable, definition, *states, problems),
        }
    }
}

fn check_in_table(attribute: usize, index: usize, variable: &Variable, known: usize, problems: &mut Vec<Problem>) {
    for &state in variable.states().iter().filter(|&&state| state >= known) {
        problems.push(Problem::StateNotInTable { attribute, variable: index, state });
    }
}

fn check_factors(parts: &ModelParts, problems: &mut Vec<Problem>) {
    if !parts.factors.is_empty() && parts.factors.len() != parts.criteria {
        problems.push(Problem::FactorCount { expected: parts.criteria, given: parts.factors.len() });
    }
    for (criterion, &factor) in parts.factors.iter().enumerate() {
        if !(factor > 0.0 && factor.is_finite()) {
            problems.push(Problem::Factor { criterion, given: factor });
        }
    }
}

fn check_exclusions(parts: &ModelParts, problems: &mut Vec<Problem>) {
    for (index, exclusion) in parts.exclusions.iter().enumerate() {
        if exclusion.alternative >= parts.alternatives {
            problems.push(Problem::NoSuchAlternative { exclusion: index, alternative: exclusion.alternative });
        }
        for condition in exclusion.clauses.iter().flatten() {
            if condition.variable >= parts.variables.len() {
                problems.push(Problem::ConditionVariable { exclusion: index, variable: condition.variable });
            }
        }
    }
}

/// The variables that a performance depends on, each with the number of its states in the table; `None` if it depends on
/// none.
fn tables(performance: &Performance, alternatives: usize) -> Option<[Option<(usize, usize)>; 2]> {
    match performance {
        Performance::Fixed(_) => None,
        Performance::ByOne { variable, table } => Some([Some((*variable, table.len() / alternatives.max(1))), None]),
        Performance::ByTwo { first, second, second_states, table } => {
            let row = (second_states * alternatives).max(1);
            Some([Some((*first, table.len() / row)), Some((*second, *second_states))])
        }
    }
}
