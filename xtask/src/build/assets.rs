//! Files named by the digest of their content. They never change, so browsers may cache them forever.

use std::path::{Path, PathBuf};

use anyhow::Result;
use content::words::{Part, REFERENCE};

use super::digest;

/// The folder `assets`.
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
        self.add_as(&file, bytes)?;
        Ok(file)
    }

    /// Writes a file whose name has a digest of more than its own content.
    pub fn add_as(&self, file: &str, bytes: &[u8]) -> Result<()> {
        super::write(&self.folder.join(file), bytes)
    }
}

/// Whether the name of `path` contains a digest.
pub fn is_named_by_content(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let digest = stem.rsplit_once('-').map_or("", |(_, digest)| digest);
    digest.len() >= digest::SHORT && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The language of an asset with words in another language than English. Visitors fetch those of one language only.
pub fn translation(name: &str) -> Option<&str> {
    let language = |kind: &str| name.strip_prefix(kind)?.rsplit_once('-').map(|(language, _)| language);
    // The last first, since the names of all begin with that of the first.
    let found = Part::ALL.iter().rev().find_map(|part| language(&format!("{}-", part.file())))?;
    (found != REFERENCE).then_some(found)
}

/// Whether an asset is fetched with the later module (`later`) or with the contact module (`contact`), by its name.
pub fn is_of_module(name: &str, module: &str) -> bool {
    let name = ["support-fit-", "words-"].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
    name.strip_prefix(module).is_some_and(|rest| rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_needs_a_digest_to_be_permanent() {
        let named = |name: &str| is_named_by_content(Path::new(name));
        assert!(named("assets/words-en-ba7816bf.txt") && named("page-666e9917c710c6f.css"));
        assert!(!named("support-fit.js") && !named("support-fit-1.2.3.js"));
    }

    #[test]
    fn english_words_are_no_translation() {
        for (language, expected) in [("en", None), ("en-GB", Some("en-GB")), ("de", Some("de"))] {
            for part in ["words", "words-later", "words-contact"] {
                assert_eq!(translation(&format!("{part}-{language}-01234567.txt")), expected, "{part} {language}");
            }
        }
        assert_eq!(translation("support-fit-later-01234567.wasm"), None);
    }
}
