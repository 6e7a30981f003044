//! The shortcode of the plugin for WordPress, and what belongs on the page with its settings.

use assessment::json::Value;
use config::{Setting, documentation::Shape};

use super::{CHECK, Part, element::styles};
use crate::{
    Design,
    check::of_document,
    escape,
    json::{document, settings},
};

/// What a shortcode can set for its page.
const NAMES: [Setting; 3] = [Setting::Flow, Setting::Theme, Setting::Lang];

/// The field on the page with the settings of the plugin.
pub const FIELD: &str = "Configuration as JSON, under Settings, SupportFit";

pub fn plugin(design: &Design) -> (Vec<Part>, Vec<String>) {
    let mut shortcode = "[support-fit".to_owned();
    let mut rest = Vec::new();
    let all = settings(&design.settings);
    for (key, value) in &all {
        let is_once = all.iter().filter(|(name, _)| name == key).count() == 1;
        match attribute(key, value).filter(|_| is_once) {
            Some((name, value)) => shortcode += &format!(" {name}=\"{value}\""),
            None => rest.push((key.clone(), value.clone())),
        }
    }
    if is_choice(Setting::Loading, &design.loading) {
        shortcode += &format!(" loading=\"{}\"", design.loading);
    }
    let text = |name: &str, language, text| Part { name: name.to_owned(), language, text };
    let mut parts = vec![text("A Shortcode block, or the classic editor", "text", shortcode + "]")];
    let mut steps = vec![
        "Install the plugin: upload `support-fit-wordpress.zip` under Plugins, Add New, Upload Plugin, and activate it. It \
         brings its own files."
            .to_owned(),
    ];
    if !rest.is_empty() {
        let rest = Design { settings: Value::Object(rest), ..design.clone() };
        parts.push(text(FIELD, "json", document(&rest)));
        steps.push(
            "As an administrator, paste the JSON into that field, and save. It is for every assessment of the site."
                .to_owned(),
        );
    }
    let styles: Vec<_> = styles(design).map(|(name, value)| format!("  {name}: {value};\n")).collect();
    if !styles.is_empty() {
        parts.push(text(
            "Additional CSS, in the Customizer",
            "css",
            format!("support-fit {{\n{}}}\n", styles.concat()),
        ));
        steps.push("Add the CSS to the styles of your theme.".to_owned());
    }
    steps.push("Write the shortcode where the assessment belongs.".to_owned());
    steps.push(CHECK.to_owned());
    (parts, steps)
}

/// The attribute of a shortcode that has this setting. `None` if the plugin would ignore it.
fn attribute<'a>(key: &str, value: &'a Value) -> Option<(&'static str, &'a str)> {
    let setting = NAMES.into_iter().find(|setting| setting.key() == Some(key))?;
    let text = escape::shortcode(value.as_text()?).ok()?;
    let entry = Value::Object(vec![(key.to_owned(), value.clone())]);
    of_document(&entry, &[]).problems.is_empty().then_some((setting.attribute()?, text))
}

fn is_choice(setting: Setting, value: &str) -> bool {
    matches!(setting.documentation().shape, Shape::Choice(words, _) if words.contains(&value))
}
