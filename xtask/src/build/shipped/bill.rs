//! `sbom.cdx.json`, in the format CycloneDX 1.6, without the optional date and serial number.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Crate;

pub fn document(crates: &[Crate], tools: &[(&str, String)]) -> Result<Value> {
    let (application, parts): (Vec<&Crate>, Vec<&Crate>) = crates.iter().partition(|one| one.name == "support-fit");
    let application = application.first().context("cargo did not list the application")?;
    let tool = |(name, version): &(&str, String)| json!({ "type": "application", "name": name, "version": version });
    let needs = |one: &Crate| {
        let needs: Vec<String> = one.needs.iter().map(|id| reference(id)).collect();
        json!({ "ref": reference(&one.id()), "dependsOn": needs })
    };
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{ "phase": "build" }],
            "tools": { "components": tools.iter().map(tool).collect::<Vec<_>>() },
            "component": component("application", application),
        },
        "components": parts.into_iter().map(|part| component("library", part)).collect::<Vec<_>>(),
        "dependencies": crates.iter().map(needs).collect::<Vec<_>>(),
    }))
}

fn component(kind: &str, of: &Crate) -> Value {
    let mut component = json!({
        "type": kind,
        "bom-ref": reference(&of.id()),
        "name": of.name,
        "version": of.version,
        "licenses": [{ "expression": of.license }],
    });
    // Our own packages are in no registry.
    if let Some(checksum) = &of.checksum {
        component["purl"] = json!(reference(&of.id()));
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

/// The package URL.
fn reference(id: &str) -> String {
    format!("pkg:cargo/{}", id.replace('+', "%2B"))
}
