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
    /// Trunk stages the module and a starting script. The glue itself, which `data-bindgen-target="bundler"` makes a
    /// module of plain exported functions, stays where Trunk has wasm-bindgen write.
    pub fn find(project: &Project, profile: Profile) -> Result<Self> {
        let folder = target(project)?.join("wasm-bindgen").join(match profile {
            Profile::Release => "release",
            Profile::Development => "debug",
        });
        Ok(Self { wasm: folder.join("support-fit_bg.wasm"), glue: folder.join("support-fit_bg.js") })
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
