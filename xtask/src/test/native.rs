//! What runs on this machine without a browser.

use anyhow::Result;

use super::{Extent, webassembly::PACKAGES};
use crate::{folder, process, project::Project};

/// Tests of the JavaScript that needs no page.
const JAVASCRIPT: &str = "tests/javascript";

/// Unit, integration and documentation tests of every package.
pub fn tests(project: &Project, extent: Extent) -> Result<()> {
    let mut command = project.cargo();
    command.args(["test", "--workspace"]);
    extent.tell(&mut command);
    process::run(&mut command)
}

/// Unit tests of the JavaScript in `src/embed`, run by Node.
pub fn javascript(project: &Project) -> Result<()> {
    let entries = folder::entries(&project.path(JAVASCRIPT))?.into_iter();
    // By name: how node expands a folder depends on its version.
    let files = entries.filter(|(name, _)| name.ends_with(".test.js")).map(|(_, path)| path);
    process::run(project.command("node").args(["--test", "--test-reporter=dot"]).args(files))
}

/// Runs every benchmark once: that it works, not how long it takes.
pub fn try_benchmarks(project: &Project) -> Result<()> {
    process::run(project.cargo().arg("bench").args(PACKAGES).args(["--benches", "--", "--test"]))
}

/// Times decisions, and how they grow.
pub fn benchmarks(project: &Project) -> Result<()> {
    process::run(project.cargo().arg("bench").args(PACKAGES).arg("--benches"))
}
