//! The words of a language: one nested JSON file, flattened to keys such as `question.cap.text`.
//!
//! The page loads them as a text file with one word entry a line, in the order of the English file, followed by the
//! quotations (which are never translated). The first line is a fingerprint of the keys, so that a module and a word
//! file of different builds never meet.

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

    /// The file that the page loads: fingerprint, words, quotations.
    #[must_use]
    pub fn shipped(&self, reference: &Catalog, quotes: &[String]) -> String {
        let mut lines = vec![fingerprint(reference, quotes)];
        for (key, text) in &reference.entries {
            lines.push(self.get(key).unwrap_or(text).to_owned());
        }
        lines.extend(quotes.iter().cloned());
        lines.join("\n")
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
