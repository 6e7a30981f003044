//! `cargo xtask reproduce`: whether the release folder comes out the same from a clean build in another folder, at another
//! time, with another cargo home. Whoever has the sources can then tell whether a folder was built from them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    build::{self, checksums},
    console, folder, process,
    project::Project,
    setup,
};

/// What a copy of the project does not need, because it makes its own, or shares it.
const NO_SOURCES: [&str; 6] = [".git", "target", "dist", "test-results", "node_modules", ".tools"];

/// What the two share: programs.
const SHARED: [&str; 2] = ["node_modules", ".tools"];

/// Where the copy is, inside the temporary folder: deeper than most projects.
const ELSEWHERE: &str = "another/and/a/longer/folder/than/most";

/// `cargo xtask reproduce`.
pub fn command(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    build::release_if_changed(project)?;
    compare(project)
}

/// Builds the project once more, and compares with `dist/`, which has to be there.
pub fn compare(project: &Project) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("support-fit-reproduce-{}", std::process::id()));
    let copy = folder.join(ELSEWHERE);
    console::heading("Building from nothing in another folder");
    console::detail(&format!("{}; it takes as long as the first build", copy.display()));
    copy_sources(project, &copy)?;
    for name in SHARED {
        link(&project.path(name), &copy.join(name))?;
    }
    let mut command = project.cargo();
    command.current_dir(&copy).args(["xtask", "build"]);
    command.env("CARGO_TARGET_DIR", copy.join("target")).env("TZ", "Pacific/Kiritimati");
    if let Some(home) = another_cargo_home(&folder)? {
        command.env("CARGO_HOME", home);
    }
    process::run(&mut command)?;

    let (first, second) = (checksums::digests(&project.dist())?, checksums::digests(&copy.join("dist"))?);
    ensure!(first.len() > 10, "dist/ holds {} files: is it a release build?", first.len());
    let differing = differing(&first, &second);
    if !differing.is_empty() {
        bail!(
            "the same sources gave other bytes in {}:\n{}\ncompare with dist/, and remove {} afterwards",
            copy.join("dist").display(),
            differing.join("\n"),
            folder.display()
        );
    }
    console::detail(&format!("all {} files are the same, byte by byte", first.len()));
    fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))
}

/// The names of files that one of two folders lacks, or that differ.
fn differing<'a>(first: &'a BTreeMap<String, String>, second: &'a BTreeMap<String, String>) -> Vec<&'a str> {
    let names: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
    names.into_iter().filter(|name| first.get(*name) != second.get(*name)).map(String::as_str).collect()
}

fn copy_sources(project: &Project, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for (name, path) in folder::entries(&project.path(""))? {
        if NO_SOURCES.contains(&name.as_str()) || path == project.target() {
            continue;
        }
        folder::copy(&path, &to.join(name))?;
    }
    Ok(())
}

/// A folder that holds what cargo has downloaded, under another path.
fn another_cargo_home(folder: &Path) -> Result<Option<PathBuf>> {
    let Some(home) = build::cargo_home().filter(|home| home.is_dir()) else { return Ok(None) };
    let another = folder.join("cargo");
    fs::create_dir_all(&another).with_context(|| format!("{} cannot be made", another.display()))?;
    for (name, path) in folder::entries(&home)? {
        link(&path, &another.join(name))?;
    }
    Ok(Some(another))
}

fn link(to: &Path, at: &Path) -> Result<()> {
    #[cfg(unix)]
    let linked = std::os::unix::fs::symlink(to, at);
    #[cfg(windows)]
    let linked = if to.is_dir() {
        std::os::windows::fs::symlink_dir(to, at)
    } else {
        std::os::windows::fs::symlink_file(to, at)
    };
    linked.with_context(|| format!("{} cannot be linked", at.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(name, digest)| ((*name).to_owned(), (*digest).to_owned())).collect()
    }

    #[test]
    fn a_file_that_differs_or_is_in_one_folder_alone_is_named() {
        let first = folder(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let second = folder(&[("a", "1"), ("b", "9"), ("d", "3")]);
        assert_eq!(differing(&first, &second), ["b", "c", "d"]);
        assert!(differing(&first, &first).is_empty());
    }
}
