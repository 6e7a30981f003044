//! Reasons for and against each alternative, and the contributions that add up to the gap.

use assessment::{Alternative, Assessment, ItemId};

use crate::evaluation::{Evaluation, ValueModel, is_answered};
use mcda::comparison::SCORE_EPSILON;

/// Levels within this are equal.
const LEVEL_EPSILON: f64 = 1e-9;

/// The basis of a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The answer to an item's question or questions.
    Item(ItemId),
    /// The visitor's priorities, by way of what each model is good at in general.
    Priorities,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// Its basis.
    pub cause: Cause,
    /// What it adds to the alternative's score over the mean of the other two.
    pub effect: f64,
}

/// The reasons for and against one alternative, strongest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reasons {
    /// What speaks for it.
    pub speaking_for: Vec<Reason>,
    /// What speaks against it.
    pub speaking_against: Vec<Reason>,
}

impl Reasons {
    /// The reasons of an alternative against the mean of the other two: answered items whose level for it says so by itself,
    /// and all profiles as one.
    #[must_use]
    pub fn of(assessment: &Assessment, evaluation: &Evaluation, alternative: Alternative) -> Self {
        let [b, c] = alternative.others();
        let model = ValueModel::new(assessment);
        let levels = assessment.reason_levels;
        let mut all = Vec::new();
        let mut priorities = 0.0;
        for (n, item) in assessment.items.iter().enumerate() {
            let evidence = evaluation.scores.evidence[n];
            let others = f64::midpoint(evidence[b.index()], evidence[c.index()]);
            let effect = evaluation.scores.item_weights[n] * (evidence[alternative.index()] - others);
            if item.is_profile() {
                priorities += effect;
            } else if is_answered(item, &evaluation.reading) {
                let id = ItemId::from_index(n);
                // Half a table has the mean level of what the open half can still be.
                let level = 4.0 * evidence[alternative.index()] + model.base(id)[alternative.index()];
                let says_so = if effect > 0.0 {
                    level >= f64::from(levels.for_at_least) - LEVEL_EPSILON
                } else {
                    level <= f64::from(levels.against_at_most) + LEVEL_EPSILON
                };
                if says_so {
                    all.push(Reason { cause: Cause::Item(id), effect });
                }
            }
        }
        all.push(Reason { cause: Cause::Priorities, effect: priorities });
        let threshold = assessment.reason_threshold - SCORE_EPSILON;
        let strongest = |keep: fn(f64, f64) -> bool| {
            let mut kept = Vec::new();
            for reason in all.iter().filter(|reason| keep(reason.effect, threshold)) {
                insert_ranked(&mut kept, *reason, |reason| reason.effect.abs());
            }
            kept
        };
        Self {
            speaking_for: strongest(|effect, threshold| effect >= threshold),
            speaking_against: strongest(|effect, threshold| effect <= -threshold),
        }
    }
}

/// What each item adds to the lead of one alternative over another, in model order. The sum is the gap.
#[must_use]
pub fn contributions(assessment: &Assessment, evaluation: &Evaluation, of: Alternative, over: Alternative) -> Vec<f64> {
    (0..assessment.items.len()).map(|n| evaluation.scores.contribution(ItemId::from_index(n), of, over)).collect()
}

/// Inserts an entry so that the list stays sorted, largest first; stable. These lists are short; the standard sort would be
/// 7 % of the module.
pub(crate) fn insert_ranked<T>(list: &mut Vec<T>, entry: T, size: impl Fn(&T) -> f64) {
    let new = rounded(size(&entry));
    let place = list.iter().position(|other| rounded(size(other)) < new).unwrap_or(list.len());
    list.insert(place, entry);
}

/// Rounded to 12 decimals, so that a tie is a tie on every machine.
pub(crate) fn rounded(x: f64) -> f64 {
    (x * 1e12).round() / 1e12
}
