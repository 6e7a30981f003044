//! What runs on this machine without a browser.

use anyhow::Result;

use super::{Extent, webassembly::PACKAGES};
use crate::{process, project::Project};

/// Unit, integration and documentation tests of every package.
pub fn tests(project: &Project, extent: Extent) -> Result<()> {
    let mut command = project.cargo();
    command.args(["test", "--workspace"]);
    extent.tell(&mut command);
    process::run(&mut command)
}

/// Runs every benchmark once: that it works, not how long it takes.
pub fn try_benchmarks(project: &Project) -> Result<()> {
    process::run(project.cargo().arg("bench").args(PACKAGES).args(["--benches", "--", "--test"]))
}

/// Times decisions, and how they grow.
pub fn benchmarks(project: &Project) -> Result<()> {
    process::run(project.cargo().arg("bench").args(PACKAGES).arg("--benches"))
}
