//! Switch-over weights: how far would the weight of one criterion have to move before two alternatives swap?
//!
//! The weight of the criterion moves from 0 to 1 while the other weights keep their proportions, so the lead is a straight
//! line: inside the criterion at 1, over the rest at 0. For the leader among more than two alternatives along the way see
//! [`slider`](crate::slider).
//!
//! ```
//! use mcda::switchover::switch_over_weight;
//!
//! // 2 better on the first criterion, 1 worse on the second, which weighs 0.5: a tie at 2/3 and worse beyond.
//! let weight = switch_over_weight(&[2.0, -1.0], &[0.5, 0.5], 1);
//! assert_eq!(weight, Some(2.0 / 3.0));
//! ```

use crate::additive;
use crate::comparison::SCORE_EPSILON;

/// The weight of `criterion` at which the lead of one alternative over another is 0, from 0 to 1; `None` where no weight
/// swaps them, or where the criterion has all the weight already.
///
/// `differences`: the lead inside each criterion; `weights`: the weights now, which sum to 1.
///
/// # Panics
/// If there are not as many weights as differences, or `criterion` is not one of them.
#[must_use]
pub fn switch_over_weight(differences: &[f64], weights: &[f64], criterion: usize) -> Option<f64> {
    let weight = weights[criterion];
    if has_all_weight(weight) {
        return None;
    }
    let gap = additive::score(differences, weights);
    let inside = differences[criterion];
    let rest = (gap - weight * inside) / (1.0 - weight);
    crossing(inside, rest)
}

/// Where the line from `rest` at 0 to `inside` at 1 crosses 0, if it does so clearly.
pub(crate) fn crossing(inside: f64, rest: f64) -> Option<f64> {
    (inside * rest < -SCORE_EPSILON).then(|| rest / (rest - inside))
}

/// Whether a weight is 1 but for rounding: then nothing is known of the proportions of the others.
#[must_use]
pub fn has_all_weight(weight: f64) -> bool {
    weight >= 1.0 - SCORE_EPSILON
}
