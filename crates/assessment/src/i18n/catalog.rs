//! The words of one language, decoded from the shipped files.

use std::{fmt, sync::OnceLock};

use super::{Key, key};

/// The words of one language. Those of the first screens are there from the start; the others are added.
#[derive(Debug, Clone)]
pub struct Catalog {
    parts: [OnceLock<Part>; key::PARTS],
}

/// One word file.
#[derive(Debug, Clone)]
struct Part {
    text: Box<str>,
    /// Where each line ends; the first line is the fingerprint, and the name of the file that follows.
    ends: Box<[u32]>,
}

/// The word file does not belong to this build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatalogError {
    /// The file was made from other keys.
    OtherBuild,
    /// The file is cut short or too long: entries found.
    Incomplete(usize),
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherBuild => {
                f.write_str("the word file belongs to another build; deploy all files of one build together")
            }
            Self::Incomplete(found) => {
                f.write_str("the word file is incomplete: ")?;
                fmt::Display::fmt(found, f)
            }
        }
    }
}

impl std::error::Error for CatalogError {}

impl Part {
    fn parse(n: usize, text: &str) -> Result<Self, CatalogError> {
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
        let lines = match key::BEGINS.get(n..) {
            Some([begin, end, ..]) => usize::from(end - begin),
            _ => 0,
        };
        if ends.len() != lines + 1 {
            return Err(CatalogError::Incomplete(ends.len().saturating_sub(1)));
        }
        Ok(Self { text: text.into(), ends })
    }

    fn line(&self, n: usize) -> &str {
        match (self.ends.get(n), self.ends.get(n + 1)) {
            (Some(start), Some(end)) => self.text.get(*start as usize + 1..*end as usize).unwrap_or_default(),
            _ => "",
        }
    }
}

impl Catalog {
    /// Decodes the first word file.
    ///
    /// # Errors
    /// [`CatalogError`] when the file is of another build or incomplete.
    pub fn parse(text: &str) -> Result<Self, CatalogError> {
        let catalog = Self { parts: [const { OnceLock::new() }; key::PARTS] };
        catalog.add(0, text)?;
        Ok(catalog)
    }

    /// Adds the words of a later file. What is there already stays.
    ///
    /// # Errors
    /// [`CatalogError`] when the file is of another build, incomplete, or another one.
    pub fn add(&self, n: usize, text: &str) -> Result<(), CatalogError> {
        let part = Part::parse(n, text)?;
        if let Some(place) = self.parts.get(n) {
            let _ = place.set(part);
        }
        Ok(())
    }

    /// Whether the words of a file are there.
    #[must_use]
    pub fn has(&self, n: usize) -> bool {
        self.parts.get(n).is_some_and(|part| part.get().is_some())
    }

    /// The name of a later file: the one before it says it.
    #[must_use]
    pub fn file(&self, n: usize) -> Option<&str> {
        let before = self.parts.get(n.checked_sub(1)?)?.get()?;
        let first = before.text.get(..*before.ends.first()? as usize)?;
        first.get(key::FINGERPRINT.len() + 1..)
    }

    /// The English words of this build. The browser loads its words from files instead.
    #[cfg(any(not(target_arch = "wasm32"), test))]
    #[must_use]
    #[expect(clippy::expect_used, reason = "both sides are made by the same build, and every test reads it")]
    pub fn english() -> Self {
        let [first, later @ ..] = Self::ENGLISH_FILES;
        let catalog = Self::parse(first).expect("the words of this build");
        for (n, text) in later.into_iter().enumerate() {
            catalog.add(n + 1, text).expect("the words of this build");
        }
        catalog
    }

    /// The English word files of this build, in the order in which the browser loads them.
    #[cfg(any(not(target_arch = "wasm32"), test))]
    pub const ENGLISH_FILES: [&str; key::PARTS] = [
        include_str!(concat!(env!("OUT_DIR"), "/words-en-0.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/words-en-1.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/words-en-2.txt")),
    ];

    /// A catalog in which a function says every entry: what is made of words is tested with other words too.
    ///
    /// # Errors
    /// [`CatalogError::Incomplete`] when an entry has a line break.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn by(say: impl Fn(Key) -> String) -> Result<Self, CatalogError> {
        let catalog = Self { parts: [const { OnceLock::new() }; key::PARTS] };
        for (n, begins) in key::BEGINS.windows(2).enumerate() {
            let mut text = key::FINGERPRINT.to_owned();
            for number in begins.first().copied().unwrap_or(0)..begins.last().copied().unwrap_or(0) {
                text.push('\n');
                text.push_str(&say(Key(number)));
            }
            catalog.add(n, &text)?;
        }
        Ok(catalog)
    }

    /// The text of an entry; empty if its file has not come.
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        for (part, begins) in self.parts.iter().zip(key::BEGINS.windows(2)) {
            if let [begin, end] = *begins
                && key.0 < end
            {
                return part.get().map_or("", |part| part.line(usize::from(key.0 - begin)));
            }
        }
        ""
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
