//! Bundling and minifying JavaScript and CSS.

use std::path::Path;

use anyhow::Result;

use super::Profile;
use crate::{process, project::Project};

/// The oldest browsers that the output has to run in: the first with `light-dark()` and `:has()` in CSS, which nothing
/// translates for older ones.
const BROWSERS: &str = "--target=es2022,chrome123,edge123,firefox121,safari17.5";

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
