//! Dependencies, the reasons for them, their licenses and their pinned versions. `cargo xtask audit` looks further, with
//! cargo-deny and npm.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod dependencies;
mod licenses;
mod pins;

use std::{fs, path::Path, process::Command};

use serde_json::Value;

/// A file of the project.
fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// `cargo metadata` of the workspace only, or of all packages compiled for the host or the browser.
fn metadata(arguments: &[&str]) -> Value {
    let cargo = ["metadata", "--locked", "--format-version=1"];
    serde_json::from_str(&printed(env!("CARGO"), &[&cargo, arguments].concat())).unwrap()
}

fn all_packages() -> Value {
    let rustc = printed("rustc", &["-vV"]);
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    metadata(&["--all-features", "--filter-platform", "wasm32-unknown-unknown", "--filter-platform", host])
}

fn printed(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The cells of the table rows in the section under `heading`, without the two header rows.
fn rows<'t>(document: &'t str, heading: &str) -> Vec<Vec<&'t str>> {
    let start = document.find(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("there is no `{heading}`"));
    let level =
        |line: &str| line.find(' ').filter(|length| *length > 0 && line[..*length].bytes().all(|sign| sign == b'#'));
    let part = &document[start + heading.len() + 2..];
    let lines = part.lines().take_while(|line| level(line).is_none_or(|found| found > level(heading).unwrap()));
    let (mut found, mut head) = (Vec::new(), 0);
    for line in lines {
        let Some(row) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) else {
            head = 0;
            continue;
        };
        head += 1;
        if head > 2 {
            found.push(row.split(" | ").map(str::trim).collect());
        }
    }
    found
}

/// The text between backticks.
fn code(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}
