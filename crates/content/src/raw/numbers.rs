//! Permanent numbers: what a link names stays the same under later contents.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `numbers.json`: id to number, from 1. An id that leaves the content keeps its entry, so that its number is not used
/// again.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// Questions, with their options or choices.
    pub questions: BTreeMap<String, QuestionNumbers>,
    /// Steps of all tracks.
    pub steps: BTreeMap<String, u8>,
    /// Questions to ask a provider.
    pub checklist: BTreeMap<String, u8>,
}

/// The number of a question, and those of its answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionNumbers {
    pub number: u8,
    /// Of the options of a single choice.
    #[serde(default)]
    pub options: BTreeMap<String, u8>,
    /// Of what can be ticked.
    #[serde(default)]
    pub choices: BTreeMap<String, u8>,
}
