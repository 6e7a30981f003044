//! Every saved input, passed to the function that the fuzzer calls with it.

use std::{fs, path::Path};

use super::readers;

/// A reader and the name of its fuzz target.
type Reader = (&'static str, fn(&[u8]));

/// The readers.
const READERS: [Reader; 7] = [
    ("configuration", readers::configuration),
    ("link", readers::link),
    ("draft", readers::draft),
    ("report", readers::report),
    ("history", readers::history),
    ("answer", readers::answer),
    ("reading", readers::reading),
];

/// Maximum size of the corpus in bytes, so that it stays a small part of the repository.
const MOST_BYTES: usize = 600_000;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder, sorted by name; empty if the folder does not exist.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(root().join(folder)) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.display().to_string(), fs::read(path).unwrap())).collect()
}

#[test]
fn every_seed_and_every_regression_keeps_the_invariants() {
    for (name, read) in READERS {
        let kept = [files(&format!("fuzz/corpus/{name}")), files(&format!("fuzz/regressions/{name}"))].concat();
        assert!(kept.len() > 2, "the seeds of {name} are gone");
        for (path, bytes) in kept {
            let outcome = std::panic::catch_unwind(|| read(&bytes));
            assert!(outcome.is_ok(), "{path}: see above");
        }
    }
}

/// Every reader gets the inputs of the others too: a visitor may open anything anywhere.
#[test]
fn every_reader_accepts_the_corpus_of_every_other() {
    for (name, _) in READERS {
        for (path, bytes) in files(&format!("fuzz/corpus/{name}")) {
            for (other, read) in READERS {
                let outcome = std::panic::catch_unwind(|| read(&bytes));
                assert!(outcome.is_ok(), "{other} with {path}: see above");
            }
        }
    }
}

#[test]
fn each_reader_has_a_fuzz_target() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    let targets: Vec<&str> = manifest.lines().filter_map(|line| line.strip_prefix("path = \"targets/")).collect();
    assert_eq!(targets, READERS.map(|(name, _)| format!("{name}.rs\"")));
}

#[test]
fn the_corpus_is_small() {
    let folders = ["corpus", "regressions"];
    let kept = folders.iter().flat_map(|folder| READERS.map(|(name, _)| files(&format!("fuzz/{folder}/{name}"))));
    let bytes: usize = kept.flatten().map(|(_, bytes)| bytes.len()).sum();
    assert!(bytes <= MOST_BYTES, "{bytes} bytes");
}
