//! What each file of the release folder weighs.

use std::{fs, path::Path};

use anyhow::{Result, ensure};

/// One file and its compressed copies, in bytes.
pub struct File {
    /// Relative to the folder.
    pub name: String,
    pub kind: Kind,
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

    /// What all files of `kind` weigh before compression.
    pub fn raw(&self, kind: Kind) -> usize {
        self.0.iter().filter(|file| file.kind.counts_as(kind)).map(|file| file.raw).sum()
    }

    /// What all files of `kind` weigh as they travel.
    pub fn brotli(&self, kind: Kind) -> usize {
        self.0.iter().filter(|file| file.kind.counts_as(kind)).map(|file| file.brotli).sum()
    }

    /// The largest file of `kind`.
    pub fn largest(&self, kind: Kind) -> usize {
        self.0.iter().filter(|file| file.kind.counts_as(kind)).map(|file| file.brotli).max().unwrap_or(0)
    }
}

impl Kind {
    fn of(name: &str) -> Self {
        match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
            _ if name == "support-fit.js" => Self::Loader,
            "wasm" => Self::WebAssembly,
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
            files.push(File { kind: Kind::of(&name), name, raw, gzip, brotli });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn the_copy_of_the_loader_and_the_pages_do_not_count() {
        assert_eq!(Kind::of("support-fit-1.2.3.js"), Kind::Other);
        assert_eq!(Kind::of("index.html"), Kind::Other);
        assert_eq!(Kind::of("page-0123456789abcdef.css"), Kind::Other);
    }

    #[test]
    fn the_loader_counts_as_javascript() {
        assert!(Kind::of("support-fit.js").counts_as(Kind::JavaScript));
        assert!(!Kind::of("assets/support-fit-0123456789abcdef.js").counts_as(Kind::Loader));
    }
}
