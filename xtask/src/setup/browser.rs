//! The browser of the tests: an installed Chrome or Chromium with its driver. Nothing downloads one.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::{console, process};

/// A browser and its driver.
pub struct Browser {
    pub browser: PathBuf,
    pub driver: PathBuf,
    /// What the end-to-end tests run in: the same engine without a window if that is installed, which opens pages twice as
    /// fast, else the browser itself.
    pub headless: PathBuf,
}

const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DRIVERS: [&str; 1] = ["chromedriver"];
const HEADLESS_SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];

const USUAL_BROWSERS: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/opt/google/chrome/chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];
const USUAL_DRIVERS: [&str; 3] =
    ["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver", "/opt/homebrew/bin/chromedriver"];

/// Finds a browser and its driver; on Debian, root installs them.
pub fn install() -> Result<Browser> {
    let found = find()?;
    if !apt::is_usable() {
        if let Some(found) = found {
            return Ok(found);
        }
        bail!(
            "the tests need Chrome or Chromium and the chromedriver of the same version. Remedy:\n  \
             - Debian: `sudo apt-get install chromium chromium-driver`\n  \
             - macOS: `brew install --cask google-chrome chromedriver`\n  \
             - elsewhere: install Chrome and the matching chromedriver \
             (https://googlechromelabs.github.io/chrome-for-testing)\n  \
             - installed in an unusual place: set CHROMIUM and CHROMEDRIVER to the two programs"
        );
    }
    if let Some(found) = found
        && found.headless != found.browser
    {
        return Ok(found);
    }
    console::heading(
        "Installing chromium, chromium-driver and chromium-headless-shell with apt: the tests drive a real browser",
    );
    let packages = ["chromium", "chromium-driver", "chromium-headless-shell"];
    let install = ["install", "--quiet", "--yes", "--no-install-recommends"];
    apt::updated(|| process::run(apt::apt_get().args(install).args(packages)))
        .context("Remedy: `apt-get update && apt-get install chromium chromium-driver chromium-headless-shell`")?;
    find()?.context("apt installed chromium, and still it was not found")
}

fn find() -> Result<Option<Browser>> {
    let browser = located("CHROMIUM", &BROWSERS, &USUAL_BROWSERS)?;
    let driver = located("CHROMEDRIVER", &DRIVERS, &USUAL_DRIVERS)?;
    let headless = located("HEADLESS_SHELL", &HEADLESS_SHELLS, &[])?;
    Ok(browser.zip(driver).map(|(browser, driver)| {
        let headless = headless.unwrap_or_else(|| browser.clone());
        Browser { browser, driver, headless }
    }))
}

/// A program by the environment, then by the search path, then by the places where installers put it.
pub fn located(variable: &str, names: &[&str], usual: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(path) = std::env::var_os(variable).map(PathBuf::from) {
        if !path.is_file() {
            bail!("{variable} is set to {}, which is not a file", path.display());
        }
        return Ok(Some(path));
    }
    let named = names.iter().find_map(|name| process::find_program(name));
    Ok(named.or_else(|| usual.iter().map(PathBuf::from).find(|path| path.is_file())))
}
