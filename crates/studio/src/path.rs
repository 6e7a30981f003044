//! Places in the settings, as in the messages about problems: `contact.own[0].label`.

use std::fmt;

use assessment::json::Value;

/// A place in the settings.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Path(pub Vec<Step>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    Name(String),
    Index(usize),
}

impl Path {
    #[must_use]
    pub fn name(&self, name: &str) -> Self {
        self.with(Step::Name(name.to_owned()))
    }

    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The place that is written so. A name cannot contain a dot or a bracket.
    #[must_use]
    pub fn parse(place: &str) -> Self {
        let mut path = Self::default();
        for part in place.split('.').filter(|part| !part.is_empty()) {
            let (name, numbers) = part.split_once('[').unwrap_or((part, ""));
            path = path.name(name);
            for number in numbers.split('[').filter_map(|number| number.trim_end_matches(']').parse().ok()) {
                path = path.index(number);
            }
        }
        path
    }

    /// The place without the numbers of entries, as in `contact.own[].label`.
    #[must_use]
    pub fn pattern(&self) -> String {
        let place = self.to_string();
        let parts = place.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest));
        parts.collect::<Vec<_>>().join("[]")
    }

    /// The value at the place.
    #[must_use]
    pub fn of<'a>(&self, root: &'a Value) -> Option<&'a Value> {
        self.0.iter().try_fold(root, |value, step| match step {
            Step::Name(name) => value.get(name),
            Step::Index(index) => value.as_list()?.get(*index),
        })
    }

    /// Sets the value at the place, or removes it. What is empty after a removal is removed too, except for the root.
    pub fn set(&self, root: &mut Value, value: Option<Value>) {
        set(root, &self.0, value);
    }
}

fn set(at: &mut Value, steps: &[Step], value: Option<Value>) {
    let Some((step, rest)) = steps.split_first() else {
        *at = value.unwrap_or(Value::Null);
        return;
    };
    match step {
        Step::Name(name) => {
            if !matches!(at, Value::Object(_)) {
                *at = Value::Object(Vec::new());
            }
            let Value::Object(entries) = at else { return };
            let found = entries.iter().rposition(|(known, _)| known == name);
            match (found, rest.is_empty(), value) {
                (Some(n), true, None) => drop(entries.remove(n)),
                (None, _, None) => {}
                (found, is_last, value) => {
                    let n = found.unwrap_or_else(|| {
                        entries.push((name.clone(), Value::Null));
                        entries.len() - 1
                    });
                    set(&mut entries[n].1, if is_last { &[] } else { rest }, value);
                    if is_empty(&entries[n].1) {
                        entries.remove(n);
                    }
                }
            }
        }
        Step::Index(index) => {
            if !matches!(at, Value::List(_)) {
                *at = Value::List(Vec::new());
            }
            let Value::List(parts) = at else { return };
            match (*index < parts.len(), rest.is_empty(), value) {
                (true, true, None) => drop(parts.remove(*index)),
                (false, _, None) => {}
                (is_there, is_last, value) => {
                    let n = if is_there { *index } else { parts.len() };
                    if !is_there {
                        parts.push(Value::Null);
                    }
                    set(&mut parts[n], if is_last { &[] } else { rest }, value);
                }
            }
        }
    }
}

/// Whether nothing is left of an object or a list.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Object(entries) => entries.is_empty(),
        Value::List(parts) => parts.is_empty(),
        Value::Null => true,
        _ => false,
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, step) in self.0.iter().enumerate() {
            match step {
                Step::Name(name) if n == 0 => f.write_str(name)?,
                Step::Name(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(names: &[&str]) -> Path {
        names.iter().fold(Path::default(), |path, name| path.name(name))
    }

    #[test]
    fn what_is_empty_after_a_removal_is_removed_too() {
        let mut settings = Value::Object(Vec::new());
        path(&["cta", "close", "url"]).set(&mut settings, Some("tel:1".into()));
        assert_eq!(path(&["cta", "close", "url"]).of(&settings), Some(&"tel:1".into()));
        path(&["cta", "close", "url"]).set(&mut settings, None);
        assert_eq!(settings, Value::Object(Vec::new()));
    }

    #[test]
    fn removing_what_is_not_there_changes_nothing() {
        let mut settings = Value::object([("theme", "dark".into())]);
        let before = settings.clone();
        path(&["cta", "close", "url"]).set(&mut settings, None);
        path(&["questions"]).index(3).name("text").set(&mut settings, None);
        assert_eq!(settings, before);
    }

    #[test]
    fn a_new_entry_of_a_list_comes_last() {
        let mut settings = Value::Object(Vec::new());
        for (n, text) in [(0, "a"), (7, "b")] {
            path(&["questions"]).index(n).name("text").set(&mut settings, Some(text.into()));
        }
        let texts = |n: usize| path(&["questions"]).index(n).name("text");
        assert_eq!(texts(1).of(&settings), Some(&"b".into()));
        assert_eq!(texts(1).to_string(), "questions[1].text");
        assert_eq!(texts(1).pattern(), "questions[].text");
        assert_eq!(Path::parse("questions[1].text"), texts(1));
        assert_eq!(Path::parse(""), Path::default());
    }
}
