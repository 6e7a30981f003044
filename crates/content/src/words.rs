//! The words of a language: one nested JSON file, flattened to keys such as `question.cap.text`. A regional file, such as
//! `en-GB.json`, has only what differs from its language. Next to a text can be the forms that a grammar needs,
//! `"inline:dat"` next to `"inline"`; a slot asks for one, `{name:dat}`.
//!
//! The page loads them as text files with one entry a line, a file for each [`Part`]. The quotations are at the end of
//! [`Part::Later`], each with its translation. The first line is a fingerprint of the keys, so that a module never reads the
//! word file of another build.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::problem::Problems;

/// The language whose keys all others have to match.
pub const REFERENCE: &str = "en";

/// The words of one language, in file order.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// Language tag, from the file name.
    pub language: String,
    /// Key and text, in file order. A regional catalog has those of its language too.
    pub entries: Vec<(String, String)>,
    /// The other forms of a text by its key, each with its name: `("dat", "eigener IT")`.
    pub forms: BTreeMap<String, Vec<(String, String)>>,
    /// Our translations of the quotations, by the quotation. Empty for English.
    pub quotations: BTreeMap<String, String>,
}

/// Before each form in a line of a word file. No text has it (`flatten`).
const FORM: char = '\u{1}';

/// The name of the form that is the translation of a quotation.
const TRANSLATION: &str = "translation";

impl Catalog {
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries.iter().find(|(k, _)| k == key).map(|(_, text)| text.as_str())
    }

    /// The files that the page loads, by [`Part`]. The first line of each is the fingerprint.
    ///
    /// # Panics
    /// If a word is missing; [`crate::check`] refuses such a catalog.
    #[must_use]
    pub fn shipped(&self, reference: &Catalog, quotes: &[String]) -> WordFiles {
        let fingerprint = fingerprint(reference, quotes);
        Part::ALL.map(|part| {
            let entries = reference.entries.iter().filter(|(key, _)| Part::of(key) == part);
            let texts = entries.map(|(key, _)| self.line(key));
            let quotes = if part == Part::Later { quotes } else { &[] };
            let quotes = quotes.iter().map(|quote| self.quotation(quote));
            let lines = [fingerprint.clone()].into_iter().chain(texts).chain(quotes);
            lines.collect::<Vec<_>>().join("\n")
        })
    }

    /// A text with its forms.
    fn line(&self, key: &str) -> String {
        let text = self.get(key).unwrap_or_else(|| panic!("{} lacks {key}", self.language));
        let forms = self.forms.get(key).into_iter().flatten();
        forms.fold(text.to_owned(), |line, (name, form)| format!("{line}{FORM}{name}={form}"))
    }

    /// A quotation with its translation.
    fn quotation(&self, quote: &str) -> String {
        let translation = self.quotations.get(quote);
        translation.map_or_else(|| quote.to_owned(), |text| format!("{quote}{FORM}{TRANSLATION}={text}"))
    }
}

/// The texts of the word files of one language, by [`Part`].
pub type WordFiles = [String; Part::ALL.len()];

/// A word file, named after the module that shows its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Start,
    Later,
    Contact,
}

impl Part {
    /// In the order in which the page loads them.
    pub const ALL: [Self; 3] = [Self::Start, Self::Later, Self::Contact];

    /// The part with the text of a key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        let is_in = |groups: &[&str]| groups.iter().any(|group| key.starts_with(group));
        if is_in(&CONTACT) {
            Self::Contact
        } else if is_in(&LATER) && !START.contains(&key) {
            Self::Later
        } else {
            Self::Start
        }
    }

    /// What the name of its file begins with.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Start => "words",
            Self::Later => "words-later",
            Self::Contact => "words-contact",
        }
    }
}

/// The words that only the contact module shows, by the beginning of their keys.
pub const CONTACT: [&str; 1] = ["contact."];

/// The words that only the later module shows, by the beginning of their keys.
pub const LATER: [&str; 28] = [
    "checklist.",
    "cost.",
    "flip.",
    "function.",
    "gate.",
    "item.",
    "pattern.",
    "reason.",
    "roadmap.",
    "scorecard.",
    "sector_note.",
    "share.",
    "statement.",
    "status.",
    "tradeoff.",
    "trap.",
    "ui.check.",
    "ui.compare.",
    "ui.cost.",
    "ui.duties.",
    "ui.headway.",
    "ui.link.",
    // The build writes them into the loader; no screen shows them.
    "ui.page.",
    "ui.refused.",
    "ui.report.",
    "ui.result.",
    "ui.take.",
    "verdict.",
];

/// Words of these groups that the start module also shows.
pub const START: [&str; 2] = ["ui.check.title", "ui.take.files.failed"];

/// The number of each word and quotation: its line in all files, one after the other, without their first lines.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    words: Vec<usize>,
    first_quote: usize,
    /// How many lines each part has.
    pub counts: [usize; Part::ALL.len()],
}

impl Lines {
    /// The lines of any language: all have the same keys as `reference`.
    #[must_use]
    pub fn of(reference: &Catalog, quotes: usize) -> Self {
        let (mut words, mut counts) = (vec![0; reference.entries.len()], [0; Part::ALL.len()]);
        let (mut next, mut first_quote) = (0, 0);
        for part in Part::ALL {
            let first = next;
            for (line, _) in words.iter_mut().zip(&reference.entries).filter(|(_, (key, _))| Part::of(key) == part) {
                *line = next;
                next += 1;
            }
            if part == Part::Later {
                first_quote = next;
                next += quotes;
            }
            counts[part as usize] = next - first;
        }
        Self { words, first_quote, counts }
    }

    /// The line of a word, by its position in the catalog.
    #[must_use]
    pub fn word(&self, n: usize) -> usize {
        self.words[n]
    }

    /// The line of a quotation.
    #[must_use]
    pub fn quote(&self, n: usize) -> usize {
        self.first_quote + n
    }
}

/// A fingerprint of all keys and quotations: 64-bit FNV-1a in hexadecimal.
#[must_use]
pub fn fingerprint(reference: &Catalog, quotes: &[String]) -> String {
    let keys = reference.entries.iter().map(|(key, _)| key).chain(quotes);
    let hash = keys
        .flat_map(|key| key.bytes().chain([0]))
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// Reads every `words/*.json`, English first, and the translations of quotations in `quotations`.
pub fn read_all(folder: &Path, problems: &mut Problems) -> Vec<Catalog> {
    let mut names: Vec<String> = match std::fs::read_dir(folder.join("words")) {
        Ok(files) => files
            .filter_map(Result::ok)
            .filter_map(|file| file.file_name().to_str()?.strip_suffix(".json").map(str::to_owned))
            .collect(),
        Err(error) => {
            problems.add("words", "", format!("cannot be read: {error}"));
            return Vec::new();
        }
    };
    // A language comes before its regions.
    names.sort_by_key(|name| (name != REFERENCE, name.clone()));
    if names.first().map(String::as_str) != Some(REFERENCE) {
        problems.add("words/en.json", "", "the file is missing; every other language is compared with it");
        return Vec::new();
    }
    let mut catalogs: Vec<Catalog> = Vec::new();
    for name in names {
        let catalog = match name.split_once('-') {
            Some((base, _)) => match catalogs.iter().find(|catalog| catalog.language == base) {
                Some(base) => regional(folder, &name, base, problems),
                None => {
                    problems.add(&file_of(&name), "", format!("words/{base}.json is missing; this file changes it"));
                    None
                }
            },
            None => read(folder, &name, problems),
        };
        catalogs.extend(catalog);
    }
    catalogs
}

/// The file of a language, in messages.
#[must_use]
pub fn file_of(language: &str) -> String {
    format!("words/{language}.json")
}

fn read(folder: &Path, language: &str, problems: &mut Problems) -> Option<Catalog> {
    let mut catalog = entries_of(folder, language, problems)?;
    if language != REFERENCE {
        let file = format!("quotations/{language}.json");
        match json(&folder.join(&file)) {
            Ok(quotations) => catalog.quotations = quotations,
            Err(error) => problems.add(&file, "", error),
        }
    }
    Some(catalog)
}

/// A language with what its file for a region changes.
fn regional(folder: &Path, language: &str, base: &Catalog, problems: &mut Problems) -> Option<Catalog> {
    let changes = entries_of(folder, language, problems)?;
    let mut whole = Catalog { language: language.into(), ..base.clone() };
    for (key, text) in changes.entries {
        match whole.entries.iter_mut().find(|(known, _)| *known == key) {
            Some((_, before)) if *before == text => {
                let expected = format!("the text is that of words/{}.json; remove it here", base.language);
                problems.add(&file_of(language), &key, expected);
            }
            Some((_, before)) => *before = text,
            None => {
                let keys = base.entries.iter().map(|(key, _)| key.as_str());
                problems.unknown(&file_of(language), &key, "key", &key, keys);
            }
        }
    }
    whole.forms.extend(changes.forms);
    Some(whole)
}

fn entries_of(folder: &Path, language: &str, problems: &mut Problems) -> Option<Catalog> {
    let file = file_of(language);
    match json(&folder.join(&file)) {
        Ok(value) => {
            let mut catalog = Catalog {
                language: language.into(),
                entries: Vec::new(),
                forms: BTreeMap::new(),
                quotations: BTreeMap::new(),
            };
            catalog.flatten("", &value, problems);
            Some(catalog)
        }
        Err(error) => {
            problems.add(&file, "", error);
            None
        }
    }
}

pub(crate) fn json<T: DeserializeOwned>(file: &Path) -> Result<T, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("cannot be read: {error}"))?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

impl Catalog {
    fn flatten(&mut self, path: &str, value: &Value, problems: &mut Problems) {
        let file = file_of(&self.language);
        match value {
            Value::Object(map) => {
                for (name, inner) in map {
                    let inner_path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    self.flatten(&inner_path, inner, problems);
                }
            }
            Value::String(text) if text.contains(char::is_control) => {
                problems.add(&file, path, "the text has a line break or another control character; expected one line");
            }
            Value::String(text) => match path.split_once(':') {
                Some((key, form)) => self.forms.entry(key.into()).or_default().push((form.into(), text.clone())),
                None => self.entries.push((path.into(), text.clone())),
            },
            other => problems.add(&file, path, format!("expected a string or an object of strings, found {other}")),
        }
    }
}

/// The slots of a text, such as `{n}` or `{name:dat}`: each name with the form that it asks for.
#[must_use]
pub fn slots(text: &str) -> BTreeSet<(&str, Option<&str>)> {
    let inner = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(slot, _)| slot));
    inner.map(|slot| slot.split_once(':').map_or((slot, None), |(name, form)| (name, Some(form)))).collect()
}

/// The names of the slots of a text.
#[must_use]
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    slots(text).into_iter().map(|(name, _)| name).collect()
}
