//! Fuzzing guided by coverage: each reader of other people's texts for ten minutes, from the seeds in `fuzz/corpus`.
//!
//! It needs neither a nightly toolchain nor `cargo fuzz`: the compiler's passes that count edges and tell comparisons are
//! options of every rustc, libFuzzer comes as source with its crate, and without `unsafe` there is nothing for a sanitizer to
//! find. What it needs is a C++ compiler, and a system that libFuzzer knows; where one is missing it says so and goes on, for
//! the seeds are part of the native tests.
//!
//! What was found stays in `target/xtask/fuzz`, so that the next run goes on from there.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{console, folder, process, project::Project};

/// A target for each function of `fuzz/src/lib.rs`.
const TARGETS: [&str; 5] = ["configuration", "link", "draft", "report", "history"];

/// How long `cargo xtask fuzz` tries each target.
pub const SECONDS: u32 = 600;

/// How long a full test run tries each target.
pub const SECONDS_IN_FULL_RUN: u32 = 60;

/// The longest input that the fuzzer makes, in bytes. Longer ones are tried by hand, in `tests/hostile`.
const LONGEST: u32 = 8192;

/// What makes rustc count edges and tell comparisons, as libFuzzer reads them.
const FLAGS: [&str; 8] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    // As `cargo fuzz` has it.
    "--cfg",
    "fuzzing",
];

/// Tries each target. Fails with the input that broke an invariant, where it is kept, and what to do with it.
pub fn run(project: &Project, seconds: u32) -> Result<()> {
    if let Some(reason) = missing() {
        console::detail(&format!(
            "skipped: {reason}. What was fuzzed before is replayed by the native tests (`cargo test --test hostile`)"
        ));
        return Ok(());
    }
    let folder = project.cache().join("fuzz");
    let programs = build(project, &folder)?;
    let dictionary = folder.join("dictionary");
    fs::write(&dictionary, words(project)?).context("the fuzzer's dictionary cannot be written")?;
    for target in TARGETS {
        let (corpus, found) = (folder.join("corpus").join(target), folder.join("found").join(target));
        for folder in [&corpus, &found] {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        console::heading(&format!("Fuzzing {target} for {seconds} s"));
        let mut fuzzer = project.command(programs.join(target));
        // New inputs go into the first folder; those of the repository are only read.
        fuzzer.arg(&corpus).arg(project.path("fuzz/corpus").join(target));
        let regressions = project.path("fuzz/regressions").join(target);
        if regressions.is_dir() {
            fuzzer.arg(regressions);
        }
        fuzzer
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={LONGEST}"))
            .args(["-timeout=5", "-rss_limit_mb=1024", "-verbosity=0", "-print_final_stats=1"])
            .arg(format!("-dict={}", dictionary.display()))
            // libFuzzer puts the name of the file behind it.
            .arg(format!("-artifact_prefix={}/", found.display()));
        process::run(&mut fuzzer).with_context(|| {
            format!(
                "fuzzing found an input that breaks {target}; it is in {}. Remedy: mend what is said above, copy the \
                 input to fuzz/regressions/{target} under a name that says what it was, and run `cargo test --test hostile`",
                found.display()
            )
        })?;
    }
    Ok(())
}

/// What there is no fuzzing without.
fn missing() -> Option<&'static str> {
    let named = std::env::var_os("CXX").is_some();
    let found = ["c++", "g++", "clang++"].iter().any(|name| process::find_program(name).is_some());
    if cfg!(windows) {
        Some("libFuzzer is not built on Windows; run it on Linux or macOS")
    } else if !named && !found {
        Some(
            "a C++ compiler was not found, and libFuzzer is C++: `apt-get install g++` on Debian and Ubuntu, `xcode-select --install` on macOS",
        )
    } else {
        None
    }
}

/// Builds all targets. Gives the folder with their programs.
fn build(project: &Project, folder: &Path) -> Result<std::path::PathBuf> {
    let target = host(project)?;
    let mut cargo = project.cargo();
    cargo
        .args(["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
        // Named, so that the flags are not for build scripts, which have no fuzzer to link with.
        .args(["--target", &target])
        .env("CARGO_TARGET_DIR", folder.join("build"))
        .env("RUSTFLAGS", FLAGS.join(" "))
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    process::run(&mut cargo).context("the fuzz targets could not be built. Remedy: see cargo's message above")?;
    Ok(folder.join("build").join(target).join("release"))
}

/// The name of this machine's target.
fn host(project: &Project) -> Result<String> {
    let version = process::output(project.command("rustc").arg("-vV"))?;
    match version.lines().find_map(|line| line.strip_prefix("host: ")) {
        Some(host) => Ok(host.to_owned()),
        None => bail!("rustc did not name its host"),
    }
}

/// The fuzzer's dictionary: every id of the content and every name in the seeds, quoted as JSON quotes them. Nobody writes it
/// by hand, so it knows what the content knows.
fn words(project: &Project) -> Result<String> {
    let mut words = BTreeSet::new();
    for folder in
        ["crates/content/data/structure", "fuzz/corpus/configuration", "fuzz/corpus/draft", "fuzz/corpus/report"]
    {
        for (_, path) in folder::entries(&project.path(folder))? {
            let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
            let is_word = |piece: &&str| {
                (1..=30).contains(&piece.len())
                    && piece.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
            };
            words.extend(text.split('"').skip(1).step_by(2).filter(is_word).map(str::to_owned));
        }
    }
    Ok(words.into_iter().map(|word| format!("\"\\\"{word}\\\"\"\n")).collect())
}

#[cfg(test)]
mod tests {
    use super::{TARGETS, words};
    use crate::project::Project;

    #[test]
    fn each_target_is_fuzzed() {
        let project = Project::find().unwrap();
        let manifest = std::fs::read_to_string(project.path("fuzz/Cargo.toml")).unwrap();
        let targets: Vec<&str> = manifest.lines().filter_map(|line| line.strip_prefix("path = \"targets/")).collect();
        assert_eq!(targets, TARGETS.map(|name| format!("{name}.rs\"")));
    }

    #[test]
    fn the_dictionary_has_the_ids_of_the_content_and_the_names_of_documents() {
        let words = words(&Project::find().unwrap()).unwrap();
        for word in ["cap", "co_managed", "answers", "providerName"] {
            assert!(words.contains(&format!("\"\\\"{word}\\\"\"\n")), "{word}");
        }
    }
}
