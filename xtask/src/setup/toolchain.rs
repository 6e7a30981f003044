//! Checks the prerequisites that users install themselves, and adds what rustup can install: the WebAssembly target, and for
//! the tests rustfmt and clippy.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::{console, process, project::Project};

/// The oldest Node that the npm packages support.
const OLDEST_NODE: u32 = 20;

const WEBASSEMBLY: &str = "wasm32-unknown-unknown";

/// Fails if something is missing, with all remedies at once.
pub fn check(project: &Project) -> Result<()> {
    let mut missing = Vec::new();
    let node = process::output(project.command("node").arg("--version")).unwrap_or_else(|_| "none".to_owned());
    let major = node.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major < Some(OLDEST_NODE) {
        missing.push(format!("Node {OLDEST_NODE} or newer: https://nodejs.org or your system's package; found {node}"));
    }
    if !process::succeeds(super::npm(project).arg("--version")) {
        missing.push("npm: comes with Node; on Debian and Ubuntu it is the package `npm`".to_owned());
    }
    // Rust links with it, except on Windows, where Visual Studio's build tools are used.
    let has_compiler = std::env::var_os("CC").is_some()
        || ["cc", "gcc", "clang"].iter().any(|name| process::find_program(name).is_some());
    if !cfg!(windows) && !has_compiler {
        missing.push("a C compiler: `apt-get install gcc libc6-dev` or `xcode-select --install`".to_owned());
    }
    ensure!(missing.is_empty(), "install these first:\n  - {}", missing.join("\n  - "));
    Ok(())
}

pub fn webassembly_target(project: &Project) -> Result<()> {
    let mut rustc = project.command("rustc");
    let library = process::output(rustc.args(["--print", "target-libdir", "--target", WEBASSEMBLY]));
    // rustc prints the folder whether or not it exists.
    if library.is_ok_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    add(project, "target", WEBASSEMBLY, "the application is compiled to WebAssembly")
}

pub fn components(project: &Project) -> Result<()> {
    for (component, subcommand, purpose) in
        [("rustfmt", "fmt", "the tests check the formatting"), ("clippy", "clippy", "the tests run the lints")]
    {
        if !process::succeeds(project.cargo().args([subcommand, "--version"])) {
            add(project, "component", component, purpose)?;
        }
    }
    Ok(())
}

fn add(project: &Project, kind: &str, name: &str, purpose: &str) -> Result<()> {
    console::heading(&format!("Adding Rust's {kind} {name}: {purpose}"));
    process::run(project.command("rustup").args([kind, "add", name])).with_context(|| {
        format!(
            "cannot add the {kind}. Remedy: with rustup (https://rustup.rs), run `rustup {kind} add {name}`; with the Rust of \
             your system, install its package for {name}"
        )
    })
}
