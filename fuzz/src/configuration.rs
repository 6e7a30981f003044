//! A configuration and attributes: accepted settings are within bounds and survive a round trip; others are reported.

use assessment::{Alternative, Assessment, json::Value};

use config::{Kind, MOST_CHARACTERS, MOST_PROBLEMS, Settings, VIEWS, document_of};

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
    let (settings, problems) = Settings::read(document.as_ref(), &attributes);
    assert!(problems.len() <= MOST_PROBLEMS + 1, "{}", problems.len());
    for problem in &problems {
        assert!(!problem.path.is_empty() && !problem.found.is_empty() && !problem.expected.1.text().is_empty());
        assert!(is_showable(&problem.to_string(), LONGEST_LINE), "{problem}");
    }
    let is_right = |path: &str| !problems.iter().any(|problem| problem.path.starts_with(path));
    let contact = settings.result.contact.as_ref().filter(|_| is_right("$.contact"));
    let questions = settings.result.questions.as_ref().filter(|_| is_right("$.questions"));
    let (mut again, problems) = Settings::read(Some(&written(&settings, contact, questions)), &[]);
    assert!(problems.is_empty(), "{problems:?}");
    // `loading` is only an attribute.
    again.start.loading = settings.start.loading;
    if contact.is_some() {
        assert_eq!(again.contact, settings.contact);
    }
    (again.contact, again.result.contact) = (settings.contact.clone(), settings.result.contact.clone());
    again.result.questions.clone_from(&settings.result.questions);
    assert_eq!(again, settings);
}

/// The document that contains these settings, this contact and these questions.
fn written(Settings { start, result, .. }: &Settings, contact: Option<&Value>, questions: Option<&Value>) -> Value {
    let alternatives = |sold: &[Alternative]| sold.iter().map(|a| a.name()).collect::<Value>();
    let names = |names: &[String]| names.iter().map(String::as_str).collect::<Value>();
    let texts = [
        ("lang", &start.lang),
        ("providerName", &result.provider_name),
        ("ctaUrl", &result.cta_url),
        ("ctaLabel", &result.cta_label),
        ("storageKey", &start.storage_key),
        ("currency", &result.currency),
        ("privacyUrl", &result.privacy_url),
        ("legalName", &result.legal_name),
        ("postalAddress", &result.postal_address),
        ("dataLayer", &start.data_layer),
    ];
    let mut entries: Vec<(String, Value)> =
        texts.into_iter().map(|(name, text)| (name.to_owned(), text.clone().into())).collect();
    let mut push = |name: &str, value: Value| entries.push((name.to_owned(), value));
    push("flow", start.flow.code().into());
    push("order", result.order.code().into());
    push("theme", start.theme.code().into());
    push("storage", start.storage.code().into());
    push("events", start.events.code().into());
    push("frame", result.frame.into());
    push("frameParents", names(&result.frame_parents));
    if let Some(query) = &result.link_query {
        push("linkQuery", names(query));
    }
    let calls = result.cta.iter().map(|(outcome, call)| {
        let call = [("url", Value::from(call.url.as_str())), ("label", call.label.clone().into())];
        ((*outcome).to_owned(), Value::object(call))
    });
    push("cta", Value::Object(calls.collect()));
    let texts = result.texts.iter().map(|(name, text)| ((*name).to_owned(), Value::from(text.as_str())));
    let (titles, mut texts): (Vec<_>, Vec<_>) = texts.partition(|(name, _)| VIEWS.contains(&name.as_str()));
    texts.push(("sections".to_owned(), Value::Object(titles)));
    push("texts", Value::Object(texts));
    push("sections", VIEWS.into_iter().filter(|view| !result.hidden.contains(view)).collect());
    let logo = result.logo.as_ref();
    let logo = logo.map(|logo| Value::object([("url", logo.url.as_str().into()), ("alt", logo.alt.as_str().into())]));
    push("logo", logo.unwrap_or(Value::Null));
    let weights = result.weights.iter().map(|(dimension, factor)| {
        let id = Assessment::standard().dimensions[dimension.index()].id;
        (id.to_owned(), Value::from(f64::from(*factor) / 100.0))
    });
    push("weights", Value::Object(weights.collect()));
    push("contact", contact.cloned().unwrap_or(Value::Null));
    push("questions", questions.cloned().unwrap_or(Value::Null));
    if !result.provider_sells.is_empty() {
        push("providerSells", alternatives(&result.provider_sells));
    }
    Value::Object(entries)
}
