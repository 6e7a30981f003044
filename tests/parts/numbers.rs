//! Number formatting without a browser.

use assessment::i18n::{English, Locale, MINUS, PluralForm};

#[test]
fn a_number_in_tenths_has_one_decimal() {
    assert_eq!(English.signed_tenths(123), "+12.3");
    assert_eq!(English.signed_tenths(120), "+12.0");
}

#[test]
fn numbers_below_one_have_a_leading_zero() {
    assert_eq!(English.signed_tenths(7), "+0.7");
    assert_eq!(English.signed_tenths(-7), "\u{2212}0.7");
}

#[test]
fn zero_has_no_minus_sign() {
    assert_eq!(English.signed_tenths(0), "0.0");
}

#[test]
fn a_negative_number_uses_a_minus_sign_and_not_a_hyphen() {
    assert_eq!(English.signed_tenths(-123), "\u{2212}12.3");
    assert_eq!(MINUS, "\u{2212}");
}

#[test]
fn a_number_and_its_negative_differ_only_in_the_sign() {
    for tenths in 1..2_000 {
        let (more, less) = (English.signed_tenths(tenths), English.signed_tenths(-tenths));
        assert_eq!(more.strip_prefix('+'), less.strip_prefix(MINUS));
    }
}

#[test]
fn thousands_are_grouped_in_tenths_too() {
    assert_eq!(English.signed_tenths(12_345_678), "+1,234,567.8");
    assert_eq!(English.signed_tenths(9_999), "+999.9");
}

#[test]
fn the_smallest_integer_can_be_formatted() {
    assert_eq!(English.signed_tenths(i32::MIN), "\u{2212}214,748,364.8");
}

#[test]
fn thousands_are_grouped() {
    let written = [0, 999, 1_000, 100_000, 1_234_567].map(|n| English.integer(n));
    assert_eq!(written, ["0", "999", "1,000", "100,000", "1,234,567"]);
}

#[test]
fn only_one_is_singular() {
    assert_eq!(English.plural(1), PluralForm::One);
    assert!([0, 2, 11, 21, 101].into_iter().all(|n| English.plural(n) == PluralForm::Other));
}

#[test]
fn the_last_list_item_is_preceded_by_and() {
    let list = |parts: &[&str]| English.and_list(&parts.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(list(&[]), "");
    assert_eq!(list(&["one"]), "one");
    assert_eq!(list(&["one", "two"]), "one and two");
    assert_eq!(list(&["one", "two", "three"]), "one, two, and three");
}
