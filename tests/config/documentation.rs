//! `docs/configuration.md` matches the source: settings, codes, examples and messages.

use assessment::{Alternative, json::Value};

use config::{Config, Detail, DraftStorage, Flow, Kind, Loading, Setting, Theme};

use super::document;

const TEXT: &str = include_str!("../../docs/configuration.md");

/// The section under a heading, up to the next.
fn section(heading: &str) -> &'static str {
    let start = TEXT.find(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no section {heading}"));
    let rest = &TEXT[start + 4..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
}

/// The rows of the table in a section, without its head.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let lines = section(heading).lines().filter(|line| line.starts_with('|')).skip(2);
    lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// The cell for a name that may be absent.
fn cell(name: Option<&str>) -> String {
    name.map_or("–".to_owned(), |name| format!("`{name}`"))
}

/// The row of a setting.
fn row(setting: Setting) -> Vec<&'static str> {
    let at = Setting::all().position(|s| s == setting).unwrap();
    rows("Settings")[at].clone()
}

/// The code blocks in a language.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_table_of_settings_has_each_setting_with_its_names() {
    let documented: Vec<[String; 2]> =
        rows("Settings").iter().map(|cells| [cells[0].to_owned(), cells[1].to_owned()]).collect();
    let known: Vec<[String; 2]> =
        Setting::all().map(|setting| [cell(setting.key()), cell(setting.attribute())]).collect();
    assert_eq!(documented, known);
}

#[test]
fn the_table_of_codes_has_each_code() {
    let documented: Vec<&str> = rows("Codes").iter().map(|cells| cells[0].trim_matches('`')).collect();
    let known: Vec<&str> = Kind::CODES.to_vec();
    assert_eq!(documented, known);
}

#[test]
fn each_code_has_a_meaning_and_a_remedy() {
    for cells in rows("Codes") {
        assert_eq!(cells.len(), 3, "{cells:?}");
        assert!(cells[1].ends_with('.') && cells[2].ends_with('.'), "{cells:?}");
    }
}

#[test]
fn the_keywords_of_a_setting_and_its_default_are_documented() {
    fn words(setting: Setting, names: &[&str]) {
        let row = row(setting);
        let quoted: Vec<&str> = row[2].split('`').skip(1).step_by(2).filter(|word| *word != "color-scheme").collect();
        assert_eq!(quoted, names, "{setting:?}");
        assert_eq!(row[3], format!("`{}`", names[0]), "{setting:?}");
    }
    words(Setting::Flow, Flow::CODES);
    words(Setting::Theme, Theme::CODES);
    words(Setting::DraftStorage, DraftStorage::CODES);
    words(Setting::Events, Detail::CODES);
    words(Setting::Loading, Loading::CODES);
}

#[test]
fn the_models_that_can_be_sold_are_documented() {
    for name in Alternative::NAMES {
        assert!(row(Setting::ProviderSells)[2].contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn the_bounds_of_texts_are_documented() {
    for (setting, most) in [
        (Setting::ProviderName, "80"),
        (Setting::CtaLabel, "80"),
        (Setting::StorageKey, "100"),
        (Setting::CtaUrl, "2,000"),
        (Setting::DataLayer, "40"),
        (Setting::FrameParents, "20"),
        (Setting::LinkQuery, "20"),
        (Setting::LinkQuery, "80"),
    ] {
        assert!(row(setting)[2].contains(most), "{setting:?}");
    }
}

#[test]
fn examples_have_no_problems() {
    let wrong = blocks(section("Invalid settings"), "json");
    let examples: Vec<&str> = blocks(TEXT, "json").into_iter().filter(|text| !wrong.contains(text)).collect();
    assert!(!examples.is_empty());
    for text in examples {
        let (config, problems) = document(text);
        assert_eq!(problems, [""; 0], "{text}");
        assert_ne!(config, Config::default(), "{text}");
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
            assert_eq!(Config::read(None, &given).1, [], "{tag}");
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
    let [console] = blocks(section, "text")[..] else { panic!("one console") };
    let reported: Vec<&str> = console.lines().skip(1).collect();
    assert_eq!(document(file).1, reported);
}

#[test]
fn settings_in_the_frame_url_are_attributes() {
    let address = TEXT.split("`frame.html?").nth(1).unwrap().split('`').next().unwrap();
    let given: Vec<(String, String)> = address
        .split('&')
        .map(|pair| pair.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap())
        .collect();
    assert_eq!(Config::read(None, &given).1, []);
}

#[test]
fn every_setting_is_recognized_by_its_key_and_attribute() {
    for setting in Setting::all() {
        let is_known = |problems: &[config::Problem]| problems.iter().all(|p| p.expected.0 != Kind::UnknownSetting);
        if let Some(key) = setting.key() {
            assert!(is_known(&Config::read(Some(&Value::object([(key, 1.0.into())])), &[]).1), "{key}");
        }
        if let Some(attribute) = setting.attribute() {
            assert!(is_known(&Config::read(None, &[(attribute.to_owned(), "1".to_owned())]).1), "{attribute}");
        }
    }
}
