//! Debian packages. They are installed only as root on Debian; elsewhere, errors name the packages.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use anyhow::Result;

use crate::{console, process};

/// Whether packages can be installed. Not on Ubuntu, where Chromium is a snap, which does not run in a container.
pub fn is_usable() -> bool {
    let is_debian =
        std::fs::read_to_string("/etc/os-release").is_ok_and(|release| release.lines().any(|line| line == "ID=debian"));
    let is_root = || process::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    is_debian && Path::new("/usr/bin/apt-get").is_file() && is_root()
}

/// Installs packages and their dependencies.
pub fn install(packages: &[&str]) -> Result<()> {
    updated(apt_get().args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(packages))
}

/// Updates the package lists and runs `command`. Tries twice, because a mirror can change in between.
pub fn updated(command: &mut Command) -> Result<()> {
    let mut attempt = || {
        process::run(apt_get().args(["update", "--quiet"]))?;
        process::run(command)
    };
    attempt().or_else(|first| {
        console::detail(&format!("{first:#}\ntrying again"));
        attempt()
    })
}

/// `apt-get` that asks no questions.
fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    command
}
