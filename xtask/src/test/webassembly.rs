//! Tests that run as WebAssembly in a real browser.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Extent;
use crate::{process, project::Project, setup::Browser};

/// The packages whose tests and benchmarks run in the browser too.
pub const PACKAGES: [&str; 4] = ["--package", "support-fit", "--package", "mcda"];

pub const TARGET: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// The test files that run in the browser too: figures must come out the same, and storage is the browser's. Each file is a
/// program of its own, so the others are not compiled for it.
const FILES: [&str; 8] =
    ["same_bytes", "storage", "vectors", "acceptability", "closed_forms", "model_problems", "random_numbers", "study"];

/// The browser's options; wasm-bindgen's runner reads them.
const OPTIONS: &str = "webdriver.json";

/// Seconds that one test file may take.
const TIMEOUT: &str = "300";

/// Runs them.
pub fn tests(project: &Project, browser: &Browser, extent: Extent) -> Result<()> {
    let mut command = project.cargo();
    command.arg("test").args(TARGET).args(PACKAGES);
    for file in FILES {
        command.args(["--test", file]);
    }
    extent.tell(&mut command);
    run(project, browser, &mut command)
}

/// Times a decision in the profile that is shipped.
pub fn benchmarks(project: &Project, browser: &Browser) -> Result<()> {
    let mut command = project.cargo();
    command.arg("bench").args(TARGET).args(["--profile", "release", "--package", "support-fit", "--bench", "browser"]);
    run(project, browser, &mut command)
}

fn run(project: &Project, browser: &Browser, command: &mut Command) -> Result<()> {
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", options(project, browser)?);
    process::run(command).context(
        "if the browser could not be driven: Chromium and chromedriver have to be of the same version, \
         and CHROMIUM and CHROMEDRIVER say which ones to use",
    )
}

/// Writes the options of the browser that was found, and says where.
fn options(project: &Project, browser: &Browser) -> Result<PathBuf> {
    let text = fs::read_to_string(project.path(OPTIONS)).with_context(|| format!("{OPTIONS} cannot be read"))?;
    let mut options: Value = serde_json::from_str(&text).with_context(|| format!("{OPTIONS} is not JSON"))?;
    options["goog:chromeOptions"]["binary"] = json!(browser.browser);
    let path = project.cache().join(OPTIONS);
    fs::create_dir_all(project.cache()).and_then(|()| fs::write(&path, options.to_string()))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder;

    #[test]
    fn every_test_file_that_can_run_in_the_browser_does() {
        let project = Project::find().unwrap();
        let mut found: Vec<String> = ["tests", "crates/mcda/tests"]
            .iter()
            .flat_map(|folder| folder::entries(&project.path(folder)).unwrap())
            .filter(|(name, _)| name.ends_with(".rs"))
            .filter(|(_, path)| fs::read_to_string(path).unwrap().contains("wasm_bindgen_test"))
            .map(|(name, _)| name.trim_end_matches(".rs").to_owned())
            .collect();
        let mut run = FILES.map(str::to_owned).to_vec();
        found.sort();
        run.sort();
        assert_eq!(run, found);
    }
}
