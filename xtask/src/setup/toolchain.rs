//! What has to be installed before, because every system has its own way to install it; and what rustup adds to it: the
//! WebAssembly target, and for the tests the formatter and the linter.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::{console, process, project::Project};

/// The oldest Node that the npm packages support.
const OLDEST_NODE: u32 = 20;

const WEBASSEMBLY: &str = "wasm32-unknown-unknown";

/// Fails with every missing prerequisite and its remedy.
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
    // Rust links with it on every system but Windows, where it comes with Visual Studio's build tools.
    let has_compiler = std::env::var_os("CC").is_some()
        || ["cc", "gcc", "clang"].iter().any(|name| process::find_program(name).is_some());
    if !cfg!(windows) && !has_compiler {
        missing.push("a C compiler: `apt-get install gcc libc6-dev` or `xcode-select --install`".to_owned());
    }
    ensure!(missing.is_empty(), "something has to be installed first:\n  - {}", missing.join("\n  - "));
    Ok(())
}

/// Adds the WebAssembly target.
pub fn webassembly_target(project: &Project) -> Result<()> {
    let mut rustc = project.command("rustc");
    let library = process::output(rustc.args(["--print", "target-libdir", "--target", WEBASSEMBLY]));
    // rustc prints the folder whether or not it exists.
    if library.is_ok_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    add(project, "target", WEBASSEMBLY, "the application is compiled to WebAssembly")
}

/// Adds the formatter and the linter.
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
            "cannot add the {kind}. Remedy: with rustup (https://rustup.rs), run `rustup {kind} add {name}`; with your \
             system's Rust, install its package of {name}"
        )
    })
}
