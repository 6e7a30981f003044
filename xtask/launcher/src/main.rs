//! Starts `cargo xtask`. It runs `words` itself and passes everything else to the package `xtask`.
//!
//! The package `xtask` contains the assessment, so it does not compile while the content has a problem. Translators run `words`
//! exactly then.

#[allow(dead_code, reason = "the other commands read their flags")]
#[path = "../../src/flags.rs"]
mod flags;
#[path = "../../src/words.rs"]
mod words;

use std::{
    env,
    process::{Command, ExitCode},
};

use flags::{Xtask, XtaskCmd};

fn main() -> ExitCode {
    match Xtask::from_environment().subcommand {
        XtaskCmd::Words(flags) => words::command(&flags),
        _ => pass_on(),
    }
}

fn pass_on() -> ExitCode {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--locked", "--quiet", "--package", "xtask", "--"]).args(env::args_os().skip(1));
    match command.status() {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(error) => {
            eprintln!("error: cannot start cargo: {error}");
            ExitCode::FAILURE
        }
    }
}
