//! What to paste, and where.
//!
//! Every snippet survives editors and template languages: it has no inline script and no JSON, no blank line and no bare `&`, its
//! attributes are in double quotes, and it has less than 1,000 characters. Settings that have attributes are attributes if
//! that is short enough; otherwise all settings are in a file.

mod element;
mod frame;
mod page;
mod react;
mod wordpress;

use assessment::text::characters;

use crate::{Design, check::is_folder, json::document, secret::without_secrets};
pub(crate) use element::style_sheet;
pub(crate) use wordpress::FIELD;

/// Every pasted text has fewer characters.
const LIMIT: usize = 1_000;

/// The build that a design is for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Build {
    /// Such as `1.2.3`.
    pub version: String,
    /// The integrity value of `support-fit-VERSION.js`, such as `sha384-…`.
    pub integrity: String,
}

/// What a snippet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnippetKind {
    Page,
    Frame,
    /// A version with an integrity value.
    Pinned,
    /// The plugin for WordPress.
    WordPress,
    /// WordPress without the plugin.
    WordPressHtml,
    HubSpot,
    Webflow,
    Squarespace,
    React,
    Markdown,
}

impl SnippetKind {
    pub const ALL: [Self; 10] = [
        Self::Page,
        Self::Frame,
        Self::Pinned,
        Self::WordPress,
        Self::WordPressHtml,
        Self::HubSpot,
        Self::Webflow,
        Self::Squarespace,
        Self::React,
        Self::Markdown,
    ];

    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Page => "Any page",
            Self::Frame => "Frame",
            Self::Pinned => "One version, with an integrity value",
            Self::WordPress => "WordPress, with the plugin",
            Self::WordPressHtml => "WordPress, without the plugin",
            Self::HubSpot => "HubSpot",
            Self::Webflow => "Webflow",
            Self::Squarespace => "Squarespace",
            Self::React => "React",
            Self::Markdown => "Markdown: Hugo, Jekyll, Eleventy",
        }
    }
}

/// A text to paste or to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The name of a file, or the place to paste it.
    pub name: String,
    /// `html`, `json`, `jsx`, `css` or `text`.
    pub language: &'static str,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    pub kind: SnippetKind,
    pub title: &'static str,
    /// At least one.
    pub parts: Vec<Part>,
    /// What to do, in this order, in Markdown without links. The last is what to check.
    pub steps: Vec<String>,
}

/// The snippets of a design, in the order of [`SnippetKind::ALL`].
///
/// There are none without a valid address of the files, or of the file if one is needed. A kind whose text would be too long is
/// left out, and so is [`SnippetKind::Pinned`] without a version and an integrity value. [`check_design`](crate::check_design)
/// says why. Values that look like secrets and styles that are refused are left out.
#[must_use]
pub fn snippets(design: &Design, build: &Build) -> Vec<Snippet> {
    if !is_folder(&design.files) {
        return Vec::new();
    }
    let design = without_secrets(design);
    let of = |kind: SnippetKind| {
        let (parts, steps) = match kind {
            SnippetKind::Frame => frame::parts(&design)?,
            SnippetKind::Pinned => page::pinned(&design, build)?,
            SnippetKind::WordPress => wordpress::plugin(&design),
            SnippetKind::React => react::parts(&design)?,
            kind => page::parts(&design, kind)?,
        };
        let is_short = parts.iter().all(|part| part.language == "json" || is_short(&part.text));
        is_short.then_some(Snippet { kind, title: kind.title(), parts, steps })
    };
    SnippetKind::ALL.into_iter().filter_map(of).collect()
}

/// Whether every kind of snippet that needs no build is short enough. The addresses have to be valid.
pub(crate) fn fits(design: &Design) -> bool {
    page::parts(design, SnippetKind::Page).is_some() && react::parts(design).is_some() && frame::parts(design).is_some()
}

fn is_short(text: &str) -> bool {
    characters(text) < LIMIT
}

/// The file with the settings.
fn file(design: &Design) -> Part {
    Part { name: name_of(&design.file), language: "json", text: document(design) }
}

/// The last name in an address.
fn name_of(address: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty() { "support-fit.json".to_owned() } else { name.to_owned() }
}

/// What to do with the file.
fn file_step(design: &Design) -> String {
    format!(
        "Save the JSON as a file, and put it on your site so that it opens at `{}`. On another origin, the server has to send \
         `Access-Control-Allow-Origin` with it.",
        design.file
    )
}

/// What to check of every page.
const CHECK: &str = "Check the published page, signed out, in a private window: the first question is shown, and the console \
                     has no line that names `support-fit`.";
