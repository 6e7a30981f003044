//! The texts of the visitor's language, from the checked content: one word file a language, loaded on its own.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use support_fit_content::Checked;

use super::assets::Assets;
use crate::project::Project;

/// The checked content.
pub fn content(project: &Project) -> Result<Checked> {
    support_fit_content::read(&project.path("content/data")).map_err(|problems| anyhow!("{problems}"))
}

/// Adds the word file of each language to the assets; gives the file name by language.
pub fn add(content: &Checked, assets: &Assets) -> Result<BTreeMap<String, String>> {
    support_fit_content::generate::word_files(content)
        .into_iter()
        .map(|(language, text)| {
            let name = assets.add(&format!("words-{language}"), "txt", text.as_bytes())?;
            Ok((language, name))
        })
        .collect()
}
