//! The address of `frame.html`, with its parameters.

use config::{Setting, documentation::FrameParameter};
use percent_encoding::percent_decode_str;

use super::{Extent, Reading};
use crate::check::{Problem, of_document};

/// By which `framed.js` keeps the names of saved answers in frames apart.
const KEY_PREFIX: &str = "support-fit-frame-";

/// `None` if it is another address.
pub fn read(address: &str) -> Option<Reading> {
    let address = address.split('#').next().unwrap_or_default();
    let (page, query) = address.split_once('?').unwrap_or((address, ""));
    // Cloudflare Pages redirects to the name without an ending.
    let files = page.strip_suffix("frame.html").or_else(|| page.strip_suffix("frame"))?;
    if !files.ends_with('/') {
        return None;
    }
    let mut reading = Reading::new("a frame's address", Extent::Frame);
    files.clone_into(&mut reading.design.files);
    for parameter in query.split('&').filter(|parameter| !parameter.is_empty()) {
        // Copied from the source of a page.
        let parameter = parameter.strip_prefix("amp;").unwrap_or(parameter);
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        add(&mut reading, &decoded(name), &decoded(value));
    }
    Some(reading.checked())
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

fn add(reading: &mut Reading, name: &str, value: &str) {
    let is_known =
        |setting: &Setting| setting.attribute() == Some(name) && setting.documentation().frame != FrameParameter::Never;
    match Setting::all().find(is_known) {
        Some(Setting::Config) => reading.missing = Some(format!("{}{value}", reading.design.files)),
        Some(Setting::StorageKey) => reading.set("storageKey", &format!("{KEY_PREFIX}{value}")),
        Some(Setting::DataLayer) if value.is_empty() => reading.set("dataLayer", "dataLayer"),
        Some(Setting::Lang) if value.is_empty() => {}
        Some(setting) => {
            if let Some(key) = setting.key() {
                reading.set(key, value);
            }
        }
        None => reading.problems.push(unknown(name, value)),
    }
}

/// A parameter that the frame ignores.
fn unknown(name: &str, value: &str) -> Problem {
    let mut problems = of_document(&super::empty().settings, &[(name.to_owned(), value.to_owned())]).problems;
    let remedy = "The address of a frame cannot set it. Set it here: the studio puts it into a file.";
    let ignored = || Problem::unusable("a parameter that the frame ignores", "one that it knows", remedy);
    let is_unknown = |problem: &Problem| problem.line.starts_with("unknown-setting");
    problems.drain(..).find(is_unknown).unwrap_or_else(|| Problem { path: name.to_owned(), ..ignored() })
}
