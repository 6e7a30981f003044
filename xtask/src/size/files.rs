//! What each file of the release folder weighs.

use std::{fs, path::Path};

use anyhow::{Result, ensure};

/// One file and its compressed copies, in bytes.
pub struct File {
    /// Relative to the folder.
    pub name: String,
    pub kind: Kind,
    pub stage: Stage,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

/// What a file is to the visitor's browser.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    WebAssembly,
    /// The loader is JavaScript too, and counts as such.
    Loader,
    JavaScript,
    Css,
    Words,
    /// Pages, and copies of files that are already counted.
    Other,
}

/// When a visitor's browser fetches it.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Stage {
    /// Before the application takes over from the loader.
    Start,
    /// With the later module.
    Later,
}

/// The files that were compressed.
pub struct Files(Vec<File>);

impl Files {
    pub fn measure(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        if folder.is_dir() {
            collect(folder, "", &mut files)?;
        }
        ensure!(!files.is_empty(), "there is no release build to measure: `cargo xtask build` makes one");
        files.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
        Ok(Self(files))
    }

    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.0.iter()
    }

    /// What the files of `kind` that a stage needs weigh before compression.
    pub fn raw(&self, kind: Kind, stage: Stage) -> usize {
        self.0.iter().filter(|file| file.kind.counts_as(kind) && file.stage == stage).map(|file| file.raw).sum()
    }

    /// What the files of `kind` that a stage needs weigh as they travel; of the words, those of one language, the longest.
    pub fn brotli(&self, kind: Kind, stage: Stage) -> usize {
        let sizes =
            self.0.iter().filter(|file| file.kind.counts_as(kind) && file.stage == stage).map(|file| file.brotli);
        if kind == Kind::Words { sizes.max().unwrap_or(0) } else { sizes.sum() }
    }
}

impl Kind {
    fn of(name: &str) -> Self {
        match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
            _ if name == "support-fit.js" => Self::Loader,
            "wasm" => Self::WebAssembly,
            // What the stand-alone page does once the application is there.
            "js" if name.starts_with("assets/page-") => Self::Other,
            "js" if name.starts_with("assets/") => Self::JavaScript,
            "css" if name.starts_with("assets/") => Self::Css,
            "txt" if name.starts_with("assets/words-") => Self::Words,
            _ => Self::Other,
        }
    }

    fn counts_as(self, kind: Self) -> bool {
        self == kind || (self == Self::Loader && kind == Self::JavaScript)
    }
}

impl Stage {
    pub const ALL: [Self; 2] = [Self::Start, Self::Later];

    fn of(name: &str) -> Self {
        let name = name.trim_start_matches("assets/");
        let is_later = ["support-fit-later-", "words-later-"].iter().any(|start| name.starts_with(start));
        if is_later { Self::Later } else { Self::Start }
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
            continue;
        }
        let length = |suffix: &str| fs::metadata(format!("{}{suffix}", path.display())).map(|data| data.len() as usize);
        // Compressed copies have none of their own.
        if let (Ok(raw), Ok(gzip), Ok(brotli)) = (length(""), length(".gz"), length(".br")) {
            files.push(File { kind: Kind::of(&name), stage: Stage::of(&name), name, raw, gzip, brotli });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Kind, Stage};

    #[test]
    fn the_copy_of_the_loader_and_the_pages_do_not_count() {
        assert_eq!(Kind::of("support-fit-1.2.3.js"), Kind::Other);
        assert_eq!(Kind::of("index.html"), Kind::Other);
        assert_eq!(Kind::of("page-0123456789abcdef.css"), Kind::Other);
        assert_eq!(Kind::of("assets/page-01234567.js"), Kind::Other);
    }

    #[test]
    fn a_file_says_by_its_name_what_it_comes_with() {
        assert_eq!(Stage::of("assets/support-fit-01234567.wasm"), Stage::Start);
        assert_eq!(Stage::of("assets/support-fit-later-01234567.wasm"), Stage::Later);
        assert_eq!(Stage::of("assets/words-en-01234567.txt"), Stage::Start);
        assert_eq!(Stage::of("assets/words-later-en-01234567.txt"), Stage::Later);
    }

    #[test]
    fn the_loader_counts_as_javascript() {
        assert!(Kind::of("support-fit.js").counts_as(Kind::JavaScript));
        assert!(!Kind::of("assets/support-fit-0123456789abcdef.js").counts_as(Kind::Loader));
    }
}
