//! Formats cost figures with integer arithmetic, because float formatting would add more bytes than this module.

use assessment::CostUnit;

/// A figure of an input: shares in percent with up to one decimal, everything else with up to two. `whole` writes the whole
/// part, as a locale or a file has it.
///
/// ```
/// use assessment::CostUnit;
/// use report::cost::figure;
///
/// let plain = |n: i64| n.to_string();
/// assert_eq!(figure(0.05, CostUnit::People, &plain), "0.05");
/// assert_eq!(figure(0.425, CostUnit::Share, &plain), "42.5");
/// assert_eq!(figure(90_520.0, CostUnit::Money, &plain), "90520");
/// ```
#[must_use]
pub fn figure(value: f64, unit: CostUnit, whole: &dyn Fn(i64) -> String) -> String {
    let all = parts_of(value, unit);
    let mut of_one = 10_i64.pow(decimals(unit));
    let mut text = whole(all / of_one);
    let mut rest = all % of_one;
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 {
        of_one /= 10;
        text.push(char::from(b'0' + (rest / of_one) as u8));
        rest %= of_one;
    }
    text
}

/// The most decimals that figures of a unit have.
#[must_use]
pub const fn decimals(unit: CostUnit) -> u32 {
    if matches!(unit, CostUnit::Share) { 1 } else { 2 }
}

/// A figure in units of its last decimal place, as displayed.
#[must_use]
pub fn parts_of(value: f64, unit: CostUnit) -> i64 {
    (value * of_one(unit) + 0.5).floor() as i64
}

/// The inverse of [`parts_of`].
#[must_use]
pub fn figure_of(parts: i64, unit: CostUnit) -> f64 {
    parts as f64 / of_one(unit)
}

/// A thousandth of a share is a tenth of a percent.
const fn of_one(unit: CostUnit) -> f64 {
    if matches!(unit, CostUnit::Share) { 1000.0 } else { 100.0 }
}
