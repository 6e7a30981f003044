//! `THIRD-PARTY.txt`: the notices that licenses require. Crates with the same text share it.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{Crate, license, standard};

const OPENING: &str = "\
The WebAssembly and JavaScript of SupportFit VERSION contain the work of others. These are the notices of everything that was
compiled for it; the linker may have removed some of it. SupportFit itself is under MIT or Apache-2.0.
";

const UNICODE: &str = include_str!("unicode.txt");

pub const RULE: &str = "--------------------------------------------------------------------------------";

/// `version` is that of the application.
pub fn text(version: &str, crates: &[Crate], standard: &[standard::Part]) -> Result<String> {
    let mut crates_by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |text: String, line: String| crates_by_text.entry(text).or_default().push(line);
    for part in standard {
        for license in license::chosen(part.license)? {
            let text = if license == "MIT" { license::mit(part.holders) } else { UNICODE.trim().to_owned() };
            let place = if part.name == standard::LIBRARY { "Rust's" } else { "in Rust's" };
            add(text, format!("{} {} ({place} standard library): {license}", part.name, part.version));
        }
    }
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
        let library = standard::Part {
            name: standard::LIBRARY,
            version: "1.95.0".to_owned(),
            license: "MIT AND Unicode-3.0",
            holders: "Rust",
        };
        let text = text("1.2.3", &crates, &[library]).unwrap();
        assert!(text.contains("\na 1.0.0: MIT\nb 1.0.0: MIT\n\nCopyright (c) Ann\n"), "{text}");
        assert!(text.contains("\nrust-std 1.95.0 (Rust's standard library): MIT\n\nCopyright (c) Rust\n"), "{text}");
        assert!(text.contains("UNICODE LICENSE V3") && !text.contains("ours"));
    }
}
