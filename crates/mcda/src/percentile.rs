//! Percentiles with linear interpolation.
//!
//! The percentile p of N values is at position `h = (N - 1) p` of the sorted values, counted from 0, and between two
//! positions on the line between them (type 7 of Hyndman & Fan, The American Statistician 50, 1996; the default of R, NumPy
//! and spreadsheets). `p` runs from 0 to 1 and is clamped to that.
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
/// Selects instead of sorting, which is several times faster for a few percentiles of many values. Leaves the values in
/// another order.
#[must_use]
pub fn of_unsorted(values: &mut [f64], ps: &[f64]) -> Option<Vec<f64>> {
    let last = values.len().checked_sub(1)?;
    let mut percentiles = Vec::with_capacity(ps.len());
    // Values before `selected` are no larger than those after it, so a later selection is confined to the rest. Ascending
    // percentiles are the quickest.
    let mut selected = 0;
    for &p in ps {
        let (below, fraction) = position(last, p);
        if below < selected {
            selected = 0;
        }
        select(&mut values[selected..], below - selected);
        let value = values[below];
        let above = values[below + 1..].iter().copied().reduce(f64::min).unwrap_or(value);
        percentiles.push(interpolate(value, above, fraction));
        selected = below;
    }
    Some(percentiles)
}

/// Brings the value that belongs at `index` there, with no larger one before it and no smaller one after it (Hoare's
/// selection, Communications of the ACM 4, 1961).
///
/// The standard library's selection is a third faster, and more than four thousand bytes longer in WebAssembly, because it
/// guards against orders made to slow it down. Samples drawn at random come in none of them.
fn select(mut values: &mut [f64], mut index: usize) {
    while values.len() > 1 {
        let pivot = middle(values[0], values[values.len() / 2], values[values.len() - 1]);
        let mut first = bring_first(values, |value| value.total_cmp(&pivot).is_lt());
        if index < first {
            values = &mut values[..first];
            continue;
        }
        if first == 0 {
            // The pivot is the smallest, perhaps many times.
            first = bring_first(values, |value| value.total_cmp(&pivot).is_eq());
            if index < first {
                return;
            }
        }
        values = &mut values[first..];
        index -= first;
    }
}

fn middle(a: f64, b: f64, c: f64) -> f64 {
    a.min(b).max(a.max(b).min(c))
}

/// Brings the values that `belong` there to the front, and counts them. Every value is moved, which costs less than a
/// branch that cannot be predicted.
#[inline(always)]
fn bring_first(values: &mut [f64], belongs: impl Fn(f64) -> bool) -> usize {
    let mut count = 0;
    for index in 0..values.len() {
        values.swap(index, count);
        count += usize::from(belongs(values[count]));
    }
    count
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
