//! Numbers for people: no more precise than they are, and shares that add up.

/// Whole of a share.
const HUNDRED: u64 = 100;

/// A number with its first two digits, as a whole number; halves go away from zero, as `Intl` rounds. Below 100, the nearest
/// whole number.
///
/// ```
/// use decision::plan::cost::two_significant;
///
/// assert_eq!(two_significant(848_816.28), 850_000);
/// assert_eq!(two_significant(-125_000.0), -130_000);
/// assert_eq!(two_significant(7.5), 8);
/// ```
#[must_use]
pub fn two_significant(value: f64) -> i64 {
    let mut unit = 1.0;
    // What rounds to three digits, such as 99.5, is 100 either way.
    while value.abs() / unit >= 100.0 && unit < 1e17 {
        unit *= 10.0;
    }
    let rounded = ((value.abs() / unit + 0.5).floor() * unit) as i64;
    if value < 0.0 { -rounded } else { rounded }
}

/// Counts as whole numbers of 100 that add up to 100: rounded down, and what is missing goes to those that lost most, the
/// first of them in a tie. All 0 if nothing was counted.
pub(super) fn of_100(counts: [u32; 3]) -> [u8; 3] {
    let all: u64 = counts.iter().map(|n| u64::from(*n)).sum();
    if all == 0 {
        return [0; 3];
    }
    let mut shares = counts.map(|n| (u64::from(n) * HUNDRED / all) as u8);
    let mut lost = counts.map(|n| u64::from(n) * HUNDRED % all);
    for _ in 0..HUNDRED - shares.iter().map(|n| u64::from(*n)).sum::<u64>() {
        let most = (1..lost.len()).fold(0, |most, n| if lost[n] > lost[most] { n } else { most });
        shares[most] += 1;
        lost[most] = 0;
    }
    shares
}
