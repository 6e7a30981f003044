//! `cargo xtask docs`: what documents repeat of the code.

use std::fs;

use anyhow::{Context, Result};
use config::{
    Kind, Setting,
    documentation::{Object, Shape},
};

use super::{DRAFTS, default, default_of_entry, value};
use crate::{process, project::Project};

const GUIDE: &str = "docs/configuration.md";

/// Writes the schemas, the tables of the settings, and the tests in the tables of claims.
pub fn command(project: &Project) -> Result<()> {
    for draft in DRAFTS {
        let path = project.path("docs").join(draft.file);
        fs::write(&path, draft.text()).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let path = project.path(GUIDE);
    let guide = fs::read_to_string(&path).with_context(|| format!("cannot read {GUIDE}"))?;
    fs::write(&path, filled_in(&guide)?).with_context(|| format!("cannot write {GUIDE}"))?;
    crate::setup::for_quick_tests(project)?;
    process::run(project.command("node").arg("tests/javascript/claims.js"))
}

/// The guide with its tables.
fn filled_in(guide: &str) -> Result<String> {
    let mut guide = between(&between(guide, "settings", &settings())?, "codes", &codes())?;
    for setting in Setting::all() {
        if let (Some(key), Shape::Object(object)) = (setting.key(), setting.documentation().shape) {
            guide = between(&guide, key, &entries(object))?;
        }
    }
    Ok(guide)
}

/// Replaces what is between `<!-- name -->` and `<!-- /name -->`.
fn between(text: &str, name: &str, table: &str) -> Result<String> {
    let [start, end] = [format!("<!-- {name} -->\n"), format!("<!-- /{name} -->")];
    let parts = text.split_once(&start).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    let (before, after) = parts.with_context(|| format!("{GUIDE} has no place for the table of {name}"))?;
    Ok(format!("{before}{start}\n<!-- prettier-ignore -->\n{table}\n{end}{after}"))
}

fn settings() -> String {
    let name = |name: Option<&str>| name.map_or("–".to_owned(), |name| format!("`{name}`"));
    let row = |setting: Setting| {
        let documentation = setting.documentation();
        let cells = [
            name(setting.key()),
            name(setting.attribute()),
            documentation.about.to_owned(),
            value(&documentation.shape),
            default(setting),
            documentation.since.to_owned(),
        ];
        format!("| {} |\n", cells.join(" | "))
    };
    let head = "| JSON key | attribute | meaning | value | default | since |\n| --- | --- | --- | --- | --- | --- |\n";
    Setting::all().map(row).fold(head.to_owned(), |table, row| table + &row)
}

/// The entries of an object, and of objects in it where their shape is new.
fn entries(object: &Object) -> String {
    let mut rows = Vec::new();
    add_rows(&mut rows, "", object);
    let head = "| entry | meaning | value | default |\n| --- | --- | --- | --- |\n";
    head.to_owned() + &rows.concat()
}

fn add_rows(rows: &mut Vec<String>, path: &str, object: &Object) {
    let mut inside: Vec<(String, &Object)> = Vec::new();
    for entry in object.entries {
        let name = format!("{path}{}", entry.name);
        let cells = [format!("`{name}`"), entry.about.to_owned(), value(&entry.shape), default_of_entry(entry)];
        rows.push(format!("| {} |\n", cells.join(" | ")));
        let (path, object) = match entry.shape {
            Shape::Object(object) => (format!("{name}."), object),
            Shape::List { of: Shape::Object(object), .. } => (format!("{name}[]."), *object),
            _ => continue,
        };
        match inside.iter_mut().find(|(_, known)| std::ptr::eq(*known, object)) {
            Some((known, _)) => *known = "….".to_owned(),
            None => inside.push((path, object)),
        }
    }
    for (path, object) in inside {
        add_rows(rows, &path, object);
    }
}

fn codes() -> String {
    let row = |kind: &Kind| format!("| `{}` | {} | {} |\n", kind.code(), kind.meaning(), kind.remedy());
    let head = "| code | meaning | what to do |\n| --- | --- | --- |\n";
    Kind::ALL.iter().map(row).fold(head.to_owned(), |table, row| table + &row)
}

#[cfg(test)]
mod tests {
    use config::documentation::FrameParameter::{Always, Checked, InsideAPage};

    use super::*;

    const REMEDY: &str = "is out of date. Run: cargo xtask docs";

    fn read(path: &str) -> String {
        fs::read_to_string(Project::find().unwrap().path(path)).unwrap()
    }

    #[test]
    fn the_schemas_in_docs_are_current() {
        for draft in DRAFTS {
            let path = format!("docs/{}", draft.file);
            assert!(read(&path) == draft.text(), "{path} {REMEDY}");
        }
    }

    #[test]
    fn the_tables_of_settings_and_codes_are_current() {
        let guide = read(GUIDE);
        assert!(filled_in(&guide).unwrap() == guide, "{GUIDE} {REMEDY}");
    }

    #[test]
    fn the_guide_to_embedding_lists_what_the_address_of_the_frame_can_set() {
        let guide = read("docs/embedding.md");
        let (_, list) = guide.split_once("- **Settings** are parameters of the address: ").unwrap();
        let (list, _) = list.split_once(". ").unwrap();
        let mut listed: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
        let mut known = super::super::frame_parameters(&[Always, InsideAPage, Checked]);
        listed.sort_unstable();
        known.sort_unstable();
        assert_eq!(listed, known, "left docs/embedding.md, right crates/config");
    }

    // @threat-frame-address @threat-changed-weights
    #[test]
    fn the_address_of_the_frame_cannot_set_who_offers_it_or_where_it_leads() {
        let on_its_own = super::super::frame_parameters(&[Always, Checked]);
        for name in ["provider-name", "cta-url", "cta-label", "frame-parents", "contact", "weights"] {
            assert!(!on_its_own.contains(&name), "{name}");
        }
        assert!(on_its_own.contains(&"theme"));
    }

    #[test]
    fn a_sentence_and_each_meaning_describe_a_setting() {
        for setting in Setting::all() {
            let documentation = setting.documentation();
            assert!(documentation.about.ends_with('.') && !documentation.about.contains(". "), "{setting:?}");
            if let config::documentation::Shape::Choice(words, meanings) = documentation.shape {
                assert_eq!(words.len(), meanings.len(), "{setting:?}");
            }
        }
    }
}
