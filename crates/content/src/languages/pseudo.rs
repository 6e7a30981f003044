//! Languages made from English, for tests of layout. Nothing ships them.
//!
//! Their tags are those of CLDR. `en-XA` has accents and is as much longer as translations are at most, `ar-XB` has letters that
//! are written from right to left. Slots, forms and keys stay, so that a screen works as in any language.

use crate::words::Catalog;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pseudo {
    /// Accented and longer: `en-XA`.
    Accented,
    /// In Arabic letters, for a page with `dir="rtl"`: `ar-XB`.
    RightToLeft,
}

impl Pseudo {
    pub const ALL: [Self; 2] = [Self::Accented, Self::RightToLeft];

    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Accented => "en-XA",
            Self::RightToLeft => "ar-XB",
        }
    }

    fn text(self, text: &str) -> String {
        let written = outside_slots(text, |c| self.letter(c));
        match self {
            Self::Accented => padded(written, text.chars().count()),
            Self::RightToLeft => written,
        }
    }

    fn letter(self, c: char) -> char {
        let (from, to) = match self {
            Self::Accented => (
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "áƀçďéƒğħíĵķľɱñóƥɋřšťúṽŵẋýžÁƁÇĎÉƑĞĦÍĴĶĽṀÑÓƤɊŘŠŤÚṼŴẊÝŽ",
            ),
            Self::RightToLeft => (
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ?,;",
                "ابثدعفغهيجكلمنوپقرستخڤوخيزابثدعفغهيجكلمنوپقرستخڤوخيز؟،؛",
            ),
        };
        from.chars().position(|known| known == c).and_then(|n| to.chars().nth(n)).unwrap_or(c)
    }
}

/// The words of a catalog as a pseudo-language.
#[must_use]
pub fn pseudo(catalog: &Catalog, kind: Pseudo) -> Catalog {
    let text = |text: &String| kind.text(text);
    Catalog {
        language: kind.tag().into(),
        entries: catalog.entries.iter().map(|(key, entry)| (key.clone(), text(entry))).collect(),
        forms: catalog
            .forms
            .iter()
            .map(|(key, forms)| (key.clone(), forms.iter().map(|(name, form)| (name.clone(), text(form))).collect()))
            .collect(),
        quotations: catalog.quotations.iter().map(|(quote, entry)| (quote.clone(), text(entry))).collect(),
    }
}

/// Replaces every character outside of slots.
fn outside_slots(text: &str, letter: impl Fn(char) -> char) -> String {
    let mut is_slot = false;
    let replaced = text.chars().map(|c| {
        is_slot = c == '{' || is_slot && c != '}';
        if is_slot { c } else { letter(c) }
    });
    replaced.collect()
}

/// How long a translation gets, in percent of the English text, by its number of characters: the bands that IBM published and
/// W3C repeats (w3.org/International/articles/article-text-size), at the lower end of each. The band of 51 to 70 characters
/// breaks their trend; it takes the figure of the one before.
const fn percent(characters: usize) -> usize {
    match characters {
        0..=10 => 200,
        11..=20 => 180,
        21..=30 => 160,
        31..=70 => 140,
        _ => 130,
    }
}

/// A text with words added until it is as long as [`percent`] says. Brackets show where it begins and ends.
fn padded(mut text: String, characters: usize) -> String {
    const FILLER: [&str; 6] = ["öñé", "ţŵö", "ţĥŕéé", "ƒöûŕ", "ƒîṽé", "šîẋ"];
    let goal = (characters * percent(characters)).div_ceil(100);
    let mut filler = FILLER.into_iter().cycle();
    // Two for the brackets.
    while text.chars().count() + 2 < goal
        && let Some(word) = filler.next()
    {
        text.push(' ');
        text.push_str(word);
    }
    format!("[{text}]")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::words::slots;

    fn catalog() -> Catalog {
        Catalog {
            language: "en".into(),
            entries: vec![
                ("short".into(), "Next".into()),
                ("slot".into(), "Question {n} of {total}, with {name:dat}?".into()),
            ],
            forms: BTreeMap::from([("short".into(), vec![("dat".into(), "next".into())])]),
            quotations: BTreeMap::from([("one".into(), "uno".into())]),
        }
    }

    #[test]
    fn keys_slots_and_forms_stay() {
        let english = catalog();
        for kind in Pseudo::ALL {
            let other = pseudo(&english, kind);
            assert_eq!(other.language, kind.tag());
            for ((key, text), (other_key, other_text)) in english.entries.iter().zip(&other.entries) {
                assert_eq!((key, slots(text)), (other_key, slots(other_text)));
                assert_ne!(text, other_text);
            }
            assert_eq!(other.forms["short"][0].0, "dat");
            assert_ne!(other.forms["short"][0].1, "next");
            assert_ne!(other.quotations["one"], "uno");
        }
    }

    #[test]
    fn an_accented_text_is_longer_the_shorter_it_is() {
        for (length, least) in [(4, 200), (10, 200), (20, 180), (30, 160), (50, 140), (70, 140), (200, 130)] {
            let long = Pseudo::Accented.text(&"a".repeat(length)).chars().count();
            assert!((least..least + 60).contains(&(100 * long / length)) || length < 10, "{length} to {long}");
            assert!(100 * long >= least * length, "{length} to {long}");
        }
    }

    #[test]
    fn a_right_to_left_text_has_no_latin_letter() {
        let text = Pseudo::RightToLeft.text("Which model fits, the Best of {n}?");
        let outside: String =
            text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
        assert!(!outside.contains(|c: char| c.is_ascii_alphabetic()), "{text}");
        assert!(text.contains("{n}") && text.ends_with('؟'), "{text}");
    }

    #[test]
    fn every_letter_has_another_one() {
        for c in ('a'..='z').chain('A'..='Z') {
            assert!(Pseudo::ALL.iter().all(|kind| !kind.letter(c).is_ascii()), "{c}");
        }
    }
}
