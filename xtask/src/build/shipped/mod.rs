//! The notices that licenses require (`THIRD-PARTY.txt`), and a software bill of materials (`sbom.cdx.json`, CycloneDX 1.6).
//!
//! Both list every crate that is compiled for the application, and those in Rust's standard library, even if the linker removes
//! their code: an extra notice does no harm. No npm package is in the release folder: esbuild and wasm-opt only transform our
//! own code.
//!
//! Both are sorted and undated, so that builds are reproducible.

mod bill;
mod crates;
mod license;
mod notices;
mod standard;

use std::path::Path;

use anyhow::{Context, Result};

use crate::{process, project::Project};
use crates::Crate;

const NOTICES: &str = "THIRD-PARTY.txt";
const BILL: &str = "sbom.cdx.json";

/// Adds both to `folder`.
pub fn write(project: &Project, folder: &Path) -> Result<()> {
    let crates = crates::compiled(project)?;
    let standard = standard::parts(project)?;
    let version = project.locked_version("support-fit")?;
    let notices = notices::text(&version, &crates, &standard).context("cannot write the license notices")?;
    super::write(&folder.join(NOTICES), notices)?;
    super::write(&folder.join(BILL), format!("{:#}\n", bill::document(&crates, &standard, &tools(project)?)?))
}

/// The name and version of each tool that affects the bytes of the folder.
fn tools(project: &Project) -> Result<[(&'static str, String); 5]> {
    let printed = |program: &str| process::output(project.command(program).arg("--version"));
    let wasm_opt = process::output(project.npm_program("wasm-opt").arg("--version"))?;
    Ok([
        ("rustc", printed("rustc")?.trim_start_matches("rustc ").to_owned()),
        ("wasm-bindgen", project.locked_version("wasm-bindgen")?),
        // From `wasm-opt version 132 (version_132)`.
        ("binaryen", wasm_opt.split_whitespace().nth(2).unwrap_or(&wasm_opt).to_owned()),
        ("esbuild", process::output(project.npm_program("esbuild").arg("--version"))?),
        // It compresses.
        ("node", printed("node")?.trim_start_matches('v').to_owned()),
    ])
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use serde_json::Value;

    use super::*;

    /// Writes both files and returns their texts.
    fn written(name: &str) -> [String; 2] {
        let folder = std::env::temp_dir().join(format!("support-fit-{name}-{}", std::process::id()));
        write(&Project::find().unwrap(), &folder).unwrap();
        let texts = [NOTICES, BILL].map(|name| fs::read_to_string(folder.join(name)).unwrap());
        fs::remove_dir_all(&folder).unwrap();
        texts
    }

    /// `NAME VERSION` of each package that a notice is for.
    fn noticed(notices: &str) -> BTreeSet<String> {
        let blocks = notices.split(notices::RULE).skip(1);
        let lines = blocks.flat_map(|block| block.trim_start().lines().take_while(|line| !line.is_empty()));
        lines.map(|line| line.split([':', '(']).next().unwrap().trim().to_owned()).collect()
    }

    #[test]
    fn both_files_name_the_same_work_of_others() {
        let [notices, bill] = written("both");
        let bill: Value = serde_json::from_str(&bill).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let components = bill["components"].as_array().unwrap();
        let others =
            components.iter().filter(|component| !text(&component["purl"]).starts_with("pkg:generic/support-fit"));
        let others: BTreeSet<_> =
            others.map(|other| format!("{} {}", text(&other["name"]), text(&other["version"]))).collect();
        assert_eq!(noticed(&notices), others);
        for name in ["rust-std", "dlmalloc", "hashbrown", "leptos"] {
            assert!(others.iter().any(|other| other.starts_with(&format!("{name} "))), "{name}");
        }
    }

    #[test]
    fn no_package_of_ours_has_the_url_of_somebody_elses() {
        let [_, bill] = written("urls");
        let project = Project::find().unwrap();
        for ours in project.locked().unwrap().iter().filter(|locked| locked.checksum.is_none()) {
            assert!(!bill.contains(&format!("pkg:cargo/{}@", ours.name)), "{}", ours.name);
        }
        assert!(bill.contains("\"purl\": \"pkg:generic/support-fit-wasm-streams@"));
    }

    #[test]
    fn every_reference_in_the_bill_is_to_one_component() {
        let [_, bill] = written("references");
        let bill: Value = serde_json::from_str(&bill).unwrap();
        let list = |value: &Value| value.as_array().unwrap().clone();
        let described = [vec![bill["metadata"]["component"].clone()], list(&bill["components"])].concat();
        let mut known: Vec<_> = described.iter().map(|component| component["bom-ref"].as_str().unwrap()).collect();
        let count = known.len();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), count);
        for of in list(&bill["dependencies"]) {
            for to in list(&of["dependsOn"]).iter().chain([&of["ref"]]) {
                assert!(known.contains(&to.as_str().unwrap()), "{to}");
            }
        }
    }

    #[test]
    fn every_crate_of_the_application_has_an_accepted_license_and_is_in_both_files() {
        let project = Project::find().unwrap();
        let [notices, bill] = written("crates");
        for name in ["leptos", "wasm-bindgen", "slotmap", "wasm_split_helpers"] {
            assert!(notices.contains(&format!("\n{name} ")), "{name}");
            assert!(bill.contains(&format!("\"purl\": \"pkg:cargo/{name}@")), "{name}");
        }
        // A crate that only runs at compile time is in neither.
        assert!(!notices.contains("\nserde_derive ") && !bill.contains("serde_derive"));
        let root = project.path("");
        assert!(!bill.contains(root.to_str().unwrap()) && !notices.contains(root.to_str().unwrap()));
        // The same sources give the same bytes.
        assert!(!bill.contains("serialNumber") && !bill.contains("timestamp"));
    }
}
