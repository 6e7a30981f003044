//! The headcount at which two models cost the same.

use super::{CostInputs, HEADCOUNTS, MONEY_EPSILON, Overrides, PAIRS, totals};
use assessment::{Alternative, Assessment, DefaultRule, InputId, named::input};

/// Headcounts that are looked at.
pub(super) const USERS: (f64, f64) = (HEADCOUNTS.0 as f64, HEADCOUNTS.1 as f64);

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
    for (_, rule) in &rules {
        insert_kink(&mut kinks, rule.of[LIKELY].least * rule.of[LIKELY].per);
    }
    // In-house pays for hiring only above the people it has.
    let in_house = rules.iter().find(|(id, _)| *id == input::FTE_INHOUSE);
    if let Some((_, rule)) = in_house {
        insert_kink(&mut kinks, likely[input::FTE_NOW.index()] * rule.of[LIKELY].per);
    }
    PAIRS
        .into_iter()
        .map(|pair| {
            let difference = |users| at(users, pair);
            let cheaper = |users| if difference(users) < 0.0 { pair.0 } else { pair.1 };
            let mut users = Vec::new();
            roots(kinks.iter().map(|at| (*at, difference(*at))), |root| users.push(root));
            BreakEven { pair, users, cheaper_at_least: cheaper(USERS.0), cheaper_at_most: cheaper(USERS.1) }
        })
        .collect()
}

/// Adds a headcount to ascending ones that begin and end with [`USERS`]; one that lies outside or is there already changes
/// nothing.
pub(super) fn insert_kink(kinks: &mut Vec<f64>, users: f64) {
    let at = kinks.partition_point(|kink| *kink < users);
    if at > 0 && kinks.get(at).is_some_and(|kink| *kink > users) {
        kinks.insert(at, users);
    }
}

/// Whether a difference of money is none.
pub(super) fn is_even(difference: f64) -> bool {
    difference.abs() <= MONEY_EPSILON
}

/// Finds where a function that is straight between neighboring points is zero, in ascending order.
pub(super) fn roots(points: impl Iterator<Item = (f64, f64)>, mut found: impl FnMut(f64)) {
    let mut before: Option<(f64, f64)> = None;
    for (to, d1) in points {
        match before {
            Some((from, d0)) if is_even(d0) => found(from),
            Some((from, d0)) if !is_even(d1) && d0 * d1 < 0.0 => found(from + (to - from) * d0 / (d0 - d1)),
            _ => {}
        }
        before = Some((to, d1));
    }
    if let Some((last, d)) = before
        && is_even(d)
    {
        found(last);
    }
}
