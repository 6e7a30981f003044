//! The page for frames, and the script for their parent pages.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use config::documentation::FrameParameter;
use serde_json::json;

use super::{Profile, assets::Assets, esbuild};
use crate::{folder, project::Project, settings};

/// Writes `frame.html` and `support-fit-frame.js`.
pub fn write(project: &Project, profile: Profile, work: &Path, staging: &Path, assets: &Assets) -> Result<()> {
    let list = |how| json!(settings::frame_parameters(&[how])).to_string();
    let constants = [
        esbuild::constant("SUPPORT_FIT_FRAME_SETTINGS", &list(FrameParameter::Always)),
        esbuild::constant("SUPPORT_FIT_FRAMED_SETTINGS", &list(FrameParameter::InsideAPage)),
    ];
    let script = esbuild::script(project, profile, "framed", work, &constants)?;
    let script = format!("assets/{}", assets.add("frame", "js", &script)?);
    // Shared with the standalone page.
    let (css, icon) = (named(staging, "page-", ".css")?, named(staging, "icon-", ".svg")?);
    let names = [("PAGE_CSS", css.as_str()), ("ICON", &icon), ("FRAME_JS", &script)];
    fill(&project.path("src/embed/frame.html"), &staging.join("frame.html"), &names)?;
    let around = esbuild::script(project, profile, "support-fit-frame", work, &[])?;
    super::write(&staging.join("support-fit-frame.js"), around)
}

/// The file in `folder` whose name has this start and end, with Trunk's digest between them.
pub fn named(folder: &Path, start: &str, end: &str) -> Result<String> {
    let mut names = folder::entries(folder)?.into_iter().map(|(name, _)| name);
    names
        .find(|name| name.starts_with(start) && name.ends_with(end))
        .with_context(|| format!("Trunk did not create {start}*{end} in {}", folder.display()))
}

/// Writes the page `from` to `to`, with placeholders replaced by file names.
pub fn fill(from: &Path, to: &Path, names: &[(&str, &str)]) -> Result<()> {
    let text = fs::read_to_string(from).with_context(|| format!("cannot read {}", from.display()))?;
    super::write(to, names.iter().fold(text, |text, (placeholder, name)| text.replace(placeholder, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_pages_contain_no_comments_and_nothing_for_trunk() {
        for name in ["index.html", "frame.html"] {
            let page = Project::find().unwrap().path("src/embed").join(name);
            let text = fs::read_to_string(page).unwrap();
            assert!(!text.contains("<!--") && !text.contains("data-trunk"), "{name}");
        }
    }
}
