//! A language made from English, for tests: Arabic letters in place of Latin ones (`ar-XB` in CLDR). Slots stay, so that every
//! screen can be shown in it, and a text that is written in the code is the only one in Latin letters
//! (`tests/screens/languages.rs`). Longer words are tested in the browser, where they could overflow.

const LATIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ?,;";
const ARABIC: &str = "ابثدعفغهيجكلمنوپقرستخڤوخيزابثدعفغهيجكلمنوپقرستخڤوخيز؟،؛";

/// An English text in Arabic letters.
#[must_use]
pub fn right_to_left(text: &str) -> String {
    let mut is_slot = false;
    let replaced = text.chars().map(|c| {
        is_slot = c == '{' || is_slot && c != '}';
        if is_slot { c } else { letter(c) }
    });
    replaced.collect()
}

fn letter(c: char) -> char {
    LATIN.chars().position(|known| known == c).and_then(|n| ARABIC.chars().nth(n)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::slots;

    #[test]
    fn slots_stay() {
        let text = "Question {n} of {total}, with {name:dat}?";
        assert_eq!(slots(&right_to_left(text)), slots(text));
    }

    #[test]
    fn a_right_to_left_text_has_no_latin_letter() {
        let text = right_to_left("Which model fits, the Best of {n}?");
        let outside: String =
            text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
        assert!(!outside.contains(|c: char| c.is_ascii_alphabetic()), "{text}");
        assert!(text.contains("{n}") && text.ends_with('؟'), "{text}");
    }

    #[test]
    fn every_letter_has_another_one() {
        for c in ('a'..='z').chain('A'..='Z') {
            assert!(!letter(c).is_ascii(), "{c}");
        }
    }
}
