//! The weight slider: who leads as the weight of one criterion moves from 0 to 1?
//!
//! The other weights keep their proportions, so every score is a straight line and the leader is the upper envelope of
//! these lines.
//!
//! ```
//! use mcda::slider::leaders_by_weight;
//!
//! // Values by criterion: the first alternative is good on the first criterion, the second on the second.
//! let values = [vec![1.0, 0.0], vec![0.0, 1.0]];
//! let slider = leaders_by_weight(&values, &[0.5, 0.5], 0, &[0, 1]).unwrap();
//! assert_eq!((slider.at_0, slider.at_1), (Some(1), 0));
//! assert_eq!(slider.breakpoints[0].weight, 0.5);
//! ```

use crate::additive;
use crate::comparison::best_of;
use crate::switchover::{crossing, has_all_weight};

/// The leader as a function of one criterion's weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Slider {
    /// The weight of the criterion now.
    pub now: f64,
    /// The leader when the criterion weighs nothing; `None` if it has all the weight now, because then the proportions of
    /// the others are unknown.
    pub at_0: Option<usize>,
    /// The leader when only this criterion counts.
    pub at_1: usize,
    /// The weights at which the leader changes, ascending.
    pub breakpoints: Vec<Breakpoint>,
}

/// A weight at which the leader changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Breakpoint {
    /// The weight, between 0 and 1.
    pub weight: f64,
    /// The leader below it.
    pub before: usize,
    /// The leader above it.
    pub after: usize,
}

/// Pieces of the slider that are no longer than this have no leader of their own.
const SHORTEST_PIECE: f64 = 1e-9;

/// The leader among `candidates` as the weight of `criterion` moves from 0 to 1; `None` without candidates.
///
/// `values`: a row per criterion with a value per alternative. `weights`: one per criterion, summing to 1. `candidates`:
/// indices of alternatives, in the order in which ties are decided.
///
/// The slider is cut at all crossings of two candidates; the leader of a piece is that at its middle.
///
/// # Panics
/// If `values` and `weights` differ in length or an index is out of range.
#[must_use]
pub fn leaders_by_weight(
    values: &[Vec<f64>],
    weights: &[f64],
    criterion: usize,
    candidates: &[usize],
) -> Option<Slider> {
    let inside = &values[criterion];
    let now = weights[criterion];
    if has_all_weight(now) {
        return Some(Slider { now, at_0: None, at_1: best_of(candidates, inside)?, breakpoints: Vec::new() });
    }
    let rest: Vec<f64> = (0..inside.len())
        .map(|alternative| {
            let column: Vec<f64> = values.iter().map(|row| row[alternative]).collect();
            (additive::score(&column, weights) - now * inside[alternative]) / (1.0 - now)
        })
        .collect();

    let mut cuts = vec![0.0, 1.0];
    for (index, &a) in candidates.iter().enumerate() {
        for &b in &candidates[index + 1..] {
            if let Some(cut) = crossing(inside[a] - inside[b], rest[a] - rest[b]) {
                // In ascending order from the start: for so few, sorting would be most of the code of a slider.
                cuts.insert(cuts.partition_point(|other: &f64| other.total_cmp(&cut).is_le()), cut);
            }
        }
    }

    let mut pieces: Vec<(f64, usize)> = Vec::new();
    for ends in cuts.windows(2) {
        if ends[1] - ends[0] <= SHORTEST_PIECE {
            continue;
        }
        let middle = (ends[0] + ends[1]) / 2.0;
        let scores: Vec<f64> =
            inside.iter().zip(&rest).map(|(inside, rest)| middle * inside + (1.0 - middle) * rest).collect();
        let leader = best_of(candidates, &scores)?;
        if pieces.last().is_none_or(|&(_, last)| last != leader) {
            pieces.push((ends[0], leader));
        }
    }
    let breakpoints =
        pieces.windows(2).map(|pair| Breakpoint { weight: pair[1].0, before: pair[0].1, after: pair[1].1 }).collect();
    Some(Slider {
        now,
        at_0: pieces.first().map(|&(_, leader)| leader),
        at_1: pieces.last().map(|&(_, leader)| leader)?,
        breakpoints,
    })
}
