//! `cargo xtask release VERSION`: the files of a release, in `target/packages/VERSION/`. It publishes nothing.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, ensure};

use crate::{
    build::{self, checksums, wordpress},
    console, flags, folder, package, process,
    project::Project,
    test,
};

/// Checks that the version is ready, runs every test, builds twice, and collects what is published.
pub fn command(project: &Project, flags: &flags::Release) -> Result<()> {
    let version = &flags.version;
    console::heading("Checking the version");
    let current = project.locked_version("support-fit")?;
    ensure!(
        current == *version,
        "the version of the project is {current}. Remedy: set `version` in Cargo.toml, and run `cargo build`"
    );
    let changelog = fs::read_to_string(project.path("CHANGELOG.md")).context("cannot read CHANGELOG.md")?;
    let notes = notes(&changelog, version)?;
    let changed = process::output(project.command("git").args(["status", "--porcelain"]))?;
    ensure!(
        changed.is_empty(),
        "these files are not committed; commit them, so that others can build the same:\n{changed}"
    );
    console::detail(&format!(
        "{version} is the version of the project and in the changelog, and everything is committed"
    ));

    test::command(project, &flags::Test { quick: false, full: true, engines: false, wordpress: false })?;
    package::command(project)?;
    collect(project, version, notes)
}

/// Puts the packages, the site as an archive, the bill of materials and the notes into one folder, with their checksums.
fn collect(project: &Project, version: &str, notes: &str) -> Result<()> {
    let packages = project.target().join("packages");
    let release = packages.join(version);
    build::empty(&release)?;
    let mut site = BTreeMap::new();
    for (name, path) in folder::files(&project.dist())? {
        site.insert(name, build::read(&path)?);
    }
    build::write(&release.join(format!("support-fit-{version}-site.zip")), wordpress::archive(&site)?)?;
    let npm = format!("support-fit-{version}.tgz");
    for (from, name) in [
        (packages.join(wordpress::NAME), wordpress::NAME),
        (packages.join(&npm), &npm),
        (project.dist().join("sbom.cdx.json"), "sbom.cdx.json"),
    ] {
        build::write(&release.join(name), build::read(&from)?)?;
    }
    build::write(&release.join("RELEASE-NOTES.md"), notes)?;
    checksums::write(&release)?;
    console::heading("The release");
    console::detail(&release.display().to_string());
    Ok(())
}

/// What the changelog says of a version, without its heading.
fn notes<'a>(changelog: &'a str, version: &str) -> Result<&'a str> {
    let heading = format!("\n## [{version}] - ");
    let remedy = "name the changes of [Unreleased] so, with the date";
    let (_, rest) = changelog
        .split_once(&heading)
        .with_context(|| format!("CHANGELOG.md has no heading `## [{version}] - YYYY-MM-DD`. Remedy: {remedy}"))?;
    let (date, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    let is_date = date.len() == 10 && date.split('-').all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    ensure!(is_date, "CHANGELOG.md: the date of {version} is `{date}`; expected YYYY-MM-DD");
    let notes = rest.split("\n## [").next().unwrap_or(rest).trim();
    ensure!(!notes.is_empty(), "CHANGELOG.md says nothing about {version}. Remedy: say what changed");
    Ok(notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGELOG: &str = "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- Languages.\n\n## [0.1.0] - 2026-11-01\n\n- The first.\n";

    #[test]
    fn the_notes_are_what_the_changelog_says_of_the_version() {
        assert_eq!(notes(CHANGELOG, "0.2.0").unwrap(), "### Added\n\n- Languages.");
        assert_eq!(notes(CHANGELOG, "0.1.0").unwrap(), "- The first.");
    }

    #[test]
    fn a_version_without_notes_or_a_date_is_refused() {
        for (changelog, expected) in [
            (CHANGELOG, "has no heading `## [0.3.0] - YYYY-MM-DD`"),
            ("# C\n\n## [0.3.0] - today\n\n- A change.\n", "the date of 0.3.0 is `today`"),
            ("# C\n\n## [0.3.0] - 2026-12-01\n\n## [0.2.0] - 2026-11-01\n", "says nothing about 0.3.0"),
        ] {
            let error = notes(changelog, "0.3.0").unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
