//! The first phase: a model laid out for sampling, and the draw of its values.
//!
//! Everything that is the same in every sample is worked out here once: known variables are folded into the tables,
//! conditions on them are decided, and every uniform number has its distance from the start of the sample. What is left per
//! sample is a hundred and some random numbers and as many multiplications, without a branch.

use crate::model::{Condition, Model, Performance, Variable};
use crate::random::{GAMMA, ONE, STEP, SplitMix64, draw, unit};
use crate::size::width;

/// A model laid out for sampling in a size class of up to `A` alternatives.
pub(super) struct Plan<const A: usize> {
    alternatives: usize,
    stream: SplitMix64,
    draws: u64,
    /// The state of every variable that is known; one entry at least, for attributes that depend on none.
    known: Vec<u8>,
    unknown: Vec<Unknown>,
    /// Attributes by criterion.
    attributes: Vec<Laid>,
    /// Where the attributes of each criterion end.
    ends: Vec<usize>,
    /// Rows of one number per alternative, padded, all lowered by the half width of the noise.
    rows: Vec<f64>,
    /// Noise per step of its uniform number, both ways together.
    noise_step: f64,
    /// The factor on an attribute's weight when its uniform number is 0, and what the number adds.
    weight_base: f64,
    weight_range: f64,
    rules: Rules,
}

/// A variable that is drawn.
pub(super) struct Unknown {
    pub(super) variable: usize,
    /// From the start of a sample to its uniform number.
    distance: u64,
    states: Vec<u8>,
}

/// An attribute laid out.
struct Laid {
    weight: f64,
    weight_distance: u64,
    noise_distance: u64,
    at: Lookup,
}

/// The position of an attribute's row: at `start` plus the strides times the states of the two variables. A variable that
/// does not matter has stride 0.
#[derive(Clone, Copy)]
pub(super) struct Lookup {
    start: usize,
    first: usize,
    first_stride: usize,
    second: usize,
    second_stride: usize,
}

impl Lookup {
    /// The place of a performance's row in a table that starts at `start` and has rows of `width` numbers.
    pub(super) fn new(performance: &Performance, start: usize, width: usize) -> Self {
        let none = Self { start, first: 0, first_stride: 0, second: 0, second_stride: 0 };
        match *performance {
            Performance::Fixed(_) => none,
            Performance::ByOne { variable, .. } => Self { first: variable, first_stride: width, ..none },
            Performance::ByTwo { first, second, second_states, .. } => {
                Self { first, first_stride: width * second_states, second, second_stride: width, ..none }
            }
        }
    }

    #[inline(always)]
    pub(super) fn row(&self, state: impl Fn(usize) -> u8) -> usize {
        self.start
            + usize::from(state(self.first)) * self.first_stride
            + usize::from(state(self.second)) * self.second_stride
    }
}

impl<const A: usize> Plan<A> {
    pub(super) fn new(model: &Model, seed: u64) -> Self {
        let parts = model.parts();
        let width = width::<A>(parts.alternatives);
        let variables = &parts.variables;

        let mut rows = Vec::new();
        let mut attributes = Vec::with_capacity(parts.attributes.len());
        let mut ends = Vec::with_capacity(parts.criteria);
        for criterion in 0..parts.criteria {
            let members = parts.attributes.iter().enumerate().filter(|(_, of)| of.criterion == criterion);
            for (index, attribute) in members {
                let index = index as u64;
                attributes.push(Laid {
                    weight: attribute.weight,
                    weight_distance: distance(model.first_attribute_draw() + index),
                    noise_distance: distance(model.first_noise_draw() + index * parts.alternatives as u64),
                    at: Lookup::new(&attribute.performance, rows.len(), width),
                });
                for row in numbers(&attribute.performance).chunks_exact(parts.alternatives) {
                    rows.extend(row.iter().map(|number| number - parts.noise));
                    rows.resize(rows.len() + width - parts.alternatives, 0.0);
                }
            }
            ends.push(attributes.len());
        }

        let mut known = vec![0; variables.len().max(1)];
        let mut unknown = Vec::new();
        for (index, variable) in variables.iter().enumerate() {
            match variable {
                Variable::Known(state) => known[index] = *state as u8,
                Variable::Unknown(states) => unknown.push(Unknown::new(model, index, states)),
            }
        }
        Self {
            alternatives: parts.alternatives,
            stream: SplitMix64::new(seed),
            draws: model.draws_per_sample(),
            known,
            unknown,
            attributes,
            ends,
            rows,
            noise_step: 2.0 * parts.noise * STEP,
            weight_base: 1.0 - parts.weight_spread,
            weight_range: 2.0 * parts.weight_spread,
            rules: Rules::new(
                model,
                |_| true,
                |variable| match variables[variable] {
                    Variable::Known(state) => Some(state as u8),
                    Variable::Unknown(_) => None,
                },
            ),
        }
    }

    /// Numbers that [`draw`](Self::draw) writes for each sample: one per criterion and alternative, padding included.
    pub(super) fn values_per_sample(&self) -> usize {
        self.ends.len() * width::<A>(self.alternatives)
    }

    /// The counter before the first uniform number of a sample.
    #[inline(always)]
    pub(super) fn before(&self, sample: usize) -> u64 {
        self.stream.before((sample as u64).wrapping_mul(self.draws))
    }

    /// Draws the samples from `start` on, as many as `excluded` has room for.
    #[inline(never)]
    pub(super) fn draw(&self, start: usize, values: &mut [f64], excluded: &mut [u16]) {
        let mut states = self.known.clone();
        let samples = values.chunks_exact_mut(self.values_per_sample()).zip(excluded);
        for (sample, (values, excluded)) in (start..).zip(samples) {
            let before = self.before(sample);
            for unknown in &self.unknown {
                states[unknown.variable] = unknown.draw(before);
            }
            self.draw_values(before, &states, values);
            *excluded = self.rules.unless_all(self.rules.excluded(|variable| states[variable]));
        }
    }

    #[inline(always)]
    fn draw_values(&self, before: u64, states: &[u8], values: &mut [f64]) {
        let width = width::<A>(self.alternatives);
        let mut first = 0;
        for (values, &end) in values.chunks_exact_mut(width).zip(&self.ends) {
            let mut sums = [0.0; A];
            let mut total = 0.0;
            for attribute in &self.attributes[first..end] {
                let weight = self.weight(attribute, before);
                total += weight;
                let row = attribute.at.row(|variable| states[variable]);
                let row = &self.rows[row..row + width];
                let mut counter = before.wrapping_add(attribute.noise_distance);
                for (sum, lowest) in sums[..width].iter_mut().zip(row) {
                    *sum += weight * (lowest + draw(counter) as i64 as f64 * self.noise_step);
                    counter = counter.wrapping_add(GAMMA);
                }
            }
            let scale = 1.0 / total;
            for (value, sum) in values.iter_mut().zip(&sums) {
                *value = sum * scale;
            }
            first = end;
        }
    }

    /// An attribute's weight in a sample, before it is normalized.
    #[inline(always)]
    fn weight(&self, attribute: &Laid, before: u64) -> f64 {
        let u = unit(draw(before.wrapping_add(attribute.weight_distance)));
        attribute.weight * (self.weight_base + self.weight_range * u)
    }

    /// The sum of the attributes' weights in a sample, by criterion.
    pub(super) fn weight_totals(&self, before: u64, totals: &mut [f64]) {
        let mut first = 0;
        for (total, &end) in totals.iter_mut().zip(&self.ends) {
            let weights = self.attributes[first..end].iter().map(|attribute| self.weight(attribute, before));
            *total = weights.fold(0.0, |total, weight| total + weight);
            first = end;
        }
    }

    pub(super) fn unknown(&self) -> &[Unknown] {
        &self.unknown
    }

    pub(super) fn known(&self) -> &[u8] {
        &self.known
    }
}

impl Unknown {
    pub(super) fn new(model: &Model, variable: usize, states: &[usize]) -> Self {
        Self {
            variable,
            distance: distance(model.first_variable_draw() + variable as u64),
            states: states.iter().map(|&state| state as u8).collect(),
        }
    }

    /// The state in a sample: floor(u × count), in whole steps.
    #[inline(always)]
    pub(super) fn draw(&self, before: u64) -> u8 {
        let steps = draw(before.wrapping_add(self.distance));
        self.states[((steps * self.states.len() as u64) / ONE) as usize]
    }
}

/// Exclusions, with what is already decided left out.
pub(super) struct Rules {
    /// Alternatives that are excluded in every sample.
    always: u16,
    /// One bit for every alternative.
    all: u16,
    clauses: Vec<Clause>,
    conditions: Vec<Condition>,
}

struct Clause {
    alternative: u16,
    end: usize,
}

impl Rules {
    /// The exclusions of the alternatives that `of` picks; `known` gives the state of a variable, if that is certain.
    pub(super) fn new(model: &Model, of: impl Fn(usize) -> bool, known: impl Fn(usize) -> Option<u8>) -> Self {
        let parts = model.parts();
        let mut rules = Self {
            always: 0,
            all: ((1_u32 << parts.alternatives) - 1) as u16,
            clauses: Vec::new(),
            conditions: Vec::new(),
        };
        for exclusion in parts.exclusions.iter().filter(|exclusion| of(exclusion.alternative)) {
            let alternative = 1 << exclusion.alternative;
            for clause in &exclusion.clauses {
                let decided = |condition: &Condition| {
                    let never = (condition.states == 0).then_some(false);
                    never.or_else(|| known(condition.variable).map(|state| condition.holds(state)))
                };
                if clause.iter().any(|condition| decided(condition) == Some(false)) {
                    continue;
                }
                let open = clause.len();
                let before = rules.conditions.len();
                rules.conditions.extend(clause.iter().filter(|condition| decided(condition).is_none()));
                if open == 0 || rules.conditions.len() == before {
                    rules.always |= alternative;
                } else {
                    rules.clauses.push(Clause { alternative, end: rules.conditions.len() });
                }
            }
        }
        rules
    }

    /// The alternatives that a clause excludes.
    #[inline(always)]
    pub(super) fn excluded(&self, state: impl Fn(usize) -> u8) -> u16 {
        let mut excluded = self.always;
        let mut first = 0;
        for clause in &self.clauses {
            let conditions = &self.conditions[first..clause.end];
            let holds = conditions.iter().fold(true, |holds, on| holds & on.holds(state(on.variable)));
            excluded |= if holds { clause.alternative } else { 0 };
            first = clause.end;
        }
        excluded
    }

    /// If all alternatives are excluded, none is.
    #[inline(always)]
    pub(super) fn unless_all(&self, excluded: u16) -> u16 {
        if excluded == self.all { 0 } else { excluded }
    }
}

/// All numbers of a performance.
pub(super) fn numbers(performance: &Performance) -> &[f64] {
    match performance {
        Performance::Fixed(table) | Performance::ByOne { table, .. } | Performance::ByTwo { table, .. } => table,
    }
}

/// From the counter before a sample to the uniform number at `position` in it.
pub(super) fn distance(position: u64) -> u64 {
    (position + 1).wrapping_mul(GAMMA)
}
