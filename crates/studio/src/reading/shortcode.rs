//! The shortcode of the plugin for WordPress.

use config::Setting;

use super::{Extent, Reading};
use crate::{check::Problem, snippet::FIELD};

const OPENING: &str = "[support-fit";

/// Those that the plugin takes from a shortcode. It ignores others.
const TAKEN: [Setting; 4] = [Setting::Flow, Setting::Theme, Setting::Lang, Setting::Loading];

/// Whether a text begins with the shortcode.
pub fn is_shortcode(text: &str) -> bool {
    let rest = text.strip_prefix(OPENING);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || matches!(c, ']' | '/')))
}

/// Reads the first shortcode in a text.
pub fn read(text: &str) -> Option<Reading> {
    let at = text.match_indices(OPENING).map(|(at, _)| at).find(|at| is_shortcode(&text[*at..]))?;
    let (mut rest, _) = text[at + OPENING.len()..].split_once(']')?;
    let mut reading = Reading::new("a shortcode", Extent::Shortcode);
    reading.missing = Some(FIELD.to_owned());
    while let Some((name, after)) = rest.split_once('=') {
        let name = name.trim();
        let after = after.trim_start();
        let mark = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match mark {
            Some(mark) => after[1..].split_once(mark).unwrap_or((&after[1..], "")),
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        add(&mut reading, name, value);
        rest = after;
    }
    Some(reading.checked())
}

fn add(reading: &mut Reading, name: &str, value: &str) {
    let Some(setting) = Setting::all().find(|setting| setting.attribute() == Some(name)) else {
        reading.problems.push(ignored(name));
        return;
    };
    if !TAKEN.contains(&setting) {
        reading.problems.push(ignored(name));
    }
    match setting.key() {
        Some(key) => reading.set(key, value),
        None if setting == Setting::Loading => value.clone_into(&mut reading.design.loading),
        None => {}
    }
}

fn ignored(name: &str) -> Problem {
    let name = assessment::text::excerpt(name, 57);
    let remedy = "The plugin ignores it there. Set it under Settings, SupportFit.";
    let problem =
        Problem::unusable(&format!("`{name}` in a shortcode"), "`flow`, `theme`, `lang` or `loading`", remedy);
    Problem { path: name, ..problem }
}
