//! Follows "Add a language" in docs/languages.md: every file and every command in it, on English reduced to the texts of the
//! example.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use content::{generate::word_files, languages::review, read};
use serde_json::{Map, Value};

const WORDS: &str = "crates/content/data/words";

/// What a code block of the guide asks for.
enum Block {
    /// Lines for a terminal.
    Run(Vec<String>),
    /// Lines that the last command prints, among others.
    Printed(Vec<String>),
    /// A file and what is in it.
    File(String, String),
}

#[test]
fn the_guide_for_adding_a_language_works_to_the_letter() {
    let blocks = blocks(include_str!("../../../docs/languages.md"));
    let mut project = Project::new(&example(&blocks));
    for block in &blocks {
        match block {
            Block::Run(lines) => lines.iter().for_each(|line| project.run(line)),
            Block::Printed(lines) => project.printed(lines),
            Block::File(path, text) => project.write(path, text),
        }
    }
    assert!(project.is_built, "the guide does not build");
}

/// The code blocks of the section, in order. A file is the one that the text before its block names last.
fn blocks(document: &str) -> Vec<Block> {
    let (_, section) = document.split_once("\n## Add a language\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let (mut blocks, mut file) = (Vec::new(), String::new());
    let mut lines = section.lines().map(str::trim);
    while let Some(line) = lines.next() {
        if let Some(path) = line.split('`').rfind(|part| part.starts_with("crates/") && part.ends_with(".json")) {
            file = path.to_owned();
        }
        let Some(language) = line.strip_prefix("```") else { continue };
        let block: Vec<String> = lines.by_ref().take_while(|line| *line != "```").map(str::to_owned).collect();
        blocks.push(match language {
            "sh" => Block::Run(block),
            "text" => Block::Printed(block),
            "json" => Block::File(file.clone(), block.join("\n")),
            other => panic!("the test cannot follow a block of {other}"),
        });
    }
    assert!(blocks.len() >= 8);
    blocks
}

/// The Italian texts of the guide.
fn example(blocks: &[Block]) -> Value {
    let texts = blocks.iter().find_map(|block| match block {
        Block::File(path, text) if path.starts_with(WORDS) => Some(text),
        _ => None,
    });
    serde_json::from_str(texts.unwrap()).unwrap()
}

/// A copy of the content with few English texts.
struct Project {
    folder: PathBuf,
    /// What the last command printed.
    output: String,
    is_built: bool,
}

impl Project {
    fn new(example: &Value) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
        let _ = fs::remove_dir_all(&folder);
        let (original, data) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), folder.join("crates/content/data"));
        for part in ["structure", "quotations", "words", "glossary", "same"] {
            fs::create_dir_all(data.join(part)).unwrap();
            for file in fs::read_dir(original.join(part)).unwrap().filter(|_| part != "words") {
                let file = file.unwrap();
                fs::copy(file.path(), data.join(part).join(file.file_name())).unwrap();
            }
        }
        let project = Self { folder, output: String::new(), is_built: false };
        project.write(&format!("{WORDS}/en.json"), &reduced(&english(), example).to_string());
        project
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.join(path), text).unwrap();
    }

    fn run(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["cp", from, to] => {
                fs::copy(self.folder.join(from), self.folder.join(to)).unwrap();
            }
            ["cargo", "xtask", "words", language] => self.output = self.review(language),
            // The build needs all texts: those that the example lacks stay English.
            ["cargo", "xtask", "build"] => self.build(),
            // These tests.
            ["cargo", "test", "-p", "content"] => {}
            _ => panic!("the test cannot follow `{line}`"),
        }
    }

    fn review(&self, language: &str) -> String {
        let reviews = review(&self.folder.join("crates/content/data")).unwrap();
        reviews.iter().find(|review| review.language == language).unwrap().text(true)
    }

    fn printed(&self, lines: &[String]) {
        for line in lines {
            assert!(self.output.contains(line), "the guide says that this is printed:\n{line}\nnot:\n{}", self.output);
        }
    }

    fn build(&mut self) {
        let english = english();
        let path = self.folder.join(WORDS).join("it.json");
        let italian = completed(&english, &serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap());
        self.write(&format!("{WORDS}/en.json"), &english.to_string());
        self.write(&format!("{WORDS}/it.json"), &italian.to_string());
        let checked = read(&self.folder.join("crates/content/data")).unwrap_or_else(|problems| panic!("{problems}"));
        let files = word_files(&checked).into_iter().find(|(language, _)| language == "it").unwrap().1.concat();
        for line in ["Quale modello di supporto IT fa per Lei?", "IT interna\u{1}art=l’IT interna"] {
            assert!(files.lines().any(|built| built == line), "{line}");
        }
        self.is_built = true;
    }
}

fn english() -> Value {
    serde_json::from_str(include_str!("../data/words/en.json")).unwrap()
}

/// The English texts whose keys the example has.
fn reduced(english: &Value, example: &Value) -> Value {
    let Value::Object(entries) = example else { return english.clone() };
    let kept = entries.iter().filter(|(key, _)| !key.contains(':'));
    kept.map(|(key, inner)| (key.clone(), reduced(&english[key], inner))).collect::<Map<_, _>>().into()
}

/// The texts of the example, and all others in English.
fn completed(english: &Value, example: &Value) -> Value {
    let (Value::Object(english), Value::Object(entries)) = (english, example) else { return example.clone() };
    let mut whole = english.clone();
    for (key, inner) in entries {
        let text = english.get(key).map_or_else(|| inner.clone(), |english| completed(english, inner));
        whole.insert(key.clone(), text);
    }
    whole.into()
}
