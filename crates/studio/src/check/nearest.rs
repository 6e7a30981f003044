//! The known name or value that is most like one that is not known.

use config::{Fault, Kind, Setting, documentation::Shape};

pub fn of(problem: &config::Problem) -> Option<String> {
    let Fault(kind, _) = problem.expected;
    let key = problem.path.strip_prefix("$.").unwrap_or_default();
    match kind {
        Kind::UnknownSetting if problem.path.starts_with("attribute ") => {
            nearest(problem.path.trim_start_matches("attribute "), Setting::all().filter_map(Setting::attribute))
        }
        Kind::UnknownSetting => {
            let (within, name) = key.rsplit_once('.').unwrap_or(("", key));
            nearest(name, names(within).into_iter())
        }
        Kind::UnknownValue => {
            let found = problem.found.trim_matches('"');
            nearest(found, values(key).iter().copied()).filter(|name| *name != found)
        }
        _ => None,
    }
    .map(str::to_owned)
}

fn nearest<'a>(found: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known.min_by_key(|name| strsim::damerau_levenshtein(&name.to_lowercase(), &found.to_lowercase()))
}

/// The shape at a path, such as `contact.own[0]`.
fn shape(path: &str) -> Option<Shape> {
    let mut names = path.split('.');
    let of_entry = |shape: Shape, name: &str| match shape {
        Shape::List { of, .. } if name.ends_with(']') => *of,
        shape => shape,
    };
    let first = names.next()?;
    let key = first.split('[').next();
    let setting = Setting::all().find(|setting| setting.key() == key)?;
    let mut shape = of_entry(setting.documentation().shape, first);
    for name in names {
        let Shape::Object(object) = shape else { return None };
        let entry = object.entries.iter().find(|entry| Some(entry.name) == name.split('[').next())?;
        shape = of_entry(entry.shape, name);
    }
    Some(shape)
}

/// The words that are allowed at a path. None if it is no choice.
fn values(path: &str) -> &'static [&'static str] {
    match shape(path) {
        Some(Shape::Choice(words, _)) => words,
        _ => &[],
    }
}

/// The names that the object at a path can have, or the document.
fn names(path: &str) -> Vec<&'static str> {
    match shape(path) {
        Some(Shape::Object(object)) => object.entries.iter().map(|entry| entry.name).collect(),
        Some(Shape::Map { known, .. }) => known.into(),
        _ => Setting::all().filter_map(Setting::key).chain(["version", "$schema"]).collect(),
    }
}
