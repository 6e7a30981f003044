//! Trunk and the wasm-bindgen tools, compiled from source into `.tools`.
//!
//! A tool of the right version that is already on the search path is used as it is. Otherwise cargo compiles it without
//! optimization: that halves the time of compiling, and wasm-bindgen still takes only half a second for a module of 20 MB.
//! The compiled dependencies stay in `.tools/build` until all tools are installed, so an interrupted installation goes on
//! where it stopped.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{console, process, project::Project};

/// The newest release that the project's oldest supported Rust compiles.
const TRUNK: &str = "0.21.14";

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
    ];
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
        self.programs.iter().all(|program| {
            process::output(project.command(program).arg("--version"))
                .is_ok_and(|printed| printed.split_whitespace().any(|word| word == self.version))
        })
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
