//! What wasm-bindgen made of the compiled program: the module, and the JavaScript that it calls ("the glue").

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

use super::Profile;
use crate::{process, project::Project};

/// The files of one build.
pub struct Bindings {
    pub wasm: PathBuf,
    pub glue: PathBuf,
}

impl Bindings {
    /// The files that wasm-bindgen writes for bundlers: beside the module, a module of plain exported functions.
    pub fn inside(folder: &Path, name: &str) -> Self {
        Self { wasm: folder.join(format!("{name}_bg.wasm")), glue: folder.join(format!("{name}_bg.js")) }
    }

    /// What cargo compiled, before wasm-bindgen.
    pub fn compiled(project: &Project, profile: Profile) -> Result<PathBuf> {
        let folder = match profile {
            Profile::Release => "release",
            Profile::Development => "debug",
        };
        Ok(target(project)?.join("wasm32-unknown-unknown").join(folder).join("support-fit.wasm"))
    }

    pub fn glue_text(&self) -> Result<String> {
        fs::read_to_string(&self.glue).with_context(|| format!("{} cannot be read", self.glue.display()))
    }
}

/// Where cargo compiles to: Trunk asks it too.
fn target(project: &Project) -> Result<PathBuf> {
    let printed = process::output(project.cargo().args(["metadata", "--no-deps", "--format-version=1"]))?;
    let metadata: Value = serde_json::from_str(&printed).context("cargo described the project in no JSON")?;
    let folder = metadata["target_directory"].as_str().context("cargo named no folder to compile to")?;
    Ok(Path::new(folder).to_owned())
}
