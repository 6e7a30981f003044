//! Central weights: what a ranking or a rating of the criteria says about their weights, as one weighting.
//!
//! Nobody knows weights to the percent, but most people can say which criteria matter more. All weightings that agree with
//! such a statement form a simplex; its centroid is the rank-order-centroid weighting (Barron & Barrett, Management Science
//! 42, 1996; Edwards & Barron, SMARTER, 1994). For a draw from that simplex instead of its center see
//! [`weight_sampling`](crate::weight_sampling).
//!
//! ```
//! use mcda::weights::{rank_order_centroid, tier_weights};
//!
//! assert_eq!(rank_order_centroid(2), [0.75, 0.25]);
//! // The second criterion matters more than the first; the third does not count.
//! assert_eq!(tier_weights(&[1, 2, 0]), [0.25, 0.75, 0.0]);
//! ```

/// Rank-order-centroid weights of `n` ranked criteria, most important first: `w_i = (1/n) (1/i + … + 1/n)`. They sum to 1;
/// `n = 0` gives no weights.
#[must_use]
pub fn rank_order_centroid(n: usize) -> Vec<f64> {
    (1..=n).map(|rank| (rank..=n).map(|k| 1.0 / k as f64).sum::<f64>() / n as f64).collect()
}

/// Central weights of rated criteria: one rating per criterion, a higher one weighs at least as much, 0 removes the
/// criterion. All zero says nothing and counts as all equal.
///
/// Equal ratings form a tier; by symmetry each of its members gets the mean of the rank-order-centroid weights of the ranks
/// that the tier occupies. One weight per criterion, in the order given; they sum to 1.
#[must_use]
pub fn tier_weights(ratings: &[u8]) -> Vec<f64> {
    let ratings = effective_ratings(ratings);
    let rated = ratings.iter().filter(|&&rating| rating > 0).count();
    let centroid = rank_order_centroid(rated);
    let mut weights = vec![0.0; ratings.len()];
    let mut rank = 0;
    for tier in tiers(&ratings) {
        let mean = centroid[rank..rank + tier.len()].iter().sum::<f64>() / tier.len() as f64;
        rank += tier.len();
        for criterion in tier {
            weights[criterion] = mean;
        }
    }
    weights
}

/// Multiplies each weight by its factor and scales all of them to sum to 1 again. Factors that are all 1, or no factors,
/// change no bit.
///
/// ```
/// let mut weights = [0.5, 0.5, 0.0];
/// mcda::weights::apply_factors(&mut weights, &[1.5, 0.5, 2.0]);
/// assert_eq!(weights, [0.75, 0.25, 0.0]);
/// ```
pub fn apply_factors(weights: &mut [f64], factors: &[f64]) {
    if factors.iter().all(|&factor| is_neutral(factor)) {
        return;
    }
    let sum: f64 = weights.iter().zip(factors).map(|(weight, factor)| weight * factor).sum();
    for (weight, factor) in weights.iter_mut().zip(factors) {
        *weight = *weight * factor / sum;
    }
}

/// Whether a factor changes nothing.
pub(crate) fn is_neutral(factor: f64) -> bool {
    factor.to_bits() == 1.0_f64.to_bits()
}

/// The ratings that count: those given, or all 1 if all are 0.
#[must_use]
pub fn effective_ratings(ratings: &[u8]) -> Vec<u8> {
    if ratings.iter().all(|&rating| rating == 0) { vec![1; ratings.len()] } else { ratings.to_vec() }
}

/// The criteria of each rating above 0, highest rating first, inside a tier in the order given.
pub(crate) fn tiers(ratings: &[u8]) -> Vec<Vec<usize>> {
    let highest = ratings.iter().copied().max().unwrap_or(0);
    (1..=highest)
        .rev()
        .map(|level| (0..ratings.len()).filter(|&criterion| ratings[criterion] == level).collect::<Vec<_>>())
        .filter(|tier| !tier.is_empty())
        .collect()
}
