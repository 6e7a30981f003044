//! Lints: clippy for what runs natively and for what runs in the browser, TypeScript for the types of the JavaScript.

use anyhow::Result;

use super::webassembly::TARGET;
use crate::{process, project::Project};

/// Every package but those that run on the developer's machine.
const SHIPPED: [&str; 5] = ["--workspace", "--exclude", "xtask", "--exclude", "content"];

const WARNINGS_ARE_ERRORS: [&str; 3] = ["--", "-D", "warnings"];

/// Not the examples and benchmarks: they are programs for a terminal.
const TARGETS: [&str; 3] = ["--lib", "--bins", "--tests"];

pub fn native(project: &Project) -> Result<()> {
    let mut clippy = project.cargo();
    clippy.args(["clippy", "--workspace", "--all-targets"]);
    process::run(clippy.args(WARNINGS_ARE_ERRORS))
}

pub fn webassembly(project: &Project) -> Result<()> {
    let mut clippy = project.cargo();
    clippy.arg("clippy").args(TARGET).args(SHIPPED).args(TARGETS).args(["--features", "support-fit/split"]);
    process::run(clippy.args(WARNINGS_ARE_ERRORS))
}

pub fn javascript(project: &Project) -> Result<()> {
    process::run(project.npm_program("tsc").args(["--project", "tsconfig.json"]))
}
