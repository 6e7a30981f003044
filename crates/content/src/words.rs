//! The words of a language: one nested JSON file, flattened to keys such as `question.cap.text`.
//!
//! The page loads them as text files with one entry a line, a file for each [`Part`]. The quotations are at the end of
//! [`Part::Later`]. The first line is a fingerprint of the keys, so that a module never reads the
//! word file of another build.

use std::{collections::BTreeSet, path::Path};

use serde_json::Value;

use crate::problem::Problems;

/// The language whose keys all others have to match.
pub const REFERENCE: &str = "en";

/// The words of one language, in file order.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// Language tag, from the file name.
    pub language: String,
    /// Key and text, in file order.
    pub entries: Vec<(String, String)>,
}

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
            let texts =
                entries.map(|(key, _)| self.get(key).unwrap_or_else(|| panic!("{} lacks {key}", self.language)));
            let quotes = if part == Part::Later { quotes } else { &[] };
            let lines = [fingerprint.as_str()].into_iter().chain(texts).chain(quotes.iter().map(String::as_str));
            lines.collect::<Vec<_>>().join("\n")
        })
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
#[derive(Debug, Clone)]
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

/// Reads every `words/*.json`, English first.
pub fn read_all(folder: &Path, problems: &mut Problems) -> Vec<Catalog> {
    let mut names: Vec<String> = match std::fs::read_dir(folder) {
        Ok(files) => files
            .filter_map(Result::ok)
            .filter_map(|file| file.file_name().to_str()?.strip_suffix(".json").map(str::to_owned))
            .collect(),
        Err(error) => {
            problems.add("words", "", format!("cannot be read: {error}"));
            return Vec::new();
        }
    };
    names.sort_by_key(|name| (name != REFERENCE, name.clone()));
    if names.first().map(String::as_str) != Some(REFERENCE) {
        problems.add("words/en.json", "", "the file is missing; every other language is compared with it");
        return Vec::new();
    }
    names.into_iter().filter_map(|name| read(folder, &name, problems)).collect()
}

fn read(folder: &Path, language: &str, problems: &mut Problems) -> Option<Catalog> {
    let file = format!("words/{language}.json");
    let parsed = std::fs::read_to_string(folder.join(format!("{language}.json")))
        .map_err(|error| error.to_string())
        .and_then(|text| serde_json::from_str::<Value>(&text).map_err(|error| error.to_string()));
    match parsed {
        Ok(value) => {
            let mut entries = Vec::new();
            flatten(&file, "", &value, &mut entries, problems);
            Some(Catalog { language: language.into(), entries })
        }
        Err(error) => {
            problems.add(&file, "", error);
            None
        }
    }
}

fn flatten(file: &str, path: &str, value: &Value, entries: &mut Vec<(String, String)>, problems: &mut Problems) {
    match value {
        Value::Object(map) => {
            for (name, inner) in map {
                let inner_path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                flatten(file, &inner_path, inner, entries, problems);
            }
        }
        Value::String(text) if text.contains('\n') => {
            problems.add(file, path, "the text has a line break; expected one line");
        }
        Value::String(text) => entries.push((path.into(), text.clone())),
        other => problems.add(file, path, format!("expected a string or an object of strings, found {other}")),
    }
}

/// The names in braces, `{n}`, of a text.
#[must_use]
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}
