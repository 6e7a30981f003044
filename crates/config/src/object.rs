//! Settings with named entries.

use super::{
    list::Check,
    problem::{Expected, Fault, Kind, Problem, Problems, excerpt},
};
use assessment::json::Value;

/// An object with its path.
pub struct Object<'v> {
    entries: &'v [(String, Value)],
    path: String,
}

impl<'v> Object<'v> {
    pub fn of(path: &str, value: &'v Value) -> Result<Self, Fault> {
        let entries = value.entries().ok_or(Fault(Kind::WrongType, Expected::OBJECT))?;
        Ok(Self { entries, path: path.to_owned() })
    }

    /// An object without entries.
    pub const fn empty() -> Self {
        Self { entries: &[], path: String::new() }
    }

    /// The entries that are set. (`null` is how programs leave one out.)
    pub fn entries(&self) -> impl Iterator<Item = (&'v str, &'v Value)> {
        let is_set = |(_, value): &&(String, Value)| !matches!(value, Value::Null);
        self.entries.iter().filter(is_set).map(|(name, value)| (name.as_str(), value))
    }

    pub fn path(&self, name: &str) -> String {
        format!("{}.{}", self.path, excerpt(name))
    }

    /// Reports names other than these.
    pub fn report_unknown(&self, problems: &mut Problems, names: &[&str]) {
        for (name, value) in self.entries.iter().filter(|(name, _)| !names.contains(&name.as_str())) {
            problems.report(Fault(Kind::UnknownSetting, Expected::ENTRY_NAME), &self.path(name), value);
        }
    }

    /// The entry, if it is set; of duplicates the last.
    pub fn get(&self, name: &str) -> Option<&'v Value> {
        let found = self.entries.iter().rev().find(|(n, _)| n == name).map(|(_, value)| value);
        found.filter(|value| !matches!(value, Value::Null))
    }

    /// The entry, if it is set and valid.
    pub fn text(&self, problems: &mut Problems, name: &str, check: Check) -> Option<String> {
        let value = self.get(name)?;
        let read = check(value).map_err(|fault| problems.report(fault, &self.path(name), value));
        read.ok()
    }

    /// The entry, if it is valid. Reported if it is not set.
    pub fn need(&self, problems: &mut Problems, name: &str, expected: Expected, check: Check) -> Option<String> {
        self.require(problems, name, expected);
        self.text(problems, name, check)
    }

    /// Reports an entry that is not set.
    pub fn require(&self, problems: &mut Problems, name: &str, expected: Expected) {
        if self.get(name).is_none() {
            problems.add(Problem::new(&self.path(name), "nothing", Fault(Kind::Missing, expected)));
        }
    }

    /// The entry, or the default if it is not set or not valid.
    pub fn flag(&self, problems: &mut Problems, name: &str, default: bool) -> bool {
        match self.get(name) {
            None => default,
            Some(Value::Bool(flag)) => *flag,
            Some(other) => {
                problems.report(Fault(Kind::WrongType, Expected::FLAG), &self.path(name), other);
                default
            }
        }
    }
}
