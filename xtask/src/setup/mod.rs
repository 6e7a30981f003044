//! Installs what the project needs, into the project's folder.
//!
//! Each step does nothing if its work is done, prints what it installs and why, can be interrupted and repeated, and prints a
//! remedy if it fails. Outside the project's folder, rustup adds a target and components, and apt, as root on Debian, installs
//! browsers, PHP and MariaDB.

mod apt;
mod cargo_tools;
mod npm;
mod programs;
mod toolchain;

use std::{panic::resume_unwind, path::PathBuf, thread};

use anyhow::Result;

use crate::project::Project;
pub use npm::command as npm;
pub use programs::{Browser, Engines, WordPress, engines as for_engines, hugo as for_hugo, wordpress as for_wordpress};

/// For building and serving.
pub fn for_build(project: &Project) -> Result<()> {
    toolchain::check(project)?;
    toolchain::webassembly_target(project)?;
    npm::install(project, false)?;
    cargo_tools::install(project)
}

/// For tests in a browser, in addition to [`for_build`].
pub fn for_tests(project: &Project) -> Result<Browser> {
    for_quick_tests(project)?;
    programs::browser()
}

/// For building and the end-to-end tests. Returns the browser and the path of nginx. Debian packages are installed while the
/// tools are compiled.
pub fn for_end_to_end_tests(project: &Project) -> Result<(Browser, PathBuf)> {
    // Not in parallel: rustup and npm allow one installation at a time.
    for_quick_tests(project)?;
    thread::scope(|scope| {
        let packages = scope.spawn(|| Ok((programs::browser()?, programs::nginx(project)?)));
        let tools = for_build(project);
        let packages = packages.join().unwrap_or_else(|panic| resume_unwind(panic));
        tools.and(packages)
    })
}

/// For the audit of dependencies.
pub fn for_audit(project: &Project) -> Result<()> {
    toolchain::check(project)?;
    cargo_tools::install_audit(project)
}

/// For formatting, lints and native tests, which look at the target's standard library.
pub fn for_quick_tests(project: &Project) -> Result<()> {
    toolchain::check(project)?;
    toolchain::components(project)?;
    toolchain::webassembly_target(project)?;
    npm::install(project, true)
}
