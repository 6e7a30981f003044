//! Whether `dist/` was built from the present files by the present tools: a digest of everything that can go into a build,
//! stored with a digest of the result.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::digest::hexadecimal;
use crate::{folder, process, project::Project};

/// Entries of the project's folder that no build reads. Everything else counts, so that a new file or folder does without
/// anybody remembering to list it.
const NOT_READ: [&str; 9] =
    ["benches", "demo", "dist", "docs", "fuzz", "node_modules", "target", "test-results", "tests"];

/// A digest of all inputs: the files, and the versions of the tools.
pub fn fingerprint(project: &Project) -> Result<String> {
    let mut digests = String::new();
    for file in files(&project.path(""))? {
        let bytes = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        digests += &format!("{} {}\n", hexadecimal(&bytes), file.display());
    }
    Ok(hexadecimal((digests + &tools(project)?).as_bytes()))
}

/// Every file that counts, in order.
fn files(root: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for (name, path) in folder::entries(root)? {
        // Hidden entries belong to other programs; cargo's settings are the exception.
        let is_read = !NOT_READ.contains(&name.as_str()) && !name.starts_with('.') && !name.ends_with(".md");
        if path.is_dir() && (is_read || name == ".cargo") {
            files.extend(folder::files(&path)?.into_iter().map(|(_, path)| path));
        } else if is_read {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The versions of the compiler and of Node. All other tools are pinned by files that count.
fn tools(project: &Project) -> Result<String> {
    let rustc = process::output(project.command("rustc").arg("-vV"))?;
    let node = process::output(project.command("node").arg("--version"))?;
    Ok(format!("{rustc}\n{node}\n"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_tests_and_documents_counts_as_an_input() {
        let root = Project::find().unwrap().path("");
        let files = files(&root).unwrap();
        let counts = |folder: &str| files.iter().any(|file| file.starts_with(root.join(folder)));
        for input in ["Cargo.lock", ".cargo/config.toml", "stand-ins", "xtask/src/size", "xtask/src/process.rs", "src"]
        {
            assert!(counts(input), "{input} does not count");
        }
        for other in ["tests", "docs", "target", "dist", "node_modules", "README.md", ".git"] {
            assert!(!counts(other), "{other} counts");
        }
    }
}
