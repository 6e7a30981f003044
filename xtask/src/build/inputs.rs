//! Whether the release folder is that of the present files: a digest of everything that goes into a build, kept beside
//! the digest of what came out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::digest::hexadecimal;
use crate::project::Project;

/// Everything that a build reads.
const INPUTS: [&str; 17] = [
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    ".cargo/config.toml",
    "build.rs",
    "index.html",
    "package-lock.json",
    "size-budget.json",
    "src",
    "mcda/Cargo.toml",
    "mcda/src",
    "content",
    "hosting/404.html",
    "style",
    "xtask/Cargo.toml",
    "xtask/node",
    "xtask/src/build",
];

/// A digest of all inputs.
pub fn fingerprint(project: &Project) -> Result<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        collect(&project.path(input), &mut files)?;
    }
    files.sort();
    let mut digests = String::new();
    for file in files {
        let bytes = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        digests += &format!("{} {}\n", hexadecimal(&bytes), file.display());
    }
    Ok(hexadecimal(digests.as_bytes()))
}

/// Keeps `fingerprint` as that of the present `dist/`.
pub fn remember(project: &Project, fingerprint: &str) -> Result<()> {
    super::write(&record(project), format!("{fingerprint} {}", outcome(project)))
}

/// Whether the present `dist/` is that of the present inputs.
pub fn remembered(project: &Project) -> Result<bool> {
    let found = fs::read_to_string(record(project)).unwrap_or_default();
    Ok(!found.is_empty() && found == format!("{} {}", fingerprint(project)?, outcome(project)))
}

/// The loader names every other file by its digest, so its own digest stands for the folder.
fn outcome(project: &Project) -> String {
    fs::read(project.dist().join("support-fit.js")).map_or_else(|_| "none".to_owned(), |bytes| hexadecimal(&bytes))
}

fn record(project: &Project) -> PathBuf {
    project.cache().join("release-inputs")
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(|| format!("{} cannot be read", path.display()))?;
        for entry in entries {
            collect(&entry?.path(), files)?;
        }
    } else if path.exists() {
        files.push(path.to_owned());
    }
    Ok(())
}
