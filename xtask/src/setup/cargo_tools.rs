//! Tools that cargo compiles from source into `.tools`: Trunk, the wasm-bindgen tools, Firefox's driver and cargo-deny.
//!
//! All of them are installed with a lock file: that of the published package, or our own. A tool of the right version in `PATH`
//! is used as it is. Compiled dependencies stay in `.tools/build` until all tools are installed, so that an interrupted
//! installation can continue.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{build::digest::hexadecimal, console, process, project::Project};

/// Faster to compile, slower to run: 223 s for Trunk and wasm-bindgen on two cores, instead of 522 s with optimization
/// level 1 and TLS. wasm-bindgen still takes only half a second for a module of 20 MB.
const PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
];

/// Where a tool and its lock file come from.
enum Source {
    /// A package in the registry.
    Registry(&'static str),
    /// A package of the project, by its folder.
    Folder(&'static str),
}

use Source::{Folder, Registry};

struct Tool<'a> {
    source: Source,
    version: &'a str,
    /// The programs of the package that the project uses.
    programs: &'static [&'static str],
    purpose: &'static str,
    options: &'static [&'static str],
}

const TRUNK: Tool<'static> = Tool {
    source: Registry("trunk"),
    // The newest release that compiles with the `rust-version` in Cargo.toml.
    version: "0.21.14",
    programs: &["trunk"],
    purpose: "it compiles the application and creates the folder to deploy",
    // Without TLS, which Trunk needs only to download tools.
    options: &["--no-default-features"],
};

const WASM_BINDGEN: Tool<'static> = Tool {
    // The lock file of the published package names versions that not every registry offers.
    source: Folder("xtask/wasm-bindgen"),
    version: "",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    purpose: "it writes the JavaScript between the browser and the WebAssembly, and runs the WebAssembly tests",
    options: &[],
};

const WASM_SPLIT: Tool<'static> = Tool {
    source: Registry("wasm_split_cli_support"),
    // Must match `wasm_split_helpers` in Cargo.lock.
    version: "0.2.4",
    programs: &["wasm-split-cli"],
    purpose: "it splits the WebAssembly into two modules",
    options: &["--features", "build-binary"],
};

const GECKODRIVER: Tool<'static> = Tool {
    source: Registry("geckodriver"),
    version: "0.37.1",
    programs: &["geckodriver"],
    purpose: "it drives Firefox in the smoke list",
    options: &[],
};

const CARGO_DENY: Tool<'static> = Tool {
    source: Registry("cargo-deny"),
    version: "0.20.2",
    programs: &["cargo-deny"],
    purpose: "it checks licenses, sources and known vulnerabilities of all crates",
    options: &[],
};

/// Installs what building needs.
pub fn install(project: &Project) -> Result<()> {
    // Must match wasm-bindgen in Cargo.lock.
    let wasm_bindgen = Tool { version: &project.locked_version("wasm-bindgen")?, ..WASM_BINDGEN };
    install_all(project, &[TRUNK, wasm_bindgen, WASM_SPLIT])
}

/// Installs what only the audit needs.
pub fn install_audit(project: &Project) -> Result<()> {
    install_all(project, &[CARGO_DENY])
}

/// Installs Firefox's driver and returns its path.
pub fn install_geckodriver(project: &Project) -> Result<PathBuf> {
    install_all(project, &[GECKODRIVER])?;
    Ok(project.tools().join("bin/geckodriver").with_extension(std::env::consts::EXE_EXTENSION))
}

fn install_all(project: &Project, tools: &[Tool<'_>]) -> Result<()> {
    tools.iter().filter(|tool| !tool.is_installed(project)).try_for_each(|tool| tool.install(project))?;
    // If this fails, the folder only takes space.
    let _ = fs::remove_dir_all(project.tools().join("build"));
    Ok(())
}

impl Tool<'_> {
    /// Whether cargo installed it into `.tools` from the same lock file, or the programs elsewhere in `PATH` print its version.
    fn is_installed(&self, project: &Project) -> bool {
        let is_recorded = match self.source {
            Registry(package) => fs::read_to_string(project.tools().join(".crates.toml"))
                .is_ok_and(|list| list.contains(&format!("\"{package} {} (", self.version))),
            Folder(folder) => fs::read_to_string(stamp(project, folder))
                .is_ok_and(|found| lock_of(project, folder).is_ok_and(|lock| lock == found)),
        };
        self.programs.iter().all(|program| {
            is_recorded && project.tools().join("bin").join(program).is_file()
                || process::output(Command::new(program).arg("--version"))
                    .is_ok_and(|printed| printed.split_whitespace().any(|word| word == self.version))
        })
    }

    fn install(&self, project: &Project) -> Result<()> {
        let name = match self.source {
            Registry(package) => package,
            Folder(folder) => folder.rsplit('/').next().unwrap_or(folder),
        };
        console::heading(&format!("Installing {name} {}: {}", self.version, self.purpose));
        console::detail("compiled from source into .tools, once: one to three minutes on two cores");
        process::run(&mut self.command(project)).with_context(|| {
            format!(
                "cannot install {name}. Remedy: see cargo's message above. If a download failed, run the command again. If it \
                 does not compile, compare `rustc --version` with `rust-version` in Cargo.toml"
            )
        })?;
        if let Folder(folder) = self.source {
            fs::write(stamp(project, folder), lock_of(project, folder)?).context("cannot write to .tools")?;
        }
        Ok(())
    }

    fn command(&self, project: &Project) -> Command {
        let mut command = project.cargo();
        command.args(["install", "--locked", "--root"]).arg(project.tools());
        match self.source {
            Registry(package) => command.args([package, "--version", self.version]),
            // It may replace an older version, which cargo knows under another name.
            Folder(folder) => command.args(["--force", "--path", folder]),
        };
        command.args(self.options).env("CARGO_TARGET_DIR", project.tools().join("build")).envs(PROFILE);
        command
    }
}

/// Contains the digest of the lock file from which the package in `folder` was installed.
fn stamp(project: &Project, folder: &str) -> PathBuf {
    project.tools().join(folder.replace('/', "-"))
}

fn lock_of(project: &Project, folder: &str) -> Result<String> {
    let lock = fs::read(project.path(folder).join("Cargo.lock")).context("cannot read a lock file")?;
    Ok(hexadecimal(&lock))
}

#[cfg(test)]
mod tests {
    use super::*;

    // @threat-dependencies
    #[test]
    fn every_tool_is_installed_with_a_lock_file() {
        let project = Project::find().unwrap();
        for tool in [TRUNK, WASM_BINDGEN, WASM_SPLIT, GECKODRIVER, CARGO_DENY] {
            let command = tool.command(&project);
            assert!(command.get_args().any(|argument| argument == "--locked"), "{command:?}");
        }
    }
}
