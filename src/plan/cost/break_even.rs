//! The headcount at which two models cost the same.

use super::{CostInputs, MONEY_EPSILON, Overrides, PAIRS, totals};
use crate::assessment::{Alternative, Assessment, DefaultRule, InputId, named::input};

/// Headcounts that are looked at.
const USERS: (f64, f64) = (5.0, 1000.0);

/// Position of the likely value in a rule.
const LIKELY: usize = 1;

/// Where two models cost the same.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakEven {
    /// The two models.
    pub pair: (Alternative, Alternative),
    /// Users at which the likely totals are equal, ascending; empty if there is no such number.
    pub users: Vec<f64>,
    /// The cheaper one at 5 users.
    pub cheaper_at_least: Alternative,
    /// The cheaper one at 1,000 users.
    pub cheaper_at_most: Alternative,
}

/// Break-even headcounts of the three pairs at the likely values. Staff rules that the visitor has not replaced follow the
/// headcount without rounding, so between two kinks every difference is a straight line.
#[must_use]
pub fn break_even(assessment: &Assessment, inputs: &CostInputs, overrides: &Overrides) -> Vec<BreakEven> {
    let rules: Vec<(InputId, &DefaultRule)> = assessment
        .cost
        .inputs
        .iter()
        .enumerate()
        .map(|(n, i)| (InputId::from_index(n), i))
        .filter(|(id, _)| overrides.iter().all(|(own, _)| own != id))
        .filter_map(|(id, i)| Some((id, i.default_rule.as_ref()?)))
        .collect();
    let likely = inputs.likely();
    let at = |users: f64, (a, b): (Alternative, Alternative)| {
        let mut values = likely.clone();
        values[input::USERS.index()] = users;
        for (id, rule) in &rules {
            values[id.index()] = rule.of[LIKELY].least.max(users / rule.of[LIKELY].per);
        }
        let total = totals(&values);
        total[a.index()] - total[b.index()]
    };
    let mut kinks = vec![USERS.0, USERS.1];
    kinks.extend(rules.iter().map(|(_, rule)| rule.of[LIKELY].least * rule.of[LIKELY].per));
    // In-house pays for hiring only above the people it has.
    let in_house = rules.iter().find(|(id, _)| *id == input::FTE_INHOUSE);
    kinks.extend(in_house.map(|(_, rule)| likely[input::FTE_NOW.index()] * rule.of[LIKELY].per));
    kinks.retain(|users| (USERS.0..=USERS.1).contains(users));
    kinks.sort_by(f64::total_cmp);
    kinks.dedup();
    PAIRS
        .into_iter()
        .map(|pair| {
            let difference = |users| at(users, pair);
            let cheaper = |users| if difference(users) < 0.0 { pair.0 } else { pair.1 };
            BreakEven {
                pair,
                users: roots(&kinks, difference),
                cheaper_at_least: cheaper(USERS.0),
                cheaper_at_most: cheaper(USERS.1),
            }
        })
        .collect()
}

/// Where a function that is straight between neighboring `kinks` is zero.
fn roots(kinks: &[f64], difference: impl Fn(f64) -> f64) -> Vec<f64> {
    let mut roots = Vec::new();
    for ends in kinks.windows(2) {
        let (from, to) = (ends[0], ends[1]);
        let (d0, d1) = (difference(from), difference(to));
        if d0.abs() <= MONEY_EPSILON {
            roots.push(from);
        } else if d1.abs() > MONEY_EPSILON && d0 * d1 < 0.0 {
            roots.push(from + (to - from) * d0 / (d0 - d1));
        }
    }
    if difference(USERS.1).abs() <= MONEY_EPSILON {
        roots.push(USERS.1);
    }
    roots
}
