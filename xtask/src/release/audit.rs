//! `cargo xtask audit`: checks the dependencies against `deny.toml` with cargo-deny, and looks up known vulnerabilities. If a
//! registry does not answer, its check is skipped and reported as such.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{console, process, project::Project, setup};

/// What is audited, each with a lock file and checks: the project, and the programs that write shipped JavaScript. Duplicates
/// among the crates of those programs cost visitors nothing.
const AUDITED: [(&str, &[&str]); 2] =
    [("Cargo.toml", &["licenses", "bans", "sources"]), ("xtask/wasm-bindgen/Cargo.toml", &["licenses", "sources"])];

/// `cargo xtask audit`.
pub fn command(project: &Project) -> Result<()> {
    let skipped = run(project)?;
    console::heading("The audit found no problems in what it checked");
    console::detail(&skipped.join("\n"));
    Ok(())
}

/// Fails if it finds a problem. Returns the checks that were skipped, with the reasons.
pub fn run(project: &Project) -> Result<Vec<String>> {
    setup::for_audit(project)?;
    console::heading("Licenses, duplicates and sources of all crates, by deny.toml");
    for (manifest, checks) in AUDITED {
        process::run(deny(project, manifest).arg("check").args(checks))
            .with_context(|| format!("{manifest}: deny.toml states what is allowed, and why"))?;
    }
    let mut skipped = Vec::new();
    let mut skip = |what: &str, why: &str| {
        skipped.push(format!("NOT CHECKED: known vulnerabilities of {what}: {why}"));
        console::detail(&skipped[skipped.len() - 1]);
    };
    console::heading("Known vulnerabilities of crates");
    match process::output(deny(project, "Cargo.toml").args(["fetch", "db"])) {
        Ok(_) => {
            for (manifest, _) in AUDITED {
                process::run(deny(project, manifest).args(["check", "--disable-fetch", "advisories"]))?;
            }
        }
        Err(error) => skip("crates", error.to_string().lines().last().unwrap_or_default().trim()),
    }
    console::heading("Known vulnerabilities of npm packages");
    // `--audit`, because `.npmrc` disables it. Fails if it finds something or the registry does not answer.
    let output = setup::npm(project).args(["audit", "--audit", "--json"]).stdin(Stdio::null()).output();
    match npm_report(&output.context("cannot start npm")?.stdout)? {
        None => console::detail("none"),
        Some(why) => skip("npm packages", &why),
    }
    Ok(skipped)
}

/// cargo-deny for the lock file next to a manifest. It finds `deny.toml` in a folder above.
fn deny(project: &Project, manifest: &str) -> Command {
    let mut command = project.command("cargo-deny");
    command.args(["--locked", "--manifest-path"]).arg(project.path(manifest));
    command
}

/// Parses the output of `npm audit --json`. Returns why the registry did not answer; `None` if there are no vulnerabilities.
fn npm_report(printed: &[u8]) -> Result<Option<String>> {
    let report: Value = serde_json::from_slice(printed).unwrap_or_default();
    match report["metadata"]["vulnerabilities"]["total"].as_u64() {
        Some(0) => Ok(None),
        Some(total) => {
            let found = report["vulnerabilities"].as_object().into_iter().flatten();
            let names: Vec<&String> = found.map(|(name, _)| name).collect();
            bail!("{total} npm packages have known vulnerabilities, {names:?}; `npm audit` describes them")
        }
        None => {
            let why = report["message"].as_str().unwrap_or("the registry did not answer");
            // Without the URL.
            Ok(Some(why.split(" - ").next().unwrap_or(why).to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_answer_from_the_registry_is_reported() {
        let printed = br#"{ "message": "405 Method Not Allowed - POST somewhere", "statusCode": 405 }"#;
        assert_eq!(npm_report(printed).unwrap().as_deref(), Some("405 Method Not Allowed"));
        assert!(npm_report(b"").unwrap().is_some() && npm_report(b"{}").unwrap().is_some());
    }

    #[test]
    fn a_known_vulnerability_fails_the_audit() {
        let clean = br#"{ "vulnerabilities": {}, "metadata": { "vulnerabilities": { "total": 0 } } }"#;
        assert_eq!(npm_report(clean).unwrap(), None);
        let found = br#"{ "vulnerabilities": { "a": {} }, "metadata": { "vulnerabilities": { "total": 1 } } }"#;
        assert!(npm_report(found).unwrap_err().to_string().contains("[\"a\"]"));
    }
}
