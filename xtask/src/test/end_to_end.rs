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
    let server = Server::start_anywhere(project)?;
    let nginx = Nginx::start(project, nginx)?;
    let mut command = project.npm_program("playwright");
    command.args(["test", "--config", "tests/e2e/playwright.config.js"]);
    tell(&mut command, &server, browser);
    nginx.tell(&mut command);
    extent.tell(&mut command);
    process::run(&mut command)
        .context("to run it alone, start `cargo xtask serve` and give its address as SUPPORT_FIT_URL")
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
    command.env("SUPPORT_FIT_URL", server.address()).env("CHROMIUM", &browser.browser);
}
