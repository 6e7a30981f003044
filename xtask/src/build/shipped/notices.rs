//! `THIRD-PARTY.txt`: the notices that licenses require. Crates with the same text share it.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{Crate, license};

const OPENING: &str = "\
The WebAssembly and JavaScript of SupportFit VERSION contain the work of others. These are the notices of everything that was
compiled for it; the linker may have removed some of it. SupportFit itself is under MIT or Apache-2.0.
";

/// Rust's standard library and its dependencies, which are not in `Cargo.lock`, from `COPYRIGHT-library.html`.
const STANDARD_LIBRARY: [(&str, &str); 3] = [
    ("Rust's standard library", "The Rust Project Developers"),
    ("cfg-if, dlmalloc (in Rust's standard library)", "2014 Alex Crichton"),
    ("hashbrown (in Rust's standard library)", "2016 Amanieu d'Antras"),
];

const UNICODE: &str = include_str!("unicode.txt");

const RULE: &str = "--------------------------------------------------------------------------------";

/// `version` is that of the application.
pub fn text(version: &str, crates: &[Crate]) -> Result<String> {
    let mut crates_by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |text: String, line: String| crates_by_text.entry(text).or_default().push(line);
    for (name, holders) in STANDARD_LIBRARY {
        add(license::mit(holders), format!("{name}: MIT"));
    }
    add(UNICODE.trim().to_owned(), "tables of Unicode (in Rust's standard library): Unicode-3.0".to_owned());
    for one in crates.iter().filter(|one| one.checksum.is_some()) {
        for license in license::chosen(&one.license)? {
            add(license::text(one, &license)?, format!("{} {}: {license}", one.name, one.version));
        }
    }
    let mut parts: Vec<(Vec<String>, String)> = crates_by_text.into_iter().map(|(text, names)| (names, text)).collect();
    parts.sort();
    let mut file = OPENING.replace("VERSION", version);
    for (names, text) in parts {
        file += &format!("\n{RULE}\n{}\n\n{text}\n", names.join("\n"));
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A crate that contains no license text.
    fn bare(name: &str, author: &str, checksum: Option<&str>) -> Crate {
        Crate {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: "MIT".to_owned(),
            authors: vec![author.to_owned()],
            folder: env!("CARGO_MANIFEST_DIR").into(),
            checksum: checksum.map(String::from),
            needs: Default::default(),
        }
    }

    #[test]
    fn crates_with_the_same_notice_share_it_and_ours_need_none() {
        let crates = [bare("a", "Ann <a@b.c>", Some("1")), bare("b", "Ann", Some("3")), bare("ours", "We", None)];
        let text = text("1.2.3", &crates).unwrap();
        assert!(text.contains("\na 1.0.0: MIT\nb 1.0.0: MIT\n\nCopyright (c) Ann\n"), "{text}");
        assert!(text.contains("UNICODE LICENSE V3") && !text.contains("ours"));
    }
}
