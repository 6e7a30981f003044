//! Percentiles with linear interpolation.
//!
//! The percentile p of N values stands at position `h = (N - 1) p` of the sorted values, counted from 0, and between
//! two positions on the line between them (type 7 of Hyndman & Fan, The American Statistician 50, 1996; the default
//! of R, NumPy and spreadsheets). `p` runs from 0 to 1 and is clamped to that.
//!
//! ```
//! use mcda::percentile::{of_sorted, of_unsorted};
//!
//! assert_eq!(of_sorted(&[1.0, 2.0, 4.0], 0.75), Some(3.0));
//! assert_eq!(of_unsorted(&mut [4.0, 1.0, 2.0], &[0.0, 0.75]), Some(vec![1.0, 3.0]));
//! ```

/// The percentile `p` of values in ascending order; `None` if there are none.
#[must_use]
pub fn of_sorted(values: &[f64], p: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    let (below, fraction) = position(last, p);
    let above = values[(below + 1).min(last)];
    Some(interpolate(values[below], above, fraction))
}

/// Percentiles of values in any order, in the order of `ps`; `None` if there are no values.
///
/// Selects instead of sorting, which is several times faster for a few percentiles of many values. Leaves the
/// values in another order.
#[must_use]
pub fn of_unsorted(values: &mut [f64], ps: &[f64]) -> Option<Vec<f64>> {
    let last = values.len().checked_sub(1)?;
    let mut percentiles = Vec::with_capacity(ps.len());
    // Whatever stands before `selected` is no larger than what stands from there on, so a selection further up is
    // confined to the rest. Ascending percentiles are the quickest.
    let mut selected = 0;
    for &p in ps {
        let (below, fraction) = position(last, p);
        if below < selected {
            selected = 0;
        }
        let (_, &mut value, rest) = values[selected..].select_nth_unstable_by(below - selected, f64::total_cmp);
        let above = rest.iter().copied().reduce(f64::min).unwrap_or(value);
        percentiles.push(interpolate(value, above, fraction));
        selected = below;
    }
    Some(percentiles)
}

/// The position at or below the percentile, and the fraction of the way to the next.
fn position(last: usize, p: f64) -> (usize, f64) {
    let h = last as f64 * p.clamp(0.0, 1.0);
    let below = h as usize;
    (below, h - below as f64)
}

fn interpolate(below: f64, above: f64, fraction: f64) -> f64 {
    below + fraction * (above - below)
}
