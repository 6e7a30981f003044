//! The build: Trunk compiles the application and lays out `dist/`; its `post_build` hook calls [`stage`], which makes of
//! it the folder that is deployed.

mod apart;
mod assets;
pub mod checksums;
mod compress;
pub mod digest;
mod esbuild;
mod first_screen;
mod frame;
pub mod hosting;
pub mod inputs;
mod loader;
mod manifest;
mod offline;
mod paths;
mod shipped;
pub mod stage;
mod types;
mod wasm;
mod words;

use std::{fs, path::Path, process::Command, time::Instant};

use anyhow::{Context, Result};

use crate::{console, process, project::Project};
pub use assets::is_named_by_content;
pub use paths::cargo_home;
pub use wasm::Optimized;

/// How the application is compiled.
#[derive(Clone, Copy, PartialEq)]
pub enum Profile {
    /// Small and compressed: what is deployed.
    Release,
    /// Quick to build, with names for the debugger.
    Development,
}

/// Builds `dist/`.
pub fn run(project: &Project, profile: Profile) -> Result<()> {
    let started = Instant::now();
    console::heading(match profile {
        Profile::Release => "Building the release folder dist/",
        Profile::Development => "Building dist/ for debugging",
    });
    // Before the build: a file that changes meanwhile is then built again next time.
    let fingerprint = inputs::fingerprint(project)?;
    process::run(&mut trunk(project, profile))?;
    if profile == Profile::Release {
        inputs::remember(project, &fingerprint)?;
    }
    console::detail(&format!("built in {}", console::spoken(started.elapsed())));
    Ok(())
}

/// Builds the release folder unless nothing has changed since the last time.
pub fn release_if_changed(project: &Project) -> Result<()> {
    if inputs::remembered(project)? {
        console::heading("dist/ is up to date");
        return Ok(());
    }
    run(project, Profile::Release)
}

fn trunk(project: &Project, profile: Profile) -> Command {
    let mut command = project.command("trunk");
    command.args(["--log", "warn", "build"]);
    if profile == Profile::Release {
        command.args(["--release", "--features", "split"]);
        command.envs(paths::left_out(project));
    }
    // The failures that it reports are those of cargo and of our own hook: where in Trunk that was says nothing.
    command.env("RUST_BACKTRACE", "0");
    // Trunk reads this variable as a Boolean word, and others set it to `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}

/// Makes sure that the folder of `path` is there, then writes the file.
fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    let folder = path.parent().context("a file has a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Empties the folder `path`, or makes it.
fn empty(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("{} cannot be emptied", path.display()))?;
    }
    fs::create_dir_all(path).with_context(|| format!("{} cannot be made", path.display()))
}
