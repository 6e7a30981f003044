//! Reads pasted and dropped texts back: snippets, files, links, addresses, shortcodes.
//!
//! The text is untrusted. Its length is checked before anything else, and nothing is fetched: what it only names is reported as
//! missing.

mod address;
mod declarations;
mod html;
mod jsx;
mod shortcode;

use assessment::{json::Value, text::characters};
use config::MOST_CHARACTERS;

use crate::{
    Design,
    check::{self, Problem},
    link,
};

/// What a text said.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What was not in the text is empty. See [`Reading::onto`].
    pub design: Design,
    /// What the text was: `a snippet`, `a configuration`, `a link of the studio`, `a draft of the studio`, `a frame's address`,
    /// `a shortcode`, `a style sheet` or `the tag of the loader`.
    pub kind: &'static str,
    /// What else is needed, if the text names it: the address of a configuration, or where it is. See [`Reading::with_file`].
    pub missing: Option<String>,
    /// As in [`check`](crate::check).
    pub problems: Vec<Problem>,
    extent: Extent,
}

/// What a text can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Everything.
    Whole,
    /// An element of a page: everything but the settings that are elsewhere.
    Element,
    /// Only settings, as in a file.
    Settings,
    /// Settings, and where the files are.
    Frame,
    /// Settings, and when the application is loaded.
    Shortcode,
    /// Only styles.
    Styles,
    /// Only where the files are.
    Files,
}

/// What can be read, for an error.
const EXPECTED: &str =
    "a snippet, a configuration in JSON, a link of the studio, the address of frame.html, or a shortcode";

/// Reads a text of any kind.
///
/// # Errors
/// What was expected, if the text is of no known kind, has more than 100,000 characters, or is invalid JSON or a damaged link.
pub fn read(text: &str) -> Result<Reading, Vec<Problem>> {
    let length = characters(text);
    if length > MOST_CHARACTERS {
        return Err(vec![Problem::from(&config::too_large(length))]);
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    let is_one_word = !text.contains(|c: char| c.is_whitespace() || c == '<');
    if text.starts_with('{') || text.starts_with('[') && !shortcode::is_shortcode(text) {
        return configuration(text);
    }
    if is_one_word && let Some(fragment) = fragment_in(text) {
        return link::from_fragment(fragment);
    }
    let is_address =
        is_one_word && (text.starts_with("https://") || text.starts_with("http://") || text.starts_with('/'));
    if is_address {
        return address::read(text).ok_or_else(|| vec![unreadable_address(text)]);
    }
    let read = html::read(text).or_else(|| shortcode::read(text)).or_else(|| declarations::read(text));
    read.ok_or_else(|| {
        let found = if text.is_empty() { "nothing" } else { "another text" };
        vec![Problem::unusable(found, EXPECTED, "Copy the whole text, from its first character to its last.")]
    })
}

/// The part of a link that has a design.
fn fragment_in(text: &str) -> Option<&str> {
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    link::is_fragment(fragment).then_some(fragment)
}

fn unreadable_address(text: &str) -> Problem {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    if path.ends_with(".json") {
        let remedy = "The studio opens no addresses. Open the file yourself, and paste its text.";
        Problem::unusable("the address of a file", "the text of the file", remedy)
    } else {
        let remedy = "Paste the snippet of the page: in its source, the part from `<support-fit` to `</support-fit>`.";
        Problem::unusable("an address", EXPECTED, remedy)
    }
}

/// Reads a JSON document: settings, or a draft.
fn configuration(text: &str) -> Result<Reading, Vec<Problem>> {
    let document = check::parse(text).map_err(|problem| vec![problem])?;
    if link::is_design(&document) {
        return link::of_value(&document, "a draft of the studio");
    }
    let problems = check::of_document(&document, &[]).problems;
    let Value::Object(entries) = document else { return Err(problems) };
    let mut reading = Reading::new("a configuration", Extent::Settings);
    reading.problems = problems;
    let schema = entries.iter().find(|(name, _)| name == "$schema").and_then(|(_, value)| value.as_text());
    let files = schema.and_then(|schema| schema.strip_suffix("support-fit.schema.json"));
    files.filter(|files| check::is_folder(files)).unwrap_or_default().clone_into(&mut reading.design.files);
    reading.design.settings = without_version(entries);
    Ok(reading)
}

/// The settings of a document.
fn without_version(entries: Vec<(String, Value)>) -> Value {
    Value::Object(entries.into_iter().filter(|(name, _)| name != "$schema" && name != "version").collect())
}

impl Reading {
    fn new(kind: &'static str, extent: Extent) -> Self {
        Self { design: empty(), kind, missing: None, problems: Vec::new(), extent }
    }

    /// A reading of everything.
    pub(crate) fn whole(design: Design, kind: &'static str, mut problems: Vec<Problem>) -> Self {
        problems.extend(check::check_design(&design).problems);
        Self { design, kind, missing: None, problems, extent: Extent::Whole }
    }

    /// The design to edit: what the text cannot say comes from `current`.
    #[must_use]
    pub fn onto(&self, current: &Design) -> Design {
        let Design { settings, styles, files, file, fallback, fallback_label, fallback_url, loading } =
            self.design.clone();
        let or = |ours: String, theirs: &String| if ours.is_empty() { theirs.clone() } else { ours };
        match self.extent {
            Extent::Whole => self.design.clone(),
            Extent::Element => Design {
                settings,
                styles,
                files: or(files, &current.files),
                file: or(file, &current.file),
                fallback,
                fallback_label: or(fallback_label, &current.fallback_label),
                fallback_url,
                loading,
            },
            // The file can be from another build.
            Extent::Settings => Design { settings, files: or(current.files.clone(), &files), ..current.clone() },
            Extent::Frame => Design { settings, files: or(files, &current.files), ..current.clone() },
            Extent::Shortcode => Design { settings, loading, ..current.clone() },
            Extent::Styles => Design { styles, ..current.clone() },
            Extent::Files => Design { files, ..current.clone() },
        }
    }

    /// Adds the configuration that is [missing](Self::missing). What the text itself says comes before it, as in a page.
    ///
    /// # Errors
    /// If the text is not a JSON object, or is too large or too deep.
    pub fn with_file(mut self, text: &str) -> Result<Self, Vec<Problem>> {
        let file = configuration(text)?;
        let own = std::mem::replace(&mut self.design.settings, file.design.settings);
        for (name, value) in own.entries().unwrap_or_default() {
            set(&mut self.design.settings, name, value.clone());
        }
        self.problems.extend(file.problems);
        self.missing = None;
        Ok(self)
    }

    /// Sets what an attribute or a parameter says.
    fn set(&mut self, key: &str, text: &str) {
        set(&mut self.design.settings, key, text.into());
    }

    /// Adds the problems of the settings, after all of them are set.
    fn checked(mut self) -> Self {
        let problems = check::of_settings(&self.design).problems;
        self.problems.splice(0..0, problems);
        self
    }
}

/// A design in which nothing is set.
pub(crate) fn empty() -> Design {
    let mut design = Design::new("");
    for text in [&mut design.file, &mut design.fallback, &mut design.fallback_label] {
        text.clear();
    }
    design
}

/// Sets an entry, and removes others of that name.
fn set(settings: &mut Value, name: &str, value: Value) {
    if let Value::Object(entries) = settings {
        entries.retain(|(known, _)| known != name);
        entries.push((name.to_owned(), value));
    }
}
