//! Acceptability: how often is an alternative first, second, …, when nobody knows the weights?
//!
//! The measures of SMAA-2 (Lahdelma & Salminen, Operations Research 49, 2001), counted over samples: rank acceptability
//! indices, pairwise winning indices, and the central weights, that is, the mean weights of those who would choose an
//! alternative. [`Study`](crate::Study) fills in the samples of a [`Model`](crate::Model); with a [`Tally`] you count
//! samples of your own.
//!
//! ```
//! use mcda::Tally;
//!
//! let mut tally = Tally::new(2, 2)?;
//! tally.add(&[0.8, 0.2], &[], &[0.6, 0.4]);
//! tally.add(&[0.3, 0.7], &[], &[0.2, 0.8]);
//! let acceptability = tally.acceptability();
//! assert_eq!(acceptability.first_shares(), [0.5, 0.5]);
//! assert_eq!(acceptability.central_weights(1), Some(&[0.2, 0.8][..]));
//! # Ok::<(), mcda::Error>(())
//! ```
//!
//! Ranks follow [`comparison`](crate::comparison): ahead by more than 1e-12, else the earlier one is ahead. An excluded
//! alternative ranks behind all others, and is compared with other excluded ones as usual.

use crate::comparison::ahead;
use crate::error::{Error, Problem};
use crate::size::{COMPACT_ALTERNATIVES, COMPACT_CRITERIA, Size, width};

/// What an excluded alternative's score is lowered by. Scores of values within -1 to 1 stay clear of each other.
const EXCLUDED: f64 = 10.0;

/// Shares of samples, from 0 to 1. Alternatives, criteria and ranks are indices; rank 0 is first.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptability {
    alternatives: usize,
    samples: usize,
    ranks: Vec<f64>,
    pairwise: Vec<f64>,
    first_ignoring_exclusions: Vec<f64>,
    central_weights: Vec<Option<Vec<f64>>>,
    regret: Vec<Option<f64>>,
}

impl Acceptability {
    /// How many samples were counted.
    #[must_use]
    pub fn samples(&self) -> usize {
        self.samples
    }

    /// Rank acceptability indices of an alternative: the share of samples on each rank. They sum to 1.
    ///
    /// # Panics
    /// If there is no such alternative. So do the others that take one.
    #[must_use]
    pub fn ranks(&self, alternative: usize) -> &[f64] {
        &self.ranks[alternative * self.alternatives..(alternative + 1) * self.alternatives]
    }

    /// The share of samples in which each alternative is first.
    #[must_use]
    pub fn first_shares(&self) -> Vec<f64> {
        (0..self.alternatives).map(|alternative| self.ranks(alternative)[0]).collect()
    }

    /// The share of samples in which each alternative would be first if none were excluded.
    #[must_use]
    pub fn first_shares_ignoring_exclusions(&self) -> &[f64] {
        &self.first_ignoring_exclusions
    }

    /// Pairwise winning index: the share of samples in which `a` is ahead of `b` by more than a tie. 0 against itself.
    #[must_use]
    pub fn wins(&self, a: usize, b: usize) -> f64 {
        assert!(b < self.alternatives, "no alternative {b}");
        self.pairwise[a * self.alternatives + b]
    }

    /// Mean weights of the samples in which the alternative is first; `None` if it never is.
    #[must_use]
    pub fn central_weights(&self, alternative: usize) -> Option<&[f64]> {
        self.central_weights[alternative].as_deref()
    }

    /// What choosing the alternative costs on average: the best score less its own, in the unit of scores, over the samples
    /// in which it is not excluded. `None` if it always is.
    #[must_use]
    pub fn regret(&self, alternative: usize) -> Option<f64> {
        self.regret[alternative]
    }
}

/// Counts samples one at a time.
#[derive(Clone, Debug)]
pub struct Tally {
    class: Class,
}

#[derive(Clone, Debug)]
enum Class {
    Compact(Box<Counts<COMPACT_ALTERNATIVES, COMPACT_CRITERIA>>),
    #[cfg(feature = "large")]
    Large(Box<Counts<{ crate::size::LARGE_ALTERNATIVES }, { crate::size::LARGE_CRITERIA }>>),
}

impl Tally {
    /// An empty tally.
    ///
    /// # Errors
    /// [`Problem::TooManyAlternatives`] and [`Problem::TooManyCriteria`] as for [`Model`](crate::Model), and
    /// [`Problem::TooFewAlternatives`] for none.
    pub fn new(alternatives: usize, criteria: usize) -> Result<Self, Error> {
        if alternatives == 0 {
            return Err(Problem::TooFewAlternatives { given: 0 }.into());
        }
        let class = match Size::of(alternatives, criteria)? {
            Size::Compact => Class::Compact(Box::new(Counts::new(alternatives, criteria))),
            #[cfg(feature = "large")]
            Size::Large => Class::Large(Box::new(Counts::new(alternatives, criteria))),
        };
        Ok(Self { class })
    }

    /// Counts a sample: a score per alternative, the alternatives that are excluded (all of them: none is), and the weights
    /// of the criteria.
    ///
    /// # Panics
    /// If there are more scores or weights than the tally has alternatives or criteria.
    pub fn add(&mut self, scores: &[f64], excluded: &[usize], weights: &[f64]) {
        match &mut self.class {
            Class::Compact(counts) => counts.add_slices(scores, excluded, weights),
            #[cfg(feature = "large")]
            Class::Large(counts) => counts.add_slices(scores, excluded, weights),
        }
    }

    /// The shares so far. Without a sample all shares are 0.
    #[must_use]
    pub fn acceptability(&self) -> Acceptability {
        match &self.class {
            Class::Compact(counts) => counts.acceptability(),
            #[cfg(feature = "large")]
            Class::Large(counts) => counts.acceptability(),
        }
    }
}

/// The tally of a size class, for up to `A` alternatives and `K` criteria.
#[derive(Clone, Debug)]
pub(crate) struct Counts<const A: usize, const K: usize> {
    alternatives: usize,
    criteria: usize,
    samples: usize,
    ranks: [[u32; A]; A],
    wins: [[u32; A]; A],
    first_ignoring_exclusions: [u32; A],
    weight_sums: [[f64; K]; A],
    regret_sums: [f64; A],
    not_excluded: [u32; A],
}

impl<const A: usize, const K: usize> Counts<A, K> {
    pub(crate) fn new(alternatives: usize, criteria: usize) -> Self {
        Self {
            alternatives,
            criteria,
            samples: 0,
            ranks: [[0; A]; A],
            wins: [[0; A]; A],
            first_ignoring_exclusions: [0; A],
            weight_sums: [[0.0; K]; A],
            regret_sums: [0.0; A],
            not_excluded: [0; A],
        }
    }

    fn add_slices(&mut self, scores: &[f64], excluded: &[usize], weights: &[f64]) {
        // Padding: an alternative that does not exist is behind every other.
        let mut padded_scores = [f64::NEG_INFINITY; A];
        padded_scores[..self.alternatives].copy_from_slice(scores);
        let mut padded_weights = [0.0; K];
        padded_weights[..self.criteria].copy_from_slice(weights);
        let all = (1_u32 << self.alternatives) - 1;
        let mask = excluded.iter().fold(0, |mask, &alternative| mask | 1 << alternative);
        self.add(&padded_scores, if mask == all { 0 } else { mask as u16 }, &padded_weights);
    }

    /// Counts a sample; bit a of `excluded` says that alternative a is.
    #[inline(always)]
    pub(crate) fn add(&mut self, scores: &[f64; A], excluded: u16, weights: &[f64; K]) {
        let width = width::<A>(self.alternatives);
        self.samples += 1;

        let open_ranks = rank(scores, width);
        for (count, &rank) in self.first_ignoring_exclusions[..width].iter_mut().zip(&open_ranks) {
            *count += u32::from(rank == 0);
        }
        let mut lowered = *scores;
        let mut ranks = open_ranks;
        if excluded != 0 {
            lower_excluded(&mut lowered, excluded, width);
            ranks = rank(&lowered, width);
        }

        let mut best = lowered[0];
        // Who is first is a coin toss to the processor, so no branch depends on it: past the end is a dummy, which happens
        // when ties within the tolerance form a circle.
        let mut winner = A;
        for a in 0..width {
            best = if lowered[a] > best { lowered[a] } else { best };
            winner = if ranks[a] == 0 { a } else { winner };
        }
        for a in 0..width {
            // `min` only tells the compiler that the rank is an index.
            self.ranks[a][ranks[a].min(A - 1)] += 1;
            for b in 0..width {
                self.wins[a][b] += u32::from(ahead(lowered[a], lowered[b]));
            }
            let counts = u32::from(!excluded >> a & 1);
            self.regret_sums[a] += (best - scores[a]) * f64::from(counts);
            self.not_excluded[a] += counts;
        }
        if let Some(sums) = self.weight_sums.get_mut(winner) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += weight;
            }
        }
    }

    pub(crate) fn acceptability(&self) -> Acceptability {
        let samples = self.samples.max(1) as f64;
        let share = |count: u32| f64::from(count) / samples;
        let all = 0..self.alternatives;
        let square = |counts: &[[u32; A]; A]| {
            let rows = counts[..self.alternatives].iter();
            rows.flat_map(|row| row[..self.alternatives].iter().map(|&count| share(count))).collect()
        };
        Acceptability {
            alternatives: self.alternatives,
            samples: self.samples,
            ranks: square(&self.ranks),
            pairwise: square(&self.wins),
            first_ignoring_exclusions: all.clone().map(|a| share(self.first_ignoring_exclusions[a])).collect(),
            central_weights: all
                .clone()
                .map(|a| {
                    let count = self.ranks[a][0];
                    let sums = &self.weight_sums[a][..self.criteria];
                    (count > 0).then(|| sums.iter().map(|sum| sum / f64::from(count)).collect())
                })
                .collect(),
            regret: all
                .map(|a| {
                    let count = self.not_excluded[a];
                    (count > 0).then(|| self.regret_sums[a] / f64::from(count))
                })
                .collect(),
        }
    }
}

/// How many alternatives are ahead of each: counting does the same work for every order, sorting does not.
#[inline(always)]
pub(crate) fn rank<const A: usize>(scores: &[f64; A], width: usize) -> [usize; A] {
    let mut ranks = [0; A];
    for later in 1..width {
        for earlier in 0..later {
            let overtakes = ahead(scores[later], scores[earlier]);
            ranks[earlier] += usize::from(overtakes);
            ranks[later] += usize::from(!overtakes);
        }
    }
    ranks
}

/// The scores by which excluded alternatives are ranked.
#[inline(always)]
pub(crate) fn lower_excluded<const A: usize>(scores: &mut [f64; A], excluded: u16, width: usize) {
    for (a, score) in scores[..width].iter_mut().enumerate() {
        *score -= EXCLUDED * f64::from(excluded >> a & 1);
    }
}
