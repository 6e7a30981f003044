//! `cargo xtask reproduce`: checks that a clean build in another folder, with another cargo home and time zone, produces the
//! same release folder. Then anyone with the sources can verify a release.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    build::{self, Receivers, checksums::CHECKSUMS},
    console, folder, process,
    project::Project,
    setup,
};

/// Not copied, because the copy creates or shares it.
const NO_SOURCES: [&str; 6] = [".git", "target", "dist", "test-results", "node_modules", ".tools"];

/// Programs that both builds use.
const SHARED: [&str; 2] = ["node_modules", ".tools"];

/// `cargo xtask reproduce`.
pub fn command(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    build::release_if_changed(project, &Receivers::default())?;
    compare(project)
}

/// Builds the project again and compares the result with `dist/`, which must exist.
pub fn compare(project: &Project) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("support-fit-reproduce-{}", std::process::id()));
    let copy = folder.join("another/and/a/longer/folder/than/most");
    console::heading("Building from scratch in another folder");
    console::detail(&format!("in {}; takes as long as the first build", copy.display()));
    copy_sources(project, &copy)?;
    let mut command = project.cargo();
    command.current_dir(&copy).args(["xtask", "build"]);
    command.env("CARGO_TARGET_DIR", copy.join("target")).env("TZ", "Pacific/Kiritimati");
    if let Some(home) = another_cargo_home(&folder)? {
        command.env("CARGO_HOME", home);
    }
    process::run(&mut command)?;

    let [first, second] = [project.dist(), copy.join("dist")].map(|dist| fs::read_to_string(dist.join(CHECKSUMS)));
    let (first, second) = (first.context("dist/ is not a release build")?, second?);
    let differing = differing(&first, &second);
    ensure!(
        differing.is_empty(),
        "these files differ in {}: {differing:?}. Remedy: compare them with dist/, then remove {}",
        copy.join("dist").display(),
        folder.display()
    );
    let [first_plugin, second_plugin] =
        [project.target().to_owned(), copy.join("target")].map(|target| fs::read(build::wordpress::path_in(&target)));
    ensure!(first_plugin? == second_plugin?, "{} differs", build::wordpress::NAME);
    console::detail(&format!("all {} files are the same, byte for byte", first.lines().count()));
    fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))
}

/// The names of files that differ or are in only one of two lists of checksums.
fn differing<'a>(first: &'a str, second: &'a str) -> BTreeSet<&'a str> {
    let [first, second] = [first, second].map(|list| list.lines().collect::<BTreeSet<_>>());
    let name = |line: &&'a str| line.split_once("  ").map_or(*line, |(_, name)| name);
    first.symmetric_difference(&second).map(name).collect()
}

fn copy_sources(project: &Project, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    for (name, path) in folder::entries(&project.path(""))? {
        if !NO_SOURCES.contains(&name.as_str()) && path != project.target() {
            folder::copy(&path, &to.join(name))?;
        }
    }
    SHARED.iter().try_for_each(|name| link(&project.path(name), &to.join(name)))
}

/// Cargo's downloads under another path.
fn another_cargo_home(folder: &Path) -> Result<Option<PathBuf>> {
    let Some(home) = build::cargo_home().filter(|home| home.is_dir()) else { return Ok(None) };
    let another = folder.join("cargo");
    fs::create_dir_all(&another)?;
    folder::entries(&home)?.into_iter().try_for_each(|(name, path)| link(&path, &another.join(name)))?;
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
    linked.with_context(|| format!("cannot link {}", at.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_and_missing_files_are_listed() {
        let (first, second) = ("1  a\n2  b\n3  c\n", "1  a\n9  b\n3  d\n");
        assert_eq!(differing(first, second), ["b", "c", "d"].into());
        assert!(differing(first, first).is_empty());
    }
}
