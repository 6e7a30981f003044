//! The word files. A page loads only those of the visitor's language.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use content::{Checked, words::Part};

use super::assets::Assets;
use crate::project::Project;

pub fn content(project: &Project) -> Result<Checked> {
    content::read(&project.path("crates/content/data")).map_err(|problems| anyhow!("{problems}"))
}

/// Adds the word files of each language to the assets. Returns the names of the start files by language. The first line of a
/// file contains the fingerprint and the name of the next part's file.
pub fn add(content: &Checked, assets: &Assets) -> Result<BTreeMap<String, String>> {
    let files = content::generate::word_files(content).into_iter();
    let names = files.map(|(language, files)| {
        let mut name = String::new();
        for (part, text) in Part::ALL.into_iter().zip(files).rev() {
            let next = if name.is_empty() { "\n".to_owned() } else { format!(" {name}\n") };
            let text = text.replacen('\n', &next, 1);
            name = assets.add(&format!("{}-{language}", part.file()), "txt", text.as_bytes())?;
        }
        Ok((language, name))
    });
    names.collect()
}
