//! Files named by the digest of their final bytes. Such a file never changes, so browsers may keep it for good.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::digest;

/// The folder of the named files, inside the folder that is deployed.
pub struct Assets {
    folder: PathBuf,
}

impl Assets {
    pub fn inside(staging: &Path) -> Self {
        Self { folder: staging.join("assets") }
    }

    /// Writes `bytes` as `NAME-DIGEST.EXTENSION` and returns that name.
    pub fn add(&self, name: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let file = format!("{name}-{}.{extension}", digest::short(bytes));
        super::write(&self.folder.join(&file), bytes)?;
        Ok(file)
    }
}

/// Whether `path` is named by its content.
pub fn is_named_by_content(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    stem.rsplit_once('-')
        .is_some_and(|(_, digest)| digest::SHORT <= digest.len() && digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_digest_makes_a_name_permanent() {
        assert!(is_named_by_content(Path::new("assets/words-en-ba7816bf.txt")));
        assert!(is_named_by_content(Path::new("page-666e9917c710c6f.css")));
        assert!(!is_named_by_content(Path::new("support-fit.js")));
        assert!(!is_named_by_content(Path::new("support-fit-1.2.3.js")));
    }
}
