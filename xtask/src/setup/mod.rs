//! Installing what the project needs, into the project.
//!
//! Each step looks first and does nothing when its work is done, says what it installs and why, can be interrupted and
//! repeated, and fails with the remedy. Nothing outside the project's folder changes, except that rustup gets a target
//! or a component and, on Debian as root, that apt installs the browser for the tests.

mod apt;
pub mod browser;
mod cargo_tools;
mod engines;
mod nginx;
mod npm;
mod prerequisites;
mod rust;

use std::{panic::resume_unwind, path::PathBuf, thread};

use anyhow::Result;

use crate::project::Project;
pub use browser::Browser;
pub use engines::Engines;
pub use npm::command as npm;

/// What building and serving need.
pub fn for_build(project: &Project) -> Result<()> {
    prerequisites::check(project)?;
    rust::webassembly_target(project)?;
    npm::install(project, npm::Scope::Build)?;
    cargo_tools::install(project)
}

/// What the whole test run needs, beyond what building does.
pub fn for_tests(project: &Project) -> Result<Browser> {
    rust::components(project)?;
    npm::install(project, npm::Scope::Everything)?;
    browser::install()
}

/// What building and the end-to-end tests need. Returns the browser, and where nginx is.
///
/// Debian's packages are downloaded and unpacked while the tools are compiled.
pub fn for_end_to_end_tests(project: &Project) -> Result<(Browser, PathBuf)> {
    // Before the two go on side by side: rustup and npm each allow one installation at a time.
    rust::components(project)?;
    npm::install(project, npm::Scope::Everything)?;
    thread::scope(|scope| {
        let packages = scope.spawn(|| Ok((browser::install()?, nginx::install(project)?)));
        let tools = for_build(project);
        let packages = packages.join().unwrap_or_else(|panic| resume_unwind(panic));
        tools.and(packages)
    })
}

/// What the smoke list needs beyond what all tests do: the other browsers.
pub fn for_engines(project: &Project) -> Result<Engines> {
    engines::install(project)
}

/// What the audit of dependencies needs.
pub fn for_audit(project: &Project) -> Result<()> {
    prerequisites::check(project)?;
    cargo_tools::install_audit(project)
}

/// What formatting, lints and native tests need.
pub fn for_quick_tests(project: &Project) -> Result<()> {
    prerequisites::check(project)?;
    rust::components(project)?;
    npm::install(project, npm::Scope::Everything)
}
