//! Every setting at once, for programs that are not split into modules.

use super::{
    Config, Kind, Problem, ResultSettings,
    problem::Problems,
    read::{path_of_attribute, path_of_key},
};
use assessment::json::Value;

/// All settings of one element.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    pub start: Config,
    pub result: ResultSettings,
}

impl Settings {
    /// Reads everything as the modules of the application do one after the other. The problems are in the order of the
    /// document and then the attributes.
    #[must_use]
    pub fn read(document: Option<&Value>, attributes: &[(String, String)]) -> (Self, Vec<Problem>) {
        let (start, rest, mut problems) = Config::read(document, attributes);
        let (result, more) = ResultSettings::read(&rest);
        problems.extend(more);
        let keys = document.and_then(Value::entries).unwrap_or_default().iter().map(|(key, _)| path_of_key(key));
        let places: Vec<String> = keys.chain(attributes.iter().map(|(name, _)| path_of_attribute(name))).collect();
        problems.sort_by_key(|problem| place(problem, &places));
        let mut all = Problems::default();
        problems.into_iter().for_each(|problem| all.push(problem));
        (Self { start, result }, all.list())
    }

    /// See [`ResultSettings::fingerprint`].
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.result.fingerprint(&self.start)
    }
}

/// The index of the setting that a problem is about.
fn place(problem: &Problem, places: &[String]) -> usize {
    let is_in = |place: &str| {
        problem.path.strip_prefix(place).is_some_and(|inside| inside.is_empty() || inside.starts_with(['.', '[']))
    };
    // The name of an unknown setting can begin like another.
    let found = (0..places.len()).rev().filter(|n| is_in(&places[*n])).max_by_key(|n| places[*n].len());
    // Without a setting it is about the document, or there are too many.
    found.unwrap_or(if problem.expected.0 == Kind::TooMany { usize::MAX } else { 0 })
}
