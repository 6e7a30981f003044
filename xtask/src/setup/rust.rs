//! What rustup adds to the toolchain: the WebAssembly target, and for the tests the formatter and the linter.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{console, process, project::Project};

/// What the application is compiled to.
pub const WEBASSEMBLY: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target.
pub fn webassembly_target(project: &Project) -> Result<()> {
    let mut rustc = project.command("rustc");
    let library = process::output(rustc.args(["--print", "target-libdir", "--target", WEBASSEMBLY]));
    // The folder's name is printed whether or not it is there.
    if library.is_ok_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    console::heading(&format!("Adding Rust's target {WEBASSEMBLY}: the application is compiled to WebAssembly"));
    process::run(project.command("rustup").args(["target", "add", WEBASSEMBLY])).with_context(|| {
        format!(
            "the target could not be added. Remedy: with rustup (https://rustup.rs), run `rustup target add \
             {WEBASSEMBLY}`; with your system's Rust, install its package for that target"
        )
    })
}

/// Adds the formatter and the linter.
pub fn components(project: &Project) -> Result<()> {
    for (component, subcommand, purpose) in
        [("rustfmt", "fmt", "the tests check the formatting"), ("clippy", "clippy", "the tests run the lints")]
    {
        if process::succeeds(project.cargo().args([subcommand, "--version"])) {
            continue;
        }
        console::heading(&format!("Adding Rust's component {component}: {purpose}"));
        process::run(project.command("rustup").args(["component", "add", component])).with_context(|| {
            format!("the component could not be added. Remedy: run `rustup component add {component}`")
        })?;
    }
    Ok(())
}
