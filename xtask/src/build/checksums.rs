//! `SHA256SUMS`: the digest of every other file of the release folder, as `sha256sum --check` reads them. Its own digest
//! stands for the whole folder.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;

use super::digest::hexadecimal;
use crate::{console, folder};

/// In the folder.
pub const CHECKSUMS: &str = "SHA256SUMS";

/// Adds it to `folder`, which holds everything else, and says its own digest.
pub fn write(folder: &Path) -> Result<()> {
    let text = text(&digests(folder)?);
    console::heading("Checksums");
    console::detail(&format!(
        "SHA-256 of {CHECKSUMS}, which has those of all other files:\n{}",
        hexadecimal(text.as_bytes())
    ));
    super::write(&folder.join(CHECKSUMS), text)
}

/// The digest of each file in `folder` but of [`CHECKSUMS`], by its path inside.
pub fn digests(folder: &Path) -> Result<BTreeMap<String, String>> {
    let others = folder::files(folder)?.into_iter().filter(|(name, _)| name != CHECKSUMS);
    others.map(|(name, path)| Ok((name, hexadecimal(&super::read(&path)?)))).collect()
}

fn text(digests: &BTreeMap<String, String>) -> String {
    digests.iter().map(|(name, digest)| format!("{digest}  {name}\n")).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_line_is_what_sha256sum_reads() {
        let digests = [("b/c.js", "22"), ("a.js", "11")].map(|(name, digest)| (name.to_owned(), digest.to_owned()));
        assert_eq!(text(&digests.into()), "11  a.js\n22  b/c.js\n");
    }

    #[test]
    fn every_file_of_a_folder_has_one_and_the_list_itself_has_none() {
        let folder = std::env::temp_dir().join(format!("support-fit-checksums-{}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).unwrap();
        for name in ["support-fit.js", "assets/a.wasm", CHECKSUMS] {
            fs::write(folder.join(name), "abc").unwrap();
        }
        let digests = digests(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(digests.keys().collect::<Vec<_>>(), ["assets/a.wasm", "support-fit.js"]);
        assert!(digests.values().all(|digest| digest.starts_with("ba7816bf")));
    }
}
