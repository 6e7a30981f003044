//! System programs that the tests need: browsers with their drivers, and nginx. If one is not installed, apt installs it (as
//! root on Debian). An environment variable can contain the path of a program in an unusual place.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

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

/// What a WordPress site needs.
pub struct WordPress {
    /// The code of WordPress, which is copied for each site.
    pub folder: PathBuf,
    pub php: PathBuf,
    pub database: PathBuf,
    pub database_setup: PathBuf,
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

const PHP: Program = Program { variable: "PHP", names: &["php"], usual: &[] };

const MARIADB: Program = Program { variable: "MARIADBD", names: &["mariadbd"], usual: &["/usr/sbin/mariadbd"] };

const MARIADB_SETUP: Program =
    Program { variable: "MARIADB_INSTALL_DB", names: &["mariadb-install-db"], usual: &["/usr/bin/mariadb-install-db"] };

/// A program that the set-up of MariaDB calls, from another package.
const MARIADB_DEFAULTS: Program =
    Program { variable: "MY_PRINT_DEFAULTS", names: &["my_print_defaults"], usual: &["/usr/bin/my_print_defaults"] };

/// WordPress with the theme and the libraries that Debian keeps apart, as words of a shell. Which they are depends on the
/// version.
const WORDPRESS: &str = "wordpress $(apt-cache depends wordpress | \
    grep --only-matching --extended-regexp 'wordpress-theme-[a-z]+|libjs-[a-z]+|php-getid3')";

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
    let remedy = "Remedy: `apt-get install nginx`";
    unpack("nginx", &folder).context(remedy)?;
    version().context(remedy)?;
    Ok(program)
}

/// WordPress, PHP and MariaDB, for the test of the plugin. Debian's package of WordPress is unpacked into `.tools` and not
/// installed, because that would also install and start a web server. The packages of PHP and MariaDB that are installed have
/// no service, so nothing is started here and no existing database is touched.
pub fn wordpress(project: &Project) -> Result<WordPress> {
    let purpose = "the test of the WordPress plugin";
    let [php, database, database_setup, _] = installed(
        purpose,
        [&PHP, &MARIADB, &MARIADB_SETUP, &MARIADB_DEFAULTS],
        &["php-cli", "php-mysql", "mariadb-server-core", "mariadb-client-core"],
        "- elsewhere: use a Debian container",
    )?;
    ensure!(
        process::succeeds(Command::new(&php).args(["-r", "exit(extension_loaded('mysqli') ? 0 : 1);"])),
        "{purpose} needs PHP with the extension mysqli. Remedy:\n  - Debian: `sudo apt-get install php-mysql`\n  \
         - another PHP: set PHP to its path"
    );
    let site = |folder| WordPress { folder, php, database, database_setup };
    if let Some(folder) = std::env::var_os("WORDPRESS").map(PathBuf::from) {
        ensure!(folder.join("wp-load.php").is_file(), "WORDPRESS is set to a folder without wp-load.php");
        return Ok(site(folder));
    }
    let unpacked = project.tools().join("wordpress");
    let folder = unpacked.join("usr/share/wordpress");
    if folder.is_dir() {
        return Ok(site(folder));
    }
    if !apt::is_usable() {
        bail!(
            "{purpose} needs WordPress. Remedy:\n  - Debian: run the command as root\n  \
             - elsewhere: set WORDPRESS to a folder with its files, 6.1 or newer"
        );
    }
    console::heading("Unpacking WordPress into .tools: the plugin is installed and used in it");
    console::detail("about 60 MB; no service is installed or started");
    unpack(WORDPRESS, &unpacked).context("Remedy: set WORDPRESS to a folder with its files")?;
    Ok(site(folder))
}

/// Unpacks Debian packages into a folder, without their dependencies.
fn unpack(packages: &str, folder: &Path) -> Result<()> {
    let name = folder.display();
    // Renamed at the end, so that an interrupted run leaves nothing that looks complete.
    let partial = folder.with_extension("partial");
    for old in [folder, &partial] {
        if old.exists() {
            fs::remove_dir_all(old).with_context(|| format!("cannot remove {}", old.display()))?;
        }
    }
    fs::create_dir_all(&partial).with_context(|| format!("cannot create {}", partial.display()))?;
    // As root, because apt's sandbox user cannot write to the folder.
    let script = format!(
        "rm -f *.deb && apt-get download --quiet --option APT::Sandbox::User=root {packages} && \
         for package in *.deb; do dpkg-deb --extract \"$package\" . && rm \"$package\" || exit; done"
    );
    apt::updated(Command::new("sh").args(["-c", &script]).current_dir(&partial))?;
    fs::rename(&partial, folder).with_context(|| format!("cannot write {name}"))
}
