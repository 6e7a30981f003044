//! Whether `dist/` is up to date: a digest of everything that can affect a build, stored with a digest of the result.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::{Receivers, digest::hexadecimal};
use crate::{folder, process, project::Project};

/// Entries of the project's folder that the release folder does not depend on. Everything else is an input, so a new folder is one by default.
const NOT_READ: [&str; 11] = [
    "benches",
    "demo",
    "dist",
    "docs",
    "fuzz",
    "node_modules",
    "target",
    "test-results",
    "tests",
    "examples",
    "wordpress",
];

/// The files and folders at the top of the project that a build may read.
pub fn roots(project: &Project) -> Result<Vec<PathBuf>> {
    // Hidden entries belong to other programs, except for cargo's settings.
    let is_read =
        |name: &str| name == ".cargo" || !(name.starts_with('.') || name.ends_with(".md") || NOT_READ.contains(&name));
    let entries = folder::entries(&project.path(""))?.into_iter();
    Ok(entries.filter(|(name, _)| is_read(name)).map(|(_, path)| path).collect())
}

/// A digest of all inputs: the files, the receivers of messages, and the versions of rustc and Node. The versions of all other
/// tools are in files.
pub fn fingerprint(project: &Project, receivers: &Receivers) -> Result<String> {
    let mut digests = String::new();
    for root in roots(project)? {
        let files = if root.is_dir() { folder::files(&root)? } else { vec![(String::new(), root)] };
        for (_, file) in files {
            digests += &format!("{} {}\n", hexadecimal(&super::read(&file)?), file.display());
        }
    }
    digests += &receivers.list();
    digests += &process::output(project.command("rustc").arg("-vV"))?;
    digests += &process::output(project.command("node").arg("--version"))?;
    Ok(hexadecimal(digests.as_bytes()))
}

/// Records `fingerprint` as that of `dist/`.
pub fn remember(project: &Project, fingerprint: &str) -> Result<()> {
    super::write(&record(project), format!("{fingerprint} {}", outcome(&project.dist())))
}

/// Whether `dist/` was built from the current inputs.
pub fn remembered(project: &Project, receivers: &Receivers) -> Result<bool> {
    let found = fs::read_to_string(record(project)).unwrap_or_default();
    Ok(found == format!("{} {}", fingerprint(project, receivers)?, outcome(&project.dist())))
}

/// The loader contains the digests of all other files, so its own digest identifies the folder.
fn outcome(dist: &Path) -> String {
    fs::read(dist.join("support-fit.js")).map_or_else(|_| "none".to_owned(), |bytes| hexadecimal(&bytes))
}

fn record(project: &Project) -> PathBuf {
    project.cache().join("release-inputs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tests_documents_and_output_are_not_inputs() {
        let project = Project::find().unwrap();
        let roots = roots(&project).unwrap();
        let counts = |name: &&str| roots.contains(&project.path(name));
        assert!(["Cargo.lock", ".cargo", "stand-ins", "xtask", "src", "hosting"].iter().all(&counts));
        assert!(!["tests", "docs", "target", "dist", "node_modules", "README.md", ".git"].iter().any(&counts));
    }
}
