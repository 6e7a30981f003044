//! The exact pairwise winning share: in what part of all weightings does one alternative beat another?
//!
//! With `d` the differences of value by criterion, this is the part of the weight simplex on which `d · w > 0`: a simplex
//! cut by one plane, which has a closed form (Varsi, Proc. IEEE Conf. on Decision and Control, 1973; Ali, The Mathematical
//! Gazette 57, 1973). No sampling is involved, and a tie wins for neither side. For more than two alternatives, uncertain
//! values or exclusions sample instead: see [`Study`](crate::Study).
//!
//! ```
//! use mcda::pairwise::{ranked, uniform};
//!
//! // 3 better on one criterion, 1 worse on the other: ahead in three of four weightings,
//! assert_eq!(uniform(&[3.0, -1.0]), 0.75);
//! // and in all of them when the first criterion matters more.
//! assert_eq!(ranked(&[3.0, -1.0]), 1.0);
//! ```

use crate::comparison::SCORE_EPSILON;
use crate::weights::{effective_ratings, tiers as rated_tiers};

/// How many orders inside the tiers [`tiers`] averages over at most: a tier of 9, or two of 6.
pub const MOST_ORDERS: u64 = 600_000;

/// The winning share when every weighting is equally likely. `differences`: one per criterion, in any unit. An entry within
/// [`SCORE_EPSILON`] of 0 counts as 0. All zero is a tie: 0.
#[must_use]
pub fn uniform(differences: &[f64]) -> f64 {
    let mut losses = Vec::with_capacity(differences.len());
    share_above_zero(differences, &mut losses)
}

/// The winning share when the criteria are ranked and every weighting that agrees with the ranking is equally likely.
/// `differences`: most important criterion first.
///
/// The ordered simplex has the corners e1, (e1 + e2) / 2, …, so it is the plain simplex of the running means.
#[must_use]
pub fn ranked(differences: &[f64]) -> f64 {
    let mut means = Vec::with_capacity(differences.len());
    let mut losses = Vec::with_capacity(differences.len());
    share_of_ranking(differences.iter().copied(), &mut means, &mut losses)
}

/// The winning share when the criteria are ranked in tiers, most important tier first, and every weighting in which a
/// higher tier's criteria weigh at least as much is equally likely: the mean of [`ranked`] over all orders inside the
/// tiers. A single tier is [`uniform`].
///
/// `None` if there are more than [`MOST_ORDERS`] orders.
#[must_use]
pub fn tiers(tiers: &[Vec<f64>]) -> Option<f64> {
    if let [tier] = tiers {
        return Some(uniform(tier));
    }
    let factors = tiers.iter().flat_map(|tier| 1..=tier.len() as u64);
    let orders = factors.fold(1_u64, u64::saturating_mul);
    if orders > MOST_ORDERS {
        return None;
    }
    let mut total = 0.0;
    let mut means = Vec::new();
    let mut losses = Vec::new();
    let mut order: Vec<Vec<f64>> = tiers.to_vec();
    for_each_order(&mut order, 0, 0, &mut |order| {
        total += share_of_ranking(order.iter().flatten().copied(), &mut means, &mut losses);
    });
    Some(total / orders as f64)
}

/// [`tiers`] of rated criteria: one difference and one rating per criterion, with ratings read as in
/// [`tier_weights`](crate::weights::tier_weights).
///
/// `None` if there are more than [`MOST_ORDERS`] orders.
///
/// # Panics
/// If there are not as many ratings as differences.
#[must_use]
pub fn rated(differences: &[f64], ratings: &[u8]) -> Option<f64> {
    assert_eq!(differences.len(), ratings.len(), "one rating per criterion");
    let tiered: Vec<Vec<f64>> = rated_tiers(&effective_ratings(ratings))
        .iter()
        .map(|tier| tier.iter().map(|&criterion| differences[criterion]).collect())
        .collect();
    tiers(&tiered)
}

/// Calls `visit` with every order of the tiers' members, from position `at` of tier `tier` on. Puts back what it swaps.
fn for_each_order(order: &mut Vec<Vec<f64>>, tier: usize, at: usize, visit: &mut dyn FnMut(&[Vec<f64>])) {
    let Some(members) = order.get(tier) else {
        return visit(order);
    };
    let count = members.len();
    if at + 1 >= count {
        return for_each_order(order, tier + 1, 0, visit);
    }
    for next in at..count {
        order[tier].swap(at, next);
        for_each_order(order, tier, at + 1, visit);
        order[tier].swap(at, next);
    }
}

fn share_of_ranking(differences: impl Iterator<Item = f64>, means: &mut Vec<f64>, losses: &mut Vec<f64>) -> f64 {
    means.clear();
    let mut sum = 0.0;
    for (index, difference) in differences.enumerate() {
        sum += without_rounding(difference);
        means.push(sum / (index + 1) as f64);
    }
    share_above_zero(means, losses)
}

/// Ali's recursion: the part of the simplex on which the mean of `differences` is above 0.
fn share_above_zero(differences: &[f64], losses: &mut Vec<f64>) -> f64 {
    let entries = || differences.iter().map(|&difference| without_rounding(difference));
    if !entries().any(|entry| entry > 0.0) {
        return 0.0;
    }
    losses.clear();
    losses.extend(entries().filter(|&entry| entry < 0.0));
    // shares[k] is the answer for the gains seen so far against the first k losses.
    let mut shares = vec![0.0; losses.len() + 1];
    shares[0] = 1.0;
    for gain in entries().filter(|&entry| entry >= 0.0) {
        for (k, &loss) in losses.iter().enumerate() {
            shares[k + 1] = (loss * shares[k + 1] - gain * shares[k]) / (loss - gain);
        }
    }
    shares[losses.len()]
}

fn without_rounding(difference: f64) -> f64 {
    if difference.abs() <= SCORE_EPSILON { 0.0 } else { difference }
}
