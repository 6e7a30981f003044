//! `cargo xtask test`: every check that a change has to pass, quick ones first. The first that fails ends the run and
//! names the command that repeats it alone.

mod deployment;
mod end_to_end;
mod format;
mod lint;
mod native;
mod nginx;
mod phases;
mod webassembly;

use anyhow::Result;

use crate::{arguments::Arguments, build, project::Project, setup};
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
    let (quick, full) = (arguments.flag("--quick"), arguments.flag("--full"));
    arguments.finish()?;
    let extent = match (quick, full) {
        (false, false) => Extent::Usual,
        (true, false) => Extent::Quick,
        (false, true) => Extent::Full,
        (true, true) => anyhow::bail!("`--quick` and `--full` exclude each other"),
    };
    let mut phases = Phases::default();
    let outcome = run(project, extent, &mut phases);
    phases.summarize();
    outcome
}

/// `cargo xtask bench`.
pub fn bench(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let browser = setup::for_tests(project)?;
    native::benchmarks(project)?;
    webassembly::benchmarks(project, &browser)
}

fn run(project: &Project, extent: Extent, phases: &mut Phases) -> Result<()> {
    phases.run("set-up for formatting, lints and native tests", || setup::for_quick_tests(project))?;
    phases.run("formatting", || format::check(project))?;
    phases.run("lints, native", || lint::native(project))?;
    if extent != Extent::Quick {
        phases.run("types of the JavaScript", || lint::javascript(project))?;
    }
    phases.run("native tests", || native::tests(project, extent))?;
    if extent == Extent::Quick {
        return Ok(());
    }

    let (browser, nginx) = phases.run("set-up for the build and the browser", || {
        setup::for_build(project)?;
        Ok((setup::for_tests(project)?, setup::for_end_to_end_tests(project)?))
    })?;
    phases.run("lints, WebAssembly", || lint::webassembly(project))?;
    phases.run("WebAssembly tests in the browser", || webassembly::tests(project, &browser, extent))?;
    phases.run("release build within the size budget", || build::run(project, build::Profile::Release))?;
    phases.run("end-to-end tests", || end_to_end::tests(project, &browser, &nginx, extent))?;
    if extent == Extent::Full {
        phases.run("benchmarks, each once", || native::try_benchmarks(project))?;
    }
    Ok(())
}

impl Extent {
    /// What `command` needs to know of it.
    fn tell(self, command: &mut std::process::Command) {
        if self == Self::Full {
            command.env(FULL, "1");
        }
    }
}
