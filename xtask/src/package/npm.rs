//! The npm package `support-fit`: the application of the release build, for pages that are built by a bundler.
//!
//! A bundler gives files other names and places, and finds them only if the code has `new URL("./FILE", import.meta.url)` and
//! `import("./FILE")` with the name written out. So the loader of the package has a table of all files instead of paths.
//!
//! A module that has crashed is never used again (`src/embed/application.js`). A page without a bundler imports the glue again
//! under another URL; in the package the glue is a function, and each call creates a new instance.
//!
//! What is written by hand is in `npm/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    build::{self, Profile, digest, esbuild},
    console, folder, process,
    project::Project,
    setup,
};

const NAME: &str = "support-fit";

/// Files of the project.
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Files of the release folder.
const SHIPPED: [&str; 7] = [
    "THIRD-PARTY.txt",
    "custom-elements.json",
    "sbom.cdx.json",
    "support-fit-react.d.ts",
    "support-fit-vue.d.ts",
    "support-fit.d.ts",
    "support-fit.schema.json",
];

/// The options with which the scripts are bundled.
pub struct Scripts<'a> {
    pub loader: &'a [String],
    pub glue: &'a [String],
    /// The file name of the glue.
    pub name: &'a str,
}

/// Where the content of the package is.
pub fn staged(project: &Project) -> PathBuf {
    project.cache().join("npm")
}

/// Writes the content of the package. `staging` is the release folder without compressed copies.
pub fn stage(project: &Project, scripts: &Scripts<'_>, work: &Path, staging: &Path) -> Result<()> {
    let package = staged(project);
    build::empty(&package)?;
    for (name, path) in folder::entries(&project.path("npm"))? {
        folder::copy(&path, &package.join(name))?;
    }
    let manifest = fs::read_to_string(package.join("package.json")).context("cannot read npm/package.json")?;
    build::write(&package.join("package.json"), versioned(&manifest, &project.locked_version(NAME)?))?;
    for name in LICENSES {
        folder::copy(&project.path(name), &package.join(name))?;
    }
    for name in SHIPPED {
        folder::copy(&staging.join(name), &package.join(name))?;
    }

    let (mut fetched, mut imported) = (Vec::new(), Vec::new());
    for (name, path) in folder::entries(&staging.join("assets"))? {
        let kind = path.extension().and_then(|extension| extension.to_str());
        let packaged = match kind {
            Some("txt" | "wasm") => name.clone(),
            // Next.js with webpack empties style sheets that no page imports.
            Some("css") => format!("{name}.txt"),
            Some("js") if name.starts_with("contact-") => name.clone(),
            // The glue is bundled below; the rest is for our own pages.
            _ => continue,
        };
        build::write(&package.join("assets").join(&packaged), build::read(&path)?)?;
        match kind {
            Some("js") => imported.push(name),
            _ => fetched.push((name, packaged)),
        }
    }
    let table = work.join("files.js");
    build::write(&table, self::table(&fetched, &imported, scripts.name))?;

    let bundled = esbuild::constant("SUPPORT_FIT_IS_BUNDLED", "true");
    let script = |name: &str, constants: &[String], options: &[String]| {
        let options = [constants, options, std::slice::from_ref(&bundled)].concat();
        esbuild::script(project, Profile::Release, name, work, &options)
    };
    let factory = [
        "--format=iife".to_owned(),
        "--global-name=glue".to_owned(),
        "--banner:js=export function create(SUPPORT_FIT_ADDRESS, SUPPORT_FIT_IMPORT) {".to_owned(),
        "--footer:js=return glue;}".to_owned(),
    ];
    build::write(&package.join("assets").join(scripts.name), script("glue", scripts.glue, &factory)?)?;
    let options = [esbuild::inject(&table), "--external:./assets/*".to_owned()];
    build::write(&package.join("support-fit.js"), script("support-fit", scripts.loader, &options)?)
}

/// What the loader gets instead of `src/embed/files.js`. Paths are looked up by their file names, and fragments do not matter.
/// Of files that are fetched, the names in the build and in the package differ.
fn table(fetched: &[(String, String)], imported: &[String], glue: &str) -> String {
    let mut table = "const addresses = {\n".to_owned();
    for (name, packaged) in fetched {
        // Vite would write small texts into its script, as addresses that strict policies block.
        let query = if packaged.ends_with(".txt") { "?no-inline" } else { "" };
        table += &format!("  \"{name}\": new URL(\"./assets/{packaged}{query}\", import.meta.url).href,\n");
    }
    table += "};\nconst scripts = {\n";
    for file in imported {
        table += &format!("  \"{file}\": () => import(\"./assets/{file}\"),\n");
    }
    let create = "create(SUPPORT_FIT_ADDRESS, SUPPORT_FIT_IMPORT)";
    table += &format!("  \"{glue}\": async () => (await import(\"./assets/{glue}\")).{create},\n}};\n");
    table
        + "const nameOf = (path) => path.replace(/.*\\/|#.*/g, \"\");\n\
           export const SUPPORT_FIT_ADDRESS = (path) => addresses[nameOf(path)] ?? \"\";\n\
           export const SUPPORT_FIT_IMPORT = (path) => scripts[nameOf(path)]();\n"
}

/// The manifest with the version of the project.
fn versioned(manifest: &str, version: &str) -> String {
    manifest.replace("\"version\": \"0.0.0\"", &format!("\"version\": \"{version}\""))
}

/// Packs the content, which the release build has written. npm gives all entries the same date, so the same content results in
/// the same bytes. Returns the path of the package.
pub fn pack(project: &Project) -> Result<PathBuf> {
    console::heading("Packing for npm");
    let folder = super::folder(project);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let mut npm = setup::npm(project);
    npm.args(["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination"]).arg(&folder).arg(staged(project));
    let package = folder.join(process::output(&mut npm)?);
    console::detail(&format!("{}: {}", package.display(), digest::integrity(&build::read(&package)?)));
    Ok(package)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_has_the_version_of_the_project() {
        let manifest = fs::read_to_string(Project::find().unwrap().path("npm/package.json")).unwrap();
        assert!(versioned(&manifest, "1.2.3").contains("\"version\": \"1.2.3\",\n"));
    }

    #[test]
    fn every_file_name_is_written_out_for_bundlers() {
        let fetched = [("a.wasm", "a.wasm"), ("b.css", "b.css.txt")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let table = table(&fetched, &["contact.js".to_owned()], "glue.js");
        for file in ["a.wasm", "b.css.txt?no-inline"] {
            assert!(table.contains(&format!("new URL(\"./assets/{file}\", import.meta.url)")), "{file}");
        }
        for script in ["contact.js", "glue.js"] {
            assert!(table.contains(&format!("import(\"./assets/{script}\")")), "{script}");
        }
    }
}
