//! Trunk's `post_build` hook: turns what Trunk staged into the folder to deploy.
//!
//! Trunk names files before they are optimized, so different bytes can get the same name, and its minifier fails on the
//! JavaScript of wasm-bindgen. Therefore files are named here, by their final bytes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use config::documentation::FrameParameter;
use serde_json::json;

use super::{
    Profile, Receivers, assets::Assets, checksums, compress, esbuild, frame, hosting, loader, manifest, offline,
    shipped, studio, wasm, words,
};
use crate::{
    folder,
    package::npm::{self, Scripts},
    project::Project,
    settings, size,
};

/// Finishes the folder in `TRUNK_STAGING_DIR`.
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
    remove_bindings_of_trunk(&staging)?;
    let assets = Assets::inside(&staging);
    let scripts = studio::compiled_during(project, profile, || widget(project, profile, &work, &staging, &assets))?;
    if profile == Profile::Release {
        shipped::write(project, &staging)?;
        npm::stage(project, &scripts.for_npm(), &work, &staging)?;
    }
    // After what visitors and their bundlers load.
    studio::write(project, profile, &work, &staging, &assets)?;
    if profile == Profile::Release {
        hosting::write(project, &staging, &Receivers::of_the_hook()?)?;
        compress::folder(project, &staging)?;
        checksums::write(&staging)?;
        size::report(project, &staging)?;
    }
    Ok(())
}

/// The options with which the scripts of the element were bundled.
struct Constants {
    loader: [String; 2],
    glue: Vec<String>,
    /// The file name of the glue.
    name: String,
}

impl Constants {
    fn for_npm(&self) -> Scripts<'_> {
        Scripts { loader: &self.loader, glue: &self.glue, name: &self.name }
    }
}

/// Adds everything that visitors load.
fn widget(project: &Project, profile: Profile, work: &Path, staging: &Path, assets: &Assets) -> Result<Constants> {
    let content = words::content(project)?;
    let Application { glue, wasm, constants } = application(project, profile, work, assets)?;
    let css = assets.add("support-fit", "css", self::css(project, profile, work, "index")?.as_bytes())?;
    let parts = loader::Parts {
        names: loader::Names { glue, wasm, css, words: words::add(&content, assets)? },
        content: &content,
        css: self::css(project, profile, work, "first")?,
    };
    let loader = loader::constants(&parts)?;
    loader::write(project, profile, &loader, work, staging)?;
    frame::write(project, profile, work, staging, assets)?;
    manifest::write(project, work, staging)?;
    for draft in settings::DRAFTS {
        super::write(&staging.join(draft.file), draft.text())?;
    }
    offline::write(project, profile, &content, work, staging, assets)?;
    Ok(Constants { loader, glue: constants, name: parts.names.glue })
}

/// The names of the glue and of the start module, and the options with which the glue was bundled.
struct Application {
    glue: String,
    wasm: String,
    constants: Vec<String>,
}

/// Adds the WebAssembly modules and their JavaScript.
fn application(project: &Project, profile: Profile, work: &Path, assets: &Assets) -> Result<Application> {
    let wasm = wasm::build(project, profile)?;
    let [later, contact] = match &wasm.others {
        Some([later, contact]) => {
            let add = |name: &str, module: &[u8]| assets.add(name, "wasm", module).map(Some);
            [add("support-fit-later", later)?, add("support-fit-contact", contact)?]
        }
        None => [None, None],
    };
    let style = assets.add("support-fit-later", "css", css(project, profile, work, "later")?.as_bytes())?;
    let contact_style = json!(css(project, profile, work, "contact")?).to_string();
    let contact_style = [esbuild::constant("SUPPORT_FIT_CONTACT_CSS", &contact_style)];
    let script = assets.add("contact", "js", &esbuild::script(project, profile, "contact", work, &contact_style)?)?;
    let query = settings::frame_parameters(&[FrameParameter::Always, FrameParameter::Checked]);
    let constants = vec![
        esbuild::alias("support-fit-bindings", &wasm.bindings),
        esbuild::constant("SUPPORT_FIT_LATER", &json!(later).to_string()),
        esbuild::constant("SUPPORT_FIT_LATER_CSS", &json!(format!("assets/{style}")).to_string()),
        esbuild::constant("SUPPORT_FIT_CONTACT", &json!(contact).to_string()),
        esbuild::constant("SUPPORT_FIT_CONTACT_JS", &json!(script).to_string()),
        esbuild::constant("SUPPORT_FIT_FRAME_QUERY", &json!(query).to_string()),
    ];
    let options = [constants.as_slice(), &esbuild::own_paths(project)].concat();
    let glue = esbuild::script(project, profile, "glue", work, &options)?;
    let (glue, wasm) = (assets.add("support-fit", "js", &glue)?, assets.add("support-fit", "wasm", &wasm.start)?);
    Ok(Application { glue, wasm, constants })
}

/// Bundles a style sheet.
fn css(project: &Project, profile: Profile, work: &Path, name: &str) -> Result<String> {
    let file = format!("{name}.css");
    let bundled = work.join(&file);
    esbuild::bundle(project, profile, &project.path("style").join(file), &bundled, &[])?;
    fs::read_to_string(&bundled).with_context(|| format!("cannot read {}", bundled.display()))
}

/// Removes the output of Trunk's own run of wasm-bindgen, which [`wasm::build`] replaces.
fn remove_bindings_of_trunk(staging: &Path) -> Result<()> {
    for (name, path) in folder::entries(staging)? {
        let removed = match name.as_str() {
            "snippets" => fs::remove_dir_all(&path),
            name if name.ends_with(".wasm") || name.ends_with(".js") => fs::remove_file(&path),
            _ => Ok(()),
        };
        removed.with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}
