//! Numbers as people type them. The marks of the locale decide what a point and a comma mean; what could mean two numbers is
//! refused rather than guessed. Numbers are whole counts of a decimal place, because to read a float costs the visitor bytes.
//!
//! ```
//! use assessment::i18n::{Marks, TypedFault, typed};
//!
//! let [english, german] = ["1,234,567.8", "1.234.567,8"].map(Marks::of);
//! assert_eq!(typed("1,234.5", english, 2), Ok(123_450));
//! assert_eq!(typed("1.234,5", german, 2), Ok(123_450));
//! assert_eq!(typed("1.5", german, 2), Err(TypedFault::Unclear));
//! assert_eq!(typed("many", german, 2), Err(TypedFault::NotANumber));
//! ```

use super::MINUS;

/// The number that a locale writes to show its marks, in tenths.
pub const SAMPLE: i64 = 12_345_678;

/// Numbers from here up are all the same: far above whatever is asked for, and far below what cannot be counted.
const MOST: i64 = 1_000_000_000_000_000;

/// The characters with which a locale writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Its digit 0; the others follow it.
    zero: char,
    decimal: char,
    /// None where digits are not grouped.
    grouping: Option<char>,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedFault {
    /// There is something in it that no number has, or nothing at all.
    NotANumber,
    /// Its marks do not stand as the locale writes them, so it could mean more than one number.
    Unclear,
}

impl Marks {
    /// The marks in [`SAMPLE`] as a locale writes it, such as `1,234,567.8`.
    #[must_use]
    pub fn of(sample: &str) -> Self {
        let mut marks = sample.chars().filter(|c| !c.is_numeric());
        let decimal = marks.next_back().unwrap_or('.');
        let one = sample.chars().find(|c| c.is_numeric()).unwrap_or('1');
        let zero = char::from_u32((one as u32).saturating_sub(1)).unwrap_or('0');
        Self { zero, decimal, grouping: marks.next() }
    }

    /// The digit that a character is, of the locale's own or of those from 0 to 9.
    fn digit(self, c: char) -> Option<i64> {
        let is_digit = |zero: char| Some((c as u32).wrapping_sub(zero as u32)).filter(|n| *n < 10);
        is_digit(self.zero).or_else(|| is_digit('0')).map(i64::from)
    }

    /// Whether a character parts groups of digits: that of the locale, and spaces and apostrophes anywhere.
    fn parts(self, c: char) -> bool {
        Some(c) == self.grouping || c.is_whitespace() || matches!(c, '\'' | '’')
    }
}

/// Reads a number, as so many of its last decimal place: `12.5` with two decimals is 1250. What is behind that place is rounded
/// half up. A sign of a currency or of percent may stand at its ends.
///
/// # Errors
/// Why it is none.
pub fn typed(text: &str, marks: Marks, decimals: u32) -> Result<i64, TypedFault> {
    let text = text.trim_matches(is_around);
    let unsigned = text.strip_prefix('-').or_else(|| text.strip_prefix(MINUS));
    let is_negative = unsigned.is_some();
    let text = unsigned.unwrap_or(text).trim_matches(is_around);
    let (mut number, mut all) = (0_i64, 0_usize);
    // Digits since the last mark, and whether there was one that parts groups.
    let (mut group, mut is_grouped) = (0, false);
    let mut places = None::<u32>;
    for c in text.chars() {
        if let Some(digit) = marks.digit(c) {
            all += 1;
            group += 1;
            match &mut places {
                None => number = (number * 10 + digit).min(MOST),
                Some(n) => {
                    *n += 1;
                    if *n <= decimals {
                        number = number * 10 + digit;
                    } else if *n == decimals + 1 {
                        number += i64::from(digit >= 5);
                    }
                }
            }
        } else if places.is_none() && c == marks.decimal {
            check_last(group, is_grouped)?;
            places = Some(0);
        } else if places.is_none() && all > 0 && marks.parts(c) {
            // Nobody parts what begins with 0; groups are of three digits, or of two as in India.
            let is_group = if is_grouped { (2..=3).contains(&group) } else { group <= 3 && number > 0 };
            if !is_group {
                return Err(TypedFault::Unclear);
            }
            (group, is_grouped) = (0, true);
        } else {
            let is_mark = all > 0 && (matches!(c, '.' | ',') || c == marks.decimal || marks.parts(c));
            return Err(if is_mark { TypedFault::Unclear } else { TypedFault::NotANumber });
        }
    }
    if all == 0 {
        return Err(TypedFault::NotANumber);
    }
    if places.is_none() {
        check_last(group, is_grouped)?;
    }
    for _ in places.unwrap_or(0)..decimals {
        number *= 10;
    }
    Ok(if is_negative { -number } else { number })
}

/// The last group before the decimals has three digits.
const fn check_last(group: usize, is_grouped: bool) -> Result<(), TypedFault> {
    if is_grouped && group != 3 { Err(TypedFault::Unclear) } else { Ok(()) }
}

/// What may stand around a number: spaces, signs of currency and percent, and the marks of direction that some locales write.
fn is_around(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '$' | '%' | '٪' | '£' | '¥' | '\u{20a0}'..='\u{20cf}' | '\u{61c}' | '\u{200e}' | '\u{200f}')
}
