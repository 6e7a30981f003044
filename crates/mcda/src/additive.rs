//! The additive value model: a score is the weighted sum of an alternative's values.
//!
//! Values lie on scales that are fixed in advance, not normalized over the alternatives at hand. That is why adding or
//! removing an alternative never swaps two others, as it can in methods that normalize.
//!
//! ```
//! use mcda::additive::{contributions, score};
//!
//! let weights = [0.75, 0.25];
//! let (train, car) = ([0.5, 1.0], [1.0, 0.0]);
//! assert_eq!(score(&train, &weights), 0.625);
//! assert_eq!(contributions(&train, &car, &weights), [-0.375, 0.25]);
//! ```

/// Weighted sum of one alternative's values, one per criterion. In the unit of the values if the weights sum to 1.
///
/// # Panics
/// If there are not as many weights as values.
#[must_use]
pub fn score(values: &[f64], weights: &[f64]) -> f64 {
    assert_eq!(values.len(), weights.len(), "one weight per criterion");
    values.iter().zip(weights).map(|(value, weight)| value * weight).sum()
}

/// The [`score`] of every alternative; `matrix` has a row per alternative with a value per criterion.
///
/// # Panics
/// If a row does not have as many values as there are weights.
#[must_use]
pub fn scores(matrix: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    matrix.iter().map(|values| score(values, weights)).collect()
}

/// What each criterion adds to the lead of `a` over `b`: `w_k (a_k - b_k)`. The contributions add up to the difference of
/// the scores.
///
/// # Panics
/// If the three slices do not have the same length.
#[must_use]
pub fn contributions(a: &[f64], b: &[f64], weights: &[f64]) -> Vec<f64> {
    assert_eq!(a.len(), weights.len(), "one weight per criterion");
    assert_eq!(b.len(), weights.len(), "one weight per criterion");
    a.iter().zip(b).zip(weights).map(|((a, b), weight)| weight * (a - b)).collect()
}
