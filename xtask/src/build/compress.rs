//! Compressed copies beside each file that is worth it, for servers that send them as they are.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{folder, process, project::Project};

/// What compresses well; pictures do not.
const EXTENSIONS: [&str; 8] = ["wasm", "js", "css", "html", "txt", "json", "svg", "webmanifest"];

/// Writes `.br` and `.gz` beside every such file in `folder`.
pub fn folder(project: &Project, folder: &Path) -> Result<()> {
    let is_worth_it =
        |path: &PathBuf| path.extension().is_some_and(|extension| EXTENSIONS.iter().any(|known| extension == *known));
    let files = folder::files(folder)?.into_iter().map(|(_, path)| path).filter(is_worth_it);
    process::run(project.command("node").arg(project.path("xtask/node/compress.mjs")).args(files))
}
