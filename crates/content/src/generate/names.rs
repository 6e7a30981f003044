//! Named constants: catalog keys by path, and the questions, options, dimensions and inputs that rules written in Rust
//! refer to. A name that disappears from the content stops the build where it is used.

use std::fmt::Write as _;

use crate::{
    raw::Content,
    words::{Catalog, Lines, Part},
};

/// Nested modules with a `Key` constant per leaf. Keys of a group are adjacent in the file.
pub fn key_modules(reference: &Catalog, lines: &Lines, out: &mut String) {
    let mut open: Vec<String> = Vec::new();
    for (n, (key, _)) in reference.entries.iter().enumerate() {
        let mut parts: Vec<&str> = key.split('.').collect();
        let leaf = parts.pop().unwrap_or_default();
        let shared = open.iter().zip(&parts).take_while(|(a, b)| a == *b).count();
        while open.len() > shared {
            open.pop();
            out.push_str("}\n");
        }
        for part in &parts[shared..] {
            let _ = writeln!(out, "pub mod {} {{ use super::Key;", module(part));
            open.push((*part).into());
        }
        let _ = writeln!(out, "pub const {}: Key = Key({});", constant(leaf), lines.word(n));
    }
    out.push_str(&"}\n".repeat(open.len()));
}

/// The languages with their word files, by [`Part`]. The browser loads them as files.
pub fn languages(catalogs: &[Catalog], out: &mut String) {
    let files =
        |language: &str| Part::ALL.map(|part| format!("include_str!(\"{}-{language}.txt\")", part.file())).join(", ");
    let all: String = catalogs.iter().map(|c| format!("({:?}, [{}]), ", c.language, files(&c.language))).collect();
    let _ = writeln!(
        out,
        "#[cfg(any(not(target_arch = \"wasm32\"), test, feature = \"english\"))]\n\
         pub const LANGUAGES: [(&str, [&str; {}]); {}] = [{all}];",
        Part::ALL.len(),
        catalogs.len()
    );
}

/// `named::cap::QUESTION`, `named::cap::NONE`, `named::dimension::CONTROL`, `named::input::USERS`, `named::gate::G1`,
/// `named::step::GOALS`, `named::checklist::NIGHTS`.
pub fn constants(content: &Content) -> String {
    let mut out = String::from("pub mod named {\n");
    for (n, question) in content.questions.iter().enumerate() {
        let _ = writeln!(out, "pub mod {} {{ use super::super::{{OptionId, QuestionId}};", module(&question.id));
        let _ = writeln!(out, "pub const QUESTION: QuestionId = QuestionId({n});");
        for (m, option) in question.options.iter().enumerate() {
            let _ = writeln!(out, "pub const {}: OptionId = OptionId({m});", constant(&option.id));
        }
        out.push_str("}\n");
    }
    let group = |name: &str, of: &str, ids: &mut dyn Iterator<Item = &String>| {
        let mut text = format!("pub mod {name} {{ use super::super::{of};\n");
        for (n, id) in ids.enumerate() {
            let _ = writeln!(text, "pub const {}: {of} = {of}({n});", constant(id));
        }
        text + "}\n"
    };
    out += &group("dimension", "DimensionId", &mut content.assessment.dimensions.iter());
    out += &group("gate", "GateId", &mut content.gates.iter().map(|gate| &gate.id));
    out += &group("input", "InputId", &mut content.cost.inputs.iter().map(|input| &input.id));
    out += &group("step", "StepId", &mut super::tables::steps(content).map(|(_, _, step)| &step.id));
    out += &group("metric", "MetricId", &mut content.scorecard.metrics.iter().map(|metric| &metric.id));
    out += &group("checklist", "ChecklistId", &mut content.checklist.iter().map(|entry| &entry.id));
    out += &group("collision", "CollisionId", &mut content.collisions.iter().map(|collision| &collision.id));
    out += &group(
        "contradiction",
        "ContradictionId",
        &mut content.contradictions.iter().map(|contradiction| &contradiction.id),
    );
    out += &group("sign", "SignId", &mut content.trap.signs.iter().map(|sign| &sign.id));
    out + "}\n"
}

fn constant(id: &str) -> String {
    let name = id.to_uppercase().replace('-', "_");
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("N{name}") } else { name }
}

fn module(id: &str) -> String {
    let name = id.replace('-', "_");
    match name.as_str() {
        "for" | "move" | "in" | "type" | "use" | "self" | "super" | "crate" => format!("{name}_"),
        _ => name,
    }
}
