//! The words of one language, decoded from the shipped file.

use std::fmt;

use super::{Key, key};

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Catalog {
    text: Box<str>,
    /// Where each line ends; the first line is the fingerprint.
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

impl Catalog {
    /// Decodes a shipped word file.
    ///
    /// # Errors
    /// [`CatalogError`] when the file is of another build or incomplete.
    pub fn parse(text: &str) -> Result<Self, CatalogError> {
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
        if ends.len() != key::COUNT + 1 {
            return Err(CatalogError::Incomplete(ends.len().saturating_sub(1)));
        }
        Ok(Self { text: text.into(), ends })
    }

    /// The English words of this build. The browser loads its words from a file instead.
    #[cfg(any(not(target_arch = "wasm32"), test))]
    #[must_use]
    #[expect(clippy::expect_used, reason = "both sides are made by the same build, and every test reads it")]
    pub fn english() -> Self {
        Self::parse(include_str!(concat!(env!("OUT_DIR"), "/words-en.txt"))).expect("the words of this build")
    }

    /// The text of an entry.
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        let line = usize::from(key.0);
        match (self.ends.get(line), self.ends.get(line + 1)) {
            (Some(start), Some(end)) => self.text.get(*start as usize + 1..*end as usize).unwrap_or_default(),
            _ => "",
        }
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
