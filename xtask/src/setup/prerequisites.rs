//! What has to be on the machine before: nothing of it is installed here, since each has its own way on each system.

use anyhow::{Result, bail};

use crate::{process, project::Project};

/// The oldest Node that the npm packages support.
const OLDEST_NODE: u32 = 20;

/// Fails with every prerequisite that is missing, each with its remedy.
pub fn check(project: &Project) -> Result<()> {
    let problems: Vec<_> = [node(project), npm(project), c_compiler()].into_iter().flatten().collect();
    if problems.is_empty() {
        return Ok(());
    }
    bail!("something has to be installed first:\n  - {}", problems.join("\n  - "))
}

fn node(project: &Project) -> Option<String> {
    let remedy = format!("install Node {OLDEST_NODE} or newer from https://nodejs.org or with your system's packages");
    let Ok(version) = process::output(project.command("node").arg("--version")) else {
        return Some(format!("Node was not found: {remedy}"));
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => None,
        _ => Some(format!("Node {version} is too old: {remedy}")),
    }
}

fn npm(project: &Project) -> Option<String> {
    let found = process::succeeds(super::npm::command(project).arg("--version"));
    (!found).then(|| "npm was not found: it comes with Node; on Debian and Ubuntu it is the package `npm`".to_owned())
}

/// Rust links with it on every system but Windows, where it comes with Visual Studio's build tools.
fn c_compiler() -> Option<String> {
    let named = std::env::var_os("CC").is_some();
    let found = ["cc", "gcc", "clang"].iter().any(|name| process::find_program(name).is_some());
    (!cfg!(windows) && !named && !found).then(|| {
        "a C compiler was not found: `apt-get install gcc libc6-dev` on Debian and Ubuntu, \
         `xcode-select --install` on macOS"
            .to_owned()
    })
}
