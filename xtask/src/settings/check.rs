//! `cargo xtask check-config`: what the console would say of a configuration, with remedies.

use std::{
    collections::HashSet,
    fs,
    io::{self, Read, Write},
    process::ExitCode,
};

use assessment::json::{DEEPEST, Value};
use config::{Kind, Problem, Setting, Settings, documentation::Shape};
use serde::de::IgnoredAny;

/// Entries of `contact` that not every receiver uses.
const USED_BY: [(&str, &[&str]); 7] = [
    ("url", &["json", "form", "post"]),
    ("idempotencyHeader", &["json"]),
    ("portalId", &["hubspot"]),
    ("formId", &["hubspot"]),
    ("region", &["hubspot"]),
    ("hutk", &["hubspot"]),
    ("subscription", &["hubspot"]),
];

/// Ends with 2 if there is a problem, also with the file itself.
pub fn command(file: &str) -> ExitCode {
    let report = read(file);
    // A reader such as `head` may have closed the pipe.
    let _ = io::stdout().write_all(report.text(file).as_bytes());
    if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// Reads a file, or standard input.
pub fn read(file: &str) -> Report {
    let text = if file == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(file)
    };
    match text {
        Ok(text) => report(&text),
        Err(error) => {
            Report::of(format!("cannot be read: {error}\n  remedy:  Check the path, and that the text is UTF-8."))
        }
    }
}

#[derive(Default)]
pub struct Report {
    pub settings: Settings,
    pub problems: Vec<String>,
    /// What is valid, but does not have the effect that it seems to have.
    advice: Vec<String>,
}

impl Report {
    /// The only problem with a file that cannot be used.
    fn of(problem: String) -> Self {
        Self { problems: vec![problem], ..Self::default() }
    }

    /// What is printed of a file.
    pub fn text(&self, file: &str) -> String {
        let name = if file == "-" { "standard input" } else { file };
        let count = match self.problems.len() {
            0 => "no problems".to_owned(),
            1 => "1 problem".to_owned(),
            count => format!("{count} problems"),
        };
        let mut lines = vec![format!("{name}: {count}")];
        lines.extend(self.problems.iter().chain(&self.advice).cloned());
        lines.join("\n\n") + "\n"
    }
}

fn report(text: &str) -> Report {
    // A browser removes it too.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(error) = syntax_error(text) {
        // It ends with the line and the column.
        return Report::of(format!("not-json at $: {error}{}", remedy(Kind::NotJson)));
    }
    match config::document_of(text, parse) {
        Err(problem) => Report::of(line(&problem)),
        Ok(document) => {
            let (settings, problems) = Settings::read(Some(&document), &[]);
            let advice = advice(&document, &settings);
            Report { settings, problems: problems.iter().map(line).collect(), advice }
        }
    }
}

/// Why it is not JSON. A document that is only too deep for serde is no error here.
fn syntax_error(text: &str) -> Option<serde_json::Error> {
    // The first does not look at the characters that escapes mean, and the second stops at a depth.
    let of_tree = || serde_json::from_str::<Value>(text).err();
    let is_depth = |error: &serde_json::Error| error.to_string().starts_with("recursion limit");
    serde_json::from_str::<IgnoredAny>(text).err().or_else(|| of_tree().filter(|error| !is_depth(error)))
}

fn parse(text: &str) -> Option<Value> {
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

fn line(problem: &Problem) -> String {
    let (kind, key) = (problem.expected.0, problem.path.strip_prefix("$.").unwrap_or_default());
    let known = Setting::all().find(|setting| setting.attribute() == Some(key));
    if let (Kind::UnknownSetting, Some(setting)) = (kind, known) {
        let remedy = match setting.key() {
            Some(key) => format!("Write `{key}` in JSON."),
            None => format!("Set the attribute `{key}` of the element; it is no key in JSON."),
        };
        return format!("{problem}\n  remedy:  {remedy}");
    }
    let nearest = match kind {
        Kind::UnknownSetting => {
            let (within, name) = key.rsplit_once('.').unwrap_or(("", key));
            nearest(name, names(within).into_iter())
        }
        Kind::UnknownValue => {
            let found = problem.found.trim_matches('"');
            nearest(found, values(key).iter().copied()).filter(|name| *name != found)
        }
        _ => None,
    };
    let nearest = nearest.map_or(String::new(), |name| format!("\n  nearest: {name}"));
    format!("{problem}{nearest}{}", remedy(kind))
}

fn remedy(kind: Kind) -> String {
    format!("\n  remedy:  {}", kind.remedy().replace("[the tables](#settings)", "the tables in docs/configuration.md"))
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

fn nearest<'a>(found: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known.min_by_key(|name| strsim::damerau_levenshtein(&name.to_lowercase(), &found.to_lowercase()))
}

fn advice(document: &Value, settings: &Settings) -> Vec<String> {
    let mut advice = Vec::new();
    let mut seen = HashSet::new();
    for (key, _) in document.entries().unwrap_or_default() {
        if !seen.insert(key) {
            advice.push(format!(
                "advice at $.{}: this key is there more than once, and the last one counts. Remove the others.",
                assessment::text::excerpt(key, 57)
            ));
        }
    }
    if !settings.result.frame && !settings.result.frame_parents.is_empty() {
        advice.push(
            "advice at $.frameParents: only `frame.html` uses it, and only from a file that is meant for frames. Add `\"frame\": true`."
                .to_owned(),
        );
    }
    for (name, receivers) in USED_BY {
        let contact = settings.result.contact.as_ref();
        let receiver = contact.and_then(|contact| contact.get("receiver")).and_then(Value::as_text);
        let is_there = contact.and_then(|contact| contact.get(name)).is_some_and(|value| *value != Value::Null);
        if is_there && receiver.is_some_and(|receiver| !receivers.contains(&receiver)) {
            let known = receivers.join("`, `");
            advice.push(format!("advice at $.contact.{name}: only the receiver `{known}` uses it. Remove it."));
        }
    }
    advice
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_the_nearest_setting_or_value_and_a_remedy() {
        let report = report(r#"{"providerNmae": "Marlow", "theme": "Drak", "providerSells": ["co-manged"]}"#);
        assert_eq!(
            report.problems,
            [
                "unknown-setting at $.providerNmae: found \"Marlow\", expected the name of a setting\n  \
                 nearest: providerName\n  \
                 remedy:  Write the nearest name in the tables in docs/configuration.md, or remove the entry.",
                "unknown-value at $.theme: found \"Drak\", expected auto, light or dark\n  \
                 nearest: dark\n  \
                 remedy:  Use one of the values that the line names.",
                "unknown-value at $.providerSells[0]: found \"co-manged\", expected in-house, co-managed or outsourced\n  \
                 nearest: co-managed\n  \
                 remedy:  Use one of the values that the line names.",
            ]
        );
    }

    #[test]
    fn a_problem_inside_an_object_names_the_nearest_entry_or_value() {
        let contact = r#"{"reciever": "json", "receiver": "jsno", "fields": ["emial"], "own": [{"naem": "x"}], "names": {"verdit": "x"}}"#;
        let document = format!(r#"{{"cta": {{"leen": {{}}, "clear": {{"ulr": "tel:1"}}}}, "contact": {contact}}}"#);
        let nearest = |problem: &String| {
            let place = problem.split(": found").next().unwrap().to_owned();
            let (_, nearest) = problem.split_once("nearest: ")?;
            Some((place, nearest.lines().next().unwrap().to_owned()))
        };
        let found: Vec<_> = report(&document).problems.iter().filter_map(nearest).collect();
        let expected = [
            ("unknown-setting at $.cta.leen", "lean"),
            ("unknown-setting at $.cta.clear.ulr", "url"),
            ("unknown-setting at $.contact.reciever", "receiver"),
            ("unknown-value at $.contact.receiver", "json"),
            ("unknown-value at $.contact.fields[0]", "email"),
            ("unknown-setting at $.contact.own[0].naem", "name"),
            ("unknown-setting at $.contact.names.verdit", "verdict"),
        ];
        assert_eq!(found, expected.map(|(place, nearest)| (place.to_owned(), nearest.to_owned())));
    }

    #[test]
    fn an_attribute_in_json_is_pointed_to_its_place() {
        let problems = report(r#"{"cta-url": "tel:1", "loading": "eager"}"#).problems;
        assert!(problems[0].ends_with("remedy:  Write `ctaUrl` in JSON."), "{}", problems[0]);
        assert!(problems[1].contains("the attribute `loading` of the element"), "{}", problems[1]);
    }

    #[test]
    fn a_mistake_in_the_json_has_its_line_and_column() {
        let problems = report("{\n  \"theme\": \"dark\",\n}").problems;
        assert!(problems[0].contains("at line 3 column 1"), "{}", problems[0]);
        let problems = report(r#"{"providerName": "\ud800"}"#).problems;
        assert!(problems[0].starts_with("not-json at $: unexpected end of hex escape"), "{}", problems[0]);
    }

    #[test]
    fn a_document_is_bounded_as_in_a_browser() {
        let deep = format!("{}{}", "[".repeat(DEEPEST + 1), "]".repeat(DEEPEST + 1));
        let deeper = format!("{}{}", "[".repeat(1_000), "]".repeat(1_000));
        for (text, code) in
            [(deep, "too-deep"), (deeper, "too-deep"), (format!("\"{}\"", "x".repeat(100_000)), "too-large")]
        {
            assert!(report(&text).problems[0].starts_with(code), "{code}");
        }
        assert_eq!(report("\u{feff}{}").problems, [""; 0]);
    }

    #[test]
    fn what_is_valid_without_effect_is_advice() {
        let advice = |text: &str| report(text).advice;
        assert!(advice(r#"{"frameParents": ["https://a.example"]}"#)[0].contains(r#"`"frame": true`"#));
        assert_eq!(advice(r#"{"frame": true, "frameParents": ["https://a.example"]}"#), [""; 0]);
        assert!(advice(r#"{"theme": "dark", "theme": "light"}"#)[0].starts_with("advice at $.theme: "));
        let unused = advice(r#"{"contact": {"receiver": "event", "url": "https://a.example/", "hutk": null}}"#);
        assert_eq!(unused, ["advice at $.contact.url: only the receiver `json`, `form`, `post` uses it. Remove it."]);
    }

    #[test]
    fn the_command_ends_with_2_if_there_is_a_problem() {
        let folder = std::env::temp_dir().join(format!("support-fit-check-config-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.join(name);
            fs::write(&path, text).unwrap();
            command(path.to_str().unwrap())
        };
        // `ExitCode` has no equality.
        let is = |code: ExitCode, expected: ExitCode| assert_eq!(format!("{code:?}"), format!("{expected:?}"));
        is(file("good.json", r#"{"theme": "dark"}"#), ExitCode::SUCCESS);
        is(file("bad.json", r#"{"theme": "drak"}"#), ExitCode::from(2));
        is(command(folder.join("absent.json").to_str().unwrap()), ExitCode::from(2));
        fs::remove_dir_all(&folder).unwrap();
    }
}
