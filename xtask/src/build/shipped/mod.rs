//! What of others is in the release folder, for those who have to know: the notices that licenses ask for
//! (`THIRD-PARTY.txt`), and a bill of materials in the format CycloneDX (`sbom.cdx.json`).
//!
//! Both name every crate that is compiled for the application. The linker leaves out much of some of them, and all of a
//! few; which, nothing tells for sure, and a notice too many does no harm. No package of npm is in the folder: esbuild and
//! wasm-opt only change what is ours.
//!
//! Both are written from the lock file and the packages themselves, in order and without a date: the same sources give the
//! same bytes.

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
    let notices = notices::text(&version, &crates).context("the notices of licenses cannot be written")?;
    super::write(&folder.join(NOTICES), notices)?;
    let bill = bill::document(&version, &crates, &tools(project)?);
    super::write(&folder.join(BILL), format!("{bill:#}\n"))
}

/// What the bytes of the folder hang on besides the sources: name and version.
fn tools(project: &Project) -> Result<Vec<(&'static str, String)>> {
    let printed = |program: &str| process::output(project.command(program).arg("--version"));
    Ok(vec![
        ("rustc", printed("rustc")?.trim_start_matches("rustc ").to_owned()),
        ("wasm-bindgen", project.locked_version("wasm-bindgen")?),
        ("binaryen", binaryen(&process::output(project.npm_program("wasm-opt").arg("--version"))?)),
        ("esbuild", process::output(project.npm_program("esbuild").arg("--version"))?),
        // It compresses.
        ("node", printed("node")?.trim_start_matches('v').to_owned()),
    ])
}

/// Of `wasm-opt version 132 (version_132)`.
fn binaryen(printed: &str) -> String {
    printed.split_whitespace().nth(2).unwrap_or(printed).to_owned()
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
        // What only runs while something is compiled is in neither.
        assert!(!notices.contains("\nserde_derive ") && !bill.contains("serde_derive"));
        let root = project.path("");
        assert!(!bill.contains(root.to_str().unwrap()) && !notices.contains(root.to_str().unwrap()));
    }
}
