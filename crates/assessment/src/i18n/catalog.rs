//! The words of one language, decoded from the shipped files.

use std::{fmt, sync::OnceLock};

use super::{Key, Locale, PluralForm, key};

/// The words of one language. Those of the start module are loaded first; the later ones are added.
#[derive(Debug, Clone)]
pub struct Catalog {
    start: WordFile,
    later: OnceLock<WordFile>,
}

#[derive(Debug, Clone)]
struct WordFile {
    text: Box<str>,
    /// End of each line. The first line is the fingerprint; in the start file, the name of the later file follows it.
    ends: Box<[u32]>,
}

/// Why a word file is not that of this build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatalogError {
    /// The file was made from other keys.
    OtherBuild,
    /// The file is truncated or too long.
    Lines { found: usize, expected: usize },
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherBuild => f.write_str("the word file belongs to another build")?,
            Self::Lines { found, expected } => {
                f.write_str("the word file has ")?;
                fmt::Display::fmt(found, f)?;
                f.write_str(" lines instead of ")?;
                fmt::Display::fmt(expected, f)?;
            }
        }
        f.write_str("; deploy all files of one build together")
    }
}

impl std::error::Error for CatalogError {}

impl WordFile {
    /// Decodes a file with this number of entries, one a line.
    fn parse(text: &str, entries: u16) -> Result<Self, CatalogError> {
        let ends: Box<[u32]> = text
            .split('\n')
            .scan(0, |end, line| {
                *end += line.len() as u32 + 1;
                Some(*end - 1)
            })
            .collect();
        if text.get(..key::FINGERPRINT.len()) != Some(key::FINGERPRINT) {
            return Err(CatalogError::OtherBuild);
        }
        let expected = usize::from(entries) + 1;
        if ends.len() != expected {
            return Err(CatalogError::Lines { found: ends.len(), expected });
        }
        Ok(Self { text: text.into(), ends })
    }

    /// The entry with this number in the file, from 0; empty if there is none. The line before the first entry is the fingerprint.
    fn entry(&self, n: u16) -> &str {
        let n = usize::from(n);
        match (self.ends.get(n), self.ends.get(n + 1)) {
            (Some(start), Some(end)) => self.text.get(*start as usize + 1..*end as usize).unwrap_or_default(),
            _ => "",
        }
    }
}

impl Catalog {
    /// Decodes the start file.
    ///
    /// # Errors
    /// [`CatalogError`] if the file is truncated or belongs to another build.
    pub fn parse(text: &str) -> Result<Self, CatalogError> {
        Ok(Self { start: WordFile::parse(text, key::FIRST_LATER)?, later: OnceLock::new() })
    }

    /// Adds the words of the later file, unless they are loaded.
    ///
    /// # Errors
    /// [`CatalogError`] if the file is truncated or belongs to another build.
    pub fn add_later(&self, text: &str) -> Result<(), CatalogError> {
        let file = WordFile::parse(text, key::COUNT - key::FIRST_LATER)?;
        let _ = self.later.set(file);
        Ok(())
    }

    /// Whether the words of the later file are loaded.
    #[must_use]
    pub fn has_later(&self) -> bool {
        self.later.get().is_some()
    }

    /// The name of the later file, if the start file contains one.
    #[must_use]
    pub fn later_file(&self) -> Option<&str> {
        let first = self.start.text.get(..*self.start.ends.first()? as usize)?;
        first.get(key::FINGERPRINT.len() + 1..)
    }

    /// The English words of this build. In the browser, words are loaded from files.
    #[cfg(any(not(target_arch = "wasm32"), test))]
    #[must_use]
    #[expect(clippy::expect_used, reason = "the same build writes both files, and every test reads them")]
    pub fn english() -> Self {
        let [first, later] = Self::ENGLISH_FILES;
        let catalog = Self::parse(first).expect("the words of this build");
        catalog.add_later(later).expect("the words of this build");
        catalog
    }

    /// The English word files of this build: that of the start module, and that of the later one.
    #[cfg(any(not(target_arch = "wasm32"), test))]
    pub const ENGLISH_FILES: [&str; 2] = [
        include_str!(concat!(env!("OUT_DIR"), "/words-en.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/words-later-en.txt")),
    ];

    /// A catalog whose texts come from a function, for tests.
    ///
    /// # Errors
    /// [`CatalogError::Lines`] if an entry has a line break.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn by(say: impl Fn(Key) -> String) -> Result<Self, CatalogError> {
        let file = |numbers: core::ops::Range<u16>| {
            let texts = numbers.map(|number| say(Key(number)));
            core::iter::once(key::FINGERPRINT.to_owned()).chain(texts).collect::<Vec<_>>().join("\n")
        };
        let catalog = Self::parse(&file(0..key::FIRST_LATER))?;
        catalog.add_later(&file(key::FIRST_LATER..key::COUNT))?;
        Ok(catalog)
    }

    /// The text of an entry; empty if its file is not loaded yet.
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        match key.0.checked_sub(key::FIRST_LATER) {
            None => self.start.entry(key.0),
            Some(n) => self.later.get().map_or("", |file| file.entry(n)),
        }
    }

    /// The singular or plural entry for a count, with the count as `{n}`.
    #[must_use]
    pub fn count(&self, locale: &dyn Locale, [one, other]: [Key; 2], n: usize) -> String {
        let n = n as i64;
        let key = if locale.plural(n) == PluralForm::One { one } else { other };
        self.fill(key, &[("n", &locale.integer(n))])
    }

    /// The text of an entry with its placeholders, such as `{n}`, filled in.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut rest = self.get(key);
        let mut filled = String::new();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                rest = after;
                continue;
            };
            if let Some((_, value)) = values.iter().find(|(n, _)| *n == name) {
                filled.push_str(value);
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}
