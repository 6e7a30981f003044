//! A study: a model sampled once, then judged under any ratings of the criteria.
//!
//! Stochastic multicriteria acceptability analysis (SMAA-2; Lahdelma & Salminen, Operations Research 49, 2001) in two
//! phases. [`Study::sample`] draws everything that does not depend on the ratings: attribute weights, noise, unknown
//! variables, exclusions. [`Study::outcome`] draws the weights of the criteria and ranks, which is the cheaper part and all
//! there is to redo when a rating changes. Where memory is short, [`outcome_of`] does both and keeps nothing.
//!
//! The same model, sampling and ratings give the same bits on every platform: the only operations on floating-point numbers
//! are the four basic ones and comparisons, always in the same order.

mod learning;
mod plan;

pub use learning::{Learning, total_variation};

use crate::acceptability::{Acceptability, Counts, lower_excluded, rank};
use crate::error::{Error, Problem};
use crate::model::Model;
use crate::percentile;
use crate::random::SplitMix64;
use crate::size::{COMPACT_ALTERNATIVES, COMPACT_CRITERIA, Size, width};
use crate::weight_sampling::Ordering;
use crate::weights::{apply_factors, is_neutral};
use plan::Plan;

/// How to sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// How many samples; the error of a share shrinks with the square root, to at most 0.0077 (95 %) at 16,384.
    pub samples: usize,
    /// Seed of the random numbers: [`SplitMix64`], [`Model::draws_per_sample`] numbers a sample.
    pub seed: u64,
}

/// What comes out under one set of ratings.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// How often each alternative has each rank.
    pub acceptability: Acceptability,
    /// Per alternative: the percentiles of its score that were asked for, exclusions ignored.
    pub score_percentiles: Vec<Vec<f64>>,
}

/// A sampled model. Takes 8 bytes per sample, criterion and alternative (at least 3), and 2 more per sample.
#[derive(Clone, Debug)]
pub struct Study {
    alternatives: usize,
    criteria: usize,
    size: Size,
    sampling: Sampling,
    draws: u64,
    /// On the weights of the criteria; empty if none changes anything.
    factors: Vec<f64>,
    /// Value of every sample × criterion × alternative.
    values: Vec<f64>,
    /// A bit per excluded alternative for every sample.
    excluded: Vec<u16>,
}

impl Study {
    /// Samples a model.
    ///
    /// # Errors
    /// [`Problem::NoSample`].
    #[inline(never)]
    pub fn sample(model: &Model, sampling: Sampling) -> Result<Self, Error> {
        if sampling.samples == 0 {
            return Err(Problem::NoSample.into());
        }
        let parts = model.parts();
        let size = Size::of(parts.alternatives, parts.criteria)?;
        let (values, excluded) = match size {
            Size::Compact => draw_all::<COMPACT_ALTERNATIVES>(model, sampling),
            #[cfg(feature = "large")]
            Size::Large => draw_all::<{ crate::size::LARGE_ALTERNATIVES }>(model, sampling),
        };
        Ok(Self {
            alternatives: parts.alternatives,
            criteria: parts.criteria,
            size,
            sampling,
            draws: model.draws_per_sample(),
            factors: effective_factors(&parts.factors),
            values,
            excluded,
        })
    }

    /// Ranks the alternatives in every sample under weights that agree with the ratings (one per criterion, read as in
    /// [`tier_weights`](crate::weights::tier_weights)), and takes percentiles (each from 0 to 1) of their scores.
    ///
    /// # Errors
    /// [`Problem::RatingCount`].
    #[inline(never)]
    pub fn outcome(&self, ratings: &[u8], percentiles: &[f64]) -> Result<Outcome, Error> {
        Model::check_ratings(self.criteria, ratings)?;
        Ok(match self.size {
            Size::Compact => self.judge::<COMPACT_ALTERNATIVES, COMPACT_CRITERIA>(ratings, percentiles),
            #[cfg(feature = "large")]
            Size::Large => {
                self.judge::<{ crate::size::LARGE_ALTERNATIVES }, { crate::size::LARGE_CRITERIA }>(ratings, percentiles)
            }
        })
    }

    /// [`outcome`](Self::outcome) without percentiles.
    ///
    /// # Errors
    /// [`Problem::RatingCount`].
    pub fn acceptability(&self, ratings: &[u8]) -> Result<Acceptability, Error> {
        self.outcome(ratings, &[]).map(|outcome| outcome.acceptability)
    }

    /// Percentiles of the scores, per alternative, exclusions ignored. Costs as much as [`outcome`](Self::outcome).
    ///
    /// # Errors
    /// [`Problem::RatingCount`].
    pub fn score_percentiles(&self, ratings: &[u8], percentiles: &[f64]) -> Result<Vec<Vec<f64>>, Error> {
        self.outcome(ratings, percentiles).map(|outcome| outcome.score_percentiles)
    }

    /// The share of samples in which each alternative is first under these weights, one per criterion, whatever the ratings
    /// and factors: what the unknown variables and the noise do by themselves.
    ///
    /// # Errors
    /// [`Problem::WeightCount`].
    #[inline(never)]
    pub fn first_shares_under(&self, weights: &[f64]) -> Result<Vec<f64>, Error> {
        Model::check_weights(self.criteria, weights)?;
        Ok(match self.size {
            Size::Compact => self.count_first::<COMPACT_ALTERNATIVES, COMPACT_CRITERIA>(weights),
            #[cfg(feature = "large")]
            Size::Large => {
                self.count_first::<{ crate::size::LARGE_ALTERNATIVES }, { crate::size::LARGE_CRITERIA }>(weights)
            }
        })
    }

    fn count_first<const A: usize, const K: usize>(&self, weights: &[f64]) -> Vec<f64> {
        let width = width::<A>(self.alternatives);
        let mut padded = [0.0; K];
        padded[..self.criteria].copy_from_slice(weights);
        let mut counts = [0_u32; A];
        for (values, &excluded) in self.values.chunks_exact(self.criteria * width).zip(&self.excluded) {
            let mut scores = score::<A, K>(values, &padded, self.alternatives);
            lower_excluded(&mut scores, excluded, width);
            for (count, rank) in counts.iter_mut().zip(rank(&scores, width)) {
                *count += u32::from(rank == 0);
            }
        }
        counts[..self.alternatives].iter().map(|&count| f64::from(count) / self.sampling.samples as f64).collect()
    }

    fn judge<const A: usize, const K: usize>(&self, ratings: &[u8], percentiles: &[f64]) -> Outcome {
        let mut judge = Judge::<A, K>::new(self.alternatives, ratings, self.sampling, self.draws, percentiles);
        judge.factors.clone_from(&self.factors);
        judge.add(&self.values, &self.excluded);
        judge.outcome()
    }
}

/// [`Study::sample`] and [`Study::outcome`] in one pass that keeps no sample: the same outcome, to the bit, in 8 bytes per
/// sample and alternative, or in next to nothing without percentiles.
///
/// # Errors
/// [`Problem::NoSample`] and [`Problem::RatingCount`].
#[inline(never)]
pub fn outcome_of(model: &Model, ratings: &[u8], sampling: Sampling, percentiles: &[f64]) -> Result<Outcome, Error> {
    let parts = model.parts();
    if sampling.samples == 0 {
        return Err(Problem::NoSample.into());
    }
    Model::check_ratings(parts.criteria, ratings)?;
    Ok(match Size::of(parts.alternatives, parts.criteria)? {
        Size::Compact => stream::<COMPACT_ALTERNATIVES, COMPACT_CRITERIA>(model, ratings, sampling, percentiles),
        #[cfg(feature = "large")]
        Size::Large => stream::<{ crate::size::LARGE_ALTERNATIVES }, { crate::size::LARGE_CRITERIA }>(
            model,
            ratings,
            sampling,
            percentiles,
        ),
    })
}

/// Samples that are drawn before they are judged, when none is kept: few enough to stay in the cache.
const BLOCK: usize = 64;

fn stream<const A: usize, const K: usize>(
    model: &Model,
    ratings: &[u8],
    sampling: Sampling,
    percentiles: &[f64],
) -> Outcome {
    let parts = model.parts();
    let plan = Plan::<A>::new(model, sampling.seed);
    let mut judge = Judge::<A, K>::new(parts.alternatives, ratings, sampling, model.draws_per_sample(), percentiles);
    judge.factors = effective_factors(&parts.factors);
    let mut values = vec![0.0; BLOCK * plan.values_per_sample()];
    let mut excluded = [0; BLOCK];
    let mut start = 0;
    while start < sampling.samples {
        let count = BLOCK.min(sampling.samples - start);
        let values = &mut values[..count * plan.values_per_sample()];
        plan.draw(start, values, &mut excluded[..count]);
        judge.add(values, &excluded[..count]);
        start += count;
    }
    judge.outcome()
}

#[inline(never)]
fn draw_all<const A: usize>(model: &Model, sampling: Sampling) -> (Vec<f64>, Vec<u16>) {
    let plan = Plan::<A>::new(model, sampling.seed);
    let mut values = vec![0.0; sampling.samples * plan.values_per_sample()];
    let mut excluded = vec![0; sampling.samples];
    plan.draw(0, &mut values, &mut excluded);
    (values, excluded)
}

/// The second phase: draws weights and ranks, sample by sample in order.
struct Judge<const A: usize, const K: usize> {
    alternatives: usize,
    criteria: usize,
    stream: SplitMix64,
    draws: u64,
    ordering: Ordering<K>,
    factors: Vec<f64>,
    counts: Counts<A, K>,
    added: usize,
    samples: usize,
    percentiles: Vec<f64>,
    /// Alternative × sample, if percentiles are asked for.
    scores: Vec<f64>,
}

impl<const A: usize, const K: usize> Judge<A, K> {
    fn new(alternatives: usize, ratings: &[u8], sampling: Sampling, draws: u64, percentiles: &[f64]) -> Self {
        let kept = if percentiles.is_empty() { 0 } else { alternatives * sampling.samples };
        Self {
            alternatives,
            criteria: ratings.len(),
            stream: SplitMix64::new(sampling.seed),
            draws,
            ordering: Ordering::new(ratings),
            factors: Vec::new(),
            counts: Counts::new(alternatives, ratings.len()),
            added: 0,
            samples: sampling.samples,
            percentiles: percentiles.to_vec(),
            scores: vec![0.0; kept],
        }
    }

    #[inline(never)]
    fn add(&mut self, values: &[f64], excluded: &[u16]) {
        let width = width::<A>(self.alternatives);
        for (values, &excluded) in values.chunks_exact(self.criteria * width).zip(excluded) {
            let mut weights = self.ordering.draw(self.stream.before(self.added as u64 * self.draws));
            apply_factors(&mut weights, &self.factors);
            let scores = score::<A, K>(values, &weights, self.alternatives);
            self.counts.add(&scores, excluded, &weights);
            if !self.scores.is_empty() {
                for (alternative, &score) in scores[..self.alternatives].iter().enumerate() {
                    self.scores[alternative * self.samples + self.added] = score;
                }
            }
            self.added += 1;
        }
    }

    fn outcome(mut self) -> Outcome {
        let score_percentiles = if self.scores.is_empty() {
            vec![Vec::new(); self.alternatives]
        } else {
            self.scores
                .chunks_exact_mut(self.samples)
                .filter_map(|scores| percentile::of_unsorted(scores, &self.percentiles))
                .collect()
        };
        Outcome { acceptability: self.counts.acceptability(), score_percentiles }
    }
}

/// The factors on the weights of the criteria, or none if none of them changes anything.
fn effective_factors(factors: &[f64]) -> Vec<f64> {
    if factors.iter().all(|&factor| is_neutral(factor)) { Vec::new() } else { factors.to_vec() }
}

/// Weighted sums of the values of a sample. Alternatives that only pad the size class get minus infinity.
#[inline(always)]
fn score<const A: usize, const K: usize>(values: &[f64], weights: &[f64; K], alternatives: usize) -> [f64; A] {
    let width = width::<A>(alternatives);
    let mut scores = [0.0; A];
    for (values, weight) in values.chunks_exact(width).zip(weights) {
        for (score, value) in scores[..width].iter_mut().zip(values) {
            *score += weight * value;
        }
    }
    for score in &mut scores[alternatives..] {
        *score = f64::NEG_INFINITY;
    }
    scores
}
