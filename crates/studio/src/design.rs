//! What the studio edits.

use std::collections::BTreeMap;

use assessment::json::Value;

use crate::path::Path;

/// Everything about one assessment on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Design {
    /// The settings as a JSON object, without `version` and `$schema`. Nothing in it has to be valid.
    pub settings: Value,
    /// Values of custom properties of the element, by their names in [`STYLES`].
    pub styles: BTreeMap<&'static str, String>,
    /// Where the files of the build are, ending with a slash.
    pub files: String,
    /// Where the page finds the settings as a file, if they do not fit into attributes.
    pub file: String,
    /// What visitors read without JavaScript.
    pub fallback: String,
    /// The label of the link after that.
    pub fallback_label: String,
    /// Where that link leads. Empty if there is none.
    pub fallback_url: String,
    /// The attribute `loading`, which has no place in JSON. Empty for the default.
    pub loading: String,
}

/// A custom property of the element that a page may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// In CSS.
    pub name: &'static str,
    pub label: &'static str,
    /// One sentence.
    pub about: &'static str,
    pub is_color: bool,
}

/// Those of the documentation (`src/embed/element.js`).
pub const STYLES: [Style; 6] = [
    Style {
        name: "--support-fit-accent",
        label: "Accent",
        about: "Color of controls. It is made darker or lighter if the contrast is too low.",
        is_color: true,
    },
    Style {
        name: "--support-fit-background",
        label: "Background",
        about: "Background color, limited to what keeps text readable.",
        is_color: true,
    },
    Style {
        name: "--support-fit-color",
        label: "Text",
        about: "Text color, limited to what is readable.",
        is_color: true,
    },
    Style {
        name: "--support-fit-font-family",
        label: "Font",
        about: "A list of font families. Without it, the font of the page.",
        is_color: false,
    },
    Style {
        name: "--support-fit-font-size",
        label: "Text size",
        about: "A length in CSS. Without it, that of the page, from 16 to 20 px.",
        is_color: false,
    },
    Style {
        name: "--support-fit-radius",
        label: "Corners",
        about: "Radius of corners as a length in CSS. Without it, 0.5em.",
        is_color: false,
    },
];

impl Design {
    /// A design without settings.
    #[must_use]
    pub fn new(files: &str) -> Self {
        Self {
            settings: Value::Object(Vec::new()),
            styles: BTreeMap::new(),
            files: files.to_owned(),
            file: "/support-fit.json".to_owned(),
            fallback: "The assessment needs JavaScript.".to_owned(),
            fallback_label: "Ask us for the questions on paper".to_owned(),
            fallback_url: String::new(),
            loading: String::new(),
        }
    }

    /// The value of a setting. `None` if it is not set.
    #[must_use]
    pub fn get(&self, path: &Path) -> Option<&Value> {
        path.of(&self.settings)
    }

    /// Sets a setting, or removes it. Objects and lists on the way are created, and removed when nothing is left in them.
    pub fn set(&mut self, path: &Path, value: Option<Value>) {
        path.set(&mut self.settings, value);
    }
}
