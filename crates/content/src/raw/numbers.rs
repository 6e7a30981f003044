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
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionNumbers {
    pub number: u8,
    /// Numbers of the options of a single choice.
    #[serde(default)]
    pub options: BTreeMap<String, u8>,
    /// Numbers of the choices of a multiple choice.
    #[serde(default)]
    pub choices: BTreeMap<String, u8>,
}

/// `links-1.1.json`: the ids of content 1.1 in order. Links of the format `s1` refer to them by position.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstLinks {
    pub version: String,
    /// Fingerprints at the start of such links and of their sections.
    pub fingerprints: Fingerprints,
    /// Questions in the order asked.
    pub questions: Vec<FirstQuestion>,
    /// Steps of all tracks.
    pub steps: Vec<String>,
    /// Questions to ask a provider.
    pub checklist: Vec<String>,
}

/// Checksums of the ids of content 1.1.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprints {
    /// CRC-32 of the ids of questions, options, choices and dimensions.
    pub questions: u32,
    /// The lower 16 bits of the CRC-32 of the step ids.
    pub steps: u16,
    /// The lower 16 bits of the CRC-32 of the ids of questions to ask a provider.
    pub checklist: u16,
}

/// A question of content 1.1.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstQuestion {
    pub id: String,
    /// Option ids of a single choice.
    #[serde(default)]
    pub options: Vec<String>,
    /// Choice ids of a multiple choice.
    #[serde(default)]
    pub choices: Vec<String>,
}
