//! Debian's packages: what the tests need of the system is installed by root on Debian, and nowhere else.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use anyhow::Result;

use crate::{console, process};

/// Whether packages can be installed: as root, on Debian. Ubuntu's package of Chromium is a snap, which does not run in a
/// container, so only Debian itself counts.
pub fn is_usable() -> bool {
    let is_debian =
        std::fs::read_to_string("/etc/os-release").is_ok_and(|release| release.lines().any(|line| line == "ID=debian"));
    is_debian && Path::new("/usr/bin/apt-get").is_file() && is_root()
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

/// Updates the list of packages and does `action`; if that fails, once more: a first attempt has failed and a second
/// worked, since mirrors are updated while they are read.
pub fn updated(action: impl Fn() -> Result<()>) -> Result<()> {
    let attempt = || {
        process::run(apt_get().args(["update", "--quiet"]))?;
        action()
    };
    attempt().or_else(|first| {
        console::detail(&format!("{first:#}\ntrying once more"));
        attempt()
    })
}

/// `apt-get`, which asks nothing.
pub fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    command
}
