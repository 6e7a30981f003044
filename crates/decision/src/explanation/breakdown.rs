//! Breaks the lead of one alternative over another into bars that add up to it as displayed.

use super::reasons::insert_ranked;
use crate::{
    evaluation::{Evaluation, is_answered},
    explanation::Cause,
};
use assessment::{Alternative, Assessment, ItemId};

/// Tenths of a point of the index (50 + 50 times the score) in one unit of score.
const TENTHS: f64 = 500.0;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Its basis.
    pub cause: Cause,
    /// What it adds to the lead, in tenths of a point of the index. The bars add up to the lead exactly, so a bar can be
    /// shown a tenth higher or lower than it would round by itself.
    pub tenths: i32,
    /// What it adds, unrounded, as score.
    pub effect: f64,
}

/// All bars, the largest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakdown {
    /// Whose lead it is.
    pub of: Alternative,
    /// Over whom; the lead can be negative.
    pub over: Alternative,
    /// Answered items and, as one bar, the priorities.
    pub bars: Vec<Bar>,
    /// The lead in tenths of a point of the index.
    pub lead: i32,
}

impl Breakdown {
    /// Breaks down the lead of `of` over `over`.
    #[must_use]
    pub fn of(assessment: &Assessment, evaluation: &Evaluation, of: Alternative, over: Alternative) -> Self {
        let mut effects: Vec<(Cause, f64)> = Vec::new();
        let mut priorities = 0.0;
        for (n, item) in assessment.items.iter().enumerate() {
            let id = ItemId::from_index(n);
            let effect = evaluation.scores.contribution(id, of, over);
            if item.is_profile() {
                priorities += effect;
            } else if is_answered(item, &evaluation.reading) {
                effects.push((Cause::Item(id), effect));
            }
        }
        effects.push((Cause::Priorities, priorities));
        let lead = nearest(effects.iter().map(|(_, effect)| effect * TENTHS).sum());
        let tenths = apportioned(&effects.iter().map(|(_, effect)| effect * TENTHS).collect::<Vec<_>>(), lead);
        let mut bars = Vec::with_capacity(effects.len());
        for ((cause, effect), tenths) in effects.into_iter().zip(tenths) {
            insert_ranked(&mut bars, Bar { cause, tenths, effect }, |bar| bar.effect.abs());
        }
        Self { of, over, bars, lead }
    }
}

fn nearest(x: f64) -> i32 {
    (x + 0.5 + 1e-9).floor() as i32
}

/// Whole numbers near the given ones whose sum is `total`: each is rounded down, and those with the largest remainder get
/// one more.
fn apportioned(exact: &[f64], total: i32) -> Vec<i32> {
    let mut whole: Vec<i32> = exact.iter().map(|x| x.floor() as i32).collect();
    let left = (total - whole.iter().sum::<i32>()).max(0) as usize;
    let mut by_remainder = Vec::with_capacity(exact.len());
    for (n, x) in exact.iter().enumerate() {
        insert_ranked(&mut by_remainder, (n, x - x.floor()), |(_, remainder)| *remainder);
    }
    for (n, _) in by_remainder.iter().take(left) {
        whole[*n] += 1;
    }
    whole
}
