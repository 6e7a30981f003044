//! The words of a language: one nested JSON file, flattened to keys such as `question.cap.text`.
//!
//! The page loads them as text files with one word entry a line: what the first screens need, with the quotations (which
//! are never translated), then what comes with the result, then with the plan. The first line is a fingerprint of the keys,
//! so that a module and a word file of different builds never meet.

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
    /// The text of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries.iter().find(|(k, _)| k == key).map(|(_, text)| text.as_str())
    }

    /// The files that the page loads, one for each part. Their first line is the fingerprint.
    #[must_use]
    pub fn shipped(&self, reference: &Catalog, quotes: &[String]) -> [String; PARTS] {
        let fingerprint = fingerprint(reference, quotes);
        core::array::from_fn(|part| {
            let mut lines = vec![fingerprint.as_str()];
            let entries = reference.entries.iter().filter(|(key, _)| part_of(key) == part);
            lines.extend(entries.map(|(key, text)| self.get(key).unwrap_or(text)));
            if part == 0 {
                lines.extend(quotes.iter().map(String::as_str));
            }
            lines.join("\n")
        })
    }
}

/// Into how many files the words of a language are divided.
pub const PARTS: usize = 3;

/// What comes after the first screen, by the beginning of its keys: with the result (1), or with the plan (2). The longest
/// beginning counts. All else is there from the start, quotations too.
const LATER: [(&str, usize); 41] = [
    ("flip.", 1),
    ("gate.", 1),
    ("item.", 1),
    ("pattern.", 1),
    ("reason.", 1),
    ("sector_note.", 1),
    ("share.", 1),
    ("status.", 1),
    ("tradeoff.", 1),
    ("trap.", 1),
    ("ui.result.", 1),
    ("ui.result.quote", 0),
    ("ui.result.sources", 0),
    ("ui.result.ask.", 2),
    ("ui.result.ask.title", 1),
    ("ui.result.history.", 2),
    ("ui.result.history.title", 1),
    ("ui.result.roadmap.", 2),
    ("ui.result.roadmap.title", 1),
    ("ui.result.scorecard.", 2),
    ("ui.result.scorecard.title", 1),
    ("verdict.", 1),
    ("checklist.", 2),
    ("cost.", 2),
    ("function.", 2),
    ("roadmap.", 2),
    ("scorecard.", 2),
    ("ui.compare.", 2),
    ("ui.compare.with.title", 1),
    ("ui.cost.", 2),
    ("ui.cost.title", 1),
    ("ui.duties.", 2),
    ("ui.duties.title", 1),
    ("ui.headway.", 2),
    ("ui.link.", 2),
    ("ui.refused.", 2),
    // The build writes them into the script of the stand-alone page; no screen waits for them.
    ("ui.page.", 2),
    ("ui.report.", 2),
    ("ui.take.", 2),
    ("ui.take.title", 1),
    ("ui.take.files.failed", 0),
];

/// The file that an entry is in.
#[must_use]
pub fn part_of(key: &str) -> usize {
    let beginnings = LATER.iter().filter(|(beginning, _)| key.starts_with(beginning));
    beginnings.max_by_key(|(beginning, _)| beginning.len()).map_or(0, |(_, part)| *part)
}

/// In which line of the files, laid one behind the other without their first lines, each word and each quotation stands.
#[derive(Debug, Clone)]
pub struct Lines {
    words: Vec<usize>,
    first_quote: usize,
    /// Where each part begins, and where the last one ends.
    pub begins: [usize; PARTS + 1],
}

impl Lines {
    /// Of the words of a language, and so of every language.
    #[must_use]
    pub fn of(reference: &Catalog, quotes: usize) -> Self {
        let parts: Vec<usize> = reference.entries.iter().map(|(key, _)| part_of(key)).collect();
        let mut begins = [0; PARTS + 1];
        for part in 0..PARTS {
            let words = parts.iter().filter(|own| **own == part).count();
            begins[part + 1] = begins[part] + words + if part == 0 { quotes } else { 0 };
        }
        let mut next = begins;
        let words = parts.iter().map(|part| {
            next[*part] += 1;
            next[*part] - 1
        });
        let words: Vec<usize> = words.collect();
        Self { words, first_quote: begins[1] - quotes, begins }
    }

    /// The line of a word, by its place in the catalog.
    #[must_use]
    pub fn word(&self, n: usize) -> usize {
        self.words.get(n).copied().unwrap_or(0)
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
        problems.add("words/en.json", "", "is missing; every other language is checked against it");
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
            problems.add(file, path, "has a line break; the shipped file holds one entry a line");
        }
        Value::String(text) => entries.push((path.into(), text.clone())),
        _ => problems.add(file, path, "expected a text or an object of texts"),
    }
}

/// The names in braces, `{n}`, of a text.
#[must_use]
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}
