//! Checks that need no browser.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result};

use super::Extent;
use crate::{folder, package::npm, process, project::Project, setup};

/// What Prettier formats: everything but snapshots, fixtures and vectors, which stay as they were recorded, and snippets in
/// HTML (`.prettierignore`). A pattern that matches no file is an error.
const FORMATTED: [&str; 18] = [
    "*.{json,html,md}",
    "src/**/*.{js,ts,css,html,webmanifest}",
    "studio/**/*.{js,ts,css,html,json}",
    "style/**/*.css",
    "demo/**/*.{html,css}",
    "docs/**/*.{md,json,html,css,js,jsx}",
    "hosting/*.html",
    "npm/*",
    "crates/mcda/*.md",
    "crates/content/data/**/*.json",
    "tests/e2e/**/*.{js,mjs}",
    "tests/engines/**/*.js",
    "tests/hugo/**/*.js",
    "tests/javascript/**/*.js",
    "tests/npm/**/*.{js,json,html,ts,tsx}",
    "tests/wordpress/**/*.js",
    "wordpress/*.{js,json,css}",
    "xtask/**/*.mjs",
];

/// Fails if a file is not formatted.
pub fn check_format(project: &Project) -> Result<()> {
    let remedy = "Remedy: `cargo xtask format`";
    process::run(project.cargo().args(["fmt", "--all", "--check"])).context(remedy)?;
    process::run(prettier(project).arg("--check")).context(remedy)
}

/// `cargo xtask format`.
pub fn format(project: &Project) -> Result<()> {
    setup::for_quick_tests(project)?;
    process::run(project.cargo().args(["fmt", "--all"]))?;
    process::run(prettier(project).arg("--write"))
}

fn prettier(project: &Project) -> Command {
    let mut command = project.npm_program("prettier");
    command.arg("--log-level=warn").args(FORMATTED);
    command
}

pub fn lint(project: &Project) -> Result<()> {
    process::run(project.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// Checks the types in the JSDoc comments.
pub fn types(project: &Project) -> Result<()> {
    process::run(project.npm_program("tsc").args(["--project", "tsconfig.json"]))
}

/// Unit, integration and documentation tests of every package.
pub fn tests(project: &Project, extent: Extent) -> Result<()> {
    process::run(extent.apply(project.cargo().args(["test", "--workspace"])))
}

/// Unit tests of JavaScript that does not need a page.
pub fn javascript(project: &Project) -> Result<()> {
    let files = test_files(project, "tests/javascript")?;
    process::run(project.command("node").args(["--test", "--test-reporter=dot"]).args(files))
}

/// Builds a blog with Hugo, as `docs/blogs.md` says.
pub fn hugo(project: &Project) -> Result<()> {
    let program = setup::for_hugo()?;
    let files = test_files(project, "tests/hugo")?;
    process::run(project.command("node").args(["--test", "--test-reporter=spec"]).args(files).env("HUGO", program))
}

/// Packs the release build for npm, and checks the package.
pub fn npm_package(project: &Project) -> Result<()> {
    let package = npm::pack(project)?;
    let files = test_files(project, "tests/npm")?;
    process::run(
        project.command("node").args(["--test", "--test-reporter=dot"]).args(files).env("SUPPORT_FIT_PACKAGE", package),
    )
}

/// The test files in `folder`. Node versions differ in how they find them.
pub fn test_files(project: &Project, folder: &str) -> Result<impl Iterator<Item = PathBuf>> {
    let entries = folder::entries(&project.path(folder))?.into_iter();
    Ok(entries.filter(|(name, _)| name.ends_with(".test.js")).map(|(_, path)| path))
}

pub fn benchmarks(project: &Project, options: &[&str]) -> Result<()> {
    process::run(
        project.cargo().args(["bench", "--package", "support-fit", "--package", "mcda", "--benches"]).args(options),
    )
}
