//! Bundling and minifying JavaScript and CSS.

use std::path::Path;

use anyhow::Result;

use super::Profile;
use crate::{process, project::Project};

/// The oldest browsers that the output has to run in; also what CSS is translated for.
const BROWSERS: &str = "--target=es2022,chrome111,edge111,firefox114,safari16.4";

/// Bundles `entry` and what it imports into `output`; `constants` replace identifiers.
pub fn bundle(
    project: &Project,
    profile: Profile,
    entry: &Path,
    output: &Path,
    constants: &[(&str, String)],
) -> Result<()> {
    let mut command = project.npm_program("esbuild");
    command.arg(entry).arg(format!("--outfile={}", output.display()));
    command.args([
        "--bundle",
        "--format=esm",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
        BROWSERS,
    ]);
    if profile == Profile::Release {
        command.arg("--minify");
    }
    for (name, value) in constants {
        command.arg(format!("--define:{name}={value}"));
    }
    process::run(&mut command)
}
