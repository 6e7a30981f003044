//! `docs/configuration.md` matches the source: examples and messages. `cargo xtask docs` writes its tables.

use assessment::json::Value;

use config::{Config, Kind, ResultSettings, Setting, Settings};

use super::document;

const TEXT: &str = include_str!("../../docs/configuration.md");

/// The section under a heading, up to the next.
fn section(heading: &str) -> &'static str {
    let start = TEXT.find(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no section {heading}"));
    let rest = &TEXT[start + 4..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
}

/// The code blocks in a language.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn examples_have_no_problems() {
    let wrong = blocks(section("Invalid settings"), "json");
    let examples: Vec<&str> = blocks(TEXT, "json").into_iter().filter(|text| !wrong.contains(text)).collect();
    assert!(!examples.is_empty());
    for text in examples {
        let (config, problems) = document(text);
        assert_eq!(problems, [""; 0], "{text}");
        assert_ne!(config, Settings::default(), "{text}");
    }
}

#[test]
fn element_settings_in_examples_have_no_problems() {
    let mut seen = 0;
    for block in blocks(TEXT, "html") {
        for tag in block.split("<support-fit ").skip(1) {
            let tag = tag.split('>').next().unwrap();
            let mut parts = tag.split('"');
            let mut given = Vec::new();
            while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
                given.push((name.trim().trim_end_matches('=').to_owned(), value.replace("&amp;", "&")));
            }
            seen += given.len();
            assert_eq!(Settings::read(None, &given).1, [], "{tag}");
        }
        for script in block.split("<script type=\"application/json\"").skip(1) {
            let text = script.split_once('>').unwrap().1.split("</script>").next().unwrap();
            assert_eq!(document(text).1, [""; 0], "{text}");
        }
    }
    assert!(seen > 2);
}

#[test]
fn console_messages_match_the_documentation() {
    let section = section("Invalid settings");
    let [file] = blocks(section, "json")[..] else { panic!("one file") };
    let (_, rest, at_the_start) = Config::read(Some(&super::json(file)), &[]);
    let with_the_result = ResultSettings::read(&rest).1;
    let reported: Vec<Vec<&str>> =
        blocks(section, "text").into_iter().map(|console| console.lines().skip(1).collect()).collect();
    let lines = |problems: Vec<config::Problem>| problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!([at_the_start, with_the_result].map(lines).to_vec(), reported);
}

#[test]
fn settings_in_the_frame_url_are_attributes() {
    let address = TEXT.split("`frame.html?").nth(1).unwrap().split('`').next().unwrap();
    let given: Vec<(String, String)> = address
        .split('&')
        .map(|pair| pair.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap())
        .collect();
    assert_eq!(Settings::read(None, &given).1, []);
}

#[test]
fn every_setting_is_recognized_by_its_key_and_attribute() {
    for setting in Setting::all() {
        let is_known = |problems: &[config::Problem]| problems.iter().all(|p| p.expected.0 != Kind::UnknownSetting);
        if let Some(key) = setting.key() {
            assert!(is_known(&Settings::read(Some(&Value::object([(key, 1.0.into())])), &[]).1), "{key}");
        }
        if let Some(attribute) = setting.attribute() {
            assert!(is_known(&Settings::read(None, &[(attribute.to_owned(), "1".to_owned())]).1), "{attribute}");
        }
    }
}
