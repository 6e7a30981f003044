//! Compressed copies beside each file that is worth it, for servers that send them as they are.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{process, project::Project};

/// What compresses well; pictures do not.
const EXTENSIONS: [&str; 8] = ["wasm", "js", "css", "html", "txt", "json", "svg", "webmanifest"];

/// Writes `.br` and `.gz` beside every such file in `folder`.
pub fn folder(project: &Project, folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    process::run(project.command("node").arg(project.path("xtask/node/compress.mjs")).args(files))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| EXTENSIONS.iter().any(|known| extension == *known)) {
            files.push(path);
        }
    }
    Ok(())
}
