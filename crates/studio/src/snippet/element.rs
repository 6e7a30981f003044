//! The element with its settings: as attributes, or in a file that an attribute names.

use assessment::{
    json::Value,
    text::{is_break, one_line, visible},
};
use config::Setting;

use crate::{
    Design, STYLES,
    check::{is_fallback_url, is_file},
    escape, json,
};

/// The height of the first question.
const RESERVED: [(&str, &str); 2] = [("display", "flow-root"), ("min-height", "66em")];

/// An element for a page.
pub struct Element<'a> {
    design: &'a Design,
    attributes: Vec<(&'static str, String)>,
    /// Whether the settings are in a file.
    pub has_file: bool,
}

impl<'a> Element<'a> {
    /// The element whose page is short enough: with attributes if possible, else with a file.
    pub fn fitting(design: &'a Design, is_short: impl Fn(&Self) -> bool) -> Option<Self> {
        let with_attributes = attributes(&design.settings, |setting| setting.attribute().is_some());
        let with_attributes = with_attributes.map(|attributes| Self { design, attributes, has_file: false });
        let with_file = || {
            let attributes = vec![("config", design.file.clone())];
            is_file(&design.file).then_some(Self { design, attributes, has_file: true })
        };
        with_attributes.filter(&is_short).or_else(|| with_file().filter(is_short))
    }

    /// In HTML, on one line.
    pub fn html(&self) -> String {
        let mut html = "<support-fit".to_owned();
        for (name, value) in self.attributes() {
            html += &format!(" {name}=\"{}\"", escape::attribute(value));
        }
        let style: Vec<_> = self.style().map(|(name, value)| format!("{name}:{value}")).collect();
        let style = escape::attribute(&style.join(";"));
        format!("<div>{html} style=\"{style}\">{}</support-fit></div>", self.content(escape::text))
    }

    /// In JSX, on one line.
    pub fn jsx(&self) -> String {
        let mut jsx = "<support-fit".to_owned();
        for (name, value) in self.attributes() {
            jsx += &format!(" {name}=\"{}\"", escape::jsx(value));
        }
        let of_style = |(name, value): (&str, &str)| match name {
            "min-height" => format!("minHeight: {}", escape::jsx_string(value)),
            name if name.starts_with("--") => format!("{}: {}", escape::jsx_string(name), escape::jsx_string(value)),
            name => format!("{name}: {}", escape::jsx_string(value)),
        };
        let style: Vec<_> = self.style().map(of_style).collect();
        let style = style.join(", ");
        format!("<div>{jsx} style={{{{ {style} }}}}>{}</support-fit></div>", self.content(escape::jsx))
    }

    fn attributes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let loading = Some(self.design.loading.as_str()).filter(|loading| visible(loading).is_some());
        let loading = loading.map(|loading| ("loading", loading));
        self.attributes.iter().map(|(name, value)| (*name, value.as_str())).chain(loading)
    }

    fn style(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        RESERVED.into_iter().chain(styles(self.design))
    }

    /// What visitors read without JavaScript.
    fn content(&self, escape: fn(&str) -> String) -> String {
        let Design { fallback, fallback_label, fallback_url, .. } = self.design;
        let (text, label) = (escape(&one_line(fallback)), escape(&one_line(fallback_label)));
        if !is_fallback_url(fallback_url) || label.is_empty() {
            return text;
        }
        let space = if text.is_empty() { "" } else { " " };
        format!("{text}{space}<a href=\"{}\">{label}</a>.", escape(fallback_url))
    }
}

/// The custom properties that are set, without values that are refused.
pub fn styles(design: &Design) -> impl Iterator<Item = (&str, &str)> {
    let value = |name| escape::css(name, design.styles.get(name)?).ok();
    STYLES.iter().filter_map(move |style| Some((style.name, value(style.name)?)))
}

/// A rule with the exact height of the first question and the styles, for a style sheet.
pub fn style_sheet(design: &Design) -> String {
    let styles: Vec<_> = styles(design).map(|(name, value)| format!("  {name}: {value};\n")).collect();
    format!(
        "support-fit {{\n  display: flow-root;\n  font-size: clamp(16px, 1em, max(20px, 1rem));\n  \
         min-height: max(66em, 100em - 66vw, 216em - 560vw);\n{}}}\n",
        styles.concat()
    )
}

/// The settings as attributes, by their names. `None` if any of them has no allowed attribute, is not a string, or would change
/// its meaning as an attribute.
pub fn attributes(settings: &Value, is_allowed: impl Fn(Setting) -> bool) -> Option<Vec<(&'static str, String)>> {
    let mut attributes: Vec<(&'static str, String)> = Vec::new();
    for (key, value) in json::settings(settings) {
        let setting =
            Setting::all().find(|setting| setting.key() == Some(&key)).filter(|setting| is_allowed(*setting))?;
        let name = setting.attribute()?;
        // An empty attribute has a meaning of its own, and HTML cannot write every character.
        let is_same = |text: &&str| !text.is_empty() && !text.contains(is_break);
        let text = value.as_text().filter(is_same)?;
        if attributes.iter().any(|(known, _)| *known == name) {
            return None;
        }
        attributes.push((name, text.to_owned()));
    }
    Some(attributes)
}
