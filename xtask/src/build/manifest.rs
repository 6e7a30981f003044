//! `custom-elements.json` and the types for TypeScript, made from the documentation of the element's class.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::types;
use crate::{process, project::Project};

/// The tag, and the script that defines it.
pub const TAG: &str = "support-fit";
const SCRIPT: &str = "support-fit.js";

/// Writes the manifest and the types into the folder.
pub fn write(project: &Project, work: &Path, staging: &Path) -> Result<()> {
    let manifest = manifest(project, work)?;
    super::write(&staging.join("custom-elements.json"), serde_json::to_string_pretty(&manifest)? + "\n")?;
    super::write(&staging.join("support-fit.d.ts"), types::of(&manifest)?)?;
    super::write(&staging.join("support-fit-react.d.ts"), types::for_react())
}

/// What the analyzer reads of the class, without what is private, as a part of the script that pages load.
fn manifest(project: &Project, work: &Path) -> Result<Value> {
    let folder = work.join("manifest");
    super::empty(&folder)?;
    let source = project.path("src/embed/element.js");
    fs::copy(&source, folder.join("element.js")).with_context(|| format!("{} cannot be read", source.display()))?;
    let mut analyzer = project.npm_program("cem");
    analyzer.args(["analyze", "--globs", "element.js", "--outdir", "made", "--quiet"]).current_dir(&folder);
    process::output(&mut analyzer)?;
    let made = fs::read(folder.join("made/custom-elements.json")).context("the analyzer wrote no manifest")?;
    let mut manifest: Value = serde_json::from_slice(&made).context("the manifest is not JSON")?;
    let class = manifest["modules"][0]["declarations"]
        .as_array_mut()
        .and_then(|all| all.iter_mut().find(|declaration| declaration["tagName"] == TAG))
        .context("the analyzer found no element in src/embed/element.js")?;
    if let Some(members) = class["members"].as_array_mut() {
        members.retain(|member| member["privacy"] != "private");
    }
    let class = class.take();
    let declaration = json!({ "name": class["name"], "module": SCRIPT });
    Ok(json!({
        "schemaVersion": manifest["schemaVersion"],
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": SCRIPT,
            "declarations": [class],
            "exports": [{ "kind": "custom-element-definition", "name": TAG, "declaration": declaration }],
        }],
    }))
}
