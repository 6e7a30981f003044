//! A copy of the content with something broken in it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use content::{Checked, Problems, read};
use serde_json::Value;

/// A copy of the content: a field for each file that tests break.
macro_rules! broken {
    ($($field:ident: $file:literal,)+) => {
        pub struct Broken {
            folder: PathBuf,
            $(pub $field: Value,)+
            /// Files to replace, or to remove if `None`, after the fields are written.
            replaced: Vec<(String, Option<String>)>,
        }

        impl Broken {
            fn copy(folder: PathBuf) -> Self {
                let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
                for part in ["structure", "quotations"] {
                    fs::create_dir_all(folder.join(part)).unwrap();
                    for file in fs::read_dir(original.join(part)).unwrap() {
                        let file = file.unwrap();
                        fs::copy(file.path(), folder.join(part).join(file.file_name())).unwrap();
                    }
                }
                // Other languages would have the same problem again.
                for part in ["words", "glossary", "same"] {
                    fs::create_dir_all(folder.join(part)).unwrap();
                }
                let json = |file: &str| serde_json::from_str(&fs::read_to_string(original.join(file)).unwrap()).unwrap();
                Self { $($field: json($file),)+ replaced: Vec::new(), folder }
            }

            fn write(&self) {
                for (file, json) in [$(($file, &self.$field)),+] {
                    fs::write(self.folder.join(file), serde_json::to_string_pretty(json).unwrap()).unwrap();
                }
                for (file, text) in &self.replaced {
                    match text {
                        Some(text) => fs::write(self.folder.join(file), text).unwrap(),
                        None => fs::remove_file(self.folder.join(file)).unwrap(),
                    }
                }
            }
        }
    };
}

broken! {
    assessment: "structure/assessment.json",
    checklist: "structure/checklist.json",
    collisions: "structure/collisions.json",
    contradictions: "structure/contradictions.json",
    cost: "structure/cost.json",
    functions: "structure/functions.json",
    gates: "structure/gates.json",
    items: "structure/items.json",
    numbers: "structure/numbers.json",
    patterns: "structure/patterns.json",
    questions: "structure/questions.json",
    roadmap: "structure/roadmap.json",
    scorecard: "structure/scorecard.json",
    signals: "structure/signals.json",
    trap: "structure/trap.json",
    words: "words/en.json",
}

/// Every problem of the broken content, as `file at path: text`.
pub fn problems_of(name: &str, break_it: impl FnOnce(&mut Broken)) -> Vec<String> {
    match read_broken(name, break_it) {
        Ok(_) => Vec::new(),
        Err(problems) => problems
            .iter()
            .map(|problem| {
                let at = if problem.path.is_empty() { String::new() } else { format!(" at {}", problem.path) };
                format!("{}{at}: {}", problem.file, problem.text)
            })
            .collect(),
    }
}

/// Reads a copy of the content with something broken in it. `name` is the folder of the copy; it has to be unique, because
/// tests run in parallel.
pub fn read_broken(name: &str, break_it: impl FnOnce(&mut Broken)) -> Result<Checked, Problems> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("content").join(name);
    let _ = fs::remove_dir_all(&folder);
    let mut broken = Broken::copy(folder.clone());
    break_it(&mut broken);
    broken.write();
    read(&folder)
}

impl Broken {
    pub fn question(&mut self, id: &str) -> &mut Value {
        entry(&mut self.questions, id)
    }

    pub fn option(&mut self, question: &str, id: &str) -> &mut Value {
        entry(&mut self.question(question)["options"], id)
    }

    pub fn item(&mut self, id: &str) -> &mut Value {
        entry(&mut self.items, id)
    }

    /// Removes one English text.
    pub fn remove_word(&mut self, part: &str, of: &str, name: &str) {
        self.words[part][of].as_object_mut().unwrap().remove(name).unwrap();
    }

    /// Adds a language with the English words, changed by `change`.
    pub fn translate(&mut self, language: &str, change: impl FnOnce(&mut Value)) {
        let mut words = self.words.clone();
        change(&mut words);
        self.replace_file(&format!("words/{language}.json"), &words.to_string());
    }

    pub fn replace_file(&mut self, file: &str, text: &str) {
        self.replaced.push((file.to_owned(), Some(text.to_owned())));
    }

    pub fn remove_file(&mut self, file: &str) {
        self.replaced.push((file.to_owned(), None));
    }
}

pub fn entry<'a>(list: &'a mut Value, id: &str) -> &'a mut Value {
    list.as_array_mut().unwrap().iter_mut().find(|entry| entry["id"] == id).unwrap()
}
