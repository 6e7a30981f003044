//! The loader, the script that a page includes. The build adds the names of the files that it loads, and the first screen.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use content::Checked;

use super::{Profile, digest, esbuild, first_screen};
use crate::{console, project::Project, settings};

/// File names in `assets/`.
pub struct Names {
    pub glue: String,
    pub wasm: String,
    pub css: String,
    /// With `*` for the language.
    pub words: String,
}

pub struct Parts<'a> {
    pub names: Names,
    pub content: &'a Checked,
    /// The style sheet of the first screen.
    pub css: String,
}

/// The constants of its script.
pub fn constants(parts: &Parts<'_>) -> Result<[String; 2]> {
    let mut first = first_screen::of(parts.content)?;
    first["css"] = parts.css.trim_end().into();
    let constant = json!({
        "assets": addresses(&parts.names),
        "schema": first_screen::DRAFT_SCHEMA,
        "first": first,
        "texts": first_screen::texts(parts.content)?,
    });
    let settings = json!(settings::attributes()).to_string();
    Ok([esbuild::constant("SUPPORT_FIT", &constant.to_string()), esbuild::constant("SUPPORT_FIT_SETTINGS", &settings)])
}

/// Writes the loader, and a copy named by the version, which never changes after its release.
pub fn write(project: &Project, profile: Profile, constants: &[String], work: &Path, staging: &Path) -> Result<()> {
    let options = [constants, &esbuild::own_paths(project)].concat();
    let bytes = esbuild::script(project, profile, "support-fit", work, &options)?;
    let versioned = format!("support-fit-{}.js", project.locked_version("support-fit")?);
    super::write(&staging.join("support-fit.js"), &bytes)?;
    super::write(&staging.join(&versioned), &bytes)?;
    if profile == Profile::Release {
        console::detail(&format!("integrity of support-fit.js and {versioned}: {}", digest::integrity(&bytes)));
    }
    Ok(())
}

/// Paths relative to the loader; the type is in `src/embed/build.d.ts`.
fn addresses(names: &Names) -> Value {
    let address = |name: &String| format!("assets/{name}");
    json!({
        "glue": address(&names.glue),
        "wasm": address(&names.wasm),
        "css": address(&names.css),
        "words": address(&names.words),
    })
}
