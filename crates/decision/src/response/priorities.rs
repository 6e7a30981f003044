//! How much each dimension matters to the visitor.

use assessment::{Assessment, DimensionId};

/// How much a dimension matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Leaves the dimension out.
    NotAFactor,
    /// As much as any other.
    Normal,
    /// At least as much as a normal one.
    Important,
    /// At least as much as an important one.
    Decisive,
}

impl Rating {
    /// All ratings, least first.
    pub const ALL: [Self; 4] = [Self::NotAFactor, Self::Normal, Self::Important, Self::Decisive];

    /// The number written in drafts and files, 0 to 3.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The rating written as this number.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// The rating of each dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priorities {
    ratings: Vec<Rating>,
}

impl Priorities {
    /// Every dimension at its default.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        let default = Rating::from_number(assessment.default_rating).unwrap_or(Rating::Normal);
        Self { ratings: vec![default; assessment.dimensions.len()] }
    }

    #[must_use]
    pub fn get(&self, dimension: DimensionId) -> Rating {
        self.ratings[dimension.index()]
    }

    /// Rates a dimension and returns the earlier rating.
    pub fn set(&mut self, dimension: DimensionId, rating: Rating) -> Rating {
        core::mem::replace(&mut self.ratings[dimension.index()], rating)
    }

    /// The ratings as numbers, in model order. All zero counts as all one; the reader of the numbers applies that rule.
    #[must_use]
    pub fn numbers(&self) -> Vec<u8> {
        self.ratings.iter().map(|rating| rating.number()).collect()
    }
}
