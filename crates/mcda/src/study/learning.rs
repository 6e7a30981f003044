//! What it would be worth to learn a variable: how far would the shares of first ranks move?
//!
//! Many what-if questions about one model under one set of ratings, each a change of a few variables. So the samples are
//! drawn and weighed once, and a change recomputes only the attributes and exclusions that depend on it. Noise and weights
//! stay as drawn, which makes the comparison sharper than two independent studies.

use super::plan::{Lookup, Plan, Rules, Unknown, numbers};
use super::{Sampling, effective_factors, score};
use crate::acceptability::{lower_excluded, rank};
use crate::error::{Error, Problem};
use crate::model::{Model, Performance, Variable};
use crate::random::{SplitMix64, draw, unit};
use crate::size::{COMPACT_ALTERNATIVES, COMPACT_CRITERIA, Size, width};
use crate::weight_sampling::Ordering;
use crate::weights::apply_factors;

/// A model sampled under one set of ratings, for questions of the form "what if this variable were known?".
///
/// Takes per sample 8 bytes for each criterion and (at least 3) alternatives, and 1 for each variable.
///
/// ```
/// use mcda::{Attribute, Learning, Model, ModelParts, Performance, Sampling, Variable};
///
/// // The second alternative is better in one state of two, so knowing the state means knowing the best alternative.
/// let model = Model::new(ModelParts {
///     alternatives: 2,
///     criteria: 1,
///     variables: vec![Variable::Unknown(vec![0, 1])],
///     attributes: vec![Attribute {
///         criterion: 0,
///         weight: 1.0,
///         performance: Performance::ByOne { variable: 0, table: vec![1.0, 0.0, 0.0, 1.0] },
///     }],
///     ..ModelParts::default()
/// })?;
/// let learning = Learning::sample(&model, &[1], Sampling { samples: 1024, seed: 1 })?;
/// assert_eq!(learning.first_shares_with(&[(0, Variable::Known(1))])?, [0.0, 1.0]);
/// assert_eq!(learning.value_of_learning(0)?, 0.5);
/// # Ok::<(), mcda::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Learning {
    model: Model,
    size: Size,
    sampling: Sampling,
    first_shares: Vec<f64>,
    /// Sample × alternative, padded, exclusions ignored.
    scores: Vec<f64>,
    /// Criterion × sample: its weight over the sum of its attributes' weights.
    scales: Vec<f64>,
    /// Variable × sample.
    states: Vec<u8>,
    /// Per sample, before "if all are excluded, none is".
    excluded: Vec<u16>,
}

impl Learning {
    /// Samples a model and draws weights that agree with the ratings, exactly as [`Study`](super::Study) does.
    ///
    /// # Errors
    /// [`Problem::NoSample`] and [`Problem::RatingCount`].
    #[inline(never)]
    pub fn sample(model: &Model, ratings: &[u8], sampling: Sampling) -> Result<Self, Error> {
        let parts = model.parts();
        if sampling.samples == 0 {
            return Err(Problem::NoSample.into());
        }
        Model::check_ratings(parts.criteria, ratings)?;
        let size = Size::of(parts.alternatives, parts.criteria)?;
        let mut learning = Self {
            model: model.clone(),
            size,
            sampling,
            first_shares: Vec::new(),
            scores: Vec::new(),
            scales: vec![0.0; parts.criteria * sampling.samples],
            states: vec![0; parts.variables.len() * sampling.samples],
            excluded: vec![0; sampling.samples],
        };
        match size {
            Size::Compact => learning.fill::<COMPACT_ALTERNATIVES, COMPACT_CRITERIA>(ratings),
            #[cfg(feature = "large")]
            Size::Large => {
                learning.fill::<{ crate::size::LARGE_ALTERNATIVES }, { crate::size::LARGE_CRITERIA }>(ratings);
            }
        }
        Ok(learning)
    }

    /// The share of samples in which each alternative is first, with the current states.
    #[must_use]
    pub fn first_shares(&self) -> &[f64] {
        &self.first_shares
    }

    /// The share of samples in which each alternative would be first if some variables were redefined: known, or unknown
    /// among other states. The last redefinition of a variable counts.
    ///
    /// # Errors
    /// [`Problem::ChangedVariable`], and what [`Model::new`] says about states.
    #[inline(never)]
    pub fn first_shares_with(&self, changes: &[(usize, Variable)]) -> Result<Vec<f64>, Error> {
        self.model.check_changes(changes)?;
        Ok(match self.size {
            Size::Compact => self.shares_with::<COMPACT_ALTERNATIVES>(changes),
            #[cfg(feature = "large")]
            Size::Large => self.shares_with::<{ crate::size::LARGE_ALTERNATIVES }>(changes),
        })
    }

    /// How far learning a variable would move the shares of first ranks: the mean, over the states that it can be in, of
    /// the [`total_variation`] between the shares now and the shares then. From 0 to 1; 0 if it is known.
    ///
    /// # Errors
    /// [`Problem::ChangedVariable`] if there is no such variable.
    pub fn value_of_learning(&self, variable: usize) -> Result<f64, Error> {
        let Some(definition) = self.model.parts().variables.get(variable) else {
            return Err(Problem::ChangedVariable { variable }.into());
        };
        let states = definition.states();
        let mut total = 0.0;
        for &state in states {
            let shares = self.first_shares_with(&[(variable, Variable::Known(state))])?;
            total += total_variation(&self.first_shares, &shares);
        }
        Ok(total / states.len() as f64)
    }

    fn fill<const A: usize, const K: usize>(&mut self, ratings: &[u8]) {
        let parts = self.model.parts();
        let samples = self.sampling.samples;
        let plan = Plan::<A>::new(&self.model, self.sampling.seed);
        let ordering = Ordering::<K>::new(ratings);
        let width = width::<A>(parts.alternatives);

        for (variable, states) in self.states.chunks_exact_mut(samples).enumerate() {
            states.fill(plan.known()[variable]);
        }
        for unknown in plan.unknown() {
            let states = &mut self.states[unknown.variable * samples..][..samples];
            for (sample, state) in states.iter_mut().enumerate() {
                *state = unknown.draw(plan.before(sample));
            }
        }

        let mut values = vec![0.0; plan.values_per_sample()];
        let mut totals = vec![0.0; parts.criteria];
        let factors = effective_factors(&parts.factors);
        self.scores.reserve_exact(samples * width);
        for sample in 0..samples {
            let before = plan.before(sample);
            plan.draw(sample, &mut values, &mut [0]);
            plan.weight_totals(before, &mut totals);
            let mut weights = ordering.draw(before);
            apply_factors(&mut weights, &factors);
            for (criterion, total) in totals.iter().enumerate() {
                self.scales[criterion * samples + sample] = weights[criterion] / total;
            }
            let scores = score::<A, K>(&values, &weights, parts.alternatives);
            self.scores.extend_from_slice(&scores[..width]);
        }

        let rules = Rules::new(&self.model, |_| true, |_| None);
        for (sample, excluded) in self.excluded.iter_mut().enumerate() {
            *excluded = rules.excluded(|variable| self.states[variable * samples + sample]);
        }
        self.first_shares = count_first::<A>(&self.scores, &self.excluded, &rules, parts.alternatives);
    }

    fn shares_with<const A: usize>(&self, changes: &[(usize, Variable)]) -> Vec<f64> {
        let parts = self.model.parts();
        let samples = self.sampling.samples;
        let stream = SplitMix64::new(self.sampling.seed);
        let draws = self.model.draws_per_sample();

        // The states of every variable: as drawn, or as redefined.
        let as_drawn: Vec<&[u8]> = self.states.chunks_exact(samples).collect();
        let redefined: Vec<(usize, Vec<u8>)> = changes
            .iter()
            .map(|(variable, definition)| {
                let states = match definition {
                    Variable::Known(state) => vec![*state as u8; samples],
                    Variable::Unknown(states) => {
                        let unknown = Unknown::new(&self.model, *variable, states);
                        let before = |sample: usize| stream.before(sample as u64 * draws);
                        (0..samples).map(|sample| unknown.draw(before(sample))).collect()
                    }
                };
                (*variable, states)
            })
            .collect();
        let mut states = as_drawn.clone();
        for (variable, redefinition) in &redefined {
            states[*variable] = redefinition;
        }
        let is_changed = |variable: usize| changes.iter().any(|(changed, _)| *changed == variable);

        let mut scores = self.scores.clone();
        for (index, attribute) in parts.attributes.iter().enumerate() {
            if variables_of(&attribute.performance).into_iter().flatten().any(is_changed) {
                self.move_scores::<A>(index, &as_drawn, &states, &mut scores);
            }
        }

        let touched = |alternative: usize| {
            let mut own = parts.exclusions.iter().filter(|exclusion| exclusion.alternative == alternative);
            own.any(|exclusion| exclusion.clauses.iter().flatten().any(|on| is_changed(on.variable)))
        };
        let touched_mask = (0..parts.alternatives).filter(|&a| touched(a)).fold(0_u16, |mask, a| mask | 1 << a);
        let certain = |variable: usize| {
            let last = changes.iter().rev().find(|(changed, _)| *changed == variable);
            match last.map_or(&parts.variables[variable], |(_, definition)| definition) {
                Variable::Known(state) => Some(*state as u8),
                Variable::Unknown(_) => None,
            }
        };
        let rules = Rules::new(&self.model, |alternative| touched_mask >> alternative & 1 == 1, certain);
        let mut excluded = self.excluded.clone();
        if touched_mask != 0 {
            for (sample, excluded) in excluded.iter_mut().enumerate() {
                *excluded = *excluded & !touched_mask | rules.excluded(|variable| states[variable][sample]);
            }
        }
        count_first::<A>(&scores, &excluded, &rules, parts.alternatives)
    }

    /// Moves the scores by what an attribute's row in the new states differs from that in the old. Its noise is the same in
    /// both and cancels out.
    fn move_scores<const A: usize>(&self, index: usize, old: &[&[u8]], new: &[&[u8]], scores: &mut [f64]) {
        let parts = self.model.parts();
        let attribute = &parts.attributes[index];
        let width = width::<A>(parts.alternatives);
        let samples = self.sampling.samples;
        let mut table = Vec::new();
        for row in numbers(&attribute.performance).chunks_exact(parts.alternatives) {
            table.extend_from_slice(row);
            table.resize(table.len() + width - parts.alternatives, 0.0);
        }
        let at = Lookup::new(&attribute.performance, 0, width);
        let draws = self.model.draws_per_sample();
        let stream = SplitMix64::new(self.sampling.seed);
        let position = self.model.first_attribute_draw() + index as u64 + 1;
        let scales = &self.scales[attribute.criterion * samples..][..samples];
        for (sample, (scores, scale)) in scores.chunks_exact_mut(width).zip(scales).enumerate() {
            let u = unit(draw(stream.before(sample as u64 * draws + position)));
            let weight = attribute.weight * (1.0 - parts.weight_spread + 2.0 * parts.weight_spread * u);
            let old_row = at.row(|variable| old[variable][sample]);
            let new_row = at.row(|variable| new[variable][sample]);
            let rows = table[old_row..old_row + width].iter().zip(&table[new_row..new_row + width]);
            for (score, (old, new)) in scores.iter_mut().zip(rows) {
                *score += weight * scale * (new - old);
            }
        }
    }
}

/// Half the sum of absolute differences of two lists of shares: how much of the one is elsewhere in the other.
#[must_use]
pub fn total_variation(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).sum::<f64>() / 2.0
}

fn count_first<const A: usize>(scores: &[f64], excluded: &[u16], rules: &Rules, alternatives: usize) -> Vec<f64> {
    let width = width::<A>(alternatives);
    let mut counts = [0_u32; A];
    for (sample, &excluded) in scores.chunks_exact(width).zip(excluded) {
        let mut scores = [0.0; A];
        scores[..width].copy_from_slice(sample);
        lower_excluded(&mut scores, rules.unless_all(excluded), width);
        let ranks = rank(&scores, width);
        for (count, &rank) in counts[..width].iter_mut().zip(&ranks) {
            *count += u32::from(rank == 0);
        }
    }
    counts[..alternatives].iter().map(|&count| f64::from(count) / excluded.len() as f64).collect()
}

/// The variables that a performance depends on.
fn variables_of(performance: &Performance) -> [Option<usize>; 2] {
    match *performance {
        Performance::Fixed(_) => [None, None],
        Performance::ByOne { variable, .. } => [Some(variable), None],
        Performance::ByTwo { first, second, .. } => [Some(first), Some(second)],
    }
}
