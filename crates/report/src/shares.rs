//! Shares as numbers of 100.

/// `floor(100 p + 0.5)`.
#[must_use]
pub fn of_100(share: f64) -> i64 {
    (100.0 * share + 0.5).floor() as i64
}
