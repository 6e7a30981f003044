//! Numbers formatted by a locale are parsed back unchanged, and any input is parsed or rejected.

use assessment::i18n::{English, Locale, Marks, SAMPLE, typed};
use proptest::prelude::*;

use super::answers::config;

/// Number formats: group and decimal separators, the digit 0, and the size of the groups before the last.
const WAYS: [(&str, &str, char, usize); 9] = [
    (",", ".", '0', 3),
    (".", ",", '0', 3),
    ("\u{202f}", ",", '0', 3),
    ("\u{a0}", ",", '0', 3),
    (" ", ".", '0', 3),
    ("’", ".", '0', 3),
    (",", ".", '0', 2),
    ("٬", "٫", '٠', 3),
    (",", ".", '०', 2),
];

/// A number in one of these formats.
fn written((mark, point, zero, size): (&str, &str, char, usize), number: i64, decimals: u32) -> String {
    let text = English.decimal(number, decimals);
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let digits = whole.replace(',', "");
    let mut grouped = String::new();
    for (n, digit) in digits.chars().enumerate() {
        let left = digits.len() - n;
        if n > 0 && left >= 3 && (left - 3).is_multiple_of(size) {
            grouped.push_str(mark);
        }
        grouped.push(digit);
    }
    let plain = if rest.is_empty() { [sign, &grouped].concat() } else { [sign, &grouped, point, rest].concat() };
    let own = |c: char| c.to_digit(10).and_then(|n| char::from_u32(zero as u32 + n)).unwrap_or(c);
    plain.chars().map(own).collect()
}

proptest! {
    #![proptest_config(config(2048))]

    #[test]
    fn numbers_formatted_by_a_locale_are_parsed_back(
        number in prop_oneof![-99_999..99_999_i64, -99_999_999_999_999..99_999_999_999_999_i64],
        decimals in 0..=2_u32,
        way in 0..WAYS.len(),
    ) {
        let marks = Marks::of(&written(WAYS[way], SAMPLE, 1));
        let text = written(WAYS[way], number, decimals);
        prop_assert_eq!(typed(&text, marks, decimals), Ok(number), "{}", text);
    }

    #[test]
    fn surrounding_spaces_change_nothing(number in 0..99_999_999_i64, space in "[ \u{a0}\u{202f}\t]{0,3}") {
        let text = [&space, &*English.decimal(number, 2), &space].concat();
        prop_assert_eq!(typed(&text, Marks::of("1,234,567.8"), 2), Ok(number));
    }

    #[test]
    fn any_input_is_parsed_or_rejected(text in "\\PC{0,40}", decimals in 0..=2_u32, way in 0..WAYS.len()) {
        let marks = Marks::of(&written(WAYS[way], SAMPLE, 1));
        let _ = typed(&text, marks, decimals);
    }

    #[test]
    fn any_mix_of_digits_and_separators_is_parsed_or_rejected(text in "[-0-9., '’%$]{0,40}", decimals in 0..=2_u32) {
        let _ = typed(&text, Marks::of("1.234.567,8"), decimals);
        let _ = typed(&text, Marks::of("1,234,567.8"), decimals);
    }
}
