//! What is written from the table of settings (`crates/config/src/setting.rs`), `cargo xtask check-config` and
//! `cargo xtask fairness`.

mod check;
mod fairness;
mod schema;
mod tables;

pub use check::command as check;
pub use fairness::command as fairness;
pub use schema::DRAFTS;
pub use tables::command as docs;

use config::{
    Setting,
    documentation::{Entry, FrameParameter, Object, Shape},
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
        Shape::Number { least, most } => format!("number from {least} to {most}"),
        Shape::List { of: Shape::Choice(words, _), with, .. } => {
            let with =
                if with.is_empty() { String::new() } else { format!("; it has to have `{}`", with.join("` and `")) };
            format!("list of `{}`{with}", words.join("`, `"))
        }
        Shape::List { of: Shape::Object(of), most, .. } => format!("list of at most {most} objects with {}", names(of)),
        Shape::List { of, most, .. } => format!("list of at most {most} entries: {} each", value(of)),
        Shape::Object(object) => format!("object with {}", names(object)),
        Shape::Map { known: [], names, of, most } => {
            let most = most.map_or(String::new(), |most| format!("at most {most} "));
            format!("object with {most}names of {}, and {} each", names.about, value(&Shape::Text(of)))
        }
        Shape::Map { known, of, .. } => {
            let some = &known[..known.len().min(7)];
            format!("object with our names, such as `{}`, and {} each", some.join("`, `"), of.about)
        }
    }
}

fn names(object: &Object) -> String {
    let names: Vec<_> = object.entries.iter().map(|entry| format!("`{}`", entry.name)).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

/// The default in words, in Markdown.
pub fn default(setting: Setting) -> String {
    let documentation = setting.documentation();
    default_of(documentation.default, documentation.shape)
}

/// The default of an entry in words, in Markdown.
pub fn default_of_entry(entry: &Entry) -> String {
    if entry.is_required { "required".to_owned() } else { default_of(entry.default, entry.shape) }
}

fn default_of(default: Option<&str>, shape: Shape) -> String {
    match (default, shape) {
        (Some(words), _) => words.to_owned(),
        (None, Shape::Choice(words, _)) => format!("`{}`", words[0]),
        (None, _) => "`false`".to_owned(),
    }
}

/// The setting in a few sentences, in Markdown.
pub fn description(setting: Setting) -> String {
    let documentation = setting.documentation();
    let default = format!("Default: {}", default(setting));
    sentences(documentation.about, &documentation.shape, &default)
}

/// An entry of an object in a few sentences, in Markdown.
pub fn description_of_entry(entry: &Entry) -> String {
    let default = default_of_entry(entry);
    let default = if entry.is_required { "Required".to_owned() } else { format!("Default: {default}") };
    sentences(entry.about, &entry.shape, &default)
}

fn sentences(about: &str, shape: &Shape, default: &str) -> String {
    let value = value(shape);
    // A choice begins with code, in lowercase.
    let first = if value.starts_with('`') { String::new() } else { value[..1].to_uppercase() };
    format!("{about} {first}{}. {default}.", &value[first.len()..])
}
