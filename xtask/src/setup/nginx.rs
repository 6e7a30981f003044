//! nginx, with which the end-to-end tests try the sample in `hosting/`.
//!
//! The tests start the program themselves, on ports of their own. A package that is installed would also start a service on
//! port 80, so Debian's package is only unpacked, into `.tools`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{apt, browser::located};
use crate::{console, process, project::Project};

const USUAL: [&str; 4] =
    ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"];

/// Inside the unpacked package.
const UNPACKED: &str = "usr/sbin/nginx";

/// Finds nginx; on Debian, root gets it.
pub fn install(project: &Project) -> Result<PathBuf> {
    // Not the variable NGINX: nginx itself takes its listening sockets from that one.
    if let Some(found) = located("NGINX_PROGRAM", &["nginx"], &USUAL)? {
        return Ok(found);
    }
    let unpacked = project.tools().join("nginx");
    let program = unpacked.join(UNPACKED);
    if process::succeeds(Command::new(&program).arg("-v")) {
        return Ok(program);
    }
    if !apt::is_usable() {
        bail!(
            "the end-to-end tests need nginx. Remedy:\n  \
             - Debian and Ubuntu: `sudo apt-get install nginx`\n  \
             - macOS: `brew install nginx`\n  \
             - installed in an unusual place: set NGINX_PROGRAM to the program"
        );
    }
    console::heading("Getting nginx with apt: the end-to-end tests try the sample configuration in hosting/ on it");
    console::detail("unpacked into .tools, less than 1 MB; no service is installed or started");
    unpack(&unpacked).context("Remedy: `apt-get update && apt-get install nginx`")?;
    // Its libraries are part of every usual Debian, but nothing has installed them.
    process::output(Command::new(&program).arg("-v"))
        .context("the unpacked nginx does not start. Remedy: `apt-get install nginx`")?;
    Ok(program)
}

/// Unpacks Debian's package into the folder `into`, which is there only when that is complete.
fn unpack(into: &Path) -> Result<()> {
    let work = into.with_extension("partial");
    remove(&work)?;
    fs::create_dir_all(&work).with_context(|| format!("{} cannot be made", work.display()))?;
    // As root, which we are: apt's own user may not write into the folder.
    let download = ["download", "--quiet", "--option", "APT::Sandbox::User=root", "nginx"];
    apt::updated(|| process::run(apt::apt_get().args(download).current_dir(&work)))?;
    let content = work.join("content");
    process::run(Command::new("dpkg-deb").arg("--extract").args([&package_in(&work)?, &content]))?;
    remove(into)?;
    fs::rename(&content, into).with_context(|| format!("{} cannot be made", into.display()))?;
    remove(&work)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

fn package_in(folder: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.find(|path| path.extension().is_some_and(|extension| extension == "deb")).context("apt left no package")
}
