//! Coverage-guided fuzzing of each reader of untrusted text, starting with the seeds in `fuzz/corpus`.
//!
//! It needs neither a nightly toolchain nor `cargo fuzz`: stable rustc has the coverage passes, and the crate of libFuzzer
//! contains its source. It needs a C++ compiler and a supported system; otherwise it is skipped, and only the native tests run
//! the seeds.
//!
//! New inputs stay in `target/xtask/fuzz` for the next run.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};

use crate::{console, folder, process, project::Project};

/// Coverage instrumentation for libFuzzer, as `cargo fuzz` sets it.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
     -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";

/// The maximum length is in bytes; `tests/hostile` has longer inputs.
const OPTIONS: [&str; 5] =
    ["-max_len=8192", "-timeout=5", "-rss_limit_mb=1024", "-verbosity=0", "-print_final_stats=1"];

/// Fuzzes each target in `fuzz/targets`.
pub fn run(project: &Project, seconds: u32) -> Result<()> {
    if let Some(reason) = missing() {
        console::detail(&format!("skipped: {reason}. `cargo test --test hostile` replays the seeds"));
        return Ok(());
    }
    let folder = project.cache().join("fuzz");
    let programs = build(project, &folder.join("build"))?;
    for (name, _) in folder::entries(&project.path("fuzz/targets"))? {
        let target = name.trim_end_matches(".rs");
        let [corpus, found] = ["corpus", "found"].map(|kind| folder.join(kind).join(target));
        for folder in [&corpus, &found] {
            fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        }
        console::heading(&format!("Fuzzing {target} for {seconds} s"));
        let mut fuzzer = project.command(programs.join(target));
        // New inputs go into the first folder; the repository's are only read.
        let known = ["fuzz/corpus", "fuzz/regressions"].map(|kind| project.path(kind).join(target));
        fuzzer.arg(&corpus).args(known.iter().filter(|folder| folder.is_dir()));
        fuzzer.args(OPTIONS).arg(format!("-max_total_time={seconds}"));
        fuzzer.arg(format!("-artifact_prefix={}/", found.display()));
        process::run(&mut fuzzer).with_context(|| {
            format!(
                "an input in {} makes {target} panic. Remedy: fix the bug above, copy the input to fuzz/regressions/{target} \
                 with a name that describes it, and run `cargo test --test hostile`",
                found.display()
            )
        })?;
    }
    Ok(())
}

/// Why fuzzing is not possible on this machine.
fn missing() -> Option<&'static str> {
    let has_compiler = std::env::var_os("CXX").is_some()
        || ["c++", "g++", "clang++"].iter().any(|name| process::find_program(name).is_some());
    if cfg!(windows) {
        Some("libFuzzer does not support Windows; use Linux or macOS")
    } else if !has_compiler {
        Some(
            "libFuzzer needs a C++ compiler: `apt-get install g++` on Debian and Ubuntu, `xcode-select --install` on macOS",
        )
    } else {
        None
    }
}

/// Builds all targets. Returns the folder of their programs.
fn build(project: &Project, folder: &Path) -> Result<std::path::PathBuf> {
    let host = process::output(project.command("rustc").args(["--print", "host-tuple"]))?;
    let mut cargo: Command = project.cargo();
    cargo
        .args(["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
        // With `--target`, the flags do not apply to build scripts, which do not link with libFuzzer.
        .args(["--target", &host])
        .env("CARGO_TARGET_DIR", folder)
        .env("RUSTFLAGS", FLAGS)
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    process::run(&mut cargo).context("cannot build the fuzz targets. Remedy: see cargo's message above")?;
    Ok(folder.join(host).join("release"))
}
