//! `SHA256SUMS`: the digest of every other file of the release folder, as `sha256sum --check` reads them.

use std::path::Path;

use anyhow::Result;

use super::digest::hexadecimal;
use crate::{console, folder};

/// In the release folder.
pub const CHECKSUMS: &str = "SHA256SUMS";

/// Adds it to `folder`, which holds everything else, and prints its own digest, which identifies the whole folder.
pub fn write(folder: &Path) -> Result<()> {
    let mut text = String::new();
    for (name, path) in folder::files(folder)? {
        text += &format!("{}  {name}\n", hexadecimal(&super::read(&path)?));
    }
    console::heading("Checksums");
    console::detail(&format!(
        "SHA-256 of {CHECKSUMS}, which has those of all other files:\n{}",
        hexadecimal(text.as_bytes())
    ));
    super::write(&folder.join(CHECKSUMS), text)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_file_of_a_folder_is_listed_as_sha256sum_reads_it() {
        let folder = std::env::temp_dir().join(format!("support-fit-checksums-{}", std::process::id()));
        for name in ["support-fit.js", "assets/a.wasm"] {
            crate::build::write(&folder.join(name), "abc").unwrap();
        }
        write(&folder).unwrap();
        let text = fs::read_to_string(folder.join(CHECKSUMS)).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(text, format!("{abc}  assets/a.wasm\n{abc}  support-fit.js\n"));
    }
}
