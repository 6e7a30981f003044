//! Trunk's `post_build` hook: makes of what Trunk staged the folder that is deployed.
//!
//! Trunk names files before they are optimized, so that different bytes can get the same name, and its minifier fails on
//! the JavaScript of wasm-bindgen. So both are done here, after it, on the final bytes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::{
    Profile,
    assets::Assets,
    bindings::Bindings,
    checksums, compress, esbuild, frame, glue,
    glue::{LaterFile, LaterFiles},
    hosting,
    interface::Interface,
    loader, manifest, offline, shipped, split, wasm_opt, words,
};
use crate::{project::Project, size};

/// Trunk's output, as it names it.
struct Staged {
    script: PathBuf,
    wasm: PathBuf,
}

/// Finishes the folder that Trunk names in the environment.
pub fn run(project: &Project) -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("`stage` is called by Trunk; call `cargo xtask build`")?;
    let profile = match std::env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => Profile::Release,
        _ => Profile::Development,
    };
    let work = project.cache().join("stage");
    super::empty(&work)?;

    let staged = Staged::find(&staging)?;
    let assets = Assets::inside(&staging);
    let split = split::split(project, profile)?;
    let later = later(project, profile, &split.later, &assets)?;
    let (wasm, interface) = application(project, profile, &split.bindings, &later, &work)?;
    let glue = glue::bundle(project, profile, &split.bindings, &interface, &later, &work)?;
    let wasm = assets.add("support-fit", "wasm", &wasm)?;
    let glue = assets.add("support-fit", "js", glue.as_bytes())?;
    let content = words::content(project)?;
    let css = assets.add("support-fit", "css", css(project, profile, &work, "index")?.as_bytes())?;
    let words = words::add(&content, &assets)?;
    staged.remove(&staging)?;
    let parts = loader::Parts {
        names: loader::Names { glue, wasm, css, words },
        content: &content,
        css: self::css(project, profile, &work, "first")?,
    };
    loader::write(project, profile, &parts, &work, &staging)?;
    frame::write(project, profile, &work, &staging, &assets)?;
    manifest::write(project, &work, &staging)?;
    offline::write(project, profile, &content, &work, &staging, &assets)?;

    if profile == Profile::Release {
        shipped::write(project, &staging)?;
        hosting::write(project, &staging)?;
        compress::folder(project, &staging)?;
        checksums::write(&staging)?;
        size::report(project, &staging)?;
    }
    Ok(())
}

/// One file for what comes with a split point: compressed together, its modules take a twelfth less.
fn later(project: &Project, profile: Profile, modules: &[split::Later], assets: &Assets) -> Result<LaterFiles> {
    wasm_opt::forget_later(project)?;
    let mut files = LaterFiles::new();
    for (n, point) in split::ORDER.into_iter().enumerate() {
        let (mut bytes, mut lengths) = (Vec::new(), Vec::new());
        for module in modules.iter().filter(|module| module.point == n) {
            let module = wasm_opt::optimize_later(project, profile, module)?;
            lengths.push(module.len());
            bytes.extend(module);
        }
        let name = format!("./{}", assets.add(&format!("support-fit-{point}"), "wasm", &bytes)?);
        files.push(LaterFile { point, name, lengths });
    }
    Ok(files)
}

/// The module that is shipped, and its interface.
fn application(
    project: &Project,
    profile: Profile,
    bindings: &Bindings,
    later: &LaterFiles,
    work: &Path,
) -> Result<(Vec<u8>, Interface)> {
    let built = super::read(&bindings.wasm)?;
    let interface = Interface::of(&built)?;
    match profile {
        Profile::Release => {
            let glue = glue::bundle(project, profile, bindings, &interface, later, work)?;
            wasm_opt::optimize(project, &bindings.wasm, &glue::called(&glue, &interface))
        }
        Profile::Development => Ok((built, interface)),
    }
}

/// A style sheet with what it imports.
fn css(project: &Project, profile: Profile, work: &Path, name: &str) -> Result<String> {
    let file = format!("{name}.css");
    let bundled = work.join(&file);
    esbuild::bundle(project, profile, &project.path("style").join(file), &bundled, &[])?;
    let css = fs::read_to_string(&bundled).context("esbuild wrote no text")?;
    Ok(if profile == Profile::Release { tight(&css) } else { css })
}

/// Without the spaces that esbuild leaves in the values of custom properties, since those may be anything. In ours they
/// mean nothing beside a comma, inside a bracket and behind the colon; no text of our style sheets has such a place.
fn tight(css: &str) -> String {
    [(", ", ","), ("( ", "("), (" )", ")"), (": ", ":")]
        .iter()
        .fold(css.to_owned(), |css, (from, to)| css.replace(from, to))
}

impl Staged {
    fn find(staging: &Path) -> Result<Self> {
        let entries = fs::read_dir(staging).with_context(|| format!("{} cannot be read", staging.display()))?;
        let mut names = Vec::new();
        for entry in entries {
            names.push(entry?.path());
        }
        let wasm = names.iter().find(|path| ends_with(path, "_bg.wasm"));
        let script = names.iter().find(|path| ends_with(path, ".js"));
        match (wasm, script) {
            (Some(wasm), Some(script)) => Ok(Self { script: script.clone(), wasm: wasm.clone() }),
            _ => bail!("Trunk left no WebAssembly or no JavaScript in {}", staging.display()),
        }
    }

    /// The assets are made of the same files, from where wasm-bindgen wrote them; snippets were bundled into the glue.
    fn remove(&self, staging: &Path) -> Result<()> {
        for file in [&self.script, &self.wasm] {
            fs::remove_file(file).with_context(|| format!("{} cannot be removed", file.display()))?;
        }
        let snippets = staging.join("snippets");
        if snippets.exists() {
            fs::remove_dir_all(&snippets).with_context(|| format!("{} cannot be removed", snippets.display()))?;
        }
        Ok(())
    }
}

fn ends_with(path: &Path, suffix: &str) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_custom_property_loses_the_spaces_that_mean_nothing() {
        assert_eq!(
            tight("a{--b: light-dark( rgb(0 0 0 / 1), #fff )}@container c (width < 3em){d e{f:g h}}"),
            "a{--b:light-dark(rgb(0 0 0 / 1),#fff)}@container c (width < 3em){d e{f:g h}}"
        );
    }
}
