//! What a text in another language must not have: English, and slots or forms that were not filled in.

use std::collections::BTreeSet;

use assessment::i18n::{Catalog, Key, key};
use regex::Regex;

/// A text is English if it is an English text, or has a part of one, between its slots, of this many characters.
const TELLING: usize = 12;

/// The English texts that a language says in other words.
pub struct Leftovers {
    whole: BTreeSet<String>,
    parts: Regex,
}

/// Every word of the catalog and every quotation.
fn keys() -> impl Iterator<Item = Key> {
    (0..key::COUNTS.iter().sum()).map(Key)
}

fn parts(text: &str) -> Vec<String> {
    let slots = Regex::new(r"\{[a-z_:]+\}").unwrap();
    slots.split(text).map(str::trim).filter(|part| part.chars().count() >= TELLING).map(str::to_owned).collect()
}

impl Leftovers {
    pub fn of(language: &str) -> Self {
        let [english, theirs] = ["en", language].map(|language| Catalog::of(language).unwrap());
        let said: Vec<&str> = keys().map(|key| theirs.get(key)).collect();
        let all = said.join("\n");
        let other = keys().map(|key| english.get(key)).filter(|text| !said.contains(text));
        let whole: BTreeSet<String> = other.map(str::to_owned).collect();
        let telling = whole.iter().flat_map(|text| parts(text)).filter(|part| !all.contains(part.as_str()));
        let telling: Vec<String> = telling.map(|part| regex::escape(&part)).collect();
        assert!(whole.len() > 50 && telling.len() > 50, "{} texts of {language} differ", whole.len());
        Self { whole, parts: Regex::new(&telling.join("|")).unwrap() }
    }

    /// What is wrong with a text.
    pub fn in_text(&self, text: &str) -> Option<String> {
        if text.contains(['{', '}', '\u{1}']) {
            return Some(format!("a slot or a form is left in “{text}”"));
        }
        let is_english = self.whole.contains(text.trim()) || self.parts.is_match(text);
        is_english.then(|| format!("“{text}” is English"))
    }
}
