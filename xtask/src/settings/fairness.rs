//! `cargo xtask fairness`: how often each model comes first before and after the weights of a configuration.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use assessment::i18n::Catalog;

use super::check;

/// Ends with 2 if the configuration has a problem, and with 3 if a model never comes first anymore.
pub fn command(file: &str, is_json: bool) -> ExitCode {
    let checked = check::read(file);
    if !checked.problems.is_empty() {
        eprint!("{}", check::printed(file, &checked));
        return ExitCode::from(2);
    }
    let report = studio::fairness(&checked.settings.result);
    let text = if is_json { report.json() + "\n" } else { report.markdown(&Catalog::english()) };
    // A reader such as `head` may have closed the pipe.
    let _ = io::stdout().write_all(text.as_bytes());
    if report.unreachable.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(3) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_ends_with_2_for_a_problem_in_the_configuration() {
        let file = std::env::temp_dir().join(format!("support-fit-fairness-{}.json", std::process::id()));
        let path = file.to_str().unwrap();
        for (text, code) in [(r#"{"weights": {"cost": 3}}"#, ExitCode::from(2)), ("{}", ExitCode::SUCCESS)] {
            std::fs::write(&file, text).unwrap();
            assert_eq!(format!("{:?}", command(path, false)), format!("{code:?}"));
        }
        std::fs::remove_file(&file).unwrap();
    }
}
