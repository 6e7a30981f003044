//! The project's commands, run as `cargo xtask COMMAND`.
//!
//! On a machine with Rust, Node and a C compiler they install everything else that the project needs, build it, serve
//! it and test it. Nothing here is part of the application.
//!
//! | Module | What it does |
//! |---|---|
//! | [`setup`] | checks what is there, installs what is missing into ignored folders of the project |
//! | [`build`] | runs Trunk, then turns its output into the folder that is deployed |
//! | [`size`] | reports what the build weighs and holds it to the budget |
//! | [`serve`] | serves the demo page and the build on this machine |
//! | [`release`] | audits the dependencies, and builds twice to compare |
//! | [`mod@test`] | runs every check, in order of speed |

mod arguments;
mod build;
mod console;
mod folder;
mod process;
mod project;
mod release;
mod serve;
mod setup;
mod size;
mod test;

use std::process::ExitCode;

use anyhow::{Result, bail};
use arguments::Arguments;
use project::Project;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve         Install what is missing, build, and serve the demo page on this machine
                  --open        open the demo page in the browser
                  --port N      use this port if it is free (default 8080)
                  --watch       build again when a file changes
  test          Run every check that a change has to pass
                  --quick       formatting, lints and native tests only
                  --full        also what takes long
                  --engines     instead, the smoke list in Chromium, Firefox and WebKit
  e2e           Run the end-to-end tests alone, on a release build with servers of their own
                  WORDS         go to Playwright, as in `cargo xtask e2e hosting.spec.js`
  bench         Time decisions on this machine and in the browser
  fuzz          Try each reader of other people's texts with what the fuzzer makes of its seeds
                  --seconds N   for each reader (default 600)
  build         Build the folder that is deployed, dist/, and report its size
                  --dev         without optimization, for debugging
  reproduce     Build once more from nothing in another folder, and compare with dist/
  size          Report the size of the existing dist/
  screenshots   Take pictures of every screen of the release build
  format        Format every file
  setup         Install what the commands above need, and stop
  audit         Hold the dependencies to deny.toml, and look up what is known against them;
                  installs its own tool
  stage         Finish Trunk's output (called by Trunk; see Trunk.toml)
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // From the outermost to the cause; some causes, and the remedies, have lines of their own.
            eprintln!("\nerror: {error}");
            for cause in error.chain().skip(1) {
                eprintln!("  {}", cause.to_string().replace('\n', "\n  "));
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = Arguments::from_environment();
    let project = Project::find()?;
    match arguments.command().as_deref() {
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some("serve") => serve::command(&project, arguments),
        Some("test") => test::command(&project, arguments),
        Some("e2e") => test::end_to_end(&project, arguments),
        Some("bench") => {
            arguments.finish()?;
            test::bench(&project)
        }
        Some("fuzz") => test::fuzz(&project, arguments),
        Some("build") => build::command(&project, arguments),
        Some("size") => {
            arguments.finish()?;
            size::report(&project, &project.dist())
        }
        Some("screenshots") => {
            arguments.finish()?;
            test::screenshots(&project)
        }
        Some("audit") => {
            arguments.finish()?;
            release::audit::command(&project)
        }
        Some("reproduce") => {
            arguments.finish()?;
            release::reproduce::command(&project)
        }
        Some("format") => {
            arguments.finish()?;
            test::format(&project)
        }
        Some("setup") => {
            arguments.finish()?;
            setup::for_quick_tests(&project)?;
            setup::for_end_to_end_tests(&project).map(drop)
        }
        Some("stage") => {
            arguments.finish()?;
            build::stage::run(&project)
        }
        Some(other) => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}
