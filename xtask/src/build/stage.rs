//! Trunk's `post_build` hook: makes of what Trunk staged the folder that is deployed.
//!
//! Trunk names files before they are optimized, so that different bytes can get the same name, and its minifier fails on
//! the JavaScript of wasm-bindgen. So both are done here, after it, on the final bytes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::{Profile, assets::Assets, compress, esbuild, loader, wasm_opt, words};
use crate::{project::Project, size};

/// Trunk's output, as it names it.
struct Staged {
    glue: PathBuf,
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
    let wasm = add_wasm(project, profile, &staged, &assets)?;
    let glue = add_glue(project, profile, &staged, &wasm, &work, &assets)?;
    let css = add_css(project, profile, &work, &assets)?;
    let words = words::add(project, &assets)?;
    staged.remove(&staging)?;
    loader::write(project, profile, &loader::Names { glue, wasm, css, words }, &work, &staging)?;

    if profile == Profile::Release {
        compress::folder(project, &staging)?;
        size::report(project, &staging)?;
    }
    Ok(())
}

fn add_wasm(project: &Project, profile: Profile, staged: &Staged, assets: &Assets) -> Result<String> {
    let bytes = match profile {
        Profile::Release => wasm_opt::optimize(project, &staged.wasm)?,
        Profile::Development => super::read(&staged.wasm)?,
    };
    assets.add("support-fit", "wasm", &bytes)
}

/// The glue is always told where the module is; its own default is mended all the same.
fn add_glue(
    project: &Project,
    profile: Profile,
    staged: &Staged,
    wasm: &str,
    work: &Path,
    assets: &Assets,
) -> Result<String> {
    let bundled = work.join("glue.js");
    esbuild::bundle(project, profile, &staged.glue, &bundled, &[])?;
    let text = fs::read_to_string(&bundled).context("esbuild wrote no text")?;
    let default = staged.wasm.file_name().and_then(|name| name.to_str()).context("a file has a name")?;
    assets.add("support-fit", "js", text.replace(default, wasm).as_bytes())
}

fn add_css(project: &Project, profile: Profile, work: &Path, assets: &Assets) -> Result<String> {
    let bundled = work.join("support-fit.css");
    esbuild::bundle(project, profile, &project.path("style/index.css"), &bundled, &[])?;
    assets.add("support-fit", "css", &super::read(&bundled)?)
}

impl Staged {
    fn find(staging: &Path) -> Result<Self> {
        let entries = fs::read_dir(staging).with_context(|| format!("{} cannot be read", staging.display()))?;
        let mut names = Vec::new();
        for entry in entries {
            names.push(entry?.path());
        }
        let wasm = names.iter().find(|path| ends_with(path, "_bg.wasm"));
        let glue = names.iter().find(|path| ends_with(path, ".js"));
        match (wasm, glue) {
            (Some(wasm), Some(glue)) => Ok(Self { glue: glue.clone(), wasm: wasm.clone() }),
            _ => bail!("Trunk left no WebAssembly or no JavaScript in {}", staging.display()),
        }
    }

    /// Their contents are in the assets now; snippets were bundled into the glue.
    fn remove(&self, staging: &Path) -> Result<()> {
        for file in [&self.glue, &self.wasm] {
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
