//! The word files. A page loads only those of the visitor's language.

use anyhow::{Result, anyhow};
use content::{Checked, words::Part};

use super::{assets::Assets, digest};
use crate::project::Project;

pub fn content(project: &Project) -> Result<Checked> {
    content::read(&project.path("crates/content/data")).map_err(|problems| anyhow!("{problems}"))
}

/// Adds the word files of each language to the assets. The first line of a file contains the fingerprint and the name of the
/// next part's file. All names have the same digest, so that the loader needs only one. Returns the name of the start's file,
/// with `*` for the language.
pub fn add(content: &Checked, assets: &Assets) -> Result<String> {
    let all = content::generate::word_files(content);
    let texts: String = all.iter().flat_map(|(_, files)| files.iter().map(String::as_str)).collect();
    let digest = digest::short(texts.as_bytes());
    let name = |part: Part, language: &str| format!("{}-{language}-{digest}.txt", part.file());
    for (language, files) in &all {
        let mut next = String::new();
        for (part, text) in Part::ALL.into_iter().zip(files).rev() {
            assets.add_as(&name(part, language), text.replacen('\n', &format!("{next}\n"), 1).as_bytes())?;
            next = format!(" {}", name(part, language));
        }
    }
    Ok(name(Part::Start, "*"))
}
