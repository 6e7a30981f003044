//! `THIRD-PARTY.txt`: the notices that the licenses of others ask for. A text stands once, after all that it is for.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{Crate, license};

const OPENING: &str = "\
What others wrote is in the WebAssembly of SupportFit VERSION, and in the JavaScript around it. Here are the notices of all
that was compiled for it; the linker may have left out some of it. SupportFit itself is under MIT or Apache-2.0.
";

/// What is not in `Cargo.lock`: Rust's standard library with what it brings. Rust's own list is `COPYRIGHT-library.html`.
const STANDARD_LIBRARY: [(&str, &str, &str); 4] = [
    ("Rust's standard library", "MIT", "The Rust Project Developers"),
    ("cfg-if, dlmalloc (in Rust's standard library)", "MIT", "2014 Alex Crichton"),
    ("hashbrown (in Rust's standard library)", "MIT", "2016 Amanieu d'Antras"),
    ("tables of Unicode (in Rust's standard library)", "Unicode-3.0", ""),
];

const UNICODE: &str = include_str!("unicode.txt");

const RULE: &str = "--------------------------------------------------------------------------------";

/// The file, for `version` of the application.
pub fn text(version: &str, crates: &[Crate]) -> Result<String> {
    let mut for_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, license, holders) in STANDARD_LIBRARY {
        let text = if holders.is_empty() { UNICODE.trim().to_owned() } else { license::mit(holders) };
        for_text.entry(text).or_default().push(format!("{name}: {license}"));
    }
    for one in crates.iter().filter(|one| !one.is_ours()) {
        for license in license::chosen(&one.license)? {
            let entry = for_text.entry(license::text(one, license)?).or_default();
            entry.push(format!("{} {}: {license}", one.name, one.version));
        }
    }
    let mut parts: Vec<(Vec<String>, String)> = for_text.into_iter().map(|(text, names)| (names, text)).collect();
    parts.sort();
    let mut file = OPENING.replace("VERSION", version);
    for (names, text) in parts {
        file += &format!("\n{RULE}\n{}\n\n{text}\n", names.join("\n"));
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// A crate that brings no text of its own.
    fn bare(name: &str, author: &str, checksum: Option<&str>) -> Crate {
        Crate {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: "MIT".to_owned(),
            authors: vec![author.to_owned()],
            folder: Path::new(env!("CARGO_MANIFEST_DIR")).to_owned(),
            checksum: checksum.map(String::from),
            needs: Default::default(),
        }
    }

    #[test]
    fn packages_with_the_same_notice_share_it() {
        let crates = [bare("a", "Ann <a@b.c>", Some("1")), bare("b", "Bo", Some("2")), bare("c", "Ann", Some("3"))];
        let text = text("1.2.3", &crates).unwrap();
        assert!(text.contains("\na 1.0.0: MIT\nc 1.0.0: MIT\n\nCopyright (c) Ann\n"), "{text}");
        assert_eq!(text.matches("Copyright (c) Ann\n").count(), 1);
        assert!(text.contains("Copyright (c) Bo\n") && text.starts_with("What others wrote is in the WebAssembly"));
    }

    #[test]
    fn what_is_ours_needs_no_notice() {
        assert!(!text("1.2.3", &[bare("ours", "We", None)]).unwrap().contains("ours 1.0.0"));
    }

    #[test]
    fn the_standard_library_is_there_with_what_it_brings() {
        let text = text("1.2.3", &[]).unwrap();
        for name in ["Rust's standard library: MIT", "UNICODE LICENSE V3", "2014 Alex Crichton"] {
            assert!(text.contains(name), "{name}");
        }
    }
}
