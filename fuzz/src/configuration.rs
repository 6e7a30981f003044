//! A configuration and attributes: accepted settings are within bounds and survive a round trip; others are reported.

use assessment::{Alternative, json::Value};

use config::{Config, Kind, MOST_CHARACTERS, MOST_PROBLEMS, document_of};

use super::document::{document, is_showable, text};

/// The maximum length of a problem.
const LONGEST_LINE: usize = 300;

/// One attribute per line (`name=value`), an empty line, and the text of a document.
pub fn configuration(bytes: &[u8]) {
    let text = text(bytes);
    let (lines, text) = text.split_once("\n\n").unwrap_or(("", &text));
    let attributes: Vec<(String, String)> = lines
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let read = document_of(text, |text| document(text, usize::MAX));
    if let Err(problem) = &read {
        let is_long = assessment::text::is_longer(text, MOST_CHARACTERS);
        assert_eq!(problem.expected.0, if is_long { Kind::TooLarge } else { Kind::TooDeep });
    }
    let document = read.ok();
    let (config, problems) = Config::read(document.as_ref(), &attributes);
    assert!(problems.len() <= MOST_PROBLEMS + 1, "{}", problems.len());
    for problem in &problems {
        assert!(!problem.path.is_empty() && !problem.found.is_empty() && !problem.expected.1.text().is_empty());
        assert!(is_showable(&problem.to_string(), LONGEST_LINE), "{problem}");
    }
    let (again, problems) = Config::read(Some(&written(&config)), &[]);
    assert!(problems.is_empty(), "{problems:?}");
    // `loading` is only an attribute.
    assert_eq!(Config { loading: config.loading, ..again }, config);
}

/// The document that contains a configuration.
fn written(config: &Config) -> Value {
    let alternatives = |sold: &[Alternative]| sold.iter().map(|a| a.name()).collect::<Value>();
    let names = |names: &[String]| names.iter().map(String::as_str).collect::<Value>();
    let texts = [
        ("lang", &config.lang),
        ("providerName", &config.provider_name),
        ("ctaUrl", &config.cta_url),
        ("ctaLabel", &config.cta_label),
        ("storageKey", &config.storage_key),
        ("currency", &config.currency),
        ("dataLayer", &config.data_layer),
    ];
    let mut entries: Vec<(String, Value)> =
        texts.into_iter().map(|(name, text)| (name.to_owned(), text.clone().into())).collect();
    let mut push = |name: &str, value: Value| entries.push((name.to_owned(), value));
    push("flow", config.flow.code().into());
    push("theme", config.theme.code().into());
    push("storage", config.storage.code().into());
    push("events", config.events.code().into());
    push("frame", config.frame.into());
    push("frameParents", names(&config.frame_parents));
    if let Some(query) = &config.link_query {
        push("linkQuery", names(query));
    }
    if !config.provider_sells.is_empty() {
        push("providerSells", alternatives(&config.provider_sells));
    }
    Value::Object(entries)
}
