//! `cargo xtask test`: every check that a change has to pass, fast ones first. The first failure ends the run; its error
//! contains the command that repeats it.

mod browser;
mod fuzz;
mod native;

use std::{
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::{
    build::{self, Receivers},
    console, flags,
    project::Project,
    release, setup,
};
pub use browser::screenshots;
pub use native::format;

/// How much to run.
#[derive(Clone, Copy, PartialEq)]
enum Extent {
    /// No browser and no release build.
    Quick,
    /// What a change has to pass.
    Usual,
    /// Also slow checks.
    Full,
}

impl Extent {
    /// Sets the environment variable that enables slow tests.
    fn apply(self, command: &mut Command) -> &mut Command {
        if self == Self::Full { command.env("SUPPORT_FIT_FULL", "1") } else { command }
    }
}

/// `cargo xtask test`.
pub fn command(project: &Project, flags: &flags::Test) -> Result<()> {
    let mut run = Run::default();
    let outcome = match (flags.quick, flags.full, flags.engines, flags.wordpress) {
        (false, false, false, false) => everything(project, Extent::Usual, &mut run),
        (true, false, false, false) => everything(project, Extent::Quick, &mut run),
        (false, true, false, false) => everything(project, Extent::Full, &mut run),
        (false, false, true, false) => only_engines(project, &mut run),
        (false, false, false, true) => only_wordpress(project, &mut run),
        _ => bail!("`--quick`, `--full`, `--engines` and `--wordpress` exclude each other"),
    };
    run.summarize();
    outcome
}

/// `cargo xtask e2e`.
pub fn end_to_end(project: &Project, words: &[String]) -> Result<()> {
    let (browser, nginx) = setup::for_end_to_end_tests(project)?;
    build::release_if_changed(project, &Receivers::default())?;
    browser::end_to_end(project, &browser, &nginx, Extent::Usual, words)
}

/// `cargo xtask bench`.
pub fn bench(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let browser = setup::for_tests(project)?;
    native::benchmarks(project, &[])?;
    browser::benchmarks(project, &browser)
}

/// `cargo xtask fuzz`.
pub fn fuzz(project: &Project, seconds: Option<u32>) -> Result<()> {
    fuzz::run(project, seconds.unwrap_or(600))
}

fn everything(project: &Project, extent: Extent, run: &mut Run) -> Result<()> {
    run.part("set-up for checks without a browser", || setup::for_quick_tests(project))?;
    run.part("formatting", || native::check_format(project))?;
    run.part("lints, native", || native::lint(project))?;
    if extent != Extent::Quick {
        run.part("types of the JavaScript", || native::types(project))?;
    }
    run.part("unit tests of the JavaScript", || native::javascript(project))?;
    run.part("native tests", || native::tests(project, extent))?;
    if extent == Extent::Quick {
        return Ok(());
    }

    let (browser, nginx) = run.part("set-up for the build and the browser", || setup::for_end_to_end_tests(project))?;
    run.part("lints, WebAssembly", || browser::lint(project))?;
    run.part("WebAssembly tests", || browser::webassembly(project, extent))?;
    run.part("release build within the size budget", || {
        build::run(project, build::Profile::Release, &Receivers::default())
    })?;
    run.part("npm package", || native::npm_package(project))?;
    run.part("end-to-end tests", || browser::end_to_end(project, &browser, &nginx, extent, &[]))?;
    if extent == Extent::Full {
        run.part("npm package in fresh apps", || browser::fresh_apps(project, &browser))?;
        run.part("recipe for Hugo", || native::hugo(project))?;
        run.part("benchmarks, each once", || native::benchmarks(project, &["--", "--test"]))?;
        run.part("fuzzing of the readers of untrusted text", || fuzz::run(project, 60))?;
        wordpress(project, &browser, run)?;
        engines(project, &browser, run)?;
        let skipped = run.part("audit of the dependencies", || release::audit::run(project))?;
        run.notes.extend(skipped);
        run.part("reproducible build", || release::reproduce::compare(project))?;
    }
    Ok(())
}

/// `cargo xtask test --engines`.
fn only_engines(project: &Project, run: &mut Run) -> Result<()> {
    let browser = release(project, run)?;
    engines(project, &browser, run)
}

/// `cargo xtask test --wordpress`.
fn only_wordpress(project: &Project, run: &mut Run) -> Result<()> {
    let browser = release(project, run)?;
    wordpress(project, &browser, run)
}

/// A browser and a release build for it.
fn release(project: &Project, run: &mut Run) -> Result<setup::Browser> {
    let browser = run.part("set-up for the build and the browser", || {
        setup::for_build(project)?;
        setup::for_tests(project)
    })?;
    run.part("release build", || build::release_if_changed(project, &Receivers::default()))?;
    Ok(browser)
}

/// Installs the plugin in a real WordPress and uses it.
fn wordpress(project: &Project, browser: &setup::Browser, run: &mut Run) -> Result<()> {
    let site = run.part("set-up for WordPress", || setup::for_wordpress(project))?;
    run.part("plugin in a real WordPress", || browser::wordpress(project, browser, &site))
}

/// Runs the smoke list in every engine, even if one fails, to show the differences.
fn engines(project: &Project, browser: &setup::Browser, run: &mut Run) -> Result<()> {
    let others = run.part("set-up for the other browsers", || setup::for_engines(project))?;
    let outcomes = ["chromium", "firefox", "webkit"].map(|engine| {
        run.part(&format!("smoke list, {engine}"), || browser::smoke_list(project, engine, browser, &others))
    });
    outcomes.into_iter().collect()
}

/// The parts that ran, and how long each took.
#[derive(Default)]
struct Run {
    parts: Vec<(String, bool, Duration)>,
    /// Skipped checks.
    notes: Vec<String>,
}

impl Run {
    fn part<T>(&mut self, name: &str, part: impl FnOnce() -> Result<T>) -> Result<T> {
        console::heading(&format!("Testing: {name}"));
        let started = Instant::now();
        let outcome = part();
        self.parts.push((name.to_owned(), outcome.is_ok(), started.elapsed()));
        outcome.map_err(|error| error.context(format!("failed: {name}")))
    }

    fn summarize(&self) {
        console::heading("Summary");
        for (name, passed, duration) in &self.parts {
            let outcome = if *passed { "passed" } else { "FAILED" };
            console::detail(&format!("{outcome}  {name:<48}{:>12}", console::readable(*duration)));
        }
        let total = self.parts.iter().map(|(_, _, duration)| *duration).sum();
        console::detail(&format!("        {:<48}{:>12}", "total", console::readable(total)));
        console::detail(&self.notes.join("\n"));
    }
}
