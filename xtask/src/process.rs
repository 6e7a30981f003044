//! Running other programs: their output is the user's to see, and a failure names the command to run again.

use std::{
    ffi::OsStr,
    io::ErrorKind,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Result, anyhow, bail};

/// Runs `command` with our terminal; fails if it does.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| could_not_start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    bail!("a command failed ({status}); to run it alone:\n  {}", line(command))
}

/// Runs `command` and returns what it printed; fails if it does.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| could_not_start(command, &error))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("a command failed ({}):\n  {}\n{}", output.status, line(command), complaint.trim_end());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether `command` can be run and succeeds; what it prints is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Where the program `name` is on the search path.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION))
        .find(|candidate| candidate.is_file())
}

/// The command as one would type it, with the variables that were set for it.
fn line(command: &Command) -> String {
    let variables = command.get_envs().filter_map(|(name, value)| {
        // The search path is long, and says nothing about what was run.
        (name != OsStr::new("PATH")).then_some(())?;
        Some(format!("{}={}", name.to_string_lossy(), quoted(value?)))
    });
    let words = std::iter::once(command.get_program()).chain(command.get_args()).map(quoted);
    let mut line = String::new();
    if let Some(folder) = command.get_current_dir().filter(|folder| **folder != current_folder()) {
        line = format!("cd {} && ", quoted(folder.as_os_str()));
    }
    line + &variables.chain(words).collect::<Vec<_>>().join(" ")
}

fn current_folder() -> PathBuf {
    std::env::current_dir().unwrap_or_else(|_| Path::new(".").to_owned())
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |character: char| character.is_ascii_alphanumeric() || "-_./=:,@+%".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        word.into_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

fn could_not_start(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let program = command.get_program().to_string_lossy();
    if error.kind() == ErrorKind::NotFound {
        anyhow!("the program `{program}` was not found")
    } else {
        anyhow!("the program `{program}` could not be started: {error}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_run_again_is_quoted_for_a_shell() {
        let mut command = Command::new("cargo");
        command.args(["test", "--", "a b"]).env("FULL", "1").env("PATH", "/bin");
        assert_eq!(line(&command), "FULL=1 cargo test -- 'a b'");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program")).unwrap_err();
        assert_eq!(error.to_string(), "the program `no-such-program` was not found");
    }
}
