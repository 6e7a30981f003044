//! The license under which we use a crate, and its text.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use spdx::{Expression, Licensee};

use super::Crate;
use crate::folder;

/// The licenses accepted for what visitors download, in order of preference, each with a phrase from its text. None requires
/// more than a notice. `deny.toml` has the longer list for tests and tools.
const ACCEPTED: [(&str, &str); 5] = [
    ("MIT", "Permission is hereby granted, free of charge"),
    ("Zlib", "Altered source versions must be plainly marked as such"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
    ("BSL-1.0", "Boost Software License"),
    ("Apache-2.0", "Apache License"),
];

/// For crates under MIT that contain no license text.
const MIT: &str = include_str!("mit.txt");

/// The licenses of an SPDX expression to comply with: the preferred one of each choice.
pub fn chosen(expression: &str) -> Result<Vec<String>> {
    let accepted = ACCEPTED.iter().map(|(license, _)| Licensee::parse(license)).collect::<Result<Vec<_>, _>>()?;
    let needed = Expression::parse(expression)?.minimized_requirements(&accepted);
    let needed = needed.with_context(|| format!("`{expression}` is not accepted for what visitors download"))?;
    Ok(needed.iter().map(ToString::to_string).collect())
}

/// The MIT license with these copyright holders.
pub fn mit(holders: &str) -> String {
    tidy(&MIT.replace("{holders}", holders))
}

/// The text of `license` in the crate `of`.
pub fn text(of: &Crate, license: &str) -> Result<String> {
    let names: Vec<String> = folder::entries(&of.folder)?.into_iter().map(|(name, _)| name).collect();
    let Some(name) = file(&names, license) else {
        ensure!(license == "MIT", "{} does not contain the text of {license}", of.id());
        return Ok(mit(&holders(of)));
    };
    let text = fs::read(of.folder.join(name)).with_context(|| format!("cannot read {name} of {}", of.id()))?;
    let text = tidy(&String::from_utf8_lossy(&text));
    ensure!(is_of(&text, license), "{name} of {} is not the text of {license}", of.id());
    Ok(text)
}

/// The file with the text of `license`: the one named after it, or the only one.
fn file<'a>(names: &'a [String], license: &str) -> Option<&'a String> {
    let key = license.split('-').next().unwrap_or(license).to_uppercase();
    let stem = |name: &str| Path::new(&name.to_uppercase()).with_extension("").display().to_string();
    let is_text = |stem: &str| ["LICENSE", "LICENCE", "COPYING"].iter().any(|start| stem.starts_with(start));
    let mut texts: Vec<_> = names.iter().map(|name| (stem(name), name)).filter(|(stem, _)| is_text(stem)).collect();
    texts.sort();
    let named = texts.iter().find(|(stem, _)| stem.ends_with(&key));
    named.or_else(|| texts.iter().find(|(stem, _)| !stem.contains('-'))).map(|(_, name)| *name)
}

fn is_of(text: &str, license: &str) -> bool {
    let in_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let phrase = ACCEPTED.iter().find(|(known, _)| *known == license);
    phrase.is_some_and(|(_, phrase)| in_one_line(text).contains(&phrase.to_lowercase()))
}

/// The copyright holders, as far as the crate names them.
fn holders(of: &Crate) -> String {
    let names: Vec<&str> = of.authors.iter().map(|author| author.split(" <").next().unwrap_or(author)).collect();
    if names.is_empty() { format!("the authors of {}", of.name) } else { names.join(", ") }
}

/// Removes carriage returns, trailing spaces, and empty lines at the start and end.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_license_of_a_choice_is_used() {
        assert_eq!(chosen("Apache-2.0 OR MIT").unwrap(), ["MIT"]);
        assert_eq!(chosen("(MIT OR Apache-2.0) AND Unicode-3.0").unwrap(), ["MIT", "Unicode-3.0"]);
        assert!(chosen("MIT AND GPL-3.0-or-later").is_err() && chosen("MPL-2.0").is_err());
    }

    #[test]
    fn the_text_is_in_the_file_named_after_the_license_or_in_the_only_file() {
        let found = |names: &[&str], license: &str| {
            file(&names.iter().map(ToString::to_string).collect::<Vec<_>>(), license).cloned()
        };
        assert_eq!(found(&["LICENSE-APACHE", "LICENSE-MIT.txt", "src"], "MIT").as_deref(), Some("LICENSE-MIT.txt"));
        assert_eq!(found(&["Cargo.toml", "license.md"], "MIT").as_deref(), Some("license.md"));
        assert_eq!(found(&["LICENSE-APACHE", "README.md"], "MIT"), None);
        assert!(is_of(MIT, "MIT") && !is_of(MIT, "Apache-2.0"));
    }
}
