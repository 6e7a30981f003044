//! Two folders as they are on the servers of somebody who has updated the widget: the release folder, in which the files of
//! the version before have stayed, and a site with pages that embed it from another origin.
//!
//! The version before is made of the present one: the same files under other digests, and a loader that names those.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    build::{digest, is_named_by_content},
    folder,
    project::Project,
};

/// The version before; no version of ours.
const PREVIOUS: &str = "0.0.0";

/// The folders.
pub struct Deployment {
    /// What the widget's server serves.
    pub widget: PathBuf,
    /// What the server of the pages around it serves.
    pub site: PathBuf,
}

impl Deployment {
    /// Makes both inside `folder`, which is emptied. The release build has to be there.
    pub fn make(project: &Project, folder: &Path, widget_origin: &str) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
        }
        let deployment = Self { widget: folder.join("widget"), site: folder.join("site") };
        folder::copy(&project.dist(), &deployment.widget)?;
        add_previous(&deployment.widget)?;
        deployment.write_site(project, widget_origin)?;
        Ok(deployment)
    }

    /// A page with the loader under its stable name, one that is pinned to the version, one that still has the one before,
    /// one that is pinned and gets another; and one with frames, of which the second shows a page that is not for frames.
    fn write_site(&self, project: &Project, origin: &str) -> Result<()> {
        let versioned = format!("support-fit-{}.js", project.locked_version("support-fit")?);
        let integrity = digest::integrity(&read(&self.widget.join(&versioned))?);
        let pinned = format!(r#" integrity="{integrity}" crossorigin="anonymous""#);
        let previous = format!("support-fit-{PREVIOUS}.js");
        for (name, loader, attributes) in [
            ("index.html", "support-fit.js", ""),
            ("pinned.html", &versioned, pinned.as_str()),
            ("previous.html", &previous, ""),
            ("exchanged.html", &previous, pinned.as_str()),
        ] {
            let element = "<support-fit><p>The same questions, on paper.</p></support-fit>";
            self.write_page(name, &format!("{origin}/{loader}"), attributes, element)?;
        }
        let frame = |page: &str| format!(r#"<iframe data-support-fit title="{page}" src="{origin}/{page}"></iframe>"#);
        let frames = frame("frame.html") + &frame("index.html");
        self.write_page("framed.html", &format!("{origin}/support-fit-frame.js"), "", &frames)?;
        write(&self.site.join("icon.svg"), &read(&project.path("demo/icon.svg"))?)
    }

    fn write_page(&self, name: &str, script: &str, attributes: &str, content: &str) -> Result<()> {
        let page = format!(
            r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A page of another origin</title>
<link rel="icon" href="/icon.svg">
<script type="module" src="{script}"{attributes}></script>
</head>
<body>
<h1>A page of another origin</h1>
{content}
</body>
</html>
"#
        );
        write(&self.site.join(name), page.as_bytes())
    }
}

/// Adds to `folder` what a deployment keeps of the version before. Whatever names another file names the one of that version.
fn add_previous(folder: &Path) -> Result<()> {
    ensure!(folder.join("support-fit.js.gz").is_file(), "the tests need a release build");
    let entries = folder::entries(&folder.join("assets"))?;
    let assets: Vec<_> = entries.into_iter().filter(|(_, path)| is_named_by_content(path)).collect();
    let renamed =
        |text: &str| assets.iter().fold(text.to_owned(), |text, (name, _)| text.replace(name, &other_digest(name)));
    for (name, path) in &assets {
        let previous = path.with_file_name(other_digest(name));
        match String::from_utf8(read(path)?).map(|text| (renamed(&text), text)) {
            // Without compressed copies: those of the present version have other names in them.
            Ok((renamed, text)) if renamed != text => write(&previous, renamed.as_bytes())?,
            _ => copy_compressed(path, &previous)?,
        }
    }
    let loader = String::from_utf8(read(&folder.join("support-fit.js"))?)?;
    let named = assets.iter().filter(|(name, _)| loader.contains(name)).count();
    ensure!(named >= 4, "support-fit.js names {named} of its assets, fewer than code, styles and words");
    write(&folder.join(format!("support-fit-{PREVIOUS}.js")), renamed(&loader).as_bytes())
}

/// Copies a file and its compressed copies; pictures have none.
fn copy_compressed(from: &Path, to: &Path) -> Result<()> {
    for suffix in ["", ".br", ".gz"] {
        let [from, to] = [from, to].map(|path| path.with_file_name(format!("{}{suffix}", name(path))));
        if from.exists() {
            fs::copy(&from, &to).with_context(|| format!("{} cannot be copied", from.display()))?;
        }
    }
    Ok(())
}

/// `NAME-DIGEST.EXTENSION` with another digest.
fn other_digest(name: &str) -> String {
    let (kind, rest) = name.rsplit_once('-').unwrap_or((name, ""));
    let extension = rest.rsplit_once('.').map_or("", |(_, extension)| extension);
    format!("{kind}-{}.{extension}", digest::short(name.as_bytes()))
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().context("a file has a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_version_before_differs_in_its_digest_alone() {
        let previous = other_digest("words-en-0123456789abcdef.txt");
        assert_ne!(previous, "words-en-0123456789abcdef.txt");
        assert!(previous.starts_with("words-en-") && previous.ends_with(".txt"));
        assert!(is_named_by_content(Path::new(&previous)));
    }
}
