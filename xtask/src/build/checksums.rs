//! `SHA256SUMS`: the digests of all other files in the release folder, in the format of `sha256sum --check`.

use std::path::Path;

use anyhow::Result;

use super::digest::hexadecimal;
use crate::{console, folder};

pub const CHECKSUMS: &str = "SHA256SUMS";

/// Adds it to `folder`, which must be complete, and prints its own digest, which identifies the whole folder.
pub fn write(folder: &Path) -> Result<()> {
    let mut text = String::new();
    for (name, path) in folder::files(folder)? {
        text += &format!("{}  {name}\n", hexadecimal(&super::read(&path)?));
    }
    console::heading("Checksums");
    console::detail(&format!("SHA-256 of {CHECKSUMS}, which lists all other files:\n{}", hexadecimal(text.as_bytes())));
    super::write(&folder.join(CHECKSUMS), text)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_file_is_listed_in_the_format_of_sha256sum() {
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
