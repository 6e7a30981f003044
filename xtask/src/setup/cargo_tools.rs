//! Tools that cargo compiles from source into `.tools`: Trunk, the wasm-bindgen tools, Firefox's driver and cargo-deny.
//!
//! A tool of the right version in `PATH` is used as it is. Compiled dependencies stay in `.tools/build` until all tools are
//! installed, so that an interrupted installation can continue.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{console, process, project::Project};

/// Faster to compile, slower to run: 223 s for Trunk and wasm-bindgen on two cores, instead of 522 s with optimization
/// level 1 and TLS. wasm-bindgen still takes only half a second for a module of 20 MB.
const PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
];

struct Tool<'a> {
    package: &'static str,
    version: &'a str,
    /// The programs of the package that the project uses.
    programs: &'static [&'static str],
    purpose: &'static str,
    options: &'static [&'static str],
}

const TRUNK: Tool<'static> = Tool {
    package: "trunk",
    // The newest release that compiles with the `rust-version` in Cargo.toml.
    version: "0.21.14",
    programs: &["trunk"],
    purpose: "it compiles the application and creates the folder to deploy",
    // Without TLS, which Trunk needs only to download tools.
    options: &["--locked", "--no-default-features"],
};

const WASM_BINDGEN: Tool<'static> = Tool {
    package: "wasm-bindgen-cli",
    version: "",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    purpose: "it writes the JavaScript between the browser and the WebAssembly, and runs the WebAssembly tests",
    // Not `--locked`, because a lock file of it contained a yanked crate.
    options: &[],
};

const WASM_SPLIT: Tool<'static> = Tool {
    package: "wasm_split_cli_support",
    // Must match `wasm_split_helpers` in Cargo.lock.
    version: "0.2.4",
    programs: &["wasm-split-cli"],
    purpose: "it splits the WebAssembly into two modules",
    options: &["--locked", "--features", "build-binary"],
};

const GECKODRIVER: Tool<'static> = Tool {
    package: "geckodriver",
    version: "0.37.1",
    programs: &["geckodriver"],
    purpose: "it drives Firefox in the smoke list",
    options: &["--locked"],
};

const CARGO_DENY: Tool<'static> = Tool {
    package: "cargo-deny",
    version: "0.20.2",
    programs: &["cargo-deny"],
    purpose: "it checks licenses, sources and known vulnerabilities of all crates",
    options: &["--locked"],
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
    /// Whether cargo recorded this version in `.tools`, or the programs in `PATH` print it.
    fn is_installed(&self, project: &Project) -> bool {
        let entry = format!("\"{} {} (", self.package, self.version);
        let is_recorded =
            fs::read_to_string(project.tools().join(".crates.toml")).is_ok_and(|list| list.contains(&entry));
        self.programs.iter().all(|program| {
            is_recorded && project.tools().join("bin").join(program).is_file()
                || process::output(project.command(program).arg("--version"))
                    .is_ok_and(|printed| printed.split_whitespace().any(|word| word == self.version))
        })
    }

    fn install(&self, project: &Project) -> Result<()> {
        console::heading(&format!("Installing {} {}: {}", self.package, self.version, self.purpose));
        console::detail("compiled from source into .tools, once: one to three minutes on two cores");
        let mut command = project.cargo();
        command.args(["install", self.package, "--version", self.version]).args(self.options);
        command.arg("--root").arg(project.tools()).env("CARGO_TARGET_DIR", project.tools().join("build")).envs(PROFILE);
        process::run(&mut command).with_context(|| {
            format!(
                "cannot install {}. Remedy: see cargo's message above. If a download failed, run the command again. If it does \
                 not compile, compare `rustc --version` with `rust-version` in Cargo.toml",
                self.package
            )
        })
    }
}
