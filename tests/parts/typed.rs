//! Numbers as people type them, in the formats of several languages.

use assessment::i18n::{English, Locale, Marks, SAMPLE, TypedFault, currency_of, typed};

const ENGLISH: &str = "1,234,567.8";
const GERMAN: &str = "1.234.567,8";
const FRENCH: &str = "1\u{202f}234\u{202f}567,8";
const SWISS: &str = "1’234’567.8";
const INDIAN: &str = "12,34,567.8";
const ARABIC: &str = "١٬٢٣٤٬٥٦٧٫٨";

fn read(sample: &str, text: &str) -> Result<i64, TypedFault> {
    typed(text, Marks::of(sample), 2)
}

#[test]
fn the_sample_shows_english_separators() {
    assert_eq!(English.decimal(SAMPLE, 1), ENGLISH);
}

#[test]
fn each_language_parses_its_own_format() {
    for sample in [ENGLISH, GERMAN, FRENCH, SWISS, INDIAN, ARABIC] {
        assert_eq!(read(sample, sample), Ok(123_456_780), "{sample}");
    }
}

#[test]
fn point_and_comma_follow_the_language() {
    assert_eq!(read(ENGLISH, "1,234.5"), Ok(123_450));
    assert_eq!(read(GERMAN, "1.234,5"), Ok(123_450));
    assert_eq!(read(ENGLISH, "1.234"), Ok(123));
    assert_eq!(read(GERMAN, "1.234"), Ok(123_400));
    assert_eq!(read(GERMAN, "0,05"), Ok(5));
}

#[test]
fn spaces_and_apostrophes_separate_groups_in_every_language() {
    for text in ["90 520", "90\u{a0}520", "90\u{202f}520", "90\u{2009}520", "90'520", "90’520", "90520"] {
        for sample in [ENGLISH, GERMAN, FRENCH, SWISS, INDIAN, ARABIC] {
            assert_eq!(read(sample, text), Ok(9_052_000), "{text} where {sample}");
        }
    }
}

#[test]
fn an_ambiguous_number_is_rejected() {
    for text in ["1,2345", "1,234,5", "1234,567", "1.234,5", "1.234.567", "1 23", "1,,234", "0,1,2"] {
        assert_eq!(read(ENGLISH, text), Err(TypedFault::Unclear), "{text}");
    }
    assert_eq!(read(GERMAN, "1,234.5"), Err(TypedFault::Unclear));
    assert_eq!(read(FRENCH, "1.234"), Err(TypedFault::Unclear));
}

#[test]
fn decimals_can_be_typed_without_the_languages_separator() {
    for (text, parts) in [("42,5", 4250), ("1,5", 150), ("90,52", 9052), ("0,123", 12), ("0,5", 50), ("-1,5", -150)] {
        assert_eq!(read(ENGLISH, text), Ok(parts), "{text}");
    }
    for (text, parts) in [("42.5", 4250), ("0.05", 5), ("12.34", 1234)] {
        assert_eq!(read(GERMAN, text), Ok(parts), "{text}");
    }
    assert_eq!(typed("42,5", Marks::of(ENGLISH), 0), Ok(43));
    assert_eq!(typed("2,45", Marks::of(ENGLISH), 0), Ok(2));
    assert_eq!(read(ENGLISH, "1,234"), Ok(123_400));
}

/// The keypad of a phone follows the region of the phone, not the language of the page.
#[test]
fn digits_and_separators_of_any_keypad_are_parsed_in_every_language() {
    for text in ["٤٢٫٥", "۴۲٫۵", "४२.५", "৪২.৫", "၄၂.၅", "４２．５", "４２，５", "٤٢,٥", "42٫5", "٤٢.٥"]
    {
        for sample in [ENGLISH, GERMAN, FRENCH, SWISS, INDIAN, ARABIC] {
            assert_eq!(read(sample, text), Ok(4250), "{text} where {sample}");
        }
    }
    for text in ["١٬٢٣٤٫٥", "۱٬۲۳۴٫۵", "1٬234٫5", "1'234٫5", "1\u{202f}234٫5"] {
        for sample in [ENGLISH, GERMAN, FRENCH, SWISS, INDIAN, ARABIC] {
            assert_eq!(read(sample, text), Ok(123_450), "{text} where {sample}");
        }
    }
    assert_eq!(read(ENGLISH, "１，２３４"), Err(TypedFault::Unclear));
    assert_eq!(read(ENGLISH, "1٫234٫5"), Err(TypedFault::Unclear));
    assert_eq!(read(ENGLISH, "1٫234.5"), Err(TypedFault::Unclear));
}

#[test]
fn each_language_parses_whole_and_decimal_numbers_as_its_people_write_them() {
    for (sample, whole, decimal) in [
        (ENGLISH, "1,234", "1,234.5"),
        (GERMAN, "1.234", "1.234,5"),
        (SWISS, "1'234", "1'234.5"),
        (FRENCH, "1\u{202f}234", "1\u{202f}234,5"),
        (FRENCH, "1 234", "1 234,5"),
        (INDIAN, "1,234", "1,234.5"),
        (ARABIC, "١٬٢٣٤", "١٬٢٣٤٫٥"),
    ] {
        assert_eq!([whole, decimal].map(|text| read(sample, text)), [Ok(123_400), Ok(123_450)], "{whole} {decimal}");
    }
}

#[test]
fn text_that_is_not_a_number_is_rejected() {
    for text in ["", " ", ".", "-", "$", "%", "many", "12a", "90k", "1e5", "NaN", "--5", "5-", "½", "1_000", ",5"] {
        assert_eq!(read(ENGLISH, text), Err(TypedFault::NotANumber), "{text}");
    }
}

#[test]
fn currency_and_percent_signs_are_accepted() {
    for text in ["$90,520", "90,520 €", " £ 90,520 ", "90,520%", "\u{200e}90,520"] {
        assert_eq!(read(ENGLISH, text), Ok(9_052_000), "{text}");
    }
}

#[test]
fn negative_numbers_are_accepted() {
    for text in ["-5", "−5", "-$5", "$-5", "-5.00"] {
        assert_eq!(read(ENGLISH, text), Ok(-500), "{text}");
    }
}

#[test]
fn extra_decimals_are_rounded() {
    assert_eq!(read(ENGLISH, "0.125"), Ok(13));
    assert_eq!(read(ENGLISH, "0.1249"), Ok(12));
    assert_eq!(read(ENGLISH, "0.999"), Ok(100));
    assert_eq!(typed("42.55", Marks::of(ENGLISH), 1), Ok(426));
    assert_eq!(read(ENGLISH, ".5"), Ok(50));
    assert_eq!(read(ENGLISH, "5."), Ok(500));
}

#[test]
fn a_number_of_any_length_is_parsed() {
    let long = "9".repeat(1000);
    assert!(read(ENGLISH, &long).is_ok_and(|number| number > 100_000_000_000));
    assert_eq!(read(ENGLISH, &["0.", &long].concat()), Ok(100));
}

#[test]
fn a_locale_without_separators_accepts_plain_digits() {
    assert_eq!(read("12345678", "90520"), Ok(9_052_000));
}

#[test]
fn english_omits_trailing_zeros() {
    assert_eq!(English.decimal(9_052_000, 2), "90,520");
    assert_eq!(English.decimal(9_052_050, 2), "90,520.5");
    assert_eq!(English.decimal(5, 2), "0.05");
    assert_eq!(English.decimal(-5, 2), "-0.05");
    assert_eq!(English.decimal(425, 1), "42.5");
}

#[test]
fn each_region_has_one_currency() {
    for (region, code) in [("US", "USD"), ("DE", "EUR"), ("IE", "EUR"), ("IN", "INR"), ("ZA", "ZAR"), ("CH", "CHF")] {
        assert_eq!(currency_of(region), code);
    }
}

#[test]
fn an_unknown_region_has_the_default_currency() {
    for region in ["", "XX", "D", "DEE", "AEAED", "419", "de"] {
        assert_eq!(currency_of(region), "USD", "{region}");
    }
}
