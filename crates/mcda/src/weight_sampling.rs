//! Weights drawn at random, all weightings that agree with the ratings being equally likely.
//!
//! Without rejection: the spacings of sorted uniform numbers are uniform on the simplex; sorted in descending order and
//! handed out by rating, highest first, they are uniform on the part of it in which a higher rating weighs at least as much
//! (Tervonen & Lahdelma, EJOR 178, 2007). Inside a tier of equal ratings random keys decide. For the center of that part
//! see [`weights`](crate::weights).
//!
//! ```
//! use mcda::{SplitMix64, WeightSampler};
//!
//! let sampler = WeightSampler::new(&[1, 3, 0])?;
//! let mut weights = [0.0; 3];
//! sampler.sample(SplitMix64::new(7), 0, &mut weights);
//! assert!(weights[1] >= weights[0]);
//! assert_eq!(weights[2], 0.0);
//! # Ok::<(), mcda::Error>(())
//! ```

use crate::error::{Error, Problem};
use crate::random::{GAMMA, ONE, SplitMix64, draw, unit};
use crate::size::{COMPACT_CRITERIA, Size};
use crate::weights::{effective_ratings, tiers};

/// Draws weights for rated criteria.
#[derive(Clone, Debug)]
pub struct WeightSampler {
    criteria: usize,
    class: Class,
}

#[derive(Clone, Debug)]
enum Class {
    Compact(Ordering<COMPACT_CRITERIA>),
    #[cfg(feature = "large")]
    Large(Box<Ordering<{ crate::size::LARGE_CRITERIA }>>),
}

impl WeightSampler {
    /// A sampler for criteria with these ratings, read as in [`tier_weights`](crate::weights::tier_weights).
    ///
    /// # Errors
    /// [`Problem::NoCriterion`] and [`Problem::TooManyCriteria`]: 32 are supported, 8 without the feature `large`.
    pub fn new(ratings: &[u8]) -> Result<Self, Error> {
        if ratings.is_empty() {
            return Err(Problem::NoCriterion.into());
        }
        let class = match Size::of(0, ratings.len())? {
            Size::Compact => Class::Compact(Ordering::new(ratings)),
            #[cfg(feature = "large")]
            Size::Large => Class::Large(Box::new(Ordering::new(ratings))),
        };
        Ok(Self { criteria: ratings.len(), class })
    }

    /// How many numbers of the stream a draw takes for K criteria: K - 1 for the spacings and K keys.
    #[must_use]
    pub fn draws(&self) -> u64 {
        2 * self.criteria as u64 - 1
    }

    /// Draws weights from the [`draws`](Self::draws) numbers of `stream` that start at `position`. They sum to 1 up to
    /// rounding; a criterion rated 0 weighs 0.
    ///
    /// # Panics
    /// If `weights` does not have one entry per criterion.
    pub fn sample(&self, stream: SplitMix64, position: u64, weights: &mut [f64]) {
        let before = stream.before(position);
        match &self.class {
            Class::Compact(ordering) => weights.copy_from_slice(&ordering.draw(before)[..self.criteria]),
            #[cfg(feature = "large")]
            Class::Large(ordering) => weights.copy_from_slice(&ordering.draw(before)[..self.criteria]),
        }
    }
}

/// The sampler of a size class: weights for up to `K` criteria, padded with zeros.
///
/// All of it is done in whole steps of 2^-53, which is exact, and comparisons of whole numbers need no branch.
#[derive(Clone, Debug)]
pub(crate) struct Ordering<const K: usize> {
    criteria: usize,
    /// Number of cuts of the unit interval: the criteria that count, less one.
    cuts: usize,
    /// What orders the criteria: tier in the high bits, then room for the key, then the criterion itself.
    prefixes: [u64; K],
}

impl<const K: usize> Ordering<K> {
    const INDEX_BITS: u32 = K.ilog2();

    pub(crate) fn new(ratings: &[u8]) -> Self {
        let tiers = tiers(&effective_ratings(ratings));
        let rated: usize = tiers.iter().map(Vec::len).sum();
        // Criteria in no tier come last and get spacings of length 0.
        let mut tier_of = [tiers.len() as u64; K];
        for (tier, members) in tiers.iter().enumerate() {
            for &criterion in members {
                tier_of[criterion] = tier as u64;
            }
        }
        let mut prefixes = [0; K];
        for (criterion, prefix) in prefixes.iter_mut().enumerate() {
            *prefix = tier_of[criterion] << (53 + Self::INDEX_BITS) | criterion as u64;
        }
        Self { criteria: ratings.len(), cuts: rated - 1, prefixes }
    }

    /// The weights from the numbers that follow the counter `before`.
    #[inline(always)]
    pub(crate) fn draw(&self, before: u64) -> [f64; K] {
        // The compact class draws and sorts to its full length: what lies beyond the cuts is pushed to the end.
        let length = if K == COMPACT_CRITERIA { K } else { self.criteria };

        let mut counter = before;
        let mut cuts = [ONE; K];
        for (index, cut) in cuts[..length - 1].iter_mut().enumerate() {
            counter = counter.wrapping_add(GAMMA);
            let bits = draw(counter);
            *cut = if index < self.cuts { bits } else { ONE };
        }
        sort(&mut cuts[..length]);

        let mut spacings = [0; K];
        let mut start = 0;
        for (spacing, &cut) in spacings[..length].iter_mut().zip(&cuts) {
            *spacing = cut - start;
            start = cut;
        }
        sort(&mut spacings[..length]);

        let mut counter = before.wrapping_add((self.criteria as u64 - 1).wrapping_mul(GAMMA));
        let mut order = self.prefixes;
        for entry in &mut order[..length] {
            counter = counter.wrapping_add(GAMMA);
            *entry += draw(counter) << Self::INDEX_BITS;
        }
        sort(&mut order[..length]);

        let mut weights = [0.0; K];
        for (entry, &spacing) in order[..length].iter().zip(spacings[..length].iter().rev()) {
            weights[(entry % K as u64) as usize] = unit(spacing);
        }
        weights
    }
}

/// Ascending; the numbers are below 2^63. Eight go through the shortest network for eight, 19 comparisons in 6 layers,
/// which does the same work for every order and so is never mispredicted.
#[inline(always)]
fn sort(numbers: &mut [u64]) {
    #[rustfmt::skip]
    const NETWORK: [(usize, usize); 19] = [
        (0, 2),
        (1, 3),
        (4, 6),
        (5, 7),
        (0, 4),
        (1, 5),
        (2, 6),
        (3, 7),
        (0, 1),
        (2, 3),
        (4, 5),
        (6, 7),
        (2, 4),
        (3, 5),
        (1, 4),
        (3, 6),
        (1, 2),
        (3, 4),
        (5, 6),
    ];
    if let Some(eight) = numbers.as_mut_array::<COMPACT_CRITERIA>() {
        for (low, high) in NETWORK {
            let (a, b) = (eight[low], eight[high]);
            // Not `if`: compilers and browsers make a branch of it, and this one is a coin toss. Below 2^63 the sign of the
            // difference says which is smaller.
            let swap = (b.wrapping_sub(a) as i64 >> 63) as u64 & (a ^ b);
            eight[low] = a ^ swap;
            eight[high] = b ^ swap;
        }
    } else {
        // The compact class always sorts eight; the library's sort is more code than all else here.
        #[cfg(feature = "large")]
        numbers.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// A network that sorts all zeros and ones sorts everything (Knuth, TAOCP 3, theorem Z of 5.3.4).
    #[test]
    fn the_network_sorts_all_zeros_and_ones() {
        for bits in 0..256_u64 {
            let mut numbers: Vec<u64> = (0..8).map(|i| bits >> i & 1).collect();
            sort(&mut numbers);
            assert!(numbers.is_sorted(), "{bits:08b} gives {numbers:?}");
        }
    }
}
