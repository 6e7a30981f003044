//! Checks that run in a browser.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{Extent, native};
use crate::{
    build::{self, Receivers, hosting},
    folder,
    package::npm,
    process,
    project::Project,
    serve::Server,
    setup::{self, Browser, Engines, WordPress},
};

const TARGET: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// The variable by which cargo finds what runs WebAssembly.
const RUNNER: [&str; 2] = ["CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"];

/// The WebDriver capabilities for wasm-bindgen's test runner.
const OPTIONS: &str = "webdriver.json";

/// Lints of the code for browsers, which excludes examples and benchmarks.
pub fn lint(project: &Project) -> Result<()> {
    let mut clippy = project.cargo();
    clippy.arg("clippy").args(TARGET).args([
        "--workspace",
        "--exclude",
        "xtask",
        "--exclude",
        "launcher",
        "--exclude",
        "content",
    ]);
    clippy.args(["--lib", "--bins", "--tests", "--features", "support-fit/split", "--", "-D", "warnings"]);
    process::run(&mut clippy)
}

/// Tests that run as WebAssembly, in Node. What only a browser shows is left to the end-to-end tests: in a page of wasm-bindgen's
/// runner, which answers four connections at a time, a browser that opens more may wait forever.
pub fn webassembly(project: &Project, extent: Extent) -> Result<()> {
    let mut command = project.cargo();
    command.arg("test").args(TARGET).args(["--package", "support-fit", "--package", "mcda"]);
    // Only files with such tests are compiled.
    for folder in ["tests", "crates/mcda/tests"] {
        for (name, path) in folder::entries(&project.path(folder))? {
            if name.ends_with(".rs") && fs::read_to_string(path)?.contains("wasm_bindgen_test") {
                command.args(["--test", name.trim_end_matches(".rs")]);
            }
        }
    }
    process::run(extent.apply(&mut command).env(RUNNER[0], RUNNER[1]))
}

/// Runs the benchmarks in the release profile.
pub fn benchmarks(project: &Project, browser: &Browser) -> Result<()> {
    let mut command = project.cargo();
    command.arg("bench").args(TARGET).args(["--profile", "release", "--package", "support-fit", "--bench", "browser"]);
    let text = fs::read_to_string(project.path(OPTIONS)).with_context(|| format!("cannot read {OPTIONS}"))?;
    let mut options: Value = serde_json::from_str(&text).with_context(|| format!("{OPTIONS} is not valid JSON"))?;
    options["goog:chromeOptions"]["binary"] = json!(browser.headless);
    let path = project.cache().join(OPTIONS);
    fs::create_dir_all(project.cache()).and_then(|()| fs::write(&path, options.to_string()))?;
    command
        .env(RUNNER[0], RUNNER[1])
        .env("CHROMEDRIVER", &browser.driver)
        // In seconds, for one test file.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", path)
        // A backtrace of the runner would hide why it failed.
        .env("RUST_BACKTRACE", "0");
    process::run(&mut command).context(
        "if the browser did not start: Chromium and chromedriver must have the same version; set CHROMIUM and CHROMEDRIVER to \
         choose them",
    )
}

/// Runs Playwright on the release build, which must exist, with `words` as its arguments.
pub fn end_to_end(project: &Project, browser: &Browser, nginx: &Path, extent: Extent, words: &[String]) -> Result<()> {
    let mut command = project.npm_program("playwright");
    command.args(["test", "--config", "tests/e2e/playwright.config.js"]).args(words);
    if selects_tests(words) {
        // Otherwise measurements would run all other tests first.
        command.arg("--no-deps");
    }
    command.env("NGINX_PROGRAM", nginx).env("SUPPORT_FIT_NPM", npm::staged(project));
    // The rules of a build with a receiver, for which the tests have no build.
    let rules = project.cache().join("rules-with-receiver");
    hosting::write_rules(&rules, &Receivers::parse(["https://receiver.example"])?)?;
    command.env("SUPPORT_FIT_RULES_WITH_RECEIVER", rules);
    with_server(project, browser, extent.apply(&mut command))
        .context("to run only one file: `cargo xtask e2e /NAME.spec.js`")
}

/// Installs the npm package into fresh apps of frameworks, and uses them.
pub fn fresh_apps(project: &Project, browser: &Browser) -> Result<()> {
    let mut command = project.npm_program("playwright");
    command.args(["test", "--config", "tests/e2e/playwright.config.js", "--project=apps"]);
    command.env("SUPPORT_FIT_PACKAGE", npm::pack(project)?);
    with_server(project, browser, &mut command)
}

/// Whether arguments of Playwright select tests.
fn selects_tests(words: &[String]) -> bool {
    words.iter().any(|word| !word.starts_with('-') || word.starts_with("--grep"))
}

/// `cargo xtask screenshots`.
pub fn screenshots(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let browser = setup::for_tests(project)?;
    build::release_if_changed(project, &Receivers::default())?;
    with_server(project, &browser, project.command("node").arg("tests/e2e/screenshots.mjs"))
}

fn with_server(project: &Project, browser: &Browser, command: &mut Command) -> Result<()> {
    let server = Server::start(project, 0)?;
    command
        .env("SUPPORT_FIT_URL", server.address())
        .env("CHROMIUM", &browser.browser)
        .env("HEADLESS_SHELL", &browser.headless);
    process::run(command).context("the command below needs a server; the one it used has stopped")
}

/// Runs the smoke list (`tests/engines`) on the release build, which must exist, in one engine by WebDriver. The tests serve
/// the build themselves, because they take its server away to see what works without a network.
pub fn smoke_list(project: &Project, engine: &str, browser: &Browser, engines: &Engines) -> Result<()> {
    let mut command = project.command("node");
    // One file at a time, because each starts a browser.
    command.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]);
    let programs: [(&str, &PathBuf); 6] = [
        ("CHROMIUM", &browser.browser),
        ("CHROMEDRIVER", &browser.driver),
        ("FIREFOX", &engines.firefox),
        ("GECKODRIVER", &engines.firefox_driver),
        ("WEBKIT_BROWSER", &engines.webkit),
        ("WEBKIT_DRIVER", &engines.webkit_driver),
    ];
    command.args(native::test_files(project, "tests/engines")?).env("SUPPORT_FIT_ENGINE", engine).envs(programs);
    // Selenium must not download drivers.
    process::run(command.env("SE_OFFLINE", "true").env("SE_AVOID_STATS", "true"))
}

/// Uses the plugin (`tests/wordpress`) in a WordPress of its own, which the tests install into a temporary folder. The release
/// build must exist.
pub fn wordpress(project: &Project, browser: &Browser, site: &WordPress) -> Result<()> {
    build::wordpress::write(project)?;
    // The same plugin as an older version, to update from.
    let older = project.cache().join("older").join(build::wordpress::NAME);
    fs::create_dir_all(older.parent().context("a file has a folder")?)?;
    fs::write(&older, build::wordpress::packed(project, "0.0.1")?)?;
    let mut command = project.npm_program("playwright");
    command.args(["test", "--config", "tests/wordpress/playwright.config.js"]).envs([
        ("CHROMIUM", &browser.browser),
        ("HEADLESS_SHELL", &browser.headless),
        ("WORDPRESS", &site.folder),
        ("PHP", &site.php),
        ("MARIADBD", &site.database),
        ("MARIADB_INSTALL_DB", &site.database_setup),
        ("SUPPORT_FIT_PLUGIN", &build::wordpress::path(project)),
        ("SUPPORT_FIT_OLDER_PLUGIN", &older),
    ]);
    process::run(&mut command).context("Remedy: `cargo xtask test --wordpress` repeats only this part")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_without_a_file_or_pattern_select_no_tests() {
        let selects = |line: &str| selects_tests(&line.split_whitespace().map(String::from).collect::<Vec<_>>());
        assert!(!selects("") && !selects("--headed --workers=1"));
        assert!(selects("hosting.spec.js") && selects("--headed --grep=link") && selects("-g link"));
    }
}
