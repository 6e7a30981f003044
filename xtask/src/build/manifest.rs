//! `custom-elements.json` and the TypeScript types, from the documentation of the element's class and the table of settings.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use config::{Setting, documentation::Shape};
use serde_json::{Value, json};

use super::types;
use crate::{folder, process, project::Project, settings};

const TAG: &str = "support-fit";
const SCRIPT: &str = "support-fit.js";
/// Types for frameworks, written by hand.
const FRAMEWORKS: [&str; 2] = ["support-fit-react.d.ts", "support-fit-vue.d.ts"];

pub fn write(project: &Project, work: &Path, staging: &Path) -> Result<()> {
    let (version, class) = class(project, work)?;
    super::write(&staging.join("support-fit.d.ts"), types::of(&class)?)?;
    for types in FRAMEWORKS {
        folder::copy(&project.path("src/embed").join(types), &staging.join(types))?;
    }
    let declaration = json!({ "name": class["name"], "module": SCRIPT });
    let manifest = json!({
        "schemaVersion": version,
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": SCRIPT,
            "declarations": [class],
            "exports": [{ "kind": "custom-element-definition", "name": TAG, "declaration": declaration }],
        }],
    });
    super::write(&staging.join("custom-elements.json"), format!("{manifest:#}\n"))
}

fn attribute(setting: Setting) -> Option<Value> {
    let kind = match setting.documentation().shape {
        Shape::Choice(words, _) => format!("\"{}\"", words.join("\" | \"")),
        _ => "string".to_owned(),
    };
    let description = settings::description(setting);
    Some(json!({ "name": setting.attribute()?, "type": { "text": kind }, "description": description }))
}

/// The version of the format, and the analyzer's description of the class without private members.
fn class(project: &Project, work: &Path) -> Result<(Value, Value)> {
    let folder = work.join("manifest");
    super::empty(&folder)?;
    folder::copy(&project.path("src/embed/element.js"), &folder.join("element.js"))?;
    let mut analyzer = project.npm_program("cem");
    analyzer.args(["analyze", "--globs", "element.js", "--outdir", "made", "--quiet"]).current_dir(&folder);
    process::output(&mut analyzer)?;
    let made = fs::read(folder.join("made/custom-elements.json")).context("the analyzer wrote no manifest")?;
    let mut manifest: Value = serde_json::from_slice(&made).context("the manifest is not JSON")?;
    let declarations = manifest["modules"][0]["declarations"].as_array_mut();
    let mut class = declarations
        .and_then(|all| all.iter_mut().find(|declaration| declaration["tagName"] == TAG))
        .context("the analyzer found no element in src/embed/element.js")?
        .take();
    if let Some(members) = class["members"].as_array_mut() {
        members.retain(|member| member["privacy"] != "private");
    }
    class["attributes"] = Setting::all().filter_map(attribute).collect();
    Ok((manifest["schemaVersion"].take(), class))
}
