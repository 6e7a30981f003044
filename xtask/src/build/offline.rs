//! Offline use of our own pages: the service worker with the list of the build's files, the script that registers it, and the
//! web app manifest.
//!
//! In a development build the list is empty: nothing is cached, and cached files of a release build are removed.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use content::Checked;
use serde_json::json;

use super::{
    Profile,
    assets::{Assets, is_of_module, translation},
    digest, esbuild, frame,
};
use crate::{folder, project::Project};

const MANIFEST: &str = "manifest.webmanifest";

/// Files outside `assets/` that our pages load, except the page itself.
const ROOT: [&str; 3] = ["frame.html", "support-fit.js", MANIFEST];

/// Adds all of it to `staging`, which must be complete.
pub fn write(
    project: &Project,
    profile: Profile,
    content: &Checked,
    work: &Path,
    staging: &Path,
    assets: &Assets,
) -> Result<()> {
    let icon = frame::named(staging, "icon-", ".svg")?;
    let css = frame::named(staging, "page-", ".css")?;
    // A page without a contact would fetch that module in vain. On others, the browser's own cache has it after the first time.
    let kept_assets = folder::files(&staging.join("assets"))?;
    let kept_assets = kept_assets.into_iter().filter(|(name, _)| !is_of_module(name, "contact"));
    // Visitors need those of one language at most.
    let (mut translations, mut for_all) = (Vec::new(), Vec::new());
    for (name, path) in kept_assets {
        match translation(&name) {
            Some(language) => translations.push((language.to_owned(), name, path)),
            None => for_all.push((name, path)),
        }
    }
    let constant = esbuild::constant("SUPPORT_FIT_PAGE", &texts(content)?);
    let script = esbuild::script(project, profile, "page", work, &[constant])?;
    let script = format!("assets/{}", assets.add("page", "js", &script)?);
    // For home screens. `cargo xtask screenshots` draws them from the icon, with a margin that systems can crop.
    let [small, large] = ["app-192", "app-512"].map(|name| -> Result<String> {
        let picture = super::read(&project.path(format!("src/embed/{name}.png")))?;
        Ok(format!("assets/{}", assets.add(name, "png", &picture)?))
    });
    let (small, large) = (small?, large?);
    let manifest = project.path("src/embed").join(MANIFEST);
    frame::fill(&manifest, &staging.join(MANIFEST), &[("ICON", &icon), ("APP_192", &small), ("APP_512", &large)])?;
    let page = staging.join("index.html");
    let names = [("PAGE_JS", script.as_str()), ("PAGE_CSS", &css), ("ICON", &icon), ("PICTURE", &small)];
    frame::fill(&project.path("src/embed/index.html"), &page, &names)?;

    let (mut files, mut words) = (BTreeMap::new(), BTreeMap::<String, BTreeMap<_, _>>::new());
    if profile == Profile::Release {
        for (language, name, path) in translations {
            words.entry(language).or_default().insert(format!("assets/{name}"), integrity(&path)?);
        }
        for (name, path) in for_all {
            files.insert(format!("assets/{name}"), integrity(&path)?);
        }
        files.insert("./".to_owned(), integrity(&page)?);
        for name in ROOT.into_iter().chain([icon.as_str(), &css, &script]) {
            files.insert(name.to_owned(), integrity(&staging.join(name))?);
        }
    }
    // A changed worker needs a cache of its own too, because the old worker is in use while the new one is installed.
    let worker = fs::read_to_string(project.path("src/embed/worker.js")).context("cannot read the service worker")?;
    let version = digest::short(format!("{worker}{}{}", json!(files), json!(words)).as_bytes());
    let build = json!({ "version": version, "files": files, "words": words });
    let constant = esbuild::constant("SUPPORT_FIT_BUILD", &build.to_string());
    super::write(&staging.join("sw.js"), esbuild::script(project, profile, "worker", work, &[constant])?)
}

fn integrity(file: &Path) -> Result<String> {
    Ok(digest::integrity(&super::read(file)?))
}

/// The texts of the page in each language.
fn texts(content: &Checked) -> Result<String> {
    let mut all = BTreeMap::new();
    for words in &content.catalogs {
        let text =
            |name: &str| words.get(&format!("ui.page.{name}")).with_context(|| format!("there is no ui.page.{name}"));
        let title = words.get("ui.title").context("there is no ui.title")?;
        let texts = json!({ "title": title, "newer": text("newer")?, "use": text("use")?, "later": text("later")? });
        all.insert(words.language.as_str(), texts);
    }
    Ok(json!(all).to_string())
}
