//! Custom properties, in a `style` attribute or a rule of a style sheet.

use std::collections::BTreeMap;

use super::{Extent, Reading};
use crate::{STYLES, check::style_problems};

/// The custom properties that are ours. Others are left out.
pub fn declarations(text: &str) -> BTreeMap<&'static str, String> {
    let of = |declaration: &str| {
        let (name, value) = declaration.split_once(':')?;
        let style = STYLES.iter().find(|style| style.name == name.trim())?;
        Some((style.name, value.trim().to_owned()))
    };
    text.split(';').filter_map(of).filter(|(_, value)| !value.is_empty()).collect()
}

/// Reads the first rule that sets one of our properties.
pub fn read(text: &str) -> Option<Reading> {
    let rules = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    let styles = rules.map(|(rule, _)| declarations(rule)).find(|styles| !styles.is_empty())?;
    let mut reading = Reading::new("a style sheet", Extent::Styles);
    reading.design.styles = styles;
    reading.problems = style_problems(&reading.design);
    Some(reading)
}
