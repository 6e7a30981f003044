//! `cargo xtask audit`: what the project depends on, held to `deny.toml` by cargo-deny, and looked up in the lists of known
//! vulnerabilities. Those lists are elsewhere; one that does not answer leaves its check undone, and that is said.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{console, process, project::Project, setup};

/// What could not be checked, each with why.
pub type Unchecked = Vec<String>;

/// `cargo xtask audit`.
pub fn command(project: &Project) -> Result<()> {
    let unchecked = run(project)?;
    console::heading("The audit found nothing in what it checked");
    for one in unchecked {
        console::detail(&one);
    }
    Ok(())
}

/// Fails if there is anything to complain about; returns what could not be checked.
pub fn run(project: &Project) -> Result<Unchecked> {
    setup::for_audit(project)?;
    console::heading("Licenses, duplicates and sources of all crates, by deny.toml");
    process::run(deny(project).args(["check", "licenses", "bans", "sources"]))
        .context("deny.toml says what is allowed, and why")?;
    let mut unchecked = Unchecked::new();
    console::heading("Known vulnerabilities of crates");
    match process::output(deny(project).args(["fetch", "db"])) {
        Ok(_) => process::run(deny(project).args(["check", "--disable-fetch", "advisories"]))?,
        Err(error) => unchecked.push(not_checked("known vulnerabilities of crates", last_line(&error.to_string()))),
    }
    console::heading("Known vulnerabilities of npm packages");
    match npm(project)? {
        Answer::Nothing => console::detail("none is known"),
        Answer::None(why) => unchecked.push(not_checked("known vulnerabilities of npm packages", &why)),
    }
    Ok(unchecked)
}

fn deny(project: &Project) -> Command {
    let mut command = project.command("cargo-deny");
    command.arg("--locked");
    command
}

fn not_checked(what: &str, why: &str) -> String {
    let line = format!("NOT CHECKED: {what}: {why}");
    console::detail(&line);
    line
}

fn last_line(text: &str) -> &str {
    text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("no reason was given").trim()
}

/// What the registry of npm says.
#[derive(Debug, PartialEq)]
enum Answer {
    /// Nothing is known against any package.
    Nothing,
    /// It did not answer, for this reason.
    None(String),
}

fn npm(project: &Project) -> Result<Answer> {
    let mut command = setup::npm(project);
    // `.npmrc` switches it off for installations.
    command.args(["audit", "--audit", "--json"]).stdin(Stdio::null());
    // It fails when it finds something, and when nobody answers.
    let output = command.output().context("npm cannot be started")?;
    understood(&String::from_utf8_lossy(&output.stdout))
}

/// What `npm audit --json` printed.
fn understood(printed: &str) -> Result<Answer> {
    let Ok(report) = serde_json::from_str::<Value>(printed) else {
        return Ok(Answer::None("npm printed no report".to_owned()));
    };
    let Some(total) = report["metadata"]["vulnerabilities"]["total"].as_u64() else {
        let why = report["message"].as_str().unwrap_or("the registry did not answer");
        // Without the address.
        return Ok(Answer::None(why.split(" - ").next().unwrap_or(why).to_owned()));
    };
    if total == 0 {
        return Ok(Answer::Nothing);
    }
    let names: Vec<&String> =
        report["vulnerabilities"].as_object().into_iter().flat_map(|found| found.keys()).collect();
    bail!("something is known against {total} npm packages, {names:?}; `npm audit` says what")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_registry_that_does_not_answer_is_no_registry_that_knows_nothing() {
        let printed = r#"{ "message": "405 Method Not Allowed - POST somewhere", "statusCode": 405 }"#;
        assert_eq!(understood(printed).unwrap(), Answer::None("405 Method Not Allowed".to_owned()));
        assert!(matches!(understood("").unwrap(), Answer::None(_)));
        assert!(matches!(understood("{}").unwrap(), Answer::None(_)));
    }

    #[test]
    fn what_is_known_against_a_package_is_a_failure() {
        let clean = r#"{ "vulnerabilities": {}, "metadata": { "vulnerabilities": { "total": 0 } } }"#;
        assert_eq!(understood(clean).unwrap(), Answer::Nothing);
        let found = r#"{ "vulnerabilities": { "a": {} }, "metadata": { "vulnerabilities": { "total": 1 } } }"#;
        assert!(understood(found).unwrap_err().to_string().contains("[\"a\"]"));
    }
}
