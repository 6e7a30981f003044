//! The texts of the visitor's language, from the checked content: one word file a language, loaded on its own.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};

use super::assets::Assets;
use crate::project::Project;

/// Adds the word file of each language to the assets; gives the file name by language.
pub fn add(project: &Project, assets: &Assets) -> Result<BTreeMap<String, String>> {
    let checked = support_fit_content::read(&project.path("content/data")).map_err(|problems| anyhow!("{problems}"))?;
    support_fit_content::generate::word_files(&checked)
        .into_iter()
        .map(|(language, text)| {
            let name = assets.add(&format!("words-{language}"), "txt", text.as_bytes())?;
            Ok((language, name))
        })
        .collect()
}
