//! The word files. A page loads only those of the visitor's language.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use content::Checked;

use super::assets::Assets;
use crate::project::Project;

pub fn content(project: &Project) -> Result<Checked> {
    content::read(&project.path("crates/content/data")).map_err(|problems| anyhow!("{problems}"))
}

/// Adds the two word files of each language to the assets. Returns the names of the start files by language. The first line
/// of a start file contains the fingerprint and the name of the later file.
pub fn add(content: &Checked, assets: &Assets) -> Result<BTreeMap<String, String>> {
    let files = content::generate::word_files(content).into_iter();
    let names = files.map(|(language, files)| {
        let later = assets.add(&format!("words-later-{language}"), "txt", files.later.as_bytes())?;
        let start = files.start.replacen('\n', &format!(" {later}\n"), 1);
        let start = assets.add(&format!("words-{language}"), "txt", start.as_bytes())?;
        Ok((language, start))
    });
    names.collect()
}
