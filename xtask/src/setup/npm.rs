//! npm packages, exactly as in `package-lock.json`: wasm-opt, esbuild and the custom elements analyzer for the build, the rest
//! for the tests.

use std::{fs, process::Command};

use anyhow::{Context, Result};

use crate::{build::digest::hexadecimal, console, process, project::Project};

/// Written when an installation is complete. npm empties the folder when it starts one.
const STAMP: &str = "node_modules/.complete";

/// Installs missing packages: those of the build, or all with `tests`.
pub fn install(project: &Project, tests: bool) -> Result<()> {
    let lock = hexadecimal(&fs::read(project.path("package-lock.json")).context("cannot read package-lock.json")?);
    let [build, everything] = ["build", "everything"].map(|scope| format!("{lock} {scope}"));
    let found = fs::read_to_string(project.path(STAMP)).unwrap_or_default();
    if found == everything || (found == build && !tests) {
        return Ok(());
    }
    let mut command = command(project);
    // No package may run scripts that download or build something.
    command.args(["ci", "--ignore-scripts"]);
    // Packages for tests stay installed when the lock file changes.
    let stamp = if !tests && !found.ends_with(" everything") {
        console::heading("Installing npm packages: the build needs wasm-opt, esbuild and the custom elements analyzer");
        command.arg("--omit=dev");
        build
    } else {
        console::heading("Installing npm packages: the tests need Playwright, axe, TypeScript, Prettier and others");
        everything
    };
    console::detail("into node_modules, as in package-lock.json; takes a few seconds");
    process::run(&mut command).context(
        "cannot install the npm packages. Remedy: see npm's message above. If a download failed, run the command again. If \
         package.json and package-lock.json disagree, run `npm install` and commit both",
    )?;
    fs::write(project.path(STAMP), stamp).context("cannot write to node_modules")
}

pub fn command(project: &Project) -> Command {
    let mut command = project.command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // The tests use a browser that is already installed.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    command
}
