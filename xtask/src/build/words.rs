//! The texts of the visitor's language, from the checked content: the word files of one language are loaded, and no others.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use content::Checked;

use super::assets::Assets;
use crate::project::Project;

/// What the names of the files say they come with.
const PARTS: [&str; 3] = ["", "-result", "-plan"];

/// The checked content.
pub fn content(project: &Project) -> Result<Checked> {
    content::read(&project.path("crates/content/data")).map_err(|problems| anyhow!("{problems}"))
}

/// Adds the word files of each language to the assets; gives the name of the first one by language. Behind its fingerprint,
/// each says which one follows.
pub fn add(content: &Checked, assets: &Assets) -> Result<BTreeMap<String, String>> {
    let files = content::generate::word_files(content).into_iter();
    let first = files.map(|(language, parts)| {
        let mut following = String::new();
        for (text, part) in parts.iter().zip(PARTS).rev() {
            let (fingerprint, rest) = text.split_once('\n').unwrap_or((text, ""));
            let text = [[fingerprint, following.as_str()].join(" ").trim_end(), rest].join("\n");
            following = assets.add(&format!("words{part}-{language}"), "txt", text.as_bytes())?;
        }
        Ok((language, following))
    });
    first.collect()
}
