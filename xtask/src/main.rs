//! The project's commands, run as `cargo xtask COMMAND`.
//!
//! On a machine with Rust, Node and a C compiler they install everything else that the project needs, and build, serve and
//! test it. Nothing here is part of the application.
//!
//! | Module | What it does |
//! |---|---|
//! | [`setup`] | installs missing tools into folders that git ignores |
//! | [`build`] | runs Trunk, then turns its output into the folder to deploy |
//! | [`package`] | packs the release build for npm |
//! | [`size`] | reports the size of the build and checks it against the budget |
//! | [`serve`] | serves the demo page and the build on this machine |
//! | [`settings`] | writes what follows from the table of settings, checks a configuration, and reports what its weights change |
//! | [`words`] | reviews the words of every language |
//! | [`release`] | audits the dependencies, and builds twice to compare |
//! | [`mod@test`] | runs every check, fast ones first |

mod build;
mod console;
mod flags;
mod folder;
mod package;
mod process;
mod project;
mod release;
mod serve;
mod settings;
mod setup;
mod size;
mod test;
mod words;

use std::process::ExitCode;

use anyhow::{Result, ensure};
use flags::{Xtask, XtaskCmd};
use project::Project;

fn main() -> ExitCode {
    match run(Xtask::from_environment().subcommand) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error}");
            for cause in error.chain().skip(1) {
                eprintln!("  {}", cause.to_string().replace('\n', "\n  "));
            }
            ExitCode::FAILURE
        }
    }
}

fn run(command: XtaskCmd) -> Result<ExitCode> {
    let project = &Project::find()?;
    match command {
        XtaskCmd::Serve(flags) => serve::command(project, &flags),
        XtaskCmd::Test(flags) => test::command(project, &flags),
        XtaskCmd::E2e(flags) => test::end_to_end(project, &flags.words),
        XtaskCmd::Bench(_) => test::bench(project),
        XtaskCmd::Fuzz(flags) => test::fuzz(project, flags.seconds),
        XtaskCmd::Build(flags) => {
            let receivers = build::Receivers::parse(flags.receiver.iter().map(String::as_str))?;
            ensure!(!flags.dev || receivers.is_empty(), "--dev has no headers, so leave out --receiver");
            setup::for_build(project)?;
            let profile = if flags.dev { build::Profile::Development } else { build::Profile::Release };
            build::run(project, profile, &receivers)
        }
        XtaskCmd::Package(_) => package::command(project),
        XtaskCmd::Release(flags) => release::make::command(project, &flags),
        XtaskCmd::Reproduce(_) => release::reproduce::command(project),
        XtaskCmd::Size(_) => size::report(project, &project.dist()),
        XtaskCmd::Screenshots(_) => test::screenshots(project),
        XtaskCmd::Format(_) => test::format(project),
        XtaskCmd::Docs(_) => settings::docs(project),
        XtaskCmd::CheckConfig(flags) => return Ok(settings::check(&flags.file)),
        XtaskCmd::Fairness(flags) => return Ok(settings::fairness(&flags.file, flags.json)),
        XtaskCmd::Words(flags) => return Ok(words::command(&flags)),
        XtaskCmd::Setup(_) => setup::for_end_to_end_tests(project).map(drop),
        XtaskCmd::Audit(_) => release::audit::command(project),
        XtaskCmd::Stage(_) => build::stage::run(project),
    }
    .map(|()| ExitCode::SUCCESS)
}
