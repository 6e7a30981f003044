//! What is written from the table of settings (`crates/config/src/setting.rs`), and `cargo xtask check-config`.

mod check;
mod schema;
mod tables;

pub use check::command as check;
pub use schema::DRAFTS;
pub use tables::command as docs;

use config::{
    Setting,
    documentation::{FrameParameter, MOST_ENTRIES, Shape},
};

/// The attributes with which the application is mounted: all but those that the loader reads itself.
pub fn attributes() -> Vec<&'static str> {
    let is_read = |setting: &Setting| !matches!(setting, Setting::Lang | Setting::Config);
    Setting::all().filter(is_read).filter_map(Setting::attribute).collect()
}

/// The attributes that the address of `frame.html` can set in one of these ways.
pub fn frame_parameters(how: &[FrameParameter]) -> Vec<&'static str> {
    let can_set = |setting: &Setting| how.contains(&setting.documentation().frame);
    Setting::all().filter(can_set).filter_map(Setting::attribute).collect()
}

/// What a value is, in Markdown.
pub fn value(shape: &Shape) -> String {
    match shape {
        Shape::Text(format) => match format.most {
            Some(most) => format!("{}, at most {} characters", format.about, crate::console::grouped(most)),
            None => format.about.to_owned(),
        },
        Shape::Choice(words, meanings) => {
            let choices: Vec<_> =
                words.iter().zip(*meanings).map(|(word, meaning)| format!("`{word}`: {meaning}")).collect();
            choices.join("; ")
        }
        Shape::Flag => "`true` or `false`".to_owned(),
        Shape::List { of: Shape::Choice(words, _), .. } => format!("list of `{}`", words.join("`, `")),
        Shape::List { of, .. } => format!("list of at most {MOST_ENTRIES} entries: {} each", value(of)),
    }
}

/// The default in words, in Markdown.
pub fn default(setting: Setting) -> String {
    let documentation = setting.documentation();
    match (documentation.default, documentation.shape) {
        (Some(words), _) => words.to_owned(),
        (None, Shape::Choice(words, _)) => format!("`{}`", words[0]),
        (None, _) => "`false`".to_owned(),
    }
}

/// The setting in a few sentences, in Markdown.
pub fn description(setting: Setting) -> String {
    let documentation = setting.documentation();
    let value = value(&documentation.shape);
    // A choice begins with code, in lowercase.
    let first = if value.starts_with('`') { String::new() } else { value[..1].to_uppercase() };
    format!("{} {first}{}. Default: {}.", documentation.about, &value[first.len()..], default(setting))
}
