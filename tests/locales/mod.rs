//! How the other languages write numbers and lists, without a browser.

pub mod documents;
pub mod leftovers;

use assessment::i18n::{English, Locale, MINUS, PluralForm};

/// A locale by its separators and its "and".
pub struct Written {
    grouping: &'static str,
    decimal: char,
    /// From this number of digits on, they are grouped.
    grouped_from: usize,
    and: &'static str,
    /// Whether 0 is singular, too.
    zero_is_one: bool,
}

static GERMAN: Written = Written { grouping: ".", decimal: ',', grouped_from: 4, and: "und", zero_is_one: false };
static FRENCH: Written = Written { grouping: "\u{202f}", decimal: ',', grouped_from: 4, and: "et", zero_is_one: true };
static SPANISH: Written = Written { grouping: ".", decimal: ',', grouped_from: 5, and: "y", zero_is_one: false };
static BRITISH: Written = Written { grouping: ",", decimal: '.', grouped_from: 4, and: "and", zero_is_one: false };

/// How a language of this build is written.
pub fn locale(language: &str) -> &'static dyn Locale {
    match language {
        "de" => &GERMAN,
        "fr" => &FRENCH,
        "es" => &SPANISH,
        "en-GB" => &BRITISH,
        _ => &English,
    }
}

impl Written {
    fn number(&self, english: &str) -> String {
        let digits = english.split('.').next().unwrap().chars().filter(char::is_ascii_digit).count();
        let grouping = if digits < self.grouped_from { "" } else { self.grouping };
        let mut written = String::new();
        for c in english.chars() {
            match c {
                ',' => written.push_str(grouping),
                '.' => written.push(self.decimal),
                c => written.push(c),
            }
        }
        written
    }
}

impl Locale for Written {
    fn integer(&self, value: i64) -> String {
        self.number(&English.integer(value))
    }

    fn signed_tenths(&self, tenths: i32) -> String {
        self.number(&English.signed_tenths(tenths).replace('-', MINUS))
    }

    fn decimal(&self, parts: i64, decimals: u32) -> String {
        self.number(&English.decimal(parts, decimals))
    }

    fn plural(&self, value: i64) -> PluralForm {
        if value == 1 || value == 0 && self.zero_is_one { PluralForm::One } else { PluralForm::Other }
    }

    fn and_list(&self, parts: &[String]) -> String {
        let Some((last, before)) = parts.split_last().filter(|(_, before)| !before.is_empty()) else {
            return parts.concat();
        };
        let and = if self.and == "y" && last.to_lowercase().starts_with('i') { "e" } else { self.and };
        format!("{} {and} {last}", before.join(", "))
    }
}

#[test]
fn numbers_and_lists_are_written_as_the_browsers_write_them() {
    for (language, numbers) in [
        ("de", ["1.234.567,8", "1.234,5", "42"]),
        ("fr", ["1\u{202f}234\u{202f}567,8", "1\u{202f}234,5", "42"]),
        ("es", ["1.234.567,8", "1234,5", "42"]),
        ("en-GB", ["1,234,567.8", "1,234.5", "42"]),
    ] {
        let locale = locale(language);
        assert_eq!([(12_345_678, 1), (12_345, 1), (4_200, 2)].map(|(n, d)| locale.decimal(n, d)), numbers);
    }
    let list = ["a", "b", "i"].map(str::to_owned);
    assert_eq!(locale("de").and_list(&list), "a, b und i");
    assert_eq!(locale("es").and_list(&list), "a, b e i");
    assert_eq!(locale("fr").and_list(&list[..1]), "a");
}
