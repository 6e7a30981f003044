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
        copy(&project.dist(), &deployment.widget)?;
        add_previous(&deployment.widget)?;
        deployment.write_site(project, widget_origin)?;
        Ok(deployment)
    }

    /// A page with the loader under its stable name, one that is pinned to the version, one that still has the one before;
    /// and one with frames, of which the second shows a page that is not for frames.
    fn write_site(&self, project: &Project, origin: &str) -> Result<()> {
        let versioned = format!("support-fit-{}.js", project.locked_version("support-fit")?);
        let integrity = digest::integrity(&read(&self.widget.join(&versioned))?);
        let pinned = format!(r#" integrity="{integrity}" crossorigin="anonymous""#);
        let previous = format!("support-fit-{PREVIOUS}.js");
        for (name, loader, attributes) in [
            ("index.html", "support-fit.js", ""),
            ("pinned.html", &versioned, pinned.as_str()),
            ("previous.html", &previous, ""),
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

/// Adds to `folder` what a deployment keeps of the version before.
fn add_previous(folder: &Path) -> Result<()> {
    let mut loader = String::from_utf8(read(&folder.join("support-fit.js"))?)?;
    let mut renamed = 0;
    for path in files(&folder.join("assets"))?.iter().filter(|path| is_named_by_content(path)) {
        let name = name(path);
        let previous = other_digest(name);
        for suffix in ["", ".br", ".gz"] {
            let (from, to) = (format!("{name}{suffix}"), format!("{previous}{suffix}"));
            fs::copy(path.with_file_name(&from), path.with_file_name(to))
                .with_context(|| format!("assets/{from} cannot be copied; the tests need a release build"))?;
        }
        if loader.contains(name) {
            loader = loader.replace(name, &previous);
            renamed += 1;
        }
    }
    ensure!(renamed >= 4, "support-fit.js names {renamed} of its assets, fewer than code, styles and words");
    write(&folder.join(format!("support-fit-{PREVIOUS}.js")), loader.as_bytes())
}

/// `NAME-DIGEST.EXTENSION` with another digest.
fn other_digest(name: &str) -> String {
    let (kind, rest) = name.rsplit_once('-').unwrap_or((name, ""));
    let extension = rest.rsplit_once('.').map_or("", |(_, extension)| extension);
    format!("{kind}-{}.{extension}", digest::short(name.as_bytes()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for path in files(from)? {
        let copied = to.join(name(&path));
        if path.is_dir() {
            copy(&path, &copied)?;
        } else {
            fs::copy(&path, &copied).with_context(|| format!("{} cannot be copied", path.display()))?;
        }
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
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
