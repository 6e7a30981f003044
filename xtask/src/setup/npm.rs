//! npm packages, exactly as `package-lock.json` has them: wasm-opt, esbuild and the analyzer of custom elements for the build,
//! the rest for the tests.

use std::{fs, process::Command};

use anyhow::{Context, Result};

use crate::{build::digest::hexadecimal, console, process, project::Project};

/// Which packages are wanted.
#[derive(Clone, Copy, PartialEq)]
pub enum Scope {
    Build,
    Everything,
}

/// Left in `node_modules` when an installation is complete; npm empties the folder when it starts one.
const STAMP: &str = "node_modules/.complete";

/// Installs the packages unless they are there.
pub fn install(project: &Project, scope: Scope) -> Result<()> {
    let lock = fs::read(project.path("package-lock.json")).context("package-lock.json cannot be read")?;
    let stamp_of = |scope: Scope| match scope {
        Scope::Build => format!("{} build", hexadecimal(&lock)),
        Scope::Everything => format!("{} everything", hexadecimal(&lock)),
    };
    let found = fs::read_to_string(project.path(STAMP)).unwrap_or_default();
    // Everything includes what the build needs.
    if found == stamp_of(scope) || found == stamp_of(Scope::Everything) {
        return Ok(());
    }
    // Test packages that are installed stay installed when the lock file changes.
    let scope = if found.ends_with(" everything") { Scope::Everything } else { scope };

    let mut command = command(project);
    // No package may fetch or build anything of its own.
    command.args(["ci", "--ignore-scripts"]);
    match scope {
        Scope::Build => {
            console::heading(
                "Installing npm packages: wasm-opt makes the WebAssembly small, esbuild the JavaScript and CSS; the \
                 analyzer reads the element's documentation",
            );
            command.arg("--omit=dev");
        }
        Scope::Everything => console::heading(
            "Installing npm packages: Playwright and axe drive the browser tests, TypeScript and Prettier check the JavaScript",
        ),
    }
    console::detail("into node_modules, from package-lock.json; some seconds");
    process::run(&mut command).context(
        "the npm packages could not be installed. Remedy: see npm's message above; if a download failed, run the same \
         command again; if package.json and package-lock.json disagree, run `npm install` and commit both",
    )?;
    fs::write(project.path(STAMP), stamp_of(scope)).context("node_modules cannot be written to")
}

/// npm itself.
pub fn command(project: &Project) -> Command {
    let mut command = project.command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // The tests use an installed browser.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    command
}
