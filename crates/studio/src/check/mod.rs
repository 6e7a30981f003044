//! What is wrong with settings, and what to do about it: `cargo xtask check-config`, and the problems next to the fields.

mod advice;
mod nearest;
mod style;
mod surroundings;

use assessment::json::{DEEPEST, Value};
use config::{Expected, Fault, Kind, Setting, Settings};
use serde::de::IgnoredAny;

use crate::{Design, secret, snippet};
pub use advice::Advice;
pub(crate) use advice::USED_BY;
pub(crate) use style::{is_style, problems as style_problems};
pub(crate) use surroundings::{is_fallback_url, is_file, is_folder};

/// What remedies call the list of all settings. A program that knows where that list is can replace it.
pub const LIST_OF_SETTINGS: &str = "the list of settings";

/// Something that is wrong, for the site owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it is, as [`Path`](crate::Path) is shown: `contact.own[0].label`. Empty for the document. Next to the settings there are
    /// `style.--support-fit-accent`, `files`, `file`, `fallback`, `fallbackLabel`, `fallbackUrl` and `loading`.
    pub path: String,
    /// As in the console: the code, the place, what was found and what was expected. Safe to show.
    pub line: String,
    /// The known name or value that is most like the one that was found.
    pub nearest: Option<String>,
    /// What to do, in one or two sentences, with names in Markdown.
    pub remedy: String,
}

/// What there is to say about settings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Those that are valid.
    pub settings: Settings,
    /// In the order of the document. At most [`config::MOST_PROBLEMS`] with the settings, and one that says that there are more.
    pub problems: Vec<Problem>,
    /// What is valid, but does not have the effect that it seems to have.
    pub advice: Vec<Advice>,
}

impl From<Problem> for Report {
    /// The only problem with a document that cannot be used.
    fn from(problem: Problem) -> Self {
        Self { problems: vec![problem], ..Self::default() }
    }
}

/// Checks a JSON document.
#[must_use]
pub fn check(text: &str) -> Report {
    match parse(text) {
        Ok(document) => of_document(&document, &[]),
        Err(problem) => problem.into(),
    }
}

/// Checks everything in a design. Settings come first.
#[must_use]
pub fn check_design(design: &Design) -> Report {
    let mut report = of_settings(design);
    report.problems.extend(secret::outside_contact(design));
    report.problems.extend(style::problems(design));
    let surroundings = surroundings::problems(design);
    if surroundings.is_empty() && !snippet::fits(design) {
        let remedy = "Shorten it, its link, or the addresses of the files.";
        let expected = "a snippet of less than 1,000 characters";
        report.problems.push(Problem::next_to_settings("fallback", &design.fallback, Kind::TooLong, expected, remedy));
    }
    report.problems.extend(surroundings);
    report
}

/// Checks the settings of a design, and the attribute that has no place in them.
pub(crate) fn of_settings(design: &Design) -> Report {
    if levels(&design.settings) > DEEPEST {
        return Problem::from(&config::too_deep()).into();
    }
    let loading = [("loading".to_owned(), design.loading.clone())];
    of_document(&design.settings, if design.loading.is_empty() { &[] } else { &loading })
}

/// Parses a document within the bounds of a browser.
///
/// # Errors
/// If it is not JSON, too large or too deep.
pub(crate) fn parse(text: &str) -> Result<Value, Problem> {
    // A browser removes it too.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(error) = syntax_error(text) {
        // It ends with the line and the column.
        let line = format!("not-json at $: {error}");
        return Err(Problem { path: String::new(), line, nearest: None, remedy: remedy(Kind::NotJson) });
    }
    config::document_of(text, within_bounds).map_err(|problem| Problem::from(&problem))
}

/// Why it is not JSON. A document that is only too deep for serde is no error here.
fn syntax_error(text: &str) -> Option<serde_json::Error> {
    // The first does not look at the characters that escapes mean, and the second stops at a depth.
    let of_tree = || serde_json::from_str::<Value>(text).err();
    let is_depth = |error: &serde_json::Error| error.to_string().starts_with("recursion limit");
    serde_json::from_str::<IgnoredAny>(text).err().or_else(|| of_tree().filter(|error| !is_depth(error)))
}

/// Parses a text unless it is deeper than a browser reads. Its length is not checked.
pub(crate) fn within_bounds(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(|document| levels(document) <= DEEPEST)
}

fn levels(value: &Value) -> usize {
    let inside = match value {
        Value::List(parts) => parts.iter().map(levels).max(),
        Value::Object(entries) => entries.iter().map(|(_, value)| levels(value)).max(),
        _ => return 0,
    };
    1 + inside.unwrap_or(0)
}

/// Checks settings and attributes of the element.
pub(crate) fn of_document(document: &Value, attributes: &[(String, String)]) -> Report {
    let (settings, problems) = Settings::read(Some(document), attributes);
    let advice = advice::of(document, &settings);
    Report { settings, problems: problems.iter().map(Problem::from).collect(), advice }
}

impl Problem {
    /// A problem with something next to the settings.
    pub(crate) fn next_to_settings(path: &str, found: &str, kind: Kind, expected: &str, remedy: &str) -> Self {
        let found = assessment::text::excerpt(found, 57);
        let line = format!("{} at {path}: found \"{found}\", expected {expected}", kind.code());
        Self { path: path.to_owned(), line, nearest: None, remedy: remedy.to_owned() }
    }

    /// A text that is not of use in this place, such as a pasted one that is of no known kind.
    pub(crate) fn unusable(found: &str, expected: &str, remedy: &str) -> Self {
        let line = format!("found {found}, expected {expected}");
        Self { path: String::new(), line, nearest: None, remedy: remedy.to_owned() }
    }
}

impl From<&config::Problem> for Problem {
    fn from(problem: &config::Problem) -> Self {
        let Fault(kind, _) = problem.expected;
        let key = problem.path.strip_prefix("$.").unwrap_or_default();
        let path = problem.path.strip_prefix("attribute ").unwrap_or(key).to_owned();
        let line = problem.to_string();
        let known = Setting::all().find(|setting| setting.attribute() == Some(key));
        if let (Kind::UnknownSetting, Some(setting)) = (kind, known) {
            let remedy = match setting.key() {
                Some(key) => format!("Write `{key}` in JSON."),
                None => format!("Set the attribute `{key}` of the element; it is no key in JSON."),
            };
            return Self { path, line, nearest: None, remedy };
        }
        Self { path, line, nearest: nearest::of(problem), remedy: remedy(kind) }
    }
}

fn remedy(kind: Kind) -> String {
    kind.remedy().replace("[the tables](#settings)", LIST_OF_SETTINGS)
}

/// The problem of a text that looks like a secret, in the words of the console.
pub(crate) fn secret_at(path: &str) -> Problem {
    let fault = Fault(Kind::Secret, Expected::NO_SECRET);
    Problem::from(&config::Problem::new(&format!("$.{path}"), "what looks like a secret", fault))
}

#[cfg(test)]
mod tests;
