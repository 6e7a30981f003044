//! Bundling and minifying JavaScript and CSS.

use std::path::Path;

use anyhow::Result;

use super::Profile;
use crate::{process, project::Project};

/// The oldest supported browsers: the first with `light-dark()` and `:has()` in CSS (docs/engines.md).
const BROWSERS: &str = "--target=es2022,chrome123,edge123,firefox121,safari17.5";

/// Bundles `entry` and its imports into `output`.
pub fn bundle(project: &Project, profile: Profile, entry: &Path, output: &Path, options: &[String]) -> Result<()> {
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
    process::run(command.args(options))
}

/// Bundles a script of `src/embed`.
pub fn script(project: &Project, profile: Profile, name: &str, work: &Path, options: &[String]) -> Result<Vec<u8>> {
    let name = format!("{name}.js");
    let built = work.join(&name);
    bundle(project, profile, &project.path("src/embed").join(name), &built, options)?;
    super::read(&built)
}

/// The options by which a script finds other files of the build at their own paths.
pub fn own_paths(project: &Project) -> [String; 2] {
    [inject(&project.path("src/embed/files.js")), constant("SUPPORT_FIT_IS_BUNDLED", "false")]
}

/// The option that replaces global names by the exports of `file`.
pub fn inject(file: &Path) -> String {
    format!("--inject:{}", file.display())
}

/// The option that resolves imports of `name` to `file`.
pub fn alias(name: &str, file: &Path) -> String {
    format!("--alias:{name}={}", file.display())
}

/// The option that replaces `name` with `value`.
pub fn constant(name: &str, value: &str) -> String {
    format!("--define:{name}={value}")
}
