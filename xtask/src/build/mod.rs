//! The build: Trunk compiles the application and creates `dist/`; its `post_build` hook calls [`stage`], which turns that
//! into the folder to deploy.

mod apart;
mod assets;
pub mod checksums;
mod compress;
pub mod digest;
pub mod esbuild;
mod first_screen;
mod frame;
pub mod hosting;
pub mod inputs;
mod loader;
mod manifest;
mod offline;
mod paths;
mod receivers;
mod shipped;
pub mod stage;
pub mod studio;
mod types;
mod wasm;
pub mod wordpress;
mod words;

use std::{fs, path::Path, process::Command, time::Instant};

use anyhow::{Context, Result};

use crate::{console, process, project::Project};
pub use assets::{is_named_by_content, is_of_module, translation};
pub use paths::cargo_home;
pub use receivers::Receivers;
pub use wasm::Optimized;

/// How the application is compiled.
#[derive(Clone, Copy, PartialEq)]
pub enum Profile {
    /// Small and compressed: what is deployed.
    Release,
    /// Fast to build, with names for the debugger.
    Development,
}

/// Builds `dist/`.
pub fn run(project: &Project, profile: Profile, receivers: &Receivers) -> Result<()> {
    let started = Instant::now();
    console::heading(match profile {
        Profile::Release => "Building the release folder dist/",
        Profile::Development => "Building dist/ for development",
    });
    // Computed first, so that a file that changes during the build causes another build.
    let fingerprint = inputs::fingerprint(project, receivers)?;
    process::run(&mut trunk(project, profile, receivers))?;
    if profile == Profile::Release {
        inputs::remember(project, &fingerprint)?;
        wordpress::write(project)?;
    }
    console::detail(&format!("built in {}", console::readable(started.elapsed())));
    Ok(())
}

/// Builds the release folder unless nothing has changed since the last time.
pub fn release_if_changed(project: &Project, receivers: &Receivers) -> Result<()> {
    if inputs::remembered(project, receivers)? {
        console::heading("dist/ is up to date");
        return Ok(());
    }
    run(project, Profile::Release, receivers)
}

fn trunk(project: &Project, profile: Profile, receivers: &Receivers) -> Command {
    let mut command = project.command("trunk");
    command.args(["--log", "warn", "build"]);
    if profile == Profile::Release {
        command.args(["--release", "--features", "split"]);
        command.envs(paths::remapped(project));
    }
    receivers.pass_on(&mut command);
    // A backtrace of Trunk does not help: failures come from cargo or from our hook.
    command.env("RUST_BACKTRACE", "0");
    // Trunk accepts only `true` or `false`, but the variable is often `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}

/// Writes a file, and creates its folder if necessary.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    fs::create_dir_all(path.parent().context("a file has a folder")?)
        .and_then(|()| fs::write(path, bytes))
        .with_context(|| format!("cannot write {}", path.display()))
}

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Empties a folder, or creates it.
pub fn empty(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("cannot empty {}", path.display()))?;
    }
    fs::create_dir_all(path).with_context(|| format!("cannot create {}", path.display()))
}
