//! Validation of untrusted strings: one rule for settings, entries and names.
#![cfg(not(target_arch = "wasm32"))]

use std::ops::RangeInclusive;

use assessment::text::{TextFault, characters, excerpt, is_longer, is_unsafe, line, lines, name, one_line, visible};
use icu_properties::{CodePointSetData, props::DefaultIgnorableCodePoint};

#[test]
fn a_line_is_trimmed() {
    assert_eq!(line("  Ana \n", 3), Ok("Ana"));
}

#[test]
fn a_line_without_visible_characters_is_empty() {
    for nothing in [
        "",
        " \t\n ",
        "\u{200d}",
        "\u{200c}\u{200d}",
        "\u{200d} \u{200d}",
        "\u{34f}",
        "\u{2800}",
        "\u{fe0f}",
        "\u{e0100}",
        "\u{1d159}",
    ] {
        assert_eq!(line(nothing, 80), Err(TextFault::Empty), "{nothing:?}");
    }
}

#[test]
fn a_line_is_counted_in_characters() {
    assert_eq!(line(&"日".repeat(80), 80), Ok("日".repeat(80).as_str()));
    assert_eq!(line(&"日".repeat(81), 80), Err(TextFault::TooLong));
    assert_eq!((characters("aü日🙂"), is_longer("aü日🙂", 3), is_longer("aü日🙂", 4)), (4, true, false));
}

// @threat-hidden-characters
#[test]
fn invisible_and_bidirectional_characters_are_unsafe() {
    let named = "\0\t\n\r\u{1b}\u{7f}\u{85}\u{ad}\u{61c}\u{180e}\u{3164}\u{e0000}\u{e0041}\u{e007f}\u{200b}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{206f}\u{feff}";
    for c in named.chars() {
        assert!(is_unsafe(c), "{c:?}");
        assert_eq!(line(&format!("a{c}b"), 80), Err(TextFault::Unsafe), "{c:?}");
    }
}

#[test]
fn a_name_of_invisible_characters_is_refused() {
    for name in [
        "\u{ad}",
        "\u{180e}\u{180e}",
        "\u{3164}",
        "\u{115f}\u{1160}",
        "\u{ffa0}",
        "\u{e0061}\u{e0062}\u{e007f}",
        "\u{fff9}\u{fffb}",
        "\u{e0800}",
    ] {
        assert_eq!(line(name, 80), Err(TextFault::Unsafe), "{name:?}");
    }
}

#[test]
fn letters_symbols_joiners_and_right_to_left_text_are_safe() {
    for text in ["Ü-日 & <b> 'x'", "می\u{200c}خواهم", "क्\u{200d}ष", "תמיכה", "a\u{a0}b", "🙂", "❤\u{fe0f}"]
    {
        assert_eq!(line(text, 80), Ok(text));
    }
}

/// Joiners, which scripts and emoji need, and variation selectors, which are judged by what precedes them.
const ALLOWED: [RangeInclusive<char>; 5] = [
    '\u{180b}'..='\u{180d}',
    '\u{180f}'..='\u{180f}',
    '\u{200c}'..='\u{200d}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{e0100}'..='\u{e01ef}',
];

/// What Unicode does not call default ignorable, and nobody sees either: line and paragraph separators, the blank Braille
/// pattern, annotations and the null notehead.
const UNSEEN: [RangeInclusive<char>; 4] =
    ['\u{2028}'..='\u{2029}', '\u{2800}'..='\u{2800}', '\u{fff9}'..='\u{fffb}', '\u{1d159}'..='\u{1d159}'];

// @threat-hidden-characters
#[test]
fn of_all_characters_the_controls_and_the_invisible_ones_are_unsafe_and_no_others() {
    let is_in = |ranges: &[RangeInclusive<char>], c| ranges.iter().any(|range| range.contains(&c));
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    for c in '\0'..=char::MAX {
        let expected = c.is_control() || is_in(&UNSEEN, c) || ignorable.contains(c) && !is_in(&ALLOWED, c);
        assert_eq!(is_unsafe(c), expected, "{c:?}");
        assert!(!is_in(&ALLOWED, c) || ignorable.contains(c), "{c:?}");
    }
}

// @threat-hidden-characters
#[test]
fn a_joiner_or_variation_selector_is_safe_only_after_what_it_joins_or_selects_a_variant_of() {
    for text in ["❤\u{fe0f}", "❤\u{fe0f}\u{200d}🔥", "1\u{fe0f}\u{20e3}", "葛\u{e0100}飾", "ᠠ\u{180b}"] {
        assert_eq!(line(text, 80), Ok(text));
    }
    for text in [
        "\u{fe0f}a",
        "a \u{fe0f}b",
        "❤\u{fe0f}\u{fe0f}",
        "葛\u{e0100}\u{e0101}\u{e0102}",
        "ष\u{200d}\u{fe00}",
        "ष\u{200d}\u{200c}ष",
        "a\u{fe0f}",
        "A\u{e0100}B",
        "A\u{200c}B",
    ] {
        assert_eq!(line(text, 80), Err(TextFault::Unsafe), "{text:?}");
        assert!(excerpt(text, 80).contains(char::REPLACEMENT_CHARACTER), "{text:?}");
    }
}

// @threat-hidden-characters
#[test]
fn a_foreign_name_is_one_line_without_hidden_characters() {
    let disguised = "invoice\u{202e}nosj.exe\u{2066}\n Call\u{200b} 555\u{e0041}";
    assert_eq!(name(disguised, 60), "invoicenosj.exe Call 555");
    assert_eq!(name("ab cd", 3), "ab");
    for nothing in ["", " ", "\u{202e}", "\u{2800}\u{3164}", "\u{fe0f}\u{200d}"] {
        assert_eq!(name(nothing, 60), "", "{nothing:?}");
    }
}

#[test]
fn lines_are_separated_by_a_newline_and_keep_their_content() {
    assert_eq!(lines("one\r\ntwo\rthree\tfour\n\nfive\n", 80).as_deref(), Ok("one\ntwo\nthree four\n\nfive"));
    assert_eq!(lines("one\n\u{7}", 80), Err(TextFault::Unsafe));
    assert_eq!(lines("a\nb", 2), Err(TextFault::TooLong));
    assert_eq!(lines("\n\u{200d}\n", 80), Err(TextFault::Empty));
}

#[test]
fn any_string_fits_on_one_line() {
    assert_eq!(one_line("\u{2028} a\r\n b\u{0}c\td \u{85}"), "a b c d");
    assert_eq!(one_line("1\u{a0}000"), "1\u{a0}000");
    assert_eq!(one_line("\u{feff}a"), "\u{feff}a");
}

#[test]
fn invisible_text_counts_as_empty() {
    assert_eq!(visible(" \u{200d} "), None);
    assert_eq!(visible(" a "), Some("a"));
}
