//! `support-fit-wordpress.zip`: the plugin in `wordpress/` with the files of the release folder that it needs. It is next to the
//! release folder and not in it, because visitors do not load it.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use config::{Setting, documentation::Shape};
use serde_json::{Map, Value, json};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::{
    checksums::CHECKSUMS,
    digest::{hexadecimal, integrity},
};
use crate::{console, folder, project::Project};

pub const NAME: &str = "support-fit-wordpress.zip";

/// The folder in the archive. WordPress installs the plugin under this name.
const FOLDER: &str = "support-fit";

/// Replaced in text files.
const VERSION: &str = "{version}";

/// Assets of the element. A name without its digest, or the start of one that ends in `-`.
const OF_THE_ELEMENT: [&str; 5] = ["contact", "support-fit", "support-fit-contact", "support-fit-later", "words-"];

/// Assets of our own pages, which are not in the plugin: `frame.html` would be on the origin of the administration.
const OF_OUR_PAGES: [&str; 8] =
    ["app-192", "app-512", "frame", "page", "studio", "studio-preview", "studio-test", "studio-worker"];

/// What an author may choose from on a page (`wordpress/includes/assessment.php`).
const CHOICES: [Setting; 3] = [Setting::Flow, Setting::Loading, Setting::Theme];

/// Where packages are written.
pub fn path(project: &Project) -> PathBuf {
    path_in(project.target())
}

/// Its path in a target folder of cargo.
pub fn path_in(target: &Path) -> PathBuf {
    target.join("packages").join(NAME)
}

/// Writes the plugin. The release folder must exist.
pub fn write(project: &Project) -> Result<()> {
    let bytes = packed(project, &project.locked_version("support-fit")?)?;
    let path = path(project);
    super::write(&path, &bytes)?;
    console::heading("WordPress plugin");
    console::detail(&format!("{}, {} bytes", path.display(), console::grouped(bytes.len())));
    console::detail(&format!("SHA-256: {}", hexadecimal(&bytes)));
    Ok(())
}

/// The archive, with `version` as the version of the plugin.
pub fn packed(project: &Project, version: &str) -> Result<Vec<u8>> {
    archive(&in_folder(files(&project.path(""), &project.dist(), version)?))
}

/// The files by their paths in the archive.
fn in_folder(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    files.into_iter().map(|(name, bytes)| (format!("{FOLDER}/{name}"), bytes)).collect()
}

/// A zip of files by their paths, always the same bytes for the same files.
pub fn archive(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files of the plugin, by their paths in its folder.
fn files(root: &Path, dist: &Path, version: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for (name, path) in folder::files(&root.join("wordpress"))? {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        files.insert(name, text.replace(VERSION, version).into_bytes());
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files.insert(name.to_owned(), super::read(&root.join(name))?);
    }
    let widget = Widget::read(dist)?;
    let text = format!("{:#}\n", widget.described(version)?);
    files.insert("build.json".to_owned(), text.into_bytes());
    files.insert("support-fit.schema.json".to_owned(), widget.checked("support-fit.schema.json")?);
    let mut checksums = String::new();
    for (name, digest) in &widget.needed {
        files.insert(format!("widget/{name}"), widget.checked(name)?);
        checksums += &format!("{digest}  {name}\n");
    }
    files.insert(format!("widget/{CHECKSUMS}"), checksums.into_bytes());
    Ok(files)
}

/// The release folder.
struct Widget<'a> {
    dist: &'a Path,
    digests: BTreeMap<String, String>,
    /// The files of the element, with their digests.
    needed: BTreeMap<String, String>,
}

impl<'a> Widget<'a> {
    fn read(dist: &'a Path) -> Result<Self> {
        let list = fs::read_to_string(dist.join(CHECKSUMS))
            .context("dist/ is not a release build. Remedy: `cargo xtask build`")?;
        let line = |line: &str| line.split_once("  ").map(|(digest, name)| (name.to_owned(), digest.to_owned()));
        let digests: BTreeMap<_, _> = list.lines().filter_map(line).collect();
        let mut needed = BTreeMap::new();
        for (name, digest) in &digests {
            if is_needed(name)? {
                needed.insert(name.clone(), digest.clone());
            }
        }
        Ok(Self { dist, digests, needed })
    }

    /// The content of a file, which has to be that of the build.
    fn checked(&self, name: &str) -> Result<Vec<u8>> {
        let bytes = super::read(&self.dist.join(name))?;
        ensure!(
            self.digests.get(name) == Some(&hexadecimal(&bytes)),
            "dist/{name} is not what the build wrote. Remedy: `cargo xtask build`"
        );
        Ok(bytes)
    }

    /// The one needed file for which this holds.
    fn find(&self, what: &str, is_it: impl Fn(&str) -> bool) -> Result<&str> {
        let mut found = self.needed.keys().map(String::as_str).filter(|name| is_it(name));
        match (found.next(), found.next()) {
            (Some(name), None) => Ok(name),
            _ => bail!("dist/ does not have exactly one {what}. Remedy: `cargo xtask build`"),
        }
    }

    /// The languages that have words.
    fn languages(&self) -> Vec<&str> {
        let words = self.needed.keys().filter_map(|name| name.strip_prefix("assets/words-"));
        let is_of_module = |tag: &str| tag.starts_with("later-") || tag.starts_with("contact-");
        words.map(without_digest).filter(|tag| !is_of_module(tag)).collect()
    }

    /// What the PHP has to know: `build.json`.
    fn described(&self, version: &str) -> Result<Value> {
        let loader = self.find("loader", is_loader)?;
        let wasm = self.find("start module", |name| {
            name.ends_with(".wasm") && name.strip_prefix("assets/").map(without_digest) == Some("support-fit")
        })?;
        let attribute = |setting: Setting| Some((setting.key()?.to_owned(), setting.attribute()?.into()));
        let attributes: Map<String, Value> = Setting::all().filter_map(attribute).collect();
        let mut choices = Map::new();
        for setting in CHOICES {
            if let (Some(name), Shape::Choice(words, _)) = (setting.attribute(), setting.documentation().shape) {
                choices.insert(name.to_owned(), json!(words));
            }
        }
        Ok(json!({
            "version": version,
            "loader": loader,
            "integrity": integrity(&self.checked(loader)?),
            "wasm": wasm.trim_start_matches("assets/"),
            "attributes": attributes,
            "choices": choices,
            "languages": self.languages(),
        }))
    }
}

/// Whether a file of the release folder belongs into the plugin. Servers of WordPress compress files themselves.
fn is_needed(name: &str) -> Result<bool> {
    if name.ends_with(".br") || name.ends_with(".gz") {
        return Ok(false);
    }
    let Some(asset) = name.strip_prefix("assets/") else { return Ok(is_loader(name) || name == "THIRD-PARTY.txt") };
    let stem = without_digest(asset);
    let is_in =
        |list: &[&str]| list.iter().any(|known| *known == stem || (known.ends_with('-') && stem.starts_with(known)));
    ensure!(
        is_in(&OF_THE_ELEMENT) || is_in(&OF_OUR_PAGES),
        "xtask/src/build/wordpress.rs does not know whether the plugin needs {name}. Remedy: add it to a list there"
    );
    Ok(is_in(&OF_THE_ELEMENT))
}

/// The loader with the version in its name.
fn is_loader(name: &str) -> bool {
    name.strip_prefix("support-fit-")
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()) && rest.ends_with(".js"))
}

/// The name of an asset without digest and extension.
fn without_digest(asset: &str) -> &str {
    let stem = asset.split_once('.').map_or(asset, |(stem, _)| stem);
    stem.rsplit_once('-').map_or(stem, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDGET: [&str; 15] = [
        "404.html",
        "THIRD-PARTY.txt",
        "assets/frame-00000001.js",
        "assets/studio-00000005.wasm",
        "assets/support-fit-00000002.wasm",
        "assets/support-fit-00000002.wasm.br",
        "assets/support-fit-later-00000003.wasm",
        "assets/words-en-GB-00000005.txt",
        "assets/words-later-en-00000004.txt",
        "frame.html",
        "studio.html",
        "support-fit-1.2.3.js",
        "support-fit.js",
        "support-fit.schema.json",
        "sw.js",
    ];

    /// A release folder, removed afterward.
    fn with_dist<T>(name: &str, test: impl FnOnce(&Path) -> T) -> T {
        let dist = std::env::temp_dir().join(format!("support-fit-wordpress-{name}-{}", std::process::id()));
        for name in WIDGET {
            crate::build::write(&dist.join(name), name).unwrap();
        }
        crate::build::checksums::write(&dist).unwrap();
        let outcome = test(&dist);
        fs::remove_dir_all(&dist).unwrap();
        outcome
    }

    fn root() -> PathBuf {
        Project::find().unwrap().path("")
    }

    fn sources() -> Vec<(String, String)> {
        let files = folder::files(&root().join("wordpress")).unwrap().into_iter();
        files.map(|(name, path)| (name, fs::read_to_string(path).unwrap())).collect()
    }

    // @threat-wordpress
    #[test]
    fn the_plugin_has_the_files_of_the_element_and_none_of_our_own_pages() {
        let files = with_dist("files", |dist| files(&root(), dist, "1.2.3").unwrap());
        let widget: Vec<&str> = files.keys().filter_map(|name| name.strip_prefix("widget/")).collect();
        assert_eq!(
            widget,
            [
                "SHA256SUMS",
                "THIRD-PARTY.txt",
                "assets/support-fit-00000002.wasm",
                "assets/support-fit-later-00000003.wasm",
                "assets/words-en-GB-00000005.txt",
                "assets/words-later-en-00000004.txt",
                "support-fit-1.2.3.js",
            ]
        );
        let plugin: Vec<&str> = files.keys().map(String::as_str).filter(|name| !name.starts_with("widget/")).collect();
        assert_eq!(
            plugin,
            [
                "LICENSE-APACHE",
                "LICENSE-MIT",
                "block.json",
                "build.json",
                "editor.js",
                "includes/assessment.php",
                "includes/configuration.php",
                "includes/editor.php",
                "includes/fields.php",
                "includes/loader.php",
                "includes/privacy.php",
                "includes/schema.php",
                "includes/settings.php",
                "readme.txt",
                "settings.js",
                "style.css",
                "support-fit.php",
                "support-fit.schema.json",
                "uninstall.php",
            ]
        );
    }

    #[test]
    fn the_plugin_knows_the_languages_of_the_build() {
        let files = with_dist("languages", |dist| files(&root(), dist, "1.2.3").unwrap());
        let build: Value = serde_json::from_slice(&files["build.json"]).unwrap();
        assert_eq!(build["languages"], json!(["en-GB"]));
    }

    #[test]
    fn the_same_files_give_the_same_archive() {
        let twice = with_dist("twice", |dist| {
            [(); 2].map(|()| {
                // Other times, which must not be in the archive.
                crate::build::write(&dist.join("THIRD-PARTY.txt"), "THIRD-PARTY.txt").unwrap();
                archive(&in_folder(files(&root(), dist, "1.2.3").unwrap())).unwrap()
            })
        });
        assert!(twice[0] == twice[1]);
        let mut archive = zip::ZipArchive::new(Cursor::new(&twice[0])).unwrap();
        for n in 0..archive.len() {
            let file = archive.by_index(n).unwrap();
            let name = file.name().unwrap();
            assert!(name.starts_with("support-fit/"), "{name}");
            assert_eq!(file.last_modified(), Some(DateTime::default()), "{name}");
        }
    }

    #[test]
    fn plugin_readme_and_block_have_the_version_of_the_crate() {
        let version = Project::find().unwrap().locked_version("support-fit").unwrap();
        let files = with_dist("version", |dist| files(&root(), dist, &version).unwrap());
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        assert!(text("support-fit.php").contains(&format!(" * Version:           {version}\n")));
        assert!(text("readme.txt").contains(&format!("\nStable tag: {version}\n")));
        assert!(text("block.json").contains(&format!("\"version\": \"{version}\"")));
        assert!(text("build.json").contains(&format!("\"version\": \"{version}\"")));
        assert!(
            files
                .iter()
                .all(|(name, bytes)| name.starts_with("widget/") || !String::from_utf8_lossy(bytes).contains(VERSION))
        );
    }

    #[test]
    fn a_file_that_the_build_did_not_write_is_not_packed() {
        let error = with_dist("changed", |dist| {
            crate::build::write(&dist.join("support-fit-1.2.3.js"), "changed").unwrap();
            files(&root(), dist, "1.2.3").err().unwrap()
        });
        assert!(error.to_string().contains("support-fit-1.2.3.js is not what the build wrote"), "{error}");
    }

    #[test]
    fn an_asset_of_an_unknown_kind_stops_the_build() {
        assert!(is_needed("assets/new-thing-00000001.js").is_err());
        assert!(is_needed("assets/words-de-00000001.txt").unwrap());
        for name in ["page-00000001.js", "studio-00000001.wasm", "studio-worker-00000001.js"] {
            assert!(!is_needed(&format!("assets/{name}")).unwrap(), "{name}");
        }
    }

    // @threat-wordpress
    #[test]
    fn no_php_file_can_be_opened_by_its_address() {
        for (name, text) in sources().into_iter().filter(|(name, _)| name.ends_with(".php")) {
            assert!(text.contains("\ndefined( 'ABSPATH' ) || exit;\n"), "{name}");
        }
    }

    // @threat-wordpress
    #[test]
    fn the_plugin_prints_no_inline_script_or_style_but_a_color_and_runs_no_code_from_elsewhere() {
        for (name, text) in sources().into_iter().filter(|(name, _)| name.ends_with(".php")) {
            let allowed = ["<script type=\"application/json\" id=\"' . $id", "\"<script$html></script>"];
            let scripts = text.matches("<script").count();
            let known: usize = allowed.iter().map(|allowed| text.matches(allowed).count()).sum();
            assert_eq!(scripts, known, "{name}");
            let color = "wp_add_inline_style( HANDLE, 'support-fit{--support-fit-accent:' . accent() . '}' );";
            let text = text.replace(color, "");
            for forbidden in [
                "<style",
                " style=",
                "onclick",
                "frame.html",
                "sw.js",
                "serviceWorker",
                "wp_add_inline",
                "wp_localize_script",
                "unserialize",
                "eval(",
                "base64_decode",
                "wp_remote_",
                "curl_",
                "http://",
            ] {
                assert!(!text.contains(forbidden), "{name} has {forbidden}");
            }
        }
    }

    #[test]
    fn the_plugin_reserves_the_height_as_the_guide_says() {
        let snippet = fs::read_to_string(root().join("docs/snippets/style.css")).unwrap();
        let style = fs::read_to_string(root().join("wordpress/style.css")).unwrap();
        assert!(style.ends_with(&snippet));
    }

    #[test]
    fn the_readme_and_the_plugin_suggest_the_same_text_for_the_privacy_policy() {
        let sources: BTreeMap<_, _> = sources().into_iter().collect();
        let policy = &sources["includes/privacy.php"];
        let paragraphs: Vec<&str> = policy.lines().filter_map(|line| line.trim().strip_prefix("__( '")).collect();
        assert_eq!(paragraphs.len(), 2);
        for paragraph in paragraphs {
            let text = paragraph.split_once("', ").unwrap().0;
            assert!(sources["readme.txt"].contains(text), "readme.txt lacks: {text}");
        }
    }

    // @threat-wordpress
    #[test]
    fn authors_cannot_choose_where_visitors_are_led_or_who_receives_answers() {
        let sources: BTreeMap<_, _> = sources().into_iter().collect();
        let block: Value = serde_json::from_str(&sources["block.json"]).unwrap();
        let mut known: Vec<&str> = CHOICES.iter().filter_map(|setting| setting.attribute()).chain(["lang"]).collect();
        known.sort_unstable();
        let named: Vec<&str> = block["attributes"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(named, known);
        for setting in CHOICES {
            let Shape::Choice(words, _) = setting.documentation().shape else { panic!("{setting:?}") };
            assert_eq!(block["attributes"][setting.attribute().unwrap()]["enum"], json!(words));
        }
    }
}
