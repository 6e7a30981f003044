//! What can be wrong with an input: one error type for the package, with every problem in it.

use std::fmt;

/// An input that cannot be used, with all of its problems.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    problems: Vec<Problem>,
}

impl Error {
    /// What is wrong, in the order of the input. Never empty.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// `Ok` if there is no problem.
    pub(crate) fn unless_empty(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self { problems }) }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self { problems: vec![problem] }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// One thing that is wrong with an input. Things are named by their index, counted from 0.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// Fewer than two alternatives: nothing to compare.
    TooFewAlternatives {
        /// How many there are.
        given: usize,
    },
    /// No criterion.
    NoCriterion,
    /// More alternatives than this build supports.
    TooManyAlternatives {
        /// How many there are.
        given: usize,
        /// How many are supported.
        most: usize,
    },
    /// More criteria than this build supports.
    TooManyCriteria {
        /// How many there are.
        given: usize,
        /// How many are supported.
        most: usize,
    },
    /// A criterion that no attribute belongs to.
    CriterionWithoutAttribute {
        /// The criterion.
        criterion: usize,
    },
    /// An attribute of a criterion that does not exist.
    NoSuchCriterion {
        /// The attribute.
        attribute: usize,
        /// The criterion it names.
        criterion: usize,
    },
    /// An attribute's weight is not a finite number above 0.
    AttributeWeight {
        /// The attribute.
        attribute: usize,
        /// Its weight.
        weight: f64,
    },
    /// A table of performances does not have one number per alternative and combination of states.
    TableLength {
        /// The attribute.
        attribute: usize,
        /// The number of its entries.
        given: usize,
        /// What the number must be a multiple of, and not 0. For fixed performances: the number itself.
        multiple_of: usize,
    },
    /// A performance is not a finite number.
    NotFinite {
        /// The attribute.
        attribute: usize,
    },
    /// An attribute depends on a variable that does not exist.
    AttributeVariable {
        /// The attribute.
        attribute: usize,
        /// The variable it names.
        variable: usize,
    },
    /// A variable without states, or with more than 64.
    StateCount {
        /// The variable.
        variable: usize,
        /// How many states it can be in.
        given: usize,
    },
    /// A state beyond the 64 that a condition can name.
    StateTooLarge {
        /// The variable.
        variable: usize,
        /// The state.
        state: usize,
    },
    /// A variable can be in a state that an attribute's table does not have.
    StateNotInTable {
        /// The attribute.
        attribute: usize,
        /// The variable.
        variable: usize,
        /// The state.
        state: usize,
    },
    /// An exclusion of an alternative that does not exist.
    NoSuchAlternative {
        /// The exclusion.
        exclusion: usize,
        /// The alternative it names.
        alternative: usize,
    },
    /// A condition on a variable that does not exist.
    ConditionVariable {
        /// The exclusion.
        exclusion: usize,
        /// The variable it names.
        variable: usize,
    },
    /// The half width of the noise is not a finite number of at least 0.
    Noise {
        /// The half width.
        given: f64,
    },
    /// The spread of attribute weights is not at least 0 and below 1.
    WeightSpread {
        /// The spread.
        given: f64,
    },
    /// Factors on the weights of criteria, but not one per criterion.
    FactorCount {
        /// The number of criteria.
        expected: usize,
        /// The number of factors.
        given: usize,
    },
    /// The factor on a criterion's weight is not a finite number above 0.
    Factor {
        /// The criterion.
        criterion: usize,
        /// The factor.
        given: f64,
    },
    /// Not one weight per criterion.
    WeightCount {
        /// The number of criteria.
        expected: usize,
        /// The number of weights.
        given: usize,
    },
    /// Not one rating per criterion.
    RatingCount {
        /// The number of criteria.
        expected: usize,
        /// The number of ratings.
        given: usize,
    },
    /// No sample to take.
    NoSample,
    /// A change of a variable that does not exist.
    ChangedVariable {
        /// The variable.
        variable: usize,
    },
    /// The three figures of a triangular distribution are not finite or not in order.
    Triangle {
        /// The smallest value.
        low: f64,
        /// The likeliest value.
        likely: f64,
        /// The largest value.
        high: f64,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewAlternatives { given } => write!(f, "{given} alternatives, at least 2 are needed"),
            Self::NoCriterion => f.write_str("no criterion"),
            Self::TooManyAlternatives { given, most } => {
                write!(f, "{given} alternatives, this build supports {most}")
            }
            Self::TooManyCriteria { given, most } => write!(f, "{given} criteria, this build supports {most}"),
            Self::CriterionWithoutAttribute { criterion } => write!(f, "criterion {criterion} has no attribute"),
            Self::NoSuchCriterion { attribute, criterion } => {
                write!(f, "attribute {attribute} belongs to criterion {criterion}, which does not exist")
            }
            Self::AttributeWeight { attribute, weight } => {
                write!(f, "attribute {attribute} has weight {weight}, a finite number above 0 is needed")
            }
            Self::TableLength { attribute, given, multiple_of } => {
                write!(f, "attribute {attribute} has {given} performances, a multiple of {multiple_of} is needed")
            }
            Self::NotFinite { attribute } => write!(f, "attribute {attribute} has a performance that is not finite"),
            Self::AttributeVariable { attribute, variable } => {
                write!(f, "attribute {attribute} depends on variable {variable}, which does not exist")
            }
            Self::StateCount { variable, given } => {
                write!(f, "variable {variable} has {given} states, 1 to 64 are possible")
            }
            Self::StateTooLarge { variable, state } => {
                write!(f, "variable {variable} has state {state}, states are 0 to 63")
            }
            Self::StateNotInTable { attribute, variable, state } => {
                write!(f, "attribute {attribute} has no performances for state {state} of variable {variable}")
            }
            Self::NoSuchAlternative { exclusion, alternative } => {
                write!(f, "exclusion {exclusion} names alternative {alternative}, which does not exist")
            }
            Self::ConditionVariable { exclusion, variable } => {
                write!(f, "exclusion {exclusion} depends on variable {variable}, which does not exist")
            }
            Self::Noise { given } => write!(f, "noise {given}, a finite number of at least 0 is needed"),
            Self::WeightSpread { given } => write!(f, "weight spread {given}, at least 0 and below 1 is needed"),
            Self::FactorCount { expected, given } => write!(f, "{given} factors for {expected} criteria"),
            Self::Factor { criterion, given } => {
                write!(f, "criterion {criterion} has factor {given}, a finite number above 0 is needed")
            }
            Self::WeightCount { expected, given } => write!(f, "{given} weights for {expected} criteria"),
            Self::RatingCount { expected, given } => write!(f, "{given} ratings for {expected} criteria"),
            Self::NoSample => f.write_str("no sample"),
            Self::ChangedVariable { variable } => write!(f, "change of variable {variable}, which does not exist"),
            Self::Triangle { low, likely, high } => {
                write!(f, "triangular distribution of {low}, {likely}, {high}, which are not in order")
            }
        }
    }
}
