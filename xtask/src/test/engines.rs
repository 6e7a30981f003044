//! The smoke list (`tests/engines`) on the release build in one browser after the other, by WebDriver. The tests serve the
//! build themselves: they take its server away, to see what is left without a network.

use std::path::PathBuf;

use anyhow::Result;

use crate::{
    folder, process,
    project::Project,
    setup::{Browser, Engines},
};

const FOLDER: &str = "tests/engines";

/// Each engine as the tests name it, and as the run does.
pub const ALL: [(&str, &str); 3] =
    [("chromium", "smoke list in Chromium"), ("firefox", "smoke list in Firefox"), ("webkit", "smoke list in WebKit")];

/// Runs the smoke list in one engine. The release build has to be there.
pub fn tests(project: &Project, engine: &str, browser: &Browser, engines: &Engines) -> Result<()> {
    let mut command = project.command("node");
    // One file at a time: each starts a browser of its own.
    command.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(files(project)?);
    command
        .env("SUPPORT_FIT_ENGINE", engine)
        // Selenium has a program that fetches drivers. It is not wanted, and is told so.
        .env("SE_OFFLINE", "true")
        .env("SE_AVOID_STATS", "true")
        .env("CHROMIUM", &browser.browser)
        .env("CHROMEDRIVER", &browser.driver)
        .env("FIREFOX", &engines.firefox)
        .env("GECKODRIVER", &engines.firefox_driver)
        .env("WEBKIT_BROWSER", &engines.webkit)
        .env("WEBKIT_DRIVER", &engines.webkit_driver);
    process::run(&mut command)
}

/// By name: what node makes of a folder depends on its version.
fn files(project: &Project) -> Result<Vec<PathBuf>> {
    let entries = folder::entries(&project.path(FOLDER))?.into_iter();
    Ok(entries.filter(|(name, _)| name.ends_with(".test.js")).map(|(_, path)| path).collect())
}
