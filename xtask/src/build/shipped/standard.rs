//! Rust's standard library and the crates in it. The WebAssembly contains them, but no lock file of the project names them.

use std::path::Path;

use anyhow::{Context, Result};

use super::super::wasm;
use crate::{folder, process, project::Project};

/// The name of the library itself.
pub const LIBRARY: &str = "rust-std";

/// The crates in it that a module can contain, with the holders in `COPYRIGHT-library.html` of a Rust distribution. All are
/// under MIT or Apache-2.0.
const CRATES: [(&str, &str); 3] =
    [("cfg-if", "2014 Alex Crichton"), ("dlmalloc", "2014 Alex Crichton"), ("hashbrown", "2016 Amanieu d'Antras")];

pub struct Part {
    pub name: &'static str,
    pub version: String,
    /// An SPDX expression.
    pub license: &'static str,
    pub holders: &'static str,
}

/// The library first.
pub fn parts(project: &Project) -> Result<Vec<Part>> {
    let rustc = process::output(project.command("rustc").arg("-vV"))?;
    let release = rustc.lines().find_map(|line| line.strip_prefix("release: ")).context("rustc printed no release")?;
    let library = Part {
        name: LIBRARY,
        version: release.to_owned(),
        // The tables of characters are Unicode's.
        license: "(MIT OR Apache-2.0) AND Unicode-3.0",
        holders: "The Rust Project Developers",
    };
    let folder =
        process::output(project.command("rustc").args(["--print", "target-libdir", "--target", wasm::TARGET]))?;
    let crates = CRATES.into_iter().map(|(name, holders)| {
        let version = version(Path::new(&folder), name)?;
        Ok(Part { name, version, license: "MIT OR Apache-2.0", holders })
    });
    std::iter::once(Ok(library)).chain(crates).collect()
}

/// The version of a compiled crate, from the paths of its sources that are in it.
fn version(folder: &Path, name: &str) -> Result<String> {
    let file_name = format!("lib{}-", name.replace('-', "_"));
    let mut entries = folder::entries(folder)?.into_iter();
    let library = entries.find(|(entry, _)| entry.starts_with(&file_name) && entry.ends_with(".rlib"));
    let (_, library) = library.with_context(|| format!("{} has no {file_name}*.rlib", folder.display()))?;
    let bytes = crate::build::read(&library)?;
    version_in(&String::from_utf8_lossy(&bytes), name)
        .with_context(|| format!("{} does not name its version", library.display()))
}

fn version_in(text: &str, name: &str) -> Option<String> {
    let start = format!("{name}-");
    text.match_indices(&start).find_map(|(at, _)| {
        let (version, _) = text[at + start.len()..].split_once("/src")?;
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        (version.split('.').count() == 3 && version.split('.').all(is_number)).then(|| version.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_in_the_path_of_the_sources() {
        let text = "libhashbrown-5cc6efd8.rlib/src hashbrown-5cc6 \u{0}/rust/deps/hashbrown-0.16.1/src/raw.rs";
        assert_eq!(version_in(text, "hashbrown").as_deref(), Some("0.16.1"));
        assert_eq!(version_in(text, "dlmalloc"), None);
    }
}
