//! What our own pages need to open without a network: the service worker with the list of the build's files, the script that
//! has the browser keep them, and the manifest with which the page can be installed.
//!
//! In a build for debugging the list is empty: nothing is kept, and what a release build has left gives way.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use content::Checked;
use serde_json::json;

use super::{Profile, assets::Assets, digest, esbuild, frame, headers};
use crate::{folder, project::Project};

const MANIFEST: &str = "manifest.webmanifest";

/// The stand-alone page, and how it is asked for.
const PAGE: &str = "index.html";
const INDEX: &str = "./";

/// The other files beside `assets/` that a page of ours loads.
const ROOT: [&str; 3] = [headers::FRAME, "support-fit.js", MANIFEST];

/// The edges of the pictures for home screens, in pixels. `cargo xtask screenshots` draws them from the icon.
const PICTURES: [u16; 2] = [192, 512];

/// Adds all of it to `staging`, which holds everything else.
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
    let mut files = BTreeMap::new();
    if profile == Profile::Release {
        for (name, path) in folder::files(&staging.join("assets"))? {
            files.insert(format!("assets/{name}"), integrity(&path)?);
        }
    }
    let constant = esbuild::constant("SUPPORT_FIT_PAGE", &texts(content)?);
    let script = esbuild::script(project, profile, "page", work, &[constant])?;
    let script = format!("assets/{}", assets.add("page", "js", &script)?);
    let pictures: Vec<_> = PICTURES.into_iter().map(|edge| picture(project, assets, edge)).collect::<Result<_>>()?;
    super::write(&staging.join(MANIFEST), manifest(&icon, &pictures))?;
    let page = staging.join(PAGE);
    let mut html = fs::read_to_string(&page).with_context(|| format!("{} cannot be read", page.display()))?;
    for (name, file) in [("PAGE_JS", &script), ("PICTURE", &pictures[0].file)] {
        html = html.replace(name, file);
    }
    super::write(&page, html)?;

    if profile == Profile::Release {
        files.insert(INDEX.to_owned(), integrity(&page)?);
        for name in ROOT.into_iter().chain([icon.as_str(), css.as_str(), script.as_str()]) {
            files.insert(name.to_owned(), integrity(&staging.join(name))?);
        }
    }
    // Another worker has a cache of its own too: while it is installed, the present one is in use.
    let worker = fs::read_to_string(project.path("src/embed/worker.js")).context("the worker cannot be read")?;
    let version = digest::short(format!("{worker}{}", json!(files)).as_bytes());
    let constant = esbuild::constant("SUPPORT_FIT_BUILD", &json!({ "version": version, "files": files }).to_string());
    super::write(&staging.join(headers::WORKER), esbuild::script(project, profile, "worker", work, &[constant])?)
}

/// A picture for home screens, named inside the release folder.
struct Picture {
    edge: u16,
    file: String,
}

fn picture(project: &Project, assets: &Assets, edge: u16) -> Result<Picture> {
    let bytes = super::read(&project.path(format!("src/embed/app-{edge}.png")))?;
    Ok(Picture { edge, file: format!("assets/{}", assets.add(&format!("app-{edge}"), "png", &bytes)?) })
}

fn integrity(file: &Path) -> Result<String> {
    Ok(digest::integrity(&super::read(file)?))
}

/// What the page says around the element.
fn texts(content: &Checked) -> Result<String> {
    let words = content.catalogs.first().context("there are no words")?;
    let text =
        |name: &str| words.get(&format!("ui.page.{name}")).with_context(|| format!("there is no ui.page.{name}"));
    Ok(json!({ "newer": text("newer")?, "use": text("use")?, "later": text("later")? }).to_string())
}

/// The pictures leave room around the drawing, so that a system may cut them to a shape of its own.
fn manifest(icon: &str, pictures: &[Picture]) -> String {
    let mut icons = vec![json!({ "src": icon, "sizes": "any", "type": "image/svg+xml", "purpose": "any" })];
    for Picture { edge, file } in pictures {
        for purpose in ["any", "maskable"] {
            icons.push(
                json!({ "src": file, "sizes": format!("{edge}x{edge}"), "type": "image/png", "purpose": purpose }),
            );
        }
    }
    let manifest = json!({
        "name": "SupportFit",
        "short_name": "SupportFit",
        "id": INDEX,
        "start_url": INDEX,
        "scope": INDEX,
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": icons,
    });
    format!("{manifest:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_leads_to_the_page_beside_it() {
        let pictures = [Picture { edge: 192, file: "assets/app-192-1.png".to_owned() }];
        let manifest: serde_json::Value = serde_json::from_str(&manifest("icon-1.svg", &pictures)).unwrap();
        assert_eq!(manifest["start_url"], INDEX);
        assert_eq!(manifest["icons"][0]["src"], "icon-1.svg");
        assert_eq!(manifest["icons"][2]["purpose"], "maskable");
    }
}
