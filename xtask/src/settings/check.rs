//! `cargo xtask check-config`: what the console would say of a configuration, with remedies.

use std::{
    fs,
    io::{self, Read, Write},
    process::ExitCode,
};

use studio::{LIST_OF_SETTINGS, Problem, Report};

/// Where the list of all settings is.
const TABLES: &str = "the tables in docs/configuration.md";

/// Ends with 2 if there is a problem, also with the file itself.
pub fn command(file: &str) -> ExitCode {
    let report = read(file);
    // A reader such as `head` may have closed the pipe.
    let _ = io::stdout().write_all(printed(file, &report).as_bytes());
    if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// Checks a file, or standard input.
pub fn read(file: &str) -> Report {
    let text = if file == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(file)
    };
    match text {
        Ok(text) => studio::check(&text),
        Err(error) => Report::from(Problem {
            path: String::new(),
            line: format!("cannot be read: {error}"),
            nearest: None,
            remedy: "Check the path, and that the text is UTF-8.".to_owned(),
        }),
    }
}

/// What is printed of a file.
pub fn printed(file: &str, report: &Report) -> String {
    let name = if file == "-" { "standard input" } else { file };
    let count = match report.problems.len() {
        0 => "no problems".to_owned(),
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    };
    let mut lines = vec![format!("{name}: {count}")];
    lines.extend(report.problems.iter().map(lines_of));
    lines.extend(report.advice.iter().map(|advice| advice.line.clone()));
    lines.join("\n\n") + "\n"
}

fn lines_of(Problem { line, nearest, remedy, .. }: &Problem) -> String {
    let nearest = nearest.as_ref().map_or(String::new(), |name| format!("\n  nearest: {name}"));
    format!("{line}{nearest}\n  remedy:  {}", remedy.replace(LIST_OF_SETTINGS, TABLES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_has_the_lines_of_the_console_with_nearest_names_and_remedies() {
        let report = studio::check(
            r#"{"providerNmae": "Marlow", "theme": "Drak", "providerSells": ["co-manged"], "frameParents": ["https://a.example"]}"#,
        );
        assert_eq!(
            printed("-", &report).split("\n\n").collect::<Vec<_>>(),
            [
                "standard input: 3 problems",
                "unknown-setting at $.providerNmae: found \"Marlow\", expected the name of a setting\n  \
                 nearest: providerName\n  \
                 remedy:  Write the nearest name in the tables in docs/configuration.md, or remove the entry.",
                "unknown-value at $.theme: found \"Drak\", expected auto, light or dark\n  \
                 nearest: dark\n  \
                 remedy:  Use one of the values that the line names.",
                "unknown-value at $.providerSells[0]: found \"co-manged\", expected in-house, co-managed or outsourced\n  \
                 nearest: co-managed\n  \
                 remedy:  Use one of the values that the line names.",
                "advice at $.frameParents: only `frame.html` uses it, and only from a file that is meant for frames. \
                 Add `\"frame\": true`.\n",
            ]
        );
    }

    #[test]
    fn the_command_ends_with_2_if_there_is_a_problem() {
        let folder = std::env::temp_dir().join(format!("support-fit-check-config-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.join(name);
            fs::write(&path, text).unwrap();
            command(path.to_str().unwrap())
        };
        // `ExitCode` has no equality.
        let is = |code: ExitCode, expected: ExitCode| assert_eq!(format!("{code:?}"), format!("{expected:?}"));
        is(file("good.json", r#"{"theme": "dark"}"#), ExitCode::SUCCESS);
        is(file("bad.json", r#"{"theme": "drak"}"#), ExitCode::from(2));
        is(command(folder.join("absent.json").to_str().unwrap()), ExitCode::from(2));
        fs::remove_dir_all(&folder).unwrap();
    }
}
