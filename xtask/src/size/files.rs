//! The size of each file in the release folder.

use std::{fs, path::Path};

use anyhow::{Result, ensure};

use crate::{
    build::{is_of_module, studio, translation},
    folder,
};

/// A file and its compressed copies, in bytes.
pub struct File {
    /// Relative to the folder.
    pub name: String,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    WebAssembly,
    /// Counts as JavaScript too.
    Loader,
    JavaScript,
    Css,
    /// English words.
    Words,
    /// Words in another language, loaded instead of the English ones.
    Translation,
    /// Of the studio, which visitors do not load.
    Studio,
    /// Not loaded by an element, or a copy of a file that is counted.
    Other,
}

/// When a visitor's browser fetches it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// Before the application takes over from the loader.
    Start,
    /// With the later module.
    Later,
    /// With the contact module, on pages with a contact.
    Contact,
}

/// The files that have compressed copies, the largest first.
pub struct Files(Vec<File>);

impl Files {
    pub fn measure(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        let all = if folder.is_dir() { folder::files(folder)? } else { Vec::new() };
        for (name, path) in all {
            let length =
                |suffix: &str| fs::metadata(format!("{}{suffix}", path.display())).map(|data| data.len() as usize);
            // Compressed copies have no copies themselves.
            if let (Ok(raw), Ok(gzip), Ok(brotli)) = (length(""), length(".gz"), length(".br")) {
                files.push(File { name, raw, gzip, brotli });
            }
        }
        ensure!(!files.is_empty(), "there is no release build to measure: `cargo xtask build` makes one");
        files.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
        Ok(Self(files))
    }

    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.0.iter()
    }

    /// The size of the files of `kind` before compression.
    pub fn raw(&self, kind: Kind) -> usize {
        self.0.iter().filter(|file| Kind::of(&file.name) == kind).map(|file| file.raw).sum()
    }

    /// The compressed size of the files of `kind` that a stage needs.
    pub fn brotli(&self, kind: Kind, stage: Stage) -> usize {
        let is_counted = |own| own == kind || (own, kind) == (Kind::Loader, Kind::JavaScript);
        let counts = |file: &&File| is_counted(Kind::of(&file.name)) && Stage::of(&file.name) == stage;
        self.0.iter().filter(counts).map(|file| file.brotli).sum()
    }

    /// The compressed size of the largest file of words in another language than English that a stage needs.
    pub fn largest_translation(&self, stage: Stage) -> usize {
        let counts = |file: &&File| Kind::of(&file.name) == Kind::Translation && Stage::of(&file.name) == stage;
        self.0.iter().filter(counts).map(|file| file.brotli).max().unwrap_or(0)
    }
}

impl Kind {
    fn of(name: &str) -> Self {
        if name.strip_prefix("assets/").unwrap_or(name).starts_with(studio::ASSETS) {
            return Self::Studio;
        }
        let Some(asset) = name.strip_prefix("assets/") else {
            return if name == "support-fit.js" { Self::Loader } else { Self::Other };
        };
        match asset.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "wasm" => Self::WebAssembly,
            // The script of the standalone page runs after the application has started.
            "js" if asset.starts_with("page-") => Self::Other,
            "js" => Self::JavaScript,
            "css" => Self::Css,
            "txt" if translation(asset).is_some() => Self::Translation,
            "txt" if asset.starts_with("words-") => Self::Words,
            _ => Self::Other,
        }
    }
}

impl Stage {
    fn of(name: &str) -> Self {
        let asset = name.strip_prefix("assets/").unwrap_or_default();
        match () {
            () if is_of_module(asset, "later") => Self::Later,
            () if is_of_module(asset, "contact") => Self::Contact,
            () => Self::Start,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Stage};

    #[test]
    fn only_files_that_an_element_loads_are_counted() {
        for name in ["support-fit-1.2.3.js", "index.html", "page-0123456789abcdef.css", "assets/page-01234567.js"] {
            assert_eq!(Kind::of(name), Kind::Other, "{name}");
        }
        for name in ["studio.html", "assets/studio-01234567.wasm", "assets/studio-preview-01234567.js"] {
            assert_eq!(Kind::of(name), Kind::Studio, "{name}");
        }
        assert_eq!(Kind::of("support-fit.js"), Kind::Loader);
        assert_eq!(Kind::of("assets/support-fit-01234567.js"), Kind::JavaScript);
        assert_eq!(Kind::of("assets/words-later-en-01234567.txt"), Kind::Words);
        assert_eq!(Kind::of("assets/words-later-en-GB-01234567.txt"), Kind::Translation);
    }

    #[test]
    fn the_stage_follows_from_the_name() {
        for (name, stage) in [
            ("assets/support-fit-01234567.wasm", Stage::Start),
            ("assets/support-fit-later-01234567.wasm", Stage::Later),
            ("assets/words-en-01234567.txt", Stage::Start),
            ("assets/words-later-en-01234567.txt", Stage::Later),
            ("assets/support-fit-contact-01234567.wasm", Stage::Contact),
            ("assets/words-contact-en-01234567.txt", Stage::Contact),
            ("assets/contact-01234567.js", Stage::Contact),
        ] {
            assert_eq!(Stage::of(name), stage, "{name}");
        }
    }
}
