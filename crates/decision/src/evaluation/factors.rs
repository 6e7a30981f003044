//! The site owner's factors on the weights of dimensions, applied on top of the visitor's priorities.

use assessment::{Assessment, DimensionId};

/// The operator's factor on the weight of each dimension; 1 changes nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Factors {
    factors: Vec<f64>,
}

impl Factors {
    /// Factors that change nothing.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        Self { factors: vec![1.0; assessment.dimensions.len()] }
    }

    /// Factors in hundredths, as settings have them. One that is outside the bounds of the content stays 1.
    #[must_use]
    pub fn of_hundredths(assessment: &Assessment, weights: &[(DimensionId, u8)]) -> Self {
        let mut factors = Self::new(assessment);
        for (dimension, hundredths) in weights {
            let _ = factors.set(assessment, *dimension, f64::from(*hundredths) / 100.0);
        }
        factors
    }

    /// Sets the factor of a dimension. Returns false and changes nothing if it is outside the bounds of the content.
    #[must_use]
    pub fn set(&mut self, assessment: &Assessment, dimension: DimensionId, factor: f64) -> bool {
        let [least, most] = assessment.factor_bounds;
        let is_within = (least..=most).contains(&factor);
        if is_within {
            self.factors[dimension.index()] = factor;
        }
        is_within
    }

    /// The factors in model order.
    #[must_use]
    pub fn numbers(&self) -> &[f64] {
        &self.factors
    }
}
