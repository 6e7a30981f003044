//! Formatting: rustfmt for Rust, Prettier for the rest.

use std::process::Command;

use anyhow::{Context, Result};

use crate::{process, project::Project, setup};

/// What Prettier formats. Figures and pictures are left to what writes them.
const FILES: [&str; 13] = [
    "*.{json,html,md}",
    "src/embed/**/*.{js,ts,css}",
    "style/**/*.css",
    "demo/**/*.{html,css,js}",
    "docs/**/*.md",
    "hosting/*.html",
    "crates/mcda/*.md",
    "crates/content/*.md",
    "crates/content/data/**/*.json",
    "tests/e2e/**/*.{js,mjs}",
    "tests/engines/**/*.js",
    "tests/javascript/**/*.js",
    "xtask/**/*.{mjs,md}",
];

/// Fails if a file is not formatted.
pub fn check(project: &Project) -> Result<()> {
    let remedy = "Remedy: `cargo xtask format`";
    process::run(project.cargo().args(["fmt", "--all", "--check"])).context(remedy)?;
    process::run(prettier(project).args(["--check", "--log-level=warn"])).context(remedy)
}

/// Formats every file.
pub fn rewrite(project: &Project) -> Result<()> {
    setup::for_quick_tests(project)?;
    process::run(project.cargo().args(["fmt", "--all"]))?;
    process::run(prettier(project).args(["--write", "--log-level=warn"]))
}

fn prettier(project: &Project) -> Command {
    let mut command = project.npm_program("prettier");
    command.arg("--no-error-on-unmatched-pattern").args(FILES);
    command
}
