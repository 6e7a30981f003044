//! The words of one language, decoded from the shipped files.

use std::{fmt, sync::OnceLock};

use super::{Key, Locale, PluralForm, key};

/// The words of one language. Those of the start module are loaded first; others are added.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// By [`Part`].
    files: [OnceLock<WordFile>; Part::ALL.len()],
}

/// A word file, named after the module that shows its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Start,
    Later,
    Contact,
}

impl Part {
    /// In the order in which they are loaded.
    pub const ALL: [Self; 3] = [Self::Start, Self::Later, Self::Contact];
}

#[derive(Debug, Clone)]
struct WordFile {
    text: Box<str>,
    /// End of each line. The first line is the fingerprint, followed by the name of the next part's file.
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
        let catalog = Self { files: [const { OnceLock::new() }; Part::ALL.len()] };
        catalog.add(Part::Start, text)?;
        Ok(catalog)
    }

    /// Adds the words of a part, unless they are loaded.
    ///
    /// # Errors
    /// [`CatalogError`] if the file is truncated or belongs to another build.
    pub fn add(&self, part: Part, text: &str) -> Result<(), CatalogError> {
        let file = WordFile::parse(text, key::COUNTS[part as usize])?;
        let _ = self.files[part as usize].set(file);
        Ok(())
    }

    /// Whether the words of a part are loaded.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.files[part as usize].get().is_some()
    }

    /// The name of the file of a part, which the part before it contains. `None` if that is not loaded.
    #[must_use]
    pub fn file_of(&self, part: Part) -> Option<&str> {
        let before = self.files.get((part as usize).checked_sub(1)?)?.get()?;
        let first = before.text.get(..*before.ends.first()? as usize)?;
        first.get(key::FINGERPRINT.len() + 1..)
    }

    /// The English words of this build. In the browser, words are loaded from files.
    #[cfg(any(not(target_arch = "wasm32"), test))]
    #[must_use]
    #[expect(clippy::expect_used, reason = "the same build writes the files, and every test reads them")]
    pub fn english() -> Self {
        Self::of_files(Self::ENGLISH_FILES).expect("the words of this build")
    }

    /// The English word files of this build, by [`Part`].
    #[cfg(any(not(target_arch = "wasm32"), test))]
    pub const ENGLISH_FILES: [&str; Part::ALL.len()] = [
        include_str!(concat!(env!("OUT_DIR"), "/words-en.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/words-later-en.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/words-contact-en.txt")),
    ];

    #[cfg(any(not(target_arch = "wasm32"), test))]
    fn of_files(files: [impl AsRef<str>; Part::ALL.len()]) -> Result<Self, CatalogError> {
        let [start, later, contact] = files;
        let catalog = Self::parse(start.as_ref())?;
        catalog.add(Part::Later, later.as_ref())?;
        catalog.add(Part::Contact, contact.as_ref())?;
        Ok(catalog)
    }

    /// A catalog whose texts come from a function, for tests.
    ///
    /// # Errors
    /// [`CatalogError::Lines`] if an entry has a line break.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn by(say: impl Fn(Key) -> String) -> Result<Self, CatalogError> {
        let mut keys = (0..).map(Key);
        Self::of_files(key::COUNTS.map(|count| {
            let texts = keys.by_ref().take(usize::from(count)).map(&say);
            core::iter::once(key::FINGERPRINT.to_owned()).chain(texts).collect::<Vec<_>>().join("\n")
        }))
    }

    /// The text of an entry; empty if its file is not loaded yet.
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        let mut n = key.0;
        for (file, count) in self.files.iter().zip(key::COUNTS) {
            match n.checked_sub(count) {
                Some(after) => n = after,
                None => return file.get().map_or("", |file| file.entry(n)),
            }
        }
        ""
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A word file whose first line names the next file.
    fn naming(part: Part, next: &str) -> String {
        Catalog::ENGLISH_FILES[part as usize].replacen('\n', &format!(" {next}\n"), 1)
    }

    #[test]
    fn each_word_file_names_the_next() {
        let catalog = Catalog::parse(&naming(Part::Start, "later.txt")).unwrap();
        assert_eq!(catalog.file_of(Part::Later), Some("later.txt"));
        assert_eq!(catalog.file_of(Part::Contact), None);
        catalog.add(Part::Later, &naming(Part::Later, "contact.txt")).unwrap();
        assert_eq!(catalog.file_of(Part::Contact), Some("contact.txt"));
        assert!(catalog.has(Part::Later) && !catalog.has(Part::Contact));
    }

    #[test]
    fn words_are_empty_until_their_file_is_loaded() {
        let (all, catalog) = (Catalog::english(), Catalog::parse(Catalog::ENGLISH_FILES[0]).unwrap());
        for (key, part) in
            [(key::ui::TITLE, Part::Start), (key::ui::check::TEXT, Part::Later), (key::contact::TEXT, Part::Contact)]
        {
            assert_eq!(catalog.get(key).is_empty(), part != Part::Start, "{part:?}");
            catalog.add(part, Catalog::ENGLISH_FILES[part as usize]).unwrap();
            assert_eq!(catalog.get(key), all.get(key));
        }
        assert_eq!(all.get(Key(key::COUNTS.iter().sum())), "");
    }

    #[test]
    fn a_word_file_of_another_part_is_refused() {
        for part in Part::ALL {
            let other = Catalog::ENGLISH_FILES[(part as usize + 1) % Part::ALL.len()];
            let catalog = Catalog::parse(Catalog::ENGLISH_FILES[0]).unwrap();
            assert!(matches!(catalog.add(part, other), Err(CatalogError::Lines { .. })), "{part:?}");
        }
    }
}
