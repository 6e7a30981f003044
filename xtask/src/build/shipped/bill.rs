//! `sbom.cdx.json`, in the format CycloneDX 1.6, without the optional date and serial number.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{
    super::studio::PACKAGE,
    Crate,
    standard::{LIBRARY, Part},
};

pub fn document(crates: &[Crate], standard: &[Part], tools: &[(&str, String)]) -> Result<Value> {
    let (application, others): (Vec<&Crate>, Vec<&Crate>) = crates.iter().partition(|one| one.name == "support-fit");
    let application = application.first().context("cargo did not list the application")?;
    let library = standard.first().context("there is no standard library")?;
    let tool = |(name, version): &(&str, String)| json!({ "type": "application", "name": name, "version": version });
    let component = |one: &Crate| {
        let kind = if [&*application.name, PACKAGE].contains(&&*one.name) { "application" } else { "library" };
        let mut component = json!({
            "type": kind,
            "bom-ref": url(one),
            "name": name(one),
            "version": one.version,
            "licenses": [{ "expression": one.license }],
            "purl": url(one),
        });
        if let Some(checksum) = &one.checksum {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
        }
        component
    };
    let part = |part: &Part| {
        let kind = if part.name == LIBRARY { "generic" } else { "cargo" };
        json!({
            "type": "library",
            "bom-ref": reference(part),
            "name": part.name,
            "version": part.version,
            "licenses": [{ "expression": part.license }],
            "purl": format!("pkg:{kind}/{}@{}", part.name, part.version),
        })
    };
    let needs = |one: &Crate| {
        let found = crates.iter().filter(|other| one.needs.contains(&other.id())).map(url);
        let library = (one.name == application.name).then(|| reference(library));
        json!({ "ref": url(one), "dependsOn": found.chain(library).collect::<Vec<_>>() })
    };
    let contents: Vec<String> = standard.iter().skip(1).map(reference).collect();
    let of_library = json!({ "ref": reference(library), "dependsOn": contents });
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{ "phase": "build" }],
            "tools": { "components": tools.iter().map(tool).collect::<Vec<_>>() },
            "component": component(application),
        },
        "components": others.into_iter().map(component).chain(standard.iter().map(part)).collect::<Vec<_>>(),
        "dependencies": crates.iter().map(needs).chain([of_library]).collect::<Vec<_>>(),
    }))
}

/// The name of a package. Ours are in no registry, where others have the same names: the stand-in for `wasm-streams` is not
/// that crate. The studio's page is a package of its own, which would have the name of the crate `studio`.
fn name(of: &Crate) -> String {
    if of.name == PACKAGE {
        return format!("{PACKAGE}-page");
    }
    let is_short = of.checksum.is_none() && !of.name.starts_with("support-fit");
    if is_short { format!("support-fit-{}", of.name) } else { of.name.clone() }
}

/// The package URL.
fn url(of: &Crate) -> String {
    let kind = if of.checksum.is_none() { "generic" } else { "cargo" };
    format!("pkg:{kind}/{}@{}", name(of), of.version.replace('+', "%2B"))
}

/// Differs from the package URL, which a crate of the application may have too.
fn reference(part: &Part) -> String {
    format!("{LIBRARY}/{}@{}", part.name, part.version)
}
