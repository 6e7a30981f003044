//! The browsers beside Chromium that `cargo xtask test --engines` drives, with their drivers: Firefox, and WebKit as
//! WebKitGTK has it. Nothing else needs them.
//!
//! Firefox, WebKitGTK and a screen that nobody sees (Xvfb) come from Debian. Firefox's driver is no package there: cargo
//! compiles it from source, as it does other tools.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::{apt, browser::located, cargo_tools};
use crate::{console, process, project::Project};

/// The browsers and their drivers.
pub struct Engines {
    pub firefox: PathBuf,
    pub firefox_driver: PathBuf,
    pub webkit: PathBuf,
    pub webkit_driver: PathBuf,
}

/// Debian's packages; the screen is for WebKitGTK, which does not start without one.
const PACKAGES: [&str; 3] = ["firefox-esr", "webkit2gtk-driver", "xvfb"];

const USUAL_FIREFOX: [&str; 3] = [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "/opt/firefox/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
];

/// Finds them; on Debian, root installs them.
pub fn install(project: &Project) -> Result<Engines> {
    let found = match find()? {
        Some(found) => found,
        None => {
            get()?;
            find()?.context("apt installed Firefox and WebKitGTK, and still they were not found")?
        }
    };
    let Found { firefox, webkit, webkit_driver } = found;
    Ok(Engines { firefox, firefox_driver: cargo_tools::geckodriver(project)?, webkit, webkit_driver })
}

fn get() -> Result<()> {
    if !apt::is_usable() {
        bail!(
            "the smoke list needs Firefox, WebKitGTK with its driver, and Xvfb. Remedy:\n  \
             - Debian: `sudo apt-get install {}`\n  \
             - elsewhere: run it in a container of Debian; WebKitGTK is for Linux alone\n  \
             - installed in an unusual place: set FIREFOX, WEBKIT_BROWSER (MiniBrowser) and WEBKIT_DRIVER \
             (WebKitWebDriver) to the programs",
            PACKAGES.join(" ")
        );
    }
    console::heading(&format!(
        "Installing {} with apt: the smoke list runs in Firefox and WebKit too",
        PACKAGES.join(", ")
    ));
    console::detail("about 140 MB to download and 510 MB on the disk with what they need; about a minute");
    let install = ["install", "--quiet", "--yes", "--no-install-recommends"];
    apt::updated(|| process::run(apt::apt_get().args(install).args(PACKAGES)))
        .with_context(|| format!("Remedy: `apt-get update && apt-get install {}`", PACKAGES.join(" ")))
}

struct Found {
    firefox: PathBuf,
    webkit: PathBuf,
    webkit_driver: PathBuf,
}

fn find() -> Result<Option<Found>> {
    let firefox = located("FIREFOX", &["firefox-esr", "firefox"], &USUAL_FIREFOX)?;
    let webkit = located("WEBKIT_BROWSER", &["MiniBrowser"], &[])?.or_else(mini_browser);
    let webkit_driver = located("WEBKIT_DRIVER", &["WebKitWebDriver"], &[])?;
    let has_screen = process::find_program("Xvfb").is_some();
    Ok(firefox.zip(webkit).zip(webkit_driver).filter(|_| has_screen).map(|((firefox, webkit), webkit_driver)| Found {
        firefox,
        webkit,
        webkit_driver,
    }))
}

/// WebKitGTK's own small browser, which its library brings along: `/usr/lib/*/webkit2gtk-4.*/MiniBrowser`.
fn mini_browser() -> Option<PathBuf> {
    let mut found: Vec<_> = inside(Path::new("/usr/lib"))
        .flat_map(|architecture| inside(&architecture))
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4.")))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|program| program.is_file())
        .collect();
    found.sort();
    found.pop()
}

fn inside(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()))
}
