//! Precompressed copies of files for servers.

use std::path::Path;

use anyhow::Result;

use crate::{folder, process, project::Project};

/// Not images, which do not get smaller.
const EXTENSIONS: [&str; 8] = ["wasm", "js", "css", "html", "txt", "json", "svg", "webmanifest"];

/// Writes `.br` and `.gz` next to every such file in `folder`.
pub fn folder(project: &Project, folder: &Path) -> Result<()> {
    let files = folder::files(folder)?.into_iter().map(|(_, path)| path);
    let files = files.filter(|path| EXTENSIONS.iter().any(|known| path.extension().is_some_and(|own| own == *known)));
    process::run(project.command("node").arg(project.path("xtask/node/compress.mjs")).args(files))
}
