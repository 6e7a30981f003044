//! Size classes: the hot code is compiled once per class, for arrays of a fixed length.
//!
//! In the compact class every loop over alternatives has exactly three turns and every sort is a network of eight; smaller
//! models are padded. In the large class the arrays are longer and the loops run as far as the model goes.

use crate::error::{Error, Problem};

/// Most alternatives of the compact class.
pub(crate) const COMPACT_ALTERNATIVES: usize = 3;
/// Most criteria of the compact class.
pub(crate) const COMPACT_CRITERIA: usize = 8;
/// Most alternatives of the large class.
#[cfg(feature = "large")]
pub(crate) const LARGE_ALTERNATIVES: usize = 16;
/// Most criteria of the large class.
#[cfg(feature = "large")]
pub(crate) const LARGE_CRITERIA: usize = 32;

/// A size class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Compact,
    #[cfg(feature = "large")]
    Large,
}

impl Size {
    /// The class of a model.
    pub(crate) fn of(alternatives: usize, criteria: usize) -> Result<Self, Error> {
        if alternatives <= COMPACT_ALTERNATIVES && criteria <= COMPACT_CRITERIA {
            return Ok(Self::Compact);
        }
        #[cfg(feature = "large")]
        let (most_alternatives, most_criteria) = (LARGE_ALTERNATIVES, LARGE_CRITERIA);
        #[cfg(not(feature = "large"))]
        let (most_alternatives, most_criteria) = (COMPACT_ALTERNATIVES, COMPACT_CRITERIA);

        let mut problems = Vec::new();
        if alternatives > most_alternatives {
            problems.push(Problem::TooManyAlternatives { given: alternatives, most: most_alternatives });
        }
        if criteria > most_criteria {
            problems.push(Problem::TooManyCriteria { given: criteria, most: most_criteria });
        }
        Error::unless_empty(problems)?;
        #[cfg(feature = "large")]
        return Ok(Self::Large);
        // Whatever is not compact has been refused.
        #[cfg(not(feature = "large"))]
        Ok(Self::Compact)
    }
}

/// Turns of a loop over alternatives: the length of the class in the compact one, so that the compiler knows it.
#[inline(always)]
pub(crate) const fn width<const A: usize>(alternatives: usize) -> usize {
    if A == COMPACT_ALTERNATIVES { A } else { alternatives }
}
