//! The loader: the one script that a page names. The build tells it the names of everything that it loads.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;
use serde_json::{Value, json};

use super::{Profile, digest, esbuild};
use crate::{console, project::Project};

/// Names inside `assets/`.
pub struct Names {
    pub glue: String,
    pub wasm: String,
    pub css: String,
    pub words: BTreeMap<String, String>,
}

/// Writes the stable loader, and the copy that is named by the version and never changes once it is released.
pub fn write(project: &Project, profile: Profile, names: &Names, work: &Path, staging: &Path) -> Result<()> {
    let built = work.join("loader.js");
    let source = project.path("src/embed/support-fit.js");
    let addresses = esbuild::constant("SUPPORT_FIT_ASSETS", &addresses(names).to_string());
    esbuild::bundle(project, profile, &source, &built, &[addresses])?;
    let bytes = super::read(&built)?;
    let versioned = format!("support-fit-{}.js", project.locked_version("support-fit")?);
    super::write(&staging.join("support-fit.js"), &bytes)?;
    super::write(&staging.join(&versioned), &bytes)?;
    if profile == Profile::Release {
        console::detail(&format!("integrity of support-fit.js and {versioned}: {}", digest::integrity(&bytes)));
    }
    Ok(())
}

/// Addresses relative to the loader; `src/embed/assets.d.ts` is their type.
fn addresses(names: &Names) -> Value {
    let address = |name: &String| format!("assets/{name}");
    json!({
        "glue": address(&names.glue),
        "wasm": address(&names.wasm),
        "css": address(&names.css),
        "words": names.words.iter().map(|(language, name)| (language.clone(), address(name))).collect::<BTreeMap<_, _>>(),
    })
}
