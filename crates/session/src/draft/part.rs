//! The unknown data of one part of a draft, which is written back where it was.

use super::{Expected, Problem};
use assessment::json::Value;
use decision::worksheet::{CalendarDate, EntryRefusal};

/// Maximum number of entries of an object; one with more is not ours and is not decoded.
const MOST_ENTRIES: usize = 1_000;

/// A part of a draft as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Part<T> {
    /// What was understood.
    pub value: T,
    /// The unknown data, for the encoder of the same part.
    pub unread: Unread,
    /// Messages for developers.
    pub problems: Vec<Problem>,
}

/// What was not understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Unread(Option<Left>);

#[derive(Debug, Clone, PartialEq)]
enum Left {
    /// A whole value. An entry made in its place since replaces it.
    Whole(Value),
    /// Some entries of an object; the others were understood.
    Entries(Vec<(String, Left)>),
    /// Some entries of something the visitor created, identified by this text in this field: they are dropped when it is
    /// removed or renamed.
    Of(&'static str, String, Vec<(String, Left)>),
}

impl Unread {
    pub(super) fn whole(value: &Value) -> Self {
        Self(Some(Left::Whole(value.clone())))
    }

    /// Ties the unknown entries to an object with this text in this field.
    pub(super) fn of(self, name: &'static str, text: &str) -> Self {
        match self.0 {
            Some(Left::Entries(lefts)) => Self(Some(Left::Of(name, text.trim().to_owned(), lefts))),
            other => Self(other),
        }
    }

    /// The value, if none of it was understood.
    pub(super) fn as_whole(&self) -> Option<&Value> {
        match &self.0 {
            Some(Left::Whole(value)) => Some(value),
            _ => None,
        }
    }

    /// The entered data merged with the unknown data; `None` if both are empty.
    pub(super) fn merged_with(&self, entered: Value) -> Option<Value> {
        let entered = (!is_empty(&entered)).then_some(entered);
        match &self.0 {
            Some(left) => merged(entered, left),
            None => entered,
        }
    }
}

fn is_empty(value: &Value) -> bool {
    value.entries().is_some_and(<[_]>::is_empty) || value.as_list().is_some_and(<[_]>::is_empty)
}

fn merged(entered: Option<Value>, left: &Left) -> Option<Value> {
    match (entered, left) {
        (None, Left::Whole(value)) => Some(value.clone()),
        (Some(entered), Left::Whole(_)) => Some(entered),
        (Some(entered), Left::Of(name, text, lefts)) if entered.get(name).and_then(Value::as_text) == Some(text) => {
            Some(completed(entered, lefts))
        }
        (entered, Left::Of(..)) => entered,
        (entered, Left::Entries(lefts)) => {
            let all = completed(entered.unwrap_or(Value::Object(Vec::new())), lefts);
            (!is_empty(&all)).then_some(all)
        }
    }
}

/// Adds the unknown entries to an object.
fn completed(entered: Value, lefts: &[(String, Left)]) -> Value {
    let Value::Object(mut entries) = entered else { return entered };
    for (name, left) in lefts {
        match entries.iter_mut().find(|(n, _)| n == name) {
            Some((_, value)) => {
                *value = merged(Some(core::mem::replace(value, Value::Null)), left).unwrap_or(Value::Null);
            }
            None => entries.extend(merged(None, left).map(|value| (name.clone(), value))),
        }
    }
    Value::Object(entries)
}

/// The result of decoding a value: the unknown rest, or what was expected instead.
pub(super) type Taken = Result<Unread, Expected>;

/// All of a value was understood.
pub(super) const ALL: Taken = Ok(Unread(None));

/// Decodes values and collects problems.
pub(super) struct PartReader {
    pub(super) problems: Vec<Problem>,
}

impl PartReader {
    pub(super) const fn new() -> Self {
        Self { problems: Vec::new() }
    }

    /// Finishes a part.
    pub(super) fn part<T>(mut self, path: &str, document: &Value, value: T, taken: Taken) -> Part<T> {
        let unread = self.left(path, "", document, taken);
        Part { value, unread, problems: self.problems }
    }

    /// Decodes each entry of an object; of duplicate names the last, as in JavaScript. `each` receives the entry's path,
    /// name and value.
    pub(super) fn entries(
        &mut self,
        path: &str,
        value: &Value,
        each: &mut dyn FnMut(&mut Self, &str, &str, &Value) -> Taken,
    ) -> Taken {
        let entries = value.entries().filter(|entries| entries.len() <= MOST_ENTRIES).ok_or(Expected::Object)?;
        let mut lefts: Vec<(String, Left)> = Vec::new();
        for (n, (name, value)) in entries.iter().enumerate() {
            if entries[n + 1..].iter().any(|(later, _)| later == name) {
                continue;
            }
            let path = [path, ".", name].concat();
            let taken = each(self, &path, name, value);
            lefts.extend(self.left(&path, name, value, taken).0.map(|left| (name.clone(), left)));
        }
        Ok(Unread((!lefts.is_empty()).then_some(Left::Entries(lefts))))
    }

    fn left(&mut self, path: &str, name: &str, value: &Value, taken: Taken) -> Unread {
        let expected = match taken {
            Ok(unread) => return unread,
            Err(expected) => expected,
        };
        let is_name =
            matches!(expected, Expected::EntryId | Expected::FunctionId | Expected::InputId | Expected::KnownName);
        self.problems.push(if is_name {
            Problem::new(path, name, expected)
        } else {
            Problem::with_value(path, value, expected)
        });
        Unread::whole(value)
    }

    /// Reports a problem inside a value.
    pub(super) fn report(&mut self, path: String, value: &Value, expected: Expected) {
        self.problems.push(Problem::with_value(&path, value, expected));
    }
}

/// The expectation behind a refused change.
pub(super) const fn expected(refusal: EntryRefusal) -> Expected {
    match refusal {
        EntryRefusal::Months => Expected::Months,
        EntryRefusal::OutOfBounds => Expected::Decimal,
        EntryRefusal::Unknown => Expected::EntryId,
        _ => Expected::Text,
    }
}

/// Reads a day.
pub(super) fn date(value: &Value) -> Result<CalendarDate, Expected> {
    value.as_text().and_then(CalendarDate::parse).ok_or(Expected::Date)
}

/// Adds an object unless it is empty.
pub(super) fn push(entries: &mut Vec<(String, Value)>, name: &str, inside: Vec<(String, Value)>) {
    if !inside.is_empty() {
        entries.push((name.to_owned(), Value::Object(inside)));
    }
}

/// Adds a string unless it is empty.
pub(super) fn push_text(entries: &mut Vec<(String, Value)>, name: &str, text: &str) {
    if !text.is_empty() {
        entries.push((name.to_owned(), Value::from(text)));
    }
}

/// Adds a date if there is one.
pub(super) fn push_date(entries: &mut Vec<(String, Value)>, name: &str, date: Option<CalendarDate>) {
    push_text(entries, name, &date.map(CalendarDate::iso).unwrap_or_default());
}
