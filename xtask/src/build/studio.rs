//! The studio, an editor of settings for site owners: `studio.html`, its preview, and their files in `assets/studio-*`.
//!
//! It is a package and a WebAssembly module of its own (`studio/`), compiled apart from the widget, whose crates would otherwise
//! get its features. Visitors load none of it: it is written after the list of the service worker and the npm package, and is
//! not in the WordPress plugin.
//!
//! The preview needs a server that lets any origin use the files, as our headers do: a sandboxed frame has an origin of its own.
//! A development build has no headers.

use std::{path::Path, thread};

use anyhow::{Context, Result, anyhow};
use serde_json::json;

use super::{Profile, assets::Assets, digest, esbuild, frame, wasm};
use crate::{process, project::Project};

/// The package. Its module has the same name.
pub const PACKAGE: &str = "support-fit-studio";

/// The start of the names of its assets.
pub const ASSETS: &str = "studio";

/// Compiles the module while `meanwhile` runs: cargo links it on one processor, as it is one unit.
pub fn compiled_during<T>(project: &Project, profile: Profile, meanwhile: impl FnOnce() -> Result<T>) -> Result<T> {
    thread::scope(|scope| {
        let compiling = scope.spawn(|| compile(project, profile));
        let result = meanwhile();
        compiling.join().map_err(|_| anyhow!("the build of the studio panicked"))??;
        result
    })
}

fn compile(project: &Project, profile: Profile) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--locked", "--quiet", "--package", PACKAGE, "--target", wasm::TARGET]);
    if profile == Profile::Release {
        // Trunk has passed on the flags that keep paths of this machine out of it (`paths.rs`).
        cargo.arg("--release");
    }
    process::run(&mut cargo).context("the studio does not compile")
}

/// Adds its pages and files to `staging`, which has the loader and the page's icon.
pub fn write(project: &Project, profile: Profile, work: &Path, staging: &Path, assets: &Assets) -> Result<()> {
    let work = work.join(ASSETS);
    super::empty(&work)?;
    let module = wasm::studio(project, profile, PACKAGE)?;
    let bindings = esbuild::alias(&format!("{PACKAGE}-bindings"), &module.bindings);
    let script = |name: &str, options: &[String]| bundled(project, profile, &work, &format!("{name}.js"), options);
    let css = |name: &str| bundled(project, profile, &work, &format!("style/{name}.css"), &[]);
    let add = |name: &str, extension: &str, bytes: &[u8]| {
        let name = [ASSETS, name].concat();
        assets.add(&name, extension, bytes)
    };

    let version = project.locked_version("support-fit")?;
    let loader = super::read(&staging.join(format!("support-fit-{version}.js")))?;
    let constants = json!({
        "wasm": add("", "wasm", &module.wasm)?,
        "worker": add("-worker", "js", &script("worker", std::slice::from_ref(&bindings))?)?,
        "version": version,
        "integrity": digest::integrity(&loader),
    });
    let constants = esbuild::constant("SUPPORT_FIT_STUDIO", &constants.to_string());
    // What sends messages adds a style sheet elsewhere.
    let no_style = esbuild::constant("SUPPORT_FIT_CONTACT_CSS", "\"\"");
    let trial = [bindings.clone(), constants.clone(), no_style];
    let trial = add("-test", "js", &script("trial", &trial)?)?;
    let page = add("", "js", &script("page", &[bindings, constants])?)?;
    let preview = add("-preview", "js", &script("preview", &[])?)?;
    let (page_css, preview_css) = (add("", "css", &css("index")?)?, add("-preview", "css", &css("preview")?)?);

    let icon = frame::named(staging, "icon-", ".svg")?;
    for (from, to, names) in [
        ("page.html", "studio.html", [("STUDIO_JS", page), ("STUDIO_CSS", page_css.clone())]),
        ("trial.html", "studio-test.html", [("TRIAL_JS", trial), ("STUDIO_CSS", page_css)]),
        ("preview.html", "studio-preview.html", [("PREVIEW_JS", preview), ("PREVIEW_CSS", preview_css)]),
    ] {
        let names = names.map(|(placeholder, name)| (placeholder, format!("assets/{name}")));
        let mut names: Vec<(&str, &str)> = names.iter().map(|(placeholder, name)| (*placeholder, &**name)).collect();
        names.push(("ICON", &icon));
        frame::fill(&project.path("studio").join(from), &staging.join(to), &names)?;
    }
    Ok(())
}

/// Bundles a file of the package.
fn bundled(project: &Project, profile: Profile, work: &Path, name: &str, options: &[String]) -> Result<Vec<u8>> {
    let built = work.join(name);
    esbuild::bundle(project, profile, &project.path("studio").join(name), &built, options)?;
    super::read(&built)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::folder;

    #[test]
    fn the_pages_of_the_studio_have_no_inline_script_or_style() {
        for name in ["page.html", "preview.html", "trial.html"] {
            let text = fs::read_to_string(Project::find().unwrap().path("studio").join(name)).unwrap();
            assert_eq!(text.matches("<script").count(), text.matches("<script type=\"module\" src=\"./").count());
            assert!(!text.contains("<style") && !text.contains(" style=") && !text.contains("<!--"), "{name}");
        }
    }

    #[test]
    fn the_widget_does_not_use_the_studio() {
        let project = Project::find().unwrap();
        for folder in ["src", "style"] {
            for (name, path) in folder::files(&project.path(folder)).unwrap() {
                let text = fs::read(&path).unwrap();
                assert!(!String::from_utf8_lossy(&text).contains("studio/"), "{folder}/{name}");
            }
        }
    }
}
