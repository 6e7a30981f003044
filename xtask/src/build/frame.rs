//! The page for frames, and the script for the pages around them.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::{Profile, assets::Assets, esbuild};
use crate::{folder, project::Project};

/// Writes `frame.html`, which names its parts by their content, and `support-fit-frame.js`.
pub fn write(project: &Project, profile: Profile, work: &Path, staging: &Path, assets: &Assets) -> Result<()> {
    let inside = esbuild::script(project, profile, "framed", work, &[])?;
    let inside = format!("assets/{}", assets.add("frame", "js", &inside)?);
    let page = project.path("src/embed/frame.html");
    let mut page = fs::read_to_string(&page).with_context(|| format!("{} cannot be read", page.display()))?;
    // The style sheet and the icon are those of the stand-alone page, named by Trunk.
    let shared = |start, end| named(staging, start, end);
    for (name, file) in
        [("PAGE_CSS", shared("page-", ".css")?), ("ICON", shared("icon-", ".svg")?), ("FRAME_JS", inside)]
    {
        page = page.replace(name, &file);
    }
    super::write(&staging.join("frame.html"), page)?;
    super::write(
        &staging.join("support-fit-frame.js"),
        esbuild::script(project, profile, "support-fit-frame", work, &[])?,
    )
}

/// The file of the folder whose name starts and ends so.
pub fn named(folder: &Path, start: &str, end: &str) -> Result<String> {
    for (name, _) in folder::entries(folder)? {
        if name.starts_with(start) && name.ends_with(end) {
            return Ok(name);
        }
    }
    anyhow::bail!("Trunk made no {start}*{end} in {}", folder.display())
}
