//! The notices that licenses require (`THIRD-PARTY.txt`), and a software bill of materials (`sbom.cdx.json`, CycloneDX 1.6).
//!
//! Both list every crate that is compiled for the application, even if the linker removes its code: an extra notice does no
//! harm. No npm package is in the release folder: esbuild and wasm-opt only transform our own code.
//!
//! Both are sorted and undated, so that builds are reproducible.

mod bill;
mod crates;
mod license;
mod notices;

use std::path::Path;

use anyhow::{Context, Result};

use crate::{process, project::Project};
use crates::Crate;

const NOTICES: &str = "THIRD-PARTY.txt";
const BILL: &str = "sbom.cdx.json";

/// Adds both to `folder`.
pub fn write(project: &Project, folder: &Path) -> Result<()> {
    let crates = crates::compiled(project)?;
    let version = project.locked_version("support-fit")?;
    let notices = notices::text(&version, &crates).context("cannot write the license notices")?;
    super::write(&folder.join(NOTICES), notices)?;
    super::write(&folder.join(BILL), format!("{:#}\n", bill::document(&crates, &tools(project)?)?))
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
    use std::fs;

    use super::*;

    #[test]
    fn every_crate_of_the_application_has_an_accepted_license_and_is_in_both_files() {
        let project = Project::find().unwrap();
        let folder = std::env::temp_dir().join(format!("support-fit-shipped-{}", std::process::id()));
        write(&project, &folder).unwrap();
        let [notices, bill] = [NOTICES, BILL].map(|name| fs::read_to_string(folder.join(name)).unwrap());
        fs::remove_dir_all(&folder).unwrap();
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
