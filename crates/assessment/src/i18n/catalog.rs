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
    #[cfg(any(not(target_arch = "wasm32"), test, feature = "english"))]
    #[must_use]
    #[expect(clippy::expect_used, reason = "the same build writes the files, and every test reads them")]
    pub fn english() -> Self {
        Self::of_files(Self::ENGLISH_FILES).expect("the words of this build")
    }

    /// The English word files of this build, by [`Part`].
    #[cfg(any(not(target_arch = "wasm32"), test, feature = "english"))]
    pub const ENGLISH_FILES: [&str; Part::ALL.len()] = key::LANGUAGES[0].1;

    /// The words of a language that this build has, and only in full.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn of(language: &str) -> Option<Self> {
        let (_, files) = key::LANGUAGES.iter().find(|(known, _)| *known == language)?;
        Self::of_files(*files).ok()
    }

    /// The tags of the languages of this build, English first.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn languages() -> impl Iterator<Item = &'static str> {
        key::LANGUAGES.iter().map(|(language, _)| *language)
    }

    #[cfg(any(not(target_arch = "wasm32"), test, feature = "english"))]
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
        form(self.with_forms(key), None)
    }

    /// Our translation of a quotation; `None` in the language of the articles.
    #[must_use]
    pub fn translation(&self, quote: Key) -> Option<&str> {
        named(self.with_forms(quote), "translation")
    }

    /// The text of an entry with its other forms, as a value for [`Catalog::fill`].
    #[must_use]
    pub fn with_forms(&self, key: Key) -> &str {
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

    /// The text of an entry with its slots filled in. A slot such as `{name:dat}` takes that form of its value, if the value is
    /// from [`Catalog::with_forms`]; any other slot takes the text.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut rest = self.get(key);
        let mut filled = String::new();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((slot, after)) = after.split_once('}') else {
                rest = after;
                continue;
            };
            let (name, asked) = slot.split_once(':').map_or((slot, None), |(name, form)| (name, Some(form)));
            if let Some((_, value)) = values.iter().find(|(n, _)| *n == name) {
                filled.push_str(form(value, asked));
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// A text in one of its forms; in its base form if it does not have that one.
fn form<'a>(line: &'a str, name: Option<&str>) -> &'a str {
    let base = line.split('\u{1}').next().unwrap_or_default();
    name.and_then(|name| named(line, name)).unwrap_or(base)
}

/// A form by its name. In a line of a word file, forms follow the text: U+0001, the name, `=` and the form.
fn named<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    line.split('\u{1}').skip(1).find_map(|form| form.strip_prefix(name)?.strip_prefix('='))
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
    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn a_slot_takes_the_form_that_it_asks_for() {
        let german = Catalog::of("de").unwrap();
        let key = key::alternative::in_house::INLINE;
        assert_eq!(german.get(key), "eigene IT");
        let filled = |value: &str| german.fill(key::ui::result::why::COMPARE, &[("name", value)]);
        assert_eq!(filled(german.with_forms(key)), "Vergleich von eigener IT mit");
        // A value without forms, and one with other forms only.
        assert_eq!(filled("X"), "Vergleich von X mit");
        assert_eq!(filled("X\u{1}gen=Y\u{1}dative=Z"), "Vergleich von X mit");
        let plain = key::ui::result::answer::AHEAD;
        assert!(
            !german.fill(plain, &[("name", german.with_forms(key)), ("other", german.with_forms(key))]).contains('=')
        );
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn a_quotation_has_a_translation_in_other_languages() {
        let quote = crate::Assessment::standard().function_sources[0].quote;
        let [english, german, british] = ["en", "de", "en-GB"].map(|language| Catalog::of(language).unwrap());
        assert_eq!(german.get(quote), english.get(quote));
        assert!(german.translation(quote).is_some_and(|text| text != english.get(quote)));
        assert_eq!((english.translation(quote), british.translation(quote)), (None, None));
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn a_region_has_the_words_of_its_language_and_its_own() {
        let [english, british] = ["en", "en-GB"].map(|language| Catalog::of(language).unwrap());
        assert_eq!(british.get(key::ui::TITLE), english.get(key::ui::TITLE));
        assert_ne!(british.get(key::ui::answer::COUNTS), english.get(key::ui::answer::COUNTS));
    }
}
