//! Parses typed numbers. The locale decides what a point and a comma mean, but the keypad of a phone follows the phone's region,
//! not the page: some offer only the other one, or digits of another script. `42,5` and `٤٢٫٥` are 42.5 in English too, and
//! `1,234` is 1234. An ambiguous number is refused. Numbers are fixed-point, because a float parser would add bytes.
//!
//! ```
//! use assessment::i18n::{Marks, TypedFault, typed};
//!
//! let [english, german] = ["1,234,567.8", "1.234.567,8"].map(Marks::of);
//! assert_eq!(typed("1,234.5", english, 2), Ok(123_450));
//! assert_eq!(typed("1.234,5", german, 2), Ok(123_450));
//! assert_eq!(typed("1.5", german, 2), Ok(150));
//! assert_eq!(typed("1.234,5", english, 2), Err(TypedFault::Unclear));
//! assert_eq!(typed("many", german, 2), Err(TypedFault::NotANumber));
//! ```

use super::MINUS;

/// The number whose formatting reveals a locale's separators, in tenths.
pub const SAMPLE: i64 = 12_345_678;

/// The zeros of the digits that keypads offer: ASCII, Arabic, Persian, Devanagari, Bengali, Burmese, and full-width.
const ZEROS: [char; 7] = ['0', '٠', '۰', '०', '০', '၀', '０'];

/// Numbers are capped here: far above any bound, and far below overflow.
const MOST: i64 = 1_000_000_000_000_000;

/// The digits and separators of a locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Its digit 0; the other digits follow in Unicode.
    zero: char,
    decimal: char,
    /// `None` if digits are not grouped.
    grouping: Option<char>,
}

/// Why a string is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedFault {
    /// It is empty or has a character that no number has.
    NotANumber,
    /// Its separators are not where the locale puts them, so it is ambiguous.
    Unclear,
}

impl Marks {
    /// Reads the separators from a formatted [`SAMPLE`], such as `1,234,567.8`.
    #[must_use]
    pub fn of(sample: &str) -> Self {
        let mut marks = sample.chars().filter(|c| !c.is_numeric());
        let decimal = marks.next_back().unwrap_or('.');
        let one = sample.chars().find(|c| c.is_numeric()).unwrap_or('1');
        let zero = char::from_u32((one as u32).saturating_sub(1)).unwrap_or('0');
        Self { zero, decimal, grouping: marks.next() }
    }

    /// The value of a digit, of the locale or of [`ZEROS`].
    fn digit(self, c: char) -> Option<i64> {
        let mut values = ZEROS.into_iter().chain([self.zero]).map(|zero| (c as u32).wrapping_sub(zero as u32));
        values.find(|value| *value < 10).map(i64::from)
    }

    /// Whether a character separates groups of digits: that of the locale, and those that never separate decimals.
    fn parts(self, c: char) -> bool {
        Some(c) == self.grouping || c.is_whitespace() || matches!(c, '\'' | '’' | '٬')
    }
}

/// Parses a fixed-point number: `12.5` with two decimals is 1250. Further decimals are rounded half up. Currency and percent
/// signs around it are ignored.
///
/// # Errors
/// [`TypedFault`] if it is not a number, or ambiguous.
pub fn typed(text: &str, marks: Marks, decimals: u32) -> Result<i64, TypedFault> {
    let text = text.trim_matches(is_around);
    let unsigned = text.strip_prefix('-').or_else(|| text.strip_prefix(MINUS));
    let is_negative = unsigned.is_some();
    let text = unsigned.unwrap_or(text).trim_matches(is_around);
    let decimal = decimal_of(text, marks);
    let (mut number, mut all) = (0_i64, 0_usize);
    // Digits since the last separator, and whether there was a group separator.
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
        } else if places.is_none() && c == decimal {
            check_last(group, is_grouped)?;
            places = Some(0);
        } else if places.is_none() && all > 0 && marks.parts(c) {
            // Grouped numbers do not start with 0; groups have three digits, or two as in India.
            let is_group = if is_grouped { (2..=3).contains(&group) } else { group <= 3 && number > 0 };
            if !is_group {
                return Err(TypedFault::Unclear);
            }
            (group, is_grouped) = (0, true);
        } else {
            let is_mark =
                all > 0 && (matches!(c, '.' | ',' | '٫' | '．' | '，') || c == marks.decimal || marks.parts(c));
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

/// The decimal separator of a typed number: that of the locale, the Arabic one, which is never another, or a lone point or comma
/// that cannot separate thousands.
fn decimal_of(text: &str, marks: Marks) -> char {
    // `contains` would add a string searcher.
    if text.chars().any(|c| c == '٫') {
        return '٫';
    }
    let digits =
        |part: &str| part.chars().map(|c| marks.digit(c)).collect::<Option<Vec<_>>>().filter(|all| !all.is_empty());
    let decimal = text.split_once(['.', ',', '．', '，']).and_then(|(whole, rest)| {
        let is_zero = digits(whole)?.iter().all(|digit| *digit == 0);
        let is_short = digits(rest).is_some_and(|places| places.len() < 3);
        text[whole.len()..].chars().next().filter(|_| is_zero || is_short)
    });
    decimal.unwrap_or(marks.decimal)
}

/// The last group before the decimals has three digits.
const fn check_last(group: usize, is_grouped: bool) -> Result<(), TypedFault> {
    if is_grouped && group != 3 { Err(TypedFault::Unclear) } else { Ok(()) }
}

/// Characters allowed around a number: spaces, currency and percent signs, and direction marks.
fn is_around(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '$' | '%' | '٪' | '£' | '¥' | '\u{20a0}'..='\u{20cf}' | '\u{61c}' | '\u{200e}' | '\u{200f}')
}
