//! A design as a text: behind the `#` of a link, and as a draft. Both are the same JSON with a version, without secrets.

use std::{collections::BTreeMap, fmt};

use assessment::json::Value;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use config::Kind;

use crate::{
    Design, Reading, STYLES,
    check::{self, Problem},
    reading,
    secret::without_secrets,
};

/// In characters.
pub const LONGEST_FRAGMENT: usize = 8_000;

/// How a fragment begins.
const OPENING: &str = "design-";

/// The version of this format, also of drafts.
const VERSION: f64 = 1.0;

/// The entry that tells a design from settings.
const STUDIO: &str = "studio";

/// A design that does not fit into a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    pub characters: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let characters = self.characters;
        write!(
            f,
            "The link would have {characters} characters, and has at most {LONGEST_FRAGMENT}. Send the file instead, or set the \
             logo by its address."
        )
    }
}

/// The part of a link after the `#`. Secrets are left out.
///
/// # Errors
/// If it would have more than [`LONGEST_FRAGMENT`] characters.
pub fn fragment(design: &Design) -> Result<String, TooLong> {
    let fragment = format!("{OPENING}{VERSION}-{}", URL_SAFE_NO_PAD.encode(to_draft(design)));
    if fragment.len() > LONGEST_FRAGMENT { Err(TooLong { characters: fragment.len() }) } else { Ok(fragment) }
}

/// Whether a text claims to be such a part, with or without the `#`.
#[must_use]
pub fn is_fragment(text: &str) -> bool {
    text.strip_prefix('#').unwrap_or(text).starts_with(OPENING)
}

/// Reads the part of a link after the `#`, also with it.
///
/// # Errors
/// If it is damaged, too long, or of another version.
pub fn from_fragment(text: &str) -> Result<Reading, Vec<Problem>> {
    let damaged = || {
        let remedy = "Copy the whole link, or ask for the file.";
        vec![Problem::unusable("a damaged link", "a link of the studio", remedy)]
    };
    if text.len() > LONGEST_FRAGMENT + 1 {
        return Err(damaged());
    }
    let text = text.strip_prefix('#').unwrap_or(text);
    let (version, encoded) = text.strip_prefix(OPENING).and_then(|rest| rest.split_once('-')).ok_or_else(damaged)?;
    if version != VERSION.to_string() {
        return Err(vec![other_version()]);
    }
    let json =
        URL_SAFE_NO_PAD.decode(encoded).ok().and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(damaged)?;
    let value = check::parse(&json).map_err(|_| damaged())?;
    of_value(&value, "a link of the studio")
}

/// The design as JSON. Secrets are left out.
#[must_use]
pub fn to_draft(design: &Design) -> String {
    let Design { settings, styles, files, file, fallback, fallback_label, fallback_url, loading } =
        without_secrets(design);
    let styles = styles.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    let value = Value::object([
        (STUDIO, VERSION.into()),
        ("settings", settings),
        ("styles", Value::Object(styles)),
        ("files", files.into()),
        ("file", file.into()),
        ("fallback", fallback.into()),
        ("fallbackLabel", fallback_label.into()),
        ("fallbackUrl", fallback_url.into()),
        ("loading", loading.into()),
    ]);
    // A tree of texts and finite numbers can always be written.
    serde_json::to_string(&value).unwrap_or_default()
}

/// Reads a draft.
///
/// # Errors
/// If it is not a draft, or of another version.
pub fn from_draft(text: &str) -> Result<Reading, Vec<Problem>> {
    let value = check::parse(text).map_err(|problem| vec![problem])?;
    of_value(&value, "a draft of the studio")
}

/// Whether a document claims to be a draft.
pub(crate) fn is_design(document: &Value) -> bool {
    document.get(STUDIO).is_some()
}

fn other_version() -> Problem {
    let remedy = "Open it in the studio that made it, and save the settings there as a file.";
    Problem::unusable("a design of another version", "version 1", remedy)
}

/// Reads a design. Unknown and invalid entries are reported and left out.
pub(crate) fn of_value(value: &Value, kind: &'static str) -> Result<Reading, Vec<Problem>> {
    if value.get(STUDIO).and_then(Value::as_number) != Some(VERSION) {
        return Err(vec![other_version()]);
    }
    let mut design = reading::empty();
    let mut problems = Vec::new();
    for (name, value) in value.entries().unwrap_or_default() {
        let place = match name.as_str() {
            STUDIO => continue,
            "settings" => {
                match value {
                    Value::Object(_) => design.settings = value.clone(),
                    _ => problems.push(unknown(name)),
                }
                continue;
            }
            "styles" => {
                design.styles = styles(value, &mut problems);
                continue;
            }
            "files" => &mut design.files,
            "file" => &mut design.file,
            "fallback" => &mut design.fallback,
            "fallbackLabel" => &mut design.fallback_label,
            "fallbackUrl" => &mut design.fallback_url,
            "loading" => &mut design.loading,
            _ => {
                problems.push(unknown(name));
                continue;
            }
        };
        match value {
            Value::Text(text) => place.clone_from(text),
            _ => problems.push(unknown(name)),
        }
    }
    Ok(Reading::whole(design, kind, problems))
}

fn styles(value: &Value, problems: &mut Vec<Problem>) -> BTreeMap<&'static str, String> {
    let mut styles = BTreeMap::new();
    for (name, value) in value.entries().unwrap_or_default() {
        match (STYLES.iter().find(|style| style.name == name), value) {
            (Some(style), Value::Text(text)) => drop(styles.insert(style.name, text.clone())),
            _ => problems.push(unknown(name)),
        }
    }
    styles
}

fn unknown(name: &str) -> Problem {
    let remedy = "It was left out. Open the design in the studio that made it.";
    Problem::next_to_settings("", name, Kind::UnknownSetting, "an entry of a design", remedy)
}
