//! What drives the release build in a browser, as a visitor would use it.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, bail};

use super::{Extent, nginx::Nginx};
use crate::{
    build, process,
    project::Project,
    serve::Server,
    setup::{self, Browser},
};

const SCREENSHOTS: &str = "tests/e2e/screenshots.mjs";

/// Runs Playwright on the release build, which has to be there: on our own server, and a few tests on nginx.
pub fn tests(project: &Project, browser: &Browser, nginx: &Path, extent: Extent) -> Result<()> {
    let mut command = playwright(project);
    extent.tell(&mut command);
    run(project, browser, nginx, &mut command)
}

/// The same with what a developer wants to tell Playwright: which files, which tests, how.
pub fn chosen(project: &Project, browser: &Browser, nginx: &Path, words: &[String]) -> Result<()> {
    let mut command = playwright(project);
    if are_some(words) {
        // Else a file of measurements would first run all that has to be over before anything is measured.
        command.arg("--no-deps");
    }
    run(project, browser, nginx, command.args(words))
}

/// Whether the words choose some of the tests, and do not only say how all of them are run.
fn are_some(words: &[String]) -> bool {
    words.iter().any(|word| !word.starts_with('-') || word.starts_with("--grep"))
}

fn playwright(project: &Project) -> Command {
    let mut command = project.npm_program("playwright");
    command.args(["test", "--config", "tests/e2e/playwright.config.js"]);
    command
}

fn run(project: &Project, browser: &Browser, nginx: &Path, command: &mut Command) -> Result<()> {
    let server = Server::start_anywhere(project)?;
    let nginx = Nginx::start(project, nginx)?;
    tell(command, &server, browser);
    nginx.tell(command);
    process::run(command).context(
        "to run one file of them: `cargo xtask e2e NAME.spec.js`; the command below needs servers, and its own have stopped",
    )
}

/// `cargo xtask screenshots`.
pub fn screenshots(project: &Project) -> Result<()> {
    if !project.path(SCREENSHOTS).is_file() {
        bail!("there is no {SCREENSHOTS}");
    }
    setup::for_build(project)?;
    let browser = setup::for_tests(project)?;
    build::release_if_changed(project)?;
    let server = Server::start_anywhere(project)?;
    let mut command = project.command("node");
    command.arg(SCREENSHOTS);
    tell(&mut command, &server, &browser);
    process::run(&mut command)
}

/// Where the pages are, and which browser to use.
fn tell(command: &mut Command, server: &Server, browser: &Browser) {
    command
        .env("SUPPORT_FIT_URL", server.address())
        .env("CHROMIUM", &browser.browser)
        .env("HEADLESS_SHELL", &browser.headless);
}

#[cfg(test)]
mod tests {
    use super::are_some;

    #[test]
    fn words_that_only_say_how_choose_no_tests() {
        let chosen = |line: &str| are_some(&line.split_whitespace().map(String::from).collect::<Vec<_>>());
        assert!(!chosen("") && !chosen("--headed --workers=1"));
        assert!(chosen("hosting.spec.js") && chosen("--headed --grep=link") && chosen("-g link"));
    }
}
