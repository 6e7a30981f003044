//! Under which of its licenses a crate is used, and the text of it.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};

use super::Crate;
use crate::folder;

/// What may be compiled into the application, the preferred one first, each with a phrase of its text. All of them ask for a
/// notice at most. `deny.toml` has the longer list of what tests and tools may be under.
pub const ACCEPTED: [(&str, &str); 5] = [
    ("MIT", "Permission is hereby granted, free of charge"),
    ("Zlib", "Altered source versions must be plainly marked as such"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
    ("BSL-1.0", "Boost Software License"),
    ("Apache-2.0", "Apache License"),
];

/// MIT, for crates that state it and bring no text.
const MIT: &str = include_str!("mit.txt");

/// The licenses to keep to, of an SPDX expression: of each choice the preferred one.
pub fn chosen(expression: &str) -> Result<Vec<&'static str>> {
    let mut licenses = Vec::new();
    for choice in expression.split(" AND ") {
        let choice = choice.trim_start_matches('(').trim_end_matches(')');
        let offered: Vec<&str> = choice.split(" OR ").collect();
        let accepted = ACCEPTED.iter().find(|(license, _)| offered.contains(license));
        let Some((license, _)) = accepted else {
            bail!("nothing of `{choice}` is accepted for what visitors download");
        };
        licenses.push(*license);
    }
    Ok(licenses)
}

/// The text of MIT for these holders of the rights.
pub fn mit(holders: &str) -> String {
    tidy(&MIT.replace("{holders}", holders))
}

/// The text of `license` as `of` brings it.
pub fn text(of: &Crate, license: &str) -> Result<String> {
    let files: Vec<String> = folder::entries(&of.folder)?.into_iter().map(|(name, _)| name).collect();
    let Some(file) = file(&files, license) else {
        ensure!(license == "MIT", "{} brings no text of {license}", of.id());
        return Ok(mit(&holders(of)));
    };
    let text = fs::read(of.folder.join(file)).with_context(|| format!("{} of {} cannot be read", file, of.id()))?;
    let text = tidy(&String::from_utf8_lossy(&text));
    ensure!(is_of(&text, license), "{file} of {} does not look like {license}", of.id());
    Ok(text)
}

/// Which of the files in a crate holds the text of `license`.
fn file<'a>(names: &'a [String], license: &str) -> Option<&'a String> {
    let key = license.split('-').next().unwrap_or(license).to_uppercase();
    let stem = |name: &str| Path::new(&name.to_uppercase()).file_stem()?.to_str().map(str::to_owned);
    let is_text = |stem: &str| ["LICENSE", "LICENCE", "COPYING"].iter().any(|start| stem.starts_with(start));
    let named = |wanted: &dyn Fn(&str) -> bool| {
        names.iter().filter(|name| stem(name).is_some_and(|stem| is_text(&stem) && wanted(&stem))).min()
    };
    named(&|stem| stem.ends_with(&key)).or_else(|| named(&|stem| !stem.contains('-')))
}

fn is_of(text: &str, license: &str) -> bool {
    let in_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let phrase = ACCEPTED.iter().find(|(known, _)| *known == license).map(|(_, phrase)| in_one_line(phrase));
    phrase.is_some_and(|phrase| in_one_line(text).contains(&phrase))
}

/// Who holds the rights, as far as the crate says.
fn holders(of: &Crate) -> String {
    let names: Vec<&str> = of.authors.iter().map(|author| author.split(" <").next().unwrap_or(author)).collect();
    if names.is_empty() { format!("the authors of {}", of.name) } else { names.join(", ") }
}

/// With plain line ends, and no spaces or empty lines at the ends.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_choice_the_preferred_license_is_kept_to() {
        assert_eq!(chosen("Apache-2.0 OR MIT").unwrap(), ["MIT"]);
        assert_eq!(chosen("Unlicense OR MIT").unwrap(), ["MIT"]);
        assert_eq!(chosen("(MIT OR Apache-2.0) AND Unicode-3.0").unwrap(), ["MIT", "Unicode-3.0"]);
    }

    #[test]
    fn a_license_that_asks_for_more_than_a_notice_is_refused() {
        let error = chosen("MIT AND GPL-3.0-or-later").unwrap_err().to_string();
        assert_eq!(error, "nothing of `GPL-3.0-or-later` is accepted for what visitors download");
        assert!(chosen("MPL-2.0").is_err());
    }

    #[test]
    fn the_text_is_in_the_file_of_the_license_or_in_the_only_one() {
        let found = |names: &[&str], license: &str| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            file(&names, license).cloned()
        };
        assert_eq!(found(&["LICENSE-APACHE", "LICENSE-MIT.txt", "src"], "MIT").as_deref(), Some("LICENSE-MIT.txt"));
        assert_eq!(found(&["LICENSE-ZLIB.md"], "Zlib").as_deref(), Some("LICENSE-ZLIB.md"));
        assert_eq!(found(&["Cargo.toml", "license.md"], "MIT").as_deref(), Some("license.md"));
        assert_eq!(found(&["LICENSE-APACHE", "README.md"], "MIT"), None);
    }

    #[test]
    fn another_text_is_not_taken_for_the_license() {
        assert!(is_of(MIT, "MIT"));
        assert!(!is_of(MIT, "Apache-2.0"));
        assert!(!is_of("All rights reserved.", "MIT"));
    }
}
