//! Designs for tests, and how they are compared.

use assessment::{json::Value, text::one_line};
use studio::{Build, Design, Part, Reading, Snippet, SnippetKind, read};

pub const FILES: &str = "https://widget.example/";

pub fn build() -> Build {
    Build { version: "1.2.3".to_owned(), integrity: format!("sha384-{}", "A".repeat(64)) }
}

pub fn design(settings: Value) -> Design {
    Design { settings, ..Design::new(FILES) }
}

pub fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// The design after all parts of a snippet were read, onto another one.
pub fn read_back(snippet: &Snippet, current: &Design) -> Design {
    let mut design = current.clone();
    let mut readings: Vec<Reading> = Vec::new();
    for part in &snippet.parts {
        let is_file = part.language == "json";
        match readings.iter().rposition(|reading| is_file && reading.missing.is_some()) {
            Some(n) => readings[n] = readings[n].clone().with_file(&part.text).unwrap(),
            None => readings.push(read_part(part)),
        }
    }
    for reading in &readings {
        design = reading.onto(&design);
    }
    design
}

fn read_part(part: &Part) -> Reading {
    read(&part.text).unwrap_or_else(|problems| panic!("{problems:?}\n{}", part.text))
}

/// What a snippet of this kind can say of a design, in one form.
pub fn said(design: &Design, kind: SnippetKind) -> Design {
    let mut said = Design {
        fallback: one_line(&design.fallback),
        fallback_label: one_line(&design.fallback_label),
        ..design.clone()
    };
    if said.fallback_url.is_empty() || said.fallback_label.is_empty() {
        said.fallback_label.clear();
        said.fallback_url.clear();
    }
    said.file.clear();
    if let Value::Object(entries) = &mut said.settings {
        entries.sort_by(|one, other| one.0.cmp(&other.0));
        // The studio writes it into the file of a frame.
        entries.retain(|(name, _)| kind != SnippetKind::Frame || name != "frame");
    }
    if matches!(kind, SnippetKind::Frame | SnippetKind::WordPress) {
        let other = Design::new("");
        (said.fallback, said.fallback_label, said.fallback_url) = (other.fallback, String::new(), String::new());
        if kind == SnippetKind::Frame {
            said.styles.clear();
            said.loading.clear();
        } else {
            // The plugin brings its own.
            said.files.clear();
        }
    }
    said
}
