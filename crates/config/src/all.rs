//! Every setting at once, for programs that are not split into modules.

use super::{
    Config, Contact, Kind, Problem, ResultSettings,
    contact::check_questions,
    problem::{Problems, excerpt},
    read::{path_of_attribute, path_of_key},
};
use assessment::json::Value;

/// A text inside a setting is this deep.
const DEEPEST: usize = 5;

/// All settings of one element.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    pub start: Config,
    pub result: ResultSettings,
    pub contact: Option<Contact>,
}

impl Settings {
    /// Reads everything as the modules of the application do one after the other. The problems are in the order of the
    /// document and then the attributes.
    #[must_use]
    pub fn read(document: Option<&Value>, attributes: &[(String, String)]) -> (Self, Vec<Problem>) {
        let (start, rest, mut problems) = Config::read(document, attributes);
        let (result, of_result) = ResultSettings::read(&rest);
        let (contact, of_contact) =
            result.contact.as_ref().map(|contact| Contact::read(contact, &result)).unwrap_or_default();
        problems.extend(of_result.into_iter().chain(of_contact));
        if let (Some(questions), None) = (&result.questions, &result.contact) {
            problems.extend(check_questions(questions));
        }
        let mut places = Vec::new();
        for (key, value) in document.and_then(Value::entries).unwrap_or_default() {
            add_places(&mut places, path_of_key(key), value, DEEPEST);
        }
        places.extend(attributes.iter().map(|(name, _)| path_of_attribute(name)));
        problems.sort_by_key(|problem| place(problem, &places));
        let mut all = Problems::default();
        problems.into_iter().for_each(|problem| all.add(problem));
        (Self { start, result, contact }, all.list())
    }

    /// See [`ResultSettings::fingerprint`].
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.result.fingerprint(&self.start)
    }
}

/// The paths of a value and everything in it.
fn add_places(places: &mut Vec<String>, path: String, value: &Value, levels: usize) {
    let inside: Vec<(String, &Value)> = match value {
        _ if levels == 0 => Vec::new(),
        Value::List(parts) => parts.iter().enumerate().map(|(n, part)| (format!("{path}[{n}]"), part)).collect(),
        Value::Object(entries) => {
            entries.iter().map(|(name, part)| (format!("{path}.{}", excerpt(name)), part)).collect()
        }
        _ => Vec::new(),
    };
    places.push(path);
    for (path, part) in inside {
        add_places(places, path, part, levels - 1);
    }
}

/// The index of the place that a problem is about, or of what it is missing in.
fn place(problem: &Problem, places: &[String]) -> usize {
    let is_in = |place: &str| {
        problem.path.strip_prefix(place).is_some_and(|inside| inside.is_empty() || inside.starts_with(['.', '[']))
    };
    // The name of an unknown setting can begin like another.
    let found = (0..places.len()).rev().filter(|n| is_in(&places[*n])).max_by_key(|n| places[*n].len());
    // Any other is about the whole document, or there are too many.
    found.unwrap_or(if problem.expected.0 == Kind::TooMany { usize::MAX } else { 0 })
}
