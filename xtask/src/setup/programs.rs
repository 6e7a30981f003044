//! System programs that the tests need: browsers with their drivers, and nginx. If one is not installed, apt installs it (as
//! root on Debian). An environment variable can contain the path of a program in an unusual place.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail, ensure};

use super::{apt, cargo_tools};
use crate::{console, process, project::Project};

/// Chrome or Chromium, and its driver.
pub struct Browser {
    pub browser: PathBuf,
    pub driver: PathBuf,
    /// For the end-to-end tests: the headless shell if it is installed, which opens pages twice as fast, otherwise the
    /// browser.
    pub headless: PathBuf,
}

/// The other browsers of the smoke list, with their drivers.
pub struct Engines {
    pub firefox: PathBuf,
    pub firefox_driver: PathBuf,
    pub webkit: PathBuf,
    pub webkit_driver: PathBuf,
}

/// Where to look for a program: in its environment variable, in `PATH`, and in usual places.
struct Program {
    variable: &'static str,
    names: &'static [&'static str],
    usual: &'static [&'static str],
}

const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    usual: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/opt/google/chrome/chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ],
};

const CHROMEDRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    usual: &[
        "/usr/lib/chromium/chromedriver",
        "/usr/lib/chromium-browser/chromedriver",
        "/opt/homebrew/bin/chromedriver",
    ],
};

const HEADLESS_SHELL: Program =
    Program { variable: "HEADLESS_SHELL", names: &["chromium-headless-shell", "chrome-headless-shell"], usual: &[] };

const FIREFOX: Program = Program {
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    usual: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "/opt/firefox/firefox",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
    ],
};

const GECKODRIVER: Program = Program { variable: "GECKODRIVER", names: &["geckodriver"], usual: &[] };

/// The small browser of WebKitGTK.
const WEBKIT_BROWSER: Program = Program {
    variable: "WEBKIT_BROWSER",
    names: &["MiniBrowser"],
    usual: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
    ],
};

const WEBKIT_DRIVER: Program = Program { variable: "WEBKIT_DRIVER", names: &["WebKitWebDriver"], usual: &[] };

/// The virtual display that WebKitGTK needs.
const XVFB: Program = Program { variable: "XVFB", names: &["Xvfb"], usual: &[] };

const HUGO: Program = Program { variable: "HUGO", names: &["hugo"], usual: &[] };

/// The variable is not `NGINX`, which nginx uses for listening sockets.
const NGINX: Program = Program {
    variable: "NGINX_PROGRAM",
    names: &["nginx"],
    usual: &["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"],
};

impl Program {
    fn find(&self) -> Result<Option<PathBuf>> {
        if let Some(path) = std::env::var_os(self.variable).map(PathBuf::from) {
            ensure!(path.is_file(), "{} is set to {}, which is not a file", self.variable, path.display());
            return Ok(Some(path));
        }
        let named = self.names.iter().find_map(|name| process::find_program(name));
        Ok(named.or_else(|| self.usual.iter().map(PathBuf::from).find(|path| path.is_file())))
    }
}

/// The path of each program. If one is missing, installs Debian `packages`, or fails with a remedy.
fn installed<const N: usize>(
    purpose: &str,
    programs: [&Program; N],
    packages: &[&str],
    elsewhere: &str,
) -> Result<[PathBuf; N]> {
    let find = || -> Result<Option<[PathBuf; N]>> {
        let found: Vec<_> = programs.iter().map(|program| program.find()).collect::<Result<_>>()?;
        Ok(found.into_iter().collect::<Option<Vec<_>>>().and_then(|found| found.try_into().ok()))
    };
    if let Some(found) = find()? {
        return Ok(found);
    }
    let list = packages.join(" ");
    if !apt::is_usable() {
        let variables = programs.map(|program| program.variable).join(", ");
        bail!(
            "{purpose} needs programs that were not found. Remedy:\n  - Debian: `sudo apt-get install {list}`\n  \
             {elsewhere}\n  - installed in an unusual place: set {variables} to the paths"
        );
    }
    console::heading(&format!("Installing {list} with apt, for {purpose}"));
    apt::install(packages).with_context(|| format!("Remedy: `apt-get update && apt-get install {list}`"))?;
    find()?.with_context(|| format!("apt installed {list}, but the programs were not found"))
}

pub fn browser() -> Result<Browser> {
    let packages = ["chromium", "chromium-driver", "chromium-headless-shell"];
    let [browser, driver] = installed(
        "a browser test",
        [&CHROMIUM, &CHROMEDRIVER],
        &packages,
        "- macOS: `brew install --cask google-chrome chromedriver`\n  \
         - elsewhere: install Chrome and the chromedriver of the same version \
         (https://googlechromelabs.github.io/chrome-for-testing)",
    )?;
    let headless = if apt::is_usable() {
        let [headless] = installed("a fast end-to-end test", [&HEADLESS_SHELL], &packages[2..], "")?;
        headless
    } else {
        HEADLESS_SHELL.find()?.unwrap_or_else(|| browser.clone())
    };
    Ok(Browser { browser, driver, headless })
}

/// Firefox and WebKit, for `cargo xtask test --engines`. Cargo compiles Firefox's driver, because Debian has no package.
pub fn engines(project: &Project) -> Result<Engines> {
    let [firefox, webkit, webkit_driver, _] = installed(
        "the smoke list",
        [&FIREFOX, &WEBKIT_BROWSER, &WEBKIT_DRIVER, &XVFB],
        &["firefox-esr", "webkit2gtk-driver", "xvfb"],
        "- elsewhere: use a Debian container, because WebKitGTK is only for Linux",
    )?;
    let firefox_driver = match GECKODRIVER.find()? {
        Some(found) => found,
        None => cargo_tools::install_geckodriver(project)?,
    };
    Ok(Engines { firefox, firefox_driver, webkit, webkit_driver })
}

/// Hugo, which builds a blog with the snippets.
pub fn hugo() -> Result<PathBuf> {
    let elsewhere = "- elsewhere: see https://gohugo.io/installation";
    installed("the test of the recipe for Hugo", [&HUGO], &["hugo"], elsewhere).map(|[hugo]| hugo)
}

/// nginx, with which the end-to-end tests run the sample in `hosting/`. Debian's package is unpacked into `.tools` and not
/// installed, because that would start a service on port 80.
pub fn nginx(project: &Project) -> Result<PathBuf> {
    if let Some(found) = NGINX.find()? {
        return Ok(found);
    }
    let folder = project.tools().join("nginx");
    let program = folder.join("usr/sbin/nginx");
    let version = || process::output(Command::new(&program).arg("-v"));
    if version().is_ok() {
        return Ok(program);
    }
    if !apt::is_usable() {
        bail!(
            "the end-to-end tests need nginx. Remedy:\n  - Debian and Ubuntu: `sudo apt-get install nginx`\n  \
             - macOS: `brew install nginx`\n  - installed in an unusual place: set NGINX_PROGRAM to the path"
        );
    }
    console::heading(
        "Unpacking nginx into .tools: the end-to-end tests run the sample configuration in hosting/ with it",
    );
    console::detail("less than 1 MB; no service is installed or started");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    // As root, because apt's sandbox user cannot write to the folder.
    let script =
        "rm -f *.deb && apt-get download --quiet --option APT::Sandbox::User=root nginx && dpkg-deb --extract *.deb .";
    let remedy = "Remedy: `apt-get install nginx`";
    apt::updated(Command::new("sh").args(["-c", script]).current_dir(&folder)).context(remedy)?;
    version().context(remedy)?;
    Ok(program)
}
