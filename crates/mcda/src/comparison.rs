//! When one number counts as larger than another.
//!
//! Scores are sums of products, so two alternatives that are equal on paper can differ in the last bits. Every comparison
//! of this package therefore has a tolerance, and a tie goes to the alternative that comes first. This is not a sort: a
//! tolerance is not transitive, so only "the best of a list" is defined.
//!
//! ```
//! use mcda::comparison::{ahead, best_of};
//!
//! assert!(!ahead(0.1 + 0.2, 0.3));
//! assert_eq!(best_of(&[0, 1, 2], &[0.3, 0.1 + 0.2, 0.2]), Some(0));
//! ```

/// Scores that differ by no more than this are tied.
pub const SCORE_EPSILON: f64 = 1e-12;

/// Shares (of samples, of weightings) that differ by no more than this are equal.
pub const SHARE_EPSILON: f64 = 1e-6;

/// Is score `a` ahead of score `b`? Only by more than [`SCORE_EPSILON`].
#[inline]
#[must_use]
pub fn ahead(a: f64, b: f64) -> bool {
    a - b > SCORE_EPSILON
}

/// The candidate with the best score: take the first, go through the others in order, replace when one is [`ahead`].
/// `candidates` are indices into `values`; `None` if there is no candidate.
///
/// # Panics
/// If a candidate is not an index of `values`.
#[must_use]
pub fn best_of(candidates: &[usize], values: &[f64]) -> Option<usize> {
    best_of_within(candidates, values, SCORE_EPSILON)
}

/// [`best_of`] with another tolerance than that of scores, for example [`SHARE_EPSILON`].
///
/// # Panics
/// If a candidate is not an index of `values`.
#[must_use]
pub fn best_of_within(candidates: &[usize], values: &[f64], epsilon: f64) -> Option<usize> {
    let (&first, others) = candidates.split_first()?;
    Some(others.iter().fold(first, |best, &next| if values[next] - values[best] > epsilon { next } else { best }))
}

/// Does `value` reach `threshold`, up to `epsilon`?
#[must_use]
pub fn reaches(value: f64, threshold: f64, epsilon: f64) -> bool {
    value >= threshold - epsilon
}

/// Are `a` and `b` equal, up to `epsilon`?
#[must_use]
pub fn equal_within(a: f64, b: f64, epsilon: f64) -> bool {
    (a - b).abs() <= epsilon
}
