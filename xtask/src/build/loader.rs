//! The loader: the one script that a page names. The build tells it the names of everything that it loads, and the first
//! screen.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;
use serde_json::{Value, json};

use content::Checked;

use super::{Profile, digest, esbuild, first_screen};
use crate::{console, project::Project};

/// The version of the drafts (`crates/session/src/draft/mod.rs`): the loader looks into one of this version alone.
const DRAFT_SCHEMA: u8 = 3;

/// Names inside `assets/`.
pub struct Names {
    pub glue: String,
    pub wasm: String,
    pub css: String,
    pub words: BTreeMap<String, String>,
}

/// What the loader is made of beside its source.
pub struct Parts<'a> {
    pub names: Names,
    /// The checked content, for the first screen.
    pub content: &'a Checked,
    /// The style sheet of the first screen.
    pub css: String,
}

/// Writes the stable loader, and the copy that is named by the version and never changes once it is released.
pub fn write(project: &Project, profile: Profile, parts: &Parts<'_>, work: &Path, staging: &Path) -> Result<()> {
    let mut first = first_screen::of(parts.content)?;
    first["css"] = parts.css.trim_end().into();
    let constant = json!({
        "assets": addresses(&parts.names),
        "schema": DRAFT_SCHEMA,
        "first": first,
        "texts": first_screen::texts(parts.content)?,
    });
    let constant = esbuild::constant("SUPPORT_FIT", &constant.to_string());
    let bytes = esbuild::script(project, profile, "support-fit", work, &[constant])?;
    let versioned = format!("support-fit-{}.js", project.locked_version("support-fit")?);
    super::write(&staging.join("support-fit.js"), &bytes)?;
    super::write(&staging.join(&versioned), &bytes)?;
    if profile == Profile::Release {
        console::detail(&format!("integrity of support-fit.js and {versioned}: {}", digest::integrity(&bytes)));
    }
    Ok(())
}

/// Addresses relative to the loader; `src/embed/build.d.ts` is their type.
fn addresses(names: &Names) -> Value {
    let address = |name: &String| format!("assets/{name}");
    json!({
        "glue": address(&names.glue),
        "wasm": address(&names.wasm),
        "css": address(&names.css),
        "words": names.words.iter().map(|(language, name)| (language.clone(), address(name))).collect::<BTreeMap<_, _>>(),
    })
}
