//! How easily a screen reads, by the formula of its language. Languages without one here are not measured.
//!
//! | language | formula | bar |
//! |---|---|---|
//! | English | Flesch-Kincaid, a U.S. school grade (Kincaid, Fishburne, Rogers & Chissom, 1975) | 8 or below |
//! | German | first Wiener Sachtextformel, a school grade (Bamberger & Vanecek, 1984) | 8 or below |
//! | French | Flesch as adapted by Kandel & Moles, 0 to 100 (1958) | 60 or above |
//! | Spanish | Flesch as adapted by Szigriszt Pazos, 0 to 100 (1993), with the INFLESZ bands (Barrio-Cantalejo et al., 2008) | 60 or above |
//!
//! A text without a period at the end, such as a label, counts as a sentence. A word with a hyphen is one word. A slot is a word
//! of two syllables. [`syllables`] counts by groups of vowels, as its module says for each language.

mod syllables;

use super::{Words, language};
use crate::{
    problem::Problems,
    words::{Catalog, file_of},
};

/// A formula means little for fewer words.
pub const MEASURABLE: usize = 100;

/// Not measured: titles of the articles, and the table that lists functions of IT by their usual names.
const NOT_PROSE: [&str; 2] = ["source", "function"];

/// Parts of the catalog with several screens, which are measured by their first two names.
const DEEP: [&str; 6] = ["ui", "question", "item", "pattern", "roadmap", "cost"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    FleschKincaid,
    WienerSachtext,
    KandelMoles,
    Inflesz,
}

impl Formula {
    /// The formula of a language tag.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        Some(match language(tag) {
            "en" => Self::FleschKincaid,
            "de" => Self::WienerSachtext,
            "fr" => Self::KandelMoles,
            "es" => Self::Inflesz,
            _ => return None,
        })
    }

    const fn language(self) -> &'static str {
        match self {
            Self::FleschKincaid => "en",
            Self::WienerSachtext => "de",
            Self::KandelMoles => "fr",
            Self::Inflesz => "es",
        }
    }

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FleschKincaid => "Flesch-Kincaid grade",
            Self::WienerSachtext => "Wiener Sachtextformel 1",
            Self::KandelMoles => "Kandel-Moles",
            Self::Inflesz => "INFLESZ (Szigriszt-Pazos)",
        }
    }

    /// What a screen reaches.
    #[must_use]
    pub const fn bar(self) -> f64 {
        match self {
            Self::FleschKincaid | Self::WienerSachtext => 8.0,
            Self::KandelMoles | Self::Inflesz => 60.0,
        }
    }

    /// Whether a larger figure is easier to read.
    #[must_use]
    pub const fn rises_with_ease(self) -> bool {
        matches!(self, Self::KandelMoles | Self::Inflesz)
    }

    fn is_easy(self, figure: f64) -> bool {
        if self.rises_with_ease() { figure >= self.bar() } else { figure <= self.bar() }
    }

    /// The bar in words.
    #[must_use]
    pub fn expected(self) -> String {
        format!("{} or {}", self.bar(), if self.rises_with_ease() { "above" } else { "below" })
    }

    fn figure(self, counts: &Text) -> f64 {
        let words = counts.words as f64;
        let (per_sentence, per_word) = (words / counts.sentences as f64, counts.syllables as f64 / words);
        let percent = |n: usize| 100.0 * n as f64 / words;
        match self {
            Self::FleschKincaid => 0.39 * per_sentence + 11.8 * per_word - 15.59,
            Self::WienerSachtext => {
                0.1935 * percent(counts.of_three_syllables) + 0.1672 * per_sentence + 0.1297 * percent(counts.long)
                    - 0.0327 * percent(counts.of_one_syllable)
                    - 0.875
            }
            Self::KandelMoles => 207.0 - 1.015 * per_sentence - 73.6 * per_word,
            Self::Inflesz => 206.835 - per_sentence - 62.3 * per_word,
        }
    }
}

/// A screen or a part of the result, such as a question with its options and their reasons. Neighbors with fewer than
/// [`MEASURABLE`] words are measured together.
#[derive(Debug, Clone)]
pub struct Screen {
    /// The beginnings of its keys.
    pub name: String,
    pub words: usize,
    pub formula: Formula,
    /// By the formula.
    pub figure: f64,
}

impl Screen {
    #[must_use]
    pub fn is_easy(&self) -> bool {
        self.formula.is_easy(self.figure)
    }
}

/// Every screen of a language; empty if there is no formula for it.
#[must_use]
pub fn screens(catalog: &Catalog) -> Vec<Screen> {
    let Some(formula) = Formula::of(&catalog.language) else { return Vec::new() };
    let mut parts: Vec<(&str, Text)> = Vec::new();
    for (key, text) in catalog.entries.iter().filter(|(key, _)| !NOT_PROSE.contains(&first(key, 1))) {
        let name = first(key, if DEEP.contains(&first(key, 1)) { 2 } else { 1 });
        match parts.iter_mut().find(|(part, _)| *part == name) {
            Some((_, part)) => part.add(text),
            None => {
                let mut part = Text::new(formula);
                part.add(text);
                parts.push((name, part));
            }
        }
    }
    let screen = |(name, text): (String, Text)| Screen { name, words: text.words, formula, figure: text.figure() };
    joined(parts).into_iter().map(screen).collect()
}

/// Every screen reaches the bar of its language.
pub fn check(words: &Words<'_>, problems: &mut Problems) {
    for screen in screens(words.catalog).iter().filter(|screen| !screen.is_easy()) {
        let Screen { name, words: count, formula, figure } = screen;
        let text =
            format!("expected {} by {}, found {figure:.1} over {count} words", formula.expected(), formula.name());
        problems.add(&file_of(&words.catalog.language), name, text);
    }
}

/// The first `names` names of a key.
fn first(key: &str, names: usize) -> &str {
    key.match_indices('.').nth(names - 1).map_or(key, |(at, _)| &key[..at])
}

/// Some text, and what the formula of its language counts.
#[derive(Debug, Clone)]
pub struct Text {
    formula: Formula,
    pub words: usize,
    sentences: usize,
    syllables: usize,
    of_one_syllable: usize,
    of_three_syllables: usize,
    /// Words of more than six letters.
    long: usize,
}

impl Text {
    /// No text yet.
    #[must_use]
    pub const fn new(formula: Formula) -> Self {
        Self { formula, words: 0, sentences: 0, syllables: 0, of_one_syllable: 0, of_three_syllables: 0, long: 0 }
    }

    /// Adds a text; it starts a new sentence.
    pub fn add(&mut self, text: &str) {
        for sentence in sentences(&filled(text)) {
            let mut is_empty = true;
            for word in sentence.split_whitespace() {
                let Some(syllables) = syllables::of(word, self.formula.language()) else { continue };
                is_empty = false;
                self.words += 1;
                self.syllables += syllables;
                self.of_one_syllable += usize::from(syllables == 1);
                self.of_three_syllables += usize::from(syllables >= 3);
                self.long += usize::from(word.chars().filter(|c| c.is_alphabetic()).count() > 6);
            }
            self.sentences += usize::from(!is_empty);
        }
    }

    /// By the formula; not a number without a word.
    #[must_use]
    pub fn figure(&self) -> f64 {
        self.formula.figure(self)
    }

    #[must_use]
    pub fn is_easy(&self) -> bool {
        self.formula.is_easy(self.figure())
    }

    fn join(&mut self, other: &Self) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.syllables += other.syllables;
        self.of_one_syllable += other.of_one_syllable;
        self.of_three_syllables += other.of_three_syllables;
        self.long += other.long;
    }
}

/// Joins neighbors until each part has [`MEASURABLE`] words. Leftovers at the end are added to the last one; if that is all, there
/// is too little to measure.
fn joined(parts: Vec<(&str, Text)>) -> Vec<(String, Text)> {
    let join = |into: &mut (String, Text), (name, text): &(String, Text)| {
        into.0 = format!("{} + {name}", into.0);
        into.1.join(text);
    };
    let mut all: Vec<(String, Text)> = Vec::new();
    for (name, text) in parts {
        let part = (name.to_owned(), text);
        match all.last_mut() {
            Some(last) if last.1.words < MEASURABLE => join(last, &part),
            _ => all.push(part),
        }
    }
    if let Some(left) = all.pop_if(|(_, last)| last.words < MEASURABLE)
        && let Some(last) = all.last_mut()
    {
        join(last, &left);
    }
    all
}

/// Replaces each slot with a word of two syllables in any language.
fn filled(text: &str) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        filled.push_str("seven");
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    filled + rest
}

/// Splits a text after each period, question mark or exclamation mark that precedes a space, a quotation mark or the end.
fn sentences(text: &str) -> Vec<&str> {
    let is_end = |at: usize, mark: &str| {
        let next = text[at + mark.len()..].chars().next();
        next.is_none_or(|c| c.is_whitespace() || "”“’‘»".contains(c))
    };
    let mut start = 0;
    let mut all = Vec::new();
    for (at, mark) in text.match_indices(['.', '?', '!']) {
        if is_end(at, mark) {
            all.push(&text[start..at]);
            start = at + mark.len();
        }
    }
    all.push(&text[start..]);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(language: &str, text: &str) -> Text {
        let mut all = Text::new(Formula::of(language).unwrap());
        all.add(text);
        all
    }

    #[test]
    fn a_plain_sentence_is_easy_and_an_academic_one_is_not() {
        let academic = [
            ("en", "Organizational accountability necessitates comprehensive documentation of responsibilities."),
            ("de", "Organisatorische Verantwortlichkeit erfordert umfassende Dokumentation der Zuständigkeiten."),
            ("fr", "La responsabilité organisationnelle nécessite une documentation exhaustive des attributions."),
            ("es", "La responsabilidad organizativa requiere una documentación exhaustiva de las competencias."),
        ];
        let plain = [
            ("en", "The cat sat on the mat. It was warm."),
            ("de", "Die Katze lag im Korb. Es war warm."),
            ("fr", "Le chat dort sur le tapis. Il fait chaud."),
            ("es", "El gato está en la casa. Hace calor."),
        ];
        for ((language, plain), (_, academic)) in plain.into_iter().zip(academic) {
            let (easy, hard) = (text(language, plain), text(language, academic));
            assert!(easy.is_easy() && !hard.is_easy(), "{language}: {} and {}", easy.figure(), hard.figure());
        }
    }

    /// Ten words in two sentences; 16 syllables; two words of three syllables, six of one; three of more than six letters.
    #[test]
    fn the_formulas_have_the_published_constants() {
        let expected = [
            (Formula::FleschKincaid, 0.39 * 5.0 + 11.8 * 1.6 - 15.59),
            (Formula::WienerSachtext, 0.1935 * 20.0 + 0.1672 * 5.0 + 0.1297 * 30.0 - 0.0327 * 60.0 - 0.875),
            (Formula::KandelMoles, 207.0 - 1.015 * 5.0 - 73.6 * 1.6),
            (Formula::Inflesz, 206.835 - 62.3 * 1.6 - 5.0),
        ];
        for (formula, figure) in expected {
            let text = Text {
                words: 10,
                sentences: 2,
                syllables: 16,
                of_one_syllable: 6,
                of_three_syllables: 2,
                long: 3,
                ..Text::new(formula)
            };
            assert!((text.figure() - figure).abs() < 1e-9, "{formula:?}");
        }
    }

    #[test]
    fn a_slot_is_a_word_and_a_mark_between_spaces_is_none() {
        let text = text("fr", "Répondez à {n} questions\u{a0}: «\u{202f}oui\u{202f}»\u{202f}?");
        assert_eq!((text.words, text.sentences), (5, 1));
    }
}
