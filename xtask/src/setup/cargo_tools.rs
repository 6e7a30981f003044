//! Trunk, the wasm-bindgen tools, Firefox's driver and what audits the dependencies, compiled from source into `.tools`.
//!
//! A tool of the right version that is already on the search path is used as it is. Otherwise cargo compiles it without
//! optimization: that halves the time of compiling, and wasm-bindgen still takes only half a second for a module of 20 MB.
//! The compiled dependencies stay in `.tools/build` until all tools are installed, so an interrupted installation goes on
//! where it stopped.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::browser::located;
use crate::{console, process, project::Project};

/// The newest release that the project's oldest supported Rust compiles.
const TRUNK: &str = "0.21.14";

/// Reads the marks of the `wasm_split_helpers` in Cargo.lock.
const SPLIT: &str = "0.2.4";

/// Firefox's driver, of which Debian has no package.
const GECKODRIVER: &str = "0.37.1";

/// The newest release.
const DENY: &str = "0.20.2";

/// Speed of compiling over speed of the tool. Measured on two cores: 223 s for both tools, against 522 s with
/// optimization level 1 and TLS.
const PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
];

struct Tool {
    package: &'static str,
    version: String,
    /// Programs that the package installs and the project uses.
    programs: &'static [&'static str],
    purpose: &'static str,
    options: &'static [&'static str],
    minutes: u32,
}

/// Installs each tool unless it is there.
pub fn install(project: &Project) -> Result<()> {
    let tools = [
        Tool {
            package: "trunk",
            version: TRUNK.to_owned(),
            programs: &["trunk"],
            purpose: "it compiles the application and lays out the folder that is deployed",
            // Without TLS: Trunk is told to download nothing, and this saves compiling it.
            options: &["--locked", "--no-default-features"],
            minutes: 3,
        },
        Tool {
            package: "wasm-bindgen-cli",
            version: project.locked_version("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            purpose: "it writes the JavaScript between the browser and the WebAssembly, and runs the WebAssembly tests; \
                      its version has to be the one in Cargo.lock",
            // Not locked: its lock file has named a crate version that was withdrawn.
            options: &[],
            minutes: 1,
        },
        Tool {
            package: "wasm_split_cli_support",
            version: SPLIT.to_owned(),
            programs: &["wasm-split-cli"],
            purpose: "it takes out of the WebAssembly what only later screens need, so that nobody waits for it before",
            options: &["--locked", "--features", "build-binary"],
            minutes: 1,
        },
    ];
    install_missing(project, &tools)
}

/// Where Firefox's driver is; it is installed unless there is one of any version.
pub fn geckodriver(project: &Project) -> Result<PathBuf> {
    if let Some(found) = located("GECKODRIVER", &["geckodriver"], &[])? {
        return Ok(found);
    }
    let tool = Tool {
        package: "geckodriver",
        version: GECKODRIVER.to_owned(),
        programs: &["geckodriver"],
        purpose: "it drives Firefox in the smoke list",
        options: &["--locked"],
        minutes: 1,
    };
    install_missing(project, &[tool])?;
    Ok(project.tools().join("bin").join("geckodriver").with_extension(std::env::consts::EXE_EXTENSION))
}

/// Installs what only the audit needs.
pub fn install_audit(project: &Project) -> Result<()> {
    let deny = Tool {
        package: "cargo-deny",
        version: DENY.to_owned(),
        programs: &["cargo-deny"],
        purpose: "it checks licenses, sources and known vulnerabilities of all crates",
        options: &["--locked"],
        minutes: 2,
    };
    install_missing(project, &[deny])
}

fn install_missing(project: &Project, tools: &[Tool]) -> Result<()> {
    let missing: Vec<_> = tools.iter().filter(|tool| !tool.is_installed(project)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let build_folder = project.tools().join("build");
    for tool in missing {
        tool.install(project, &build_folder)?;
    }
    remove_build_folder(&build_folder);
    Ok(())
}

impl Tool {
    fn is_installed(&self, project: &Project) -> bool {
        self.is_recorded(project)
            || self.programs.iter().all(|program| {
                process::output(project.command(program).arg("--version"))
                    .is_ok_and(|printed| printed.split_whitespace().any(|word| word == self.version))
            })
    }

    /// Whether cargo noted that it installed this version into `.tools`, and it is still there. Not every tool tells its own.
    fn is_recorded(&self, project: &Project) -> bool {
        let noted = format!("\"{} {} (", self.package, self.version);
        fs::read_to_string(project.tools().join(".crates.toml")).is_ok_and(|list| list.contains(&noted))
            && self.programs.iter().all(|program| project.tools().join("bin").join(program).is_file())
    }

    fn install(&self, project: &Project, build_folder: &Path) -> Result<()> {
        console::heading(&format!("Installing {} {}: {}", self.package, self.version, self.purpose));
        console::detail(&format!(
            "into .tools, compiled from source: about {} min on two cores, once; \
             if interrupted, it goes on where it stopped",
            self.minutes
        ));
        let mut command = project.cargo();
        command
            .args(["install", self.package, "--version", &self.version])
            .args(self.options)
            .arg("--root")
            .arg(project.tools())
            // cargo would suggest adding the folder to the search path, which the project does not need.
            .env("CARGO_TARGET_DIR", build_folder)
            .envs(PROFILE);
        process::run(&mut command).with_context(|| {
            format!(
                "{} could not be installed. Remedy: see cargo's message above; if a download failed, run the same \
                 command again; if it does not compile, compare `rustc --version` with `rust-version` in Cargo.toml",
                self.package
            )
        })
    }
}

fn remove_build_folder(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder) {
        console::detail(&format!("{} is not needed any more and could not be removed: {error}", folder.display()));
    }
}
