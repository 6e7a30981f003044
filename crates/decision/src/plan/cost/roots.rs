//! Where a function that is straight between neighboring points is zero.

use super::{HEADCOUNTS, MONEY_EPSILON};

/// The range of headcounts.
pub(super) const USERS: (f64, f64) = (HEADCOUNTS.0 as f64, HEADCOUNTS.1 as f64);

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
