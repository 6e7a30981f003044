//! `cargo xtask test`: every check that a change has to pass, quick ones first. The first that fails ends the run and
//! names the command that repeats it alone.

mod deployment;
mod end_to_end;
mod engines;
mod format;
mod fuzz;
mod lint;
mod native;
mod nginx;
mod phases;
mod webassembly;

use anyhow::Result;

use crate::{
    arguments::Arguments,
    build,
    project::Project,
    release,
    setup::{self, Browser},
};
use phases::Phases;

pub use end_to_end::screenshots;
pub use format::rewrite as format;

/// Set for every test when the run is a full one; tests that take long look for it.
const FULL: &str = "SUPPORT_FIT_FULL";

/// How much is run.
#[derive(Clone, Copy, PartialEq)]
pub enum Extent {
    /// The inner loop: no browser, no release build.
    Quick,
    /// What a change has to pass.
    Usual,
    /// Also what takes long.
    Full,
}

/// `cargo xtask test`.
pub fn command(project: &Project, mut arguments: Arguments) -> Result<()> {
    let options = ["--quick", "--full", "--engines"].map(|option| arguments.flag(option));
    arguments.finish()?;
    let mut phases = Phases::default();
    let outcome = match options {
        [false, false, false] => run(project, Extent::Usual, &mut phases),
        [true, false, false] => run(project, Extent::Quick, &mut phases),
        [false, true, false] => run(project, Extent::Full, &mut phases),
        [false, false, true] => only_engines(project, &mut phases),
        _ => anyhow::bail!("`--quick`, `--full` and `--engines` exclude each other"),
    };
    phases.summarize();
    outcome
}

/// `cargo xtask e2e`.
pub fn end_to_end(project: &Project, arguments: Arguments) -> Result<()> {
    let words = arguments.rest();
    let (browser, nginx) = setup::for_end_to_end_tests(project)?;
    build::release_if_changed(project)?;
    end_to_end::chosen(project, &browser, &nginx, &words)
}

/// `cargo xtask bench`.
pub fn bench(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let browser = setup::for_tests(project)?;
    native::benchmarks(project)?;
    webassembly::benchmarks(project, &browser)
}

/// `cargo xtask fuzz`.
pub fn fuzz(project: &Project, mut arguments: Arguments) -> Result<()> {
    let seconds = arguments.number("--seconds")?.unwrap_or(fuzz::SECONDS);
    arguments.finish()?;
    fuzz::run(project, seconds)
}

fn run(project: &Project, extent: Extent, phases: &mut Phases) -> Result<()> {
    phases.run("set-up for formatting, lints and native tests", || setup::for_quick_tests(project))?;
    phases.run("formatting", || format::check(project))?;
    phases.run("lints, native", || lint::native(project))?;
    if extent != Extent::Quick {
        phases.run("types of the JavaScript", || lint::javascript(project))?;
    }
    phases.run("unit tests of the JavaScript", || native::javascript(project))?;
    phases.run("native tests", || native::tests(project, extent))?;
    if extent == Extent::Quick {
        return Ok(());
    }

    let (browser, nginx) =
        phases.run("set-up for the build and the browser", || setup::for_end_to_end_tests(project))?;
    phases.run("lints, WebAssembly", || lint::webassembly(project))?;
    phases.run("WebAssembly tests in the browser", || webassembly::tests(project, &browser, extent))?;
    phases.run("release build within the size budget", || build::run(project, build::Profile::Release))?;
    phases.run("end-to-end tests", || end_to_end::tests(project, &browser, &nginx, extent))?;
    if extent == Extent::Full {
        phases.run("benchmarks, each once", || native::try_benchmarks(project))?;
        phases.run("fuzzing of what reads other people's texts", || fuzz::run(project, fuzz::SECONDS_IN_FULL_RUN))?;
        run_engines(project, &browser, phases)?;
        let unchecked = phases.run("audit of the dependencies", || release::audit::run(project))?;
        phases.note(unchecked);
        phases.run("the same bytes from another folder", || release::reproduce::compare(project))?;
    }
    Ok(())
}

/// `cargo xtask test --engines`.
fn only_engines(project: &Project, phases: &mut Phases) -> Result<()> {
    let browser = phases.run("set-up for the build and the browser", || {
        setup::for_build(project)?;
        setup::for_tests(project)
    })?;
    phases.run("release build", || build::release_if_changed(project))?;
    run_engines(project, &browser, phases)
}

/// Runs the smoke list in every engine. When one fails, the others still run: a difference between them is what this is for.
fn run_engines(project: &Project, browser: &Browser, phases: &mut Phases) -> Result<()> {
    let others = phases.run("set-up for the other browsers", || setup::for_engines(project))?;
    let outcomes =
        engines::ALL.map(|(engine, name)| phases.run(name, || engines::tests(project, engine, browser, &others)));
    outcomes.into_iter().collect()
}

impl Extent {
    /// What `command` needs to know of it.
    fn tell(self, command: &mut std::process::Command) {
        if self == Self::Full {
            command.env(FULL, "1");
        }
    }
}
