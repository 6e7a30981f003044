//! What is checked of the words of every language, for the build, for the tests and for translators (`cargo xtask words`).
//!
//! | module | concern |
//! |---|---|
//! | [`plural`] | the categories of counts |
//! | [`typography`] | braces, spaces, quotation marks |
//! | [`address`] | formal address |
//! | [`glossary`] | terms, and texts that may equal English |
//! | [`reading`] | how easily a screen reads |
//! | [`pseudo`] | a language made from English, for tests |
//!
//! The build refuses what would show a visitor something wrong ([`Kind::stops_the_build`]). Style is a matter of the tests in
//! `tests/languages.rs`, so that a translator can build and look before everything is polished.

pub mod address;
pub mod glossary;
pub mod plural;
pub mod pseudo;
pub mod reading;
mod report;
pub mod typography;

use std::{collections::HashMap, path::Path};

pub use glossary::Terms;
pub use pseudo::right_to_left;
pub use report::json;

use crate::{
    Problem, check,
    problem::Problems,
    raw::Content,
    words::{self, Catalog, REFERENCE, file_of},
};

/// The words of a language, and what they are compared with.
#[derive(Debug)]
pub struct Words<'a> {
    /// English.
    pub reference: &'a Catalog,
    /// The English texts by key.
    english: HashMap<&'a str, &'a str>,
    /// The texts of the language by key.
    texts: HashMap<&'a str, &'a str>,
    /// The language of a region.
    pub base: Option<&'a Catalog>,
    pub catalog: &'a Catalog,
    pub terms: &'a Terms,
}

/// A text and where it is written.
#[derive(Debug)]
pub struct Place<'a> {
    pub file: String,
    pub key: String,
    pub text: &'a str,
}

impl Place<'_> {
    fn add(&self, problems: &mut Problems, text: impl Into<String>) {
        problems.add(&self.file, &self.key, text);
    }

    /// Whether the text translates a quotation.
    fn is_quotation(&self) -> bool {
        self.file.starts_with("quotations/")
    }
}

impl<'a> Words<'a> {
    /// The words of each catalog with their terms, in the order of `catalogs`, which starts with English.
    #[must_use]
    pub fn of_all(catalogs: &'a [Catalog], terms: &'a [Terms]) -> Vec<Self> {
        let Some(reference) = catalogs.first() else { return Vec::new() };
        let base = |catalog: &Catalog| {
            let (base, _) = catalog.language.split_once('-')?;
            catalogs.iter().find(|other| other.language == base)
        };
        catalogs
            .iter()
            .zip(terms)
            .map(|(catalog, terms)| Self {
                reference,
                english: by_key(reference),
                texts: by_key(catalog),
                base: base(catalog),
                catalog,
                terms,
            })
            .collect()
    }

    /// The language without its region.
    #[must_use]
    pub fn language(&self) -> &'a str {
        language(&self.catalog.language)
    }

    fn file(&self) -> String {
        file_of(&self.catalog.language)
    }

    fn is_reference(&self) -> bool {
        self.catalog.language == REFERENCE
    }

    /// Key and text of what the file of the language has. A region's has only what it changes.
    fn own(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let base = self.base;
        let is_own =
            move |(n, entry): &(usize, &(String, String))| base.is_none_or(|base| base.entries.get(*n) != Some(entry));
        self.catalog.entries.iter().enumerate().filter(is_own).map(|(_, (key, text))| (key.as_str(), text.as_str()))
    }

    /// Every text of the files of the language: words, their forms, and translations of quotations.
    pub fn places(&self) -> impl Iterator<Item = Place<'a>> + use<'a> {
        let (file, base) = (self.file(), self.base);
        let quotations = format!("quotations/{}.json", self.catalog.language);
        let words = self.own().map({
            let file = file.clone();
            move |(key, text)| Place { file: file.clone(), key: key.to_owned(), text }
        });
        let forms = self
            .catalog
            .forms
            .iter()
            .filter(move |(key, forms)| base.is_none_or(|base| base.forms.get(*key) != Some(forms)));
        let forms = forms.flat_map(move |(key, forms)| {
            let file = file.clone();
            forms.iter().map(move |(form, text)| Place { file: file.clone(), key: format!("{key}:{form}"), text })
        });
        let quoted = self.catalog.quotations.iter().filter(move |_| base.is_none());
        let quoted = quoted.map(move |(quote, text)| Place { file: quotations.clone(), key: quote.clone(), text });
        words.chain(forms).chain(quoted)
    }

    /// The text of the language.
    pub(crate) fn text(&self, key: &str) -> Option<&'a str> {
        self.texts.get(key).copied()
    }

    /// The English text.
    pub(crate) fn english(&self, key: &str) -> Option<&'a str> {
        self.english.get(key).copied()
    }
}

fn by_key(catalog: &Catalog) -> HashMap<&str, &str> {
    catalog.entries.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect()
}

fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// A kind of problem, in the order of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    File,
    Missing,
    Unknown,
    Unused,
    Slots,
    Forms,
    Plural,
    Braces,
    Spaces,
    Quotations,
    Quotes,
    Address,
    Same,
    Glossary,
    Reading,
}

impl Kind {
    pub const ALL: [Self; 15] = [
        Self::File,
        Self::Missing,
        Self::Unknown,
        Self::Unused,
        Self::Slots,
        Self::Forms,
        Self::Plural,
        Self::Braces,
        Self::Spaces,
        Self::Quotations,
        Self::Quotes,
        Self::Address,
        Self::Same,
        Self::Glossary,
        Self::Reading,
    ];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Missing => "missing",
            Self::Unknown => "unknown",
            Self::Unused => "unused",
            Self::Slots => "slots",
            Self::Forms => "forms",
            Self::Plural => "plural",
            Self::Braces => "braces",
            Self::Spaces => "spaces",
            Self::Quotations => "quotations",
            Self::Quotes => "quotes",
            Self::Address => "address",
            Self::Same => "same as English",
            Self::Glossary => "glossary",
            Self::Reading => "reading ease",
        }
    }

    /// Whether the content is not built with such a problem. The others fail a test.
    #[must_use]
    pub const fn stops_the_build(self) -> bool {
        !matches!(self, Self::Quotes | Self::Address | Self::Same | Self::Glossary | Self::Reading)
    }

    /// The check of a language, if it needs only the words.
    fn check(self) -> Option<fn(&Words<'_>, &mut Problems)> {
        Some(match self {
            // Found while reading, or with the structure.
            Self::File | Self::Unused | Self::Quotations => return None,
            Self::Missing => check::missing,
            Self::Unknown => check::unknown,
            Self::Slots => check::slots,
            Self::Forms => check::forms,
            Self::Plural => plural::check,
            Self::Braces => typography::braces,
            Self::Spaces => typography::spaces,
            Self::Quotes => typography::quotes,
            Self::Address => address::check,
            Self::Same => glossary::same,
            Self::Glossary => glossary::excluded,
            Self::Reading => reading::check,
        })
    }
}

/// Adds every problem of one kind in the words of a language. `content` is needed for [`Kind::Unused`] and
/// [`Kind::Quotations`].
pub fn add(kind: Kind, words: &Words<'_>, content: Option<&Content>, problems: &mut Problems) {
    match (kind, content) {
        (Kind::Unused, Some(content)) if words.is_reference() => check::unused(content, words.reference, problems),
        (Kind::Quotations, Some(content)) if !words.is_reference() => {
            check::quotations(content, words.catalog, problems)
        }
        _ => {
            if let Some(check) = kind.check() {
                check(words, problems);
            }
        }
    }
}

/// What a translator needs to know about a language.
#[derive(Debug)]
pub struct Review {
    pub language: String,
    /// How many texts its files have, without forms. A region's file has few.
    pub texts: usize,
    pub forms: usize,
    pub quotations: usize,
    pub problems: Vec<(Kind, Problem)>,
    /// Texts without the term of the glossary. That can be right.
    pub notes: Vec<Problem>,
    /// How easily each screen reads; empty if there is no formula for the language.
    pub screens: Vec<reading::Screen>,
}

/// Reviews every language of a content folder. Files that cannot be read are problems of their language.
///
/// # Errors
/// The problems of the folder if there is no English.
pub fn review(folder: &Path) -> Result<Vec<Review>, Problems> {
    let mut unread = Problems::default();
    let catalogs = words::read_all(folder, &mut unread);
    if catalogs.is_empty() {
        return Err(unread);
    }
    let terms: Vec<Terms> = catalogs.iter().map(|catalog| Terms::of(folder, catalog, &mut unread)).collect();
    // Problems of the structure are those of whoever changes it, and the build lists them.
    let content = crate::structure(folder, &mut Problems::default());
    let mut reviews: Vec<Review> =
        Words::of_all(&catalogs, &terms).iter().map(|words| reviewed(words, content.as_ref())).collect();
    for problem in unread.iter() {
        let language = problem.file.split(['/', '.']).nth(1).unwrap_or_default();
        match reviews.iter_mut().find(|review| review.language == language) {
            Some(review) => review.problems.insert(0, (Kind::File, problem.clone())),
            None => reviews.push(Review::unread(language, problem)),
        }
    }
    Ok(reviews)
}

fn reviewed(words: &Words<'_>, content: Option<&Content>) -> Review {
    let mut problems = Vec::new();
    for kind in Kind::ALL {
        let mut found = Problems::default();
        add(kind, words, content, &mut found);
        problems.extend(found.iter().map(|problem| (kind, problem.clone())));
    }
    let mut notes = Problems::default();
    glossary::unused(words, &mut notes);
    let places = words.places();
    let (forms, words_only): (Vec<_>, Vec<_>) =
        places.filter(|place| !place.is_quotation()).partition(|place| place.key.contains(':'));
    Review {
        language: words.catalog.language.clone(),
        texts: words_only.len(),
        forms: forms.len(),
        quotations: words.base.map_or(words.catalog.quotations.len(), |_| 0),
        problems,
        notes: notes.iter().cloned().collect(),
        screens: reading::screens(words.catalog),
    }
}

impl Review {
    /// Of a language whose words cannot be read.
    fn unread(language: &str, problem: &Problem) -> Self {
        Self {
            language: language.into(),
            texts: 0,
            forms: 0,
            quotations: 0,
            problems: vec![(Kind::File, problem.clone())],
            notes: Vec::new(),
            screens: Vec::new(),
        }
    }
}
