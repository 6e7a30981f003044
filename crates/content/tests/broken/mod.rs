//! A copy of the content in which something can be broken.

use std::{
    fs,
    path::{Path, PathBuf},
};

use content::{Checked, Problems, read};
use serde_json::Value;

/// The files that tests break, as JSON.
pub struct Broken {
    folder: PathBuf,
    pub assessment: Value,
    pub questions: Value,
    pub items: Value,
    pub gates: Value,
    pub collisions: Value,
    pub contradictions: Value,
    pub cost: Value,
    pub numbers: Value,
    pub signals: Value,
    pub words: Value,
    /// Done to the files after the others are written.
    last: Vec<(String, Option<String>)>,
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

/// Reads a copy of the content after something in it was broken. `name` is the copy's own, so that tests do not meet.
pub fn read_broken(name: &str, break_it: impl FnOnce(&mut Broken)) -> Result<Checked, Problems> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("content").join(name);
    let _ = fs::remove_dir_all(&folder);
    let mut broken = Broken::copy(folder.clone());
    break_it(&mut broken);
    broken.write();
    read(&folder)
}

impl Broken {
    fn copy(folder: PathBuf) -> Self {
        let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        for part in ["structure", "words"] {
            fs::create_dir_all(folder.join(part)).unwrap();
            for file in fs::read_dir(original.join(part)).unwrap() {
                let file = file.unwrap();
                fs::copy(file.path(), folder.join(part).join(file.file_name())).unwrap();
            }
        }
        let json = |file: &str| serde_json::from_str(&fs::read_to_string(original.join(file)).unwrap()).unwrap();
        Self {
            assessment: json("structure/assessment.json"),
            questions: json("structure/questions.json"),
            items: json("structure/items.json"),
            gates: json("structure/gates.json"),
            collisions: json("structure/collisions.json"),
            contradictions: json("structure/contradictions.json"),
            cost: json("structure/cost.json"),
            numbers: json("structure/numbers.json"),
            signals: json("structure/signals.json"),
            words: json("words/en.json"),
            last: Vec::new(),
            folder,
        }
    }

    fn write(&self) {
        let files = [
            ("structure/assessment.json", &self.assessment),
            ("structure/questions.json", &self.questions),
            ("structure/items.json", &self.items),
            ("structure/gates.json", &self.gates),
            ("structure/collisions.json", &self.collisions),
            ("structure/contradictions.json", &self.contradictions),
            ("structure/cost.json", &self.cost),
            ("structure/numbers.json", &self.numbers),
            ("structure/signals.json", &self.signals),
            ("words/en.json", &self.words),
        ];
        for (file, json) in files {
            fs::write(self.folder.join(file), serde_json::to_string_pretty(json).unwrap()).unwrap();
        }
        for (file, text) in &self.last {
            match text {
                Some(text) => fs::write(self.folder.join(file), text).unwrap(),
                None => fs::remove_file(self.folder.join(file)).unwrap(),
            }
        }
    }

    /// The question with this id.
    pub fn question(&mut self, id: &str) -> &mut Value {
        entry(&mut self.questions, id)
    }

    /// An option of a question.
    pub fn option(&mut self, question: &str, id: &str) -> &mut Value {
        entry(&mut self.question(question)["options"], id)
    }

    /// The item with this id.
    pub fn item(&mut self, id: &str) -> &mut Value {
        entry(&mut self.items, id)
    }

    /// Removes one English text.
    pub fn remove_word(&mut self, part: &str, of: &str, name: &str) {
        self.words[part][of].as_object_mut().unwrap().remove(name).unwrap();
    }

    /// Adds a language: the English words, changed.
    pub fn translate(&mut self, language: &str, change: impl FnOnce(&mut Value)) {
        let mut words = self.words.clone();
        change(&mut words);
        self.replace_file(&format!("words/{language}.json"), &words.to_string());
    }

    /// Returns a file another text.
    pub fn replace_file(&mut self, file: &str, text: &str) {
        self.last.push((file.to_owned(), Some(text.to_owned())));
    }

    /// Leaves a file out.
    pub fn remove_file(&mut self, file: &str) {
        self.last.push((file.to_owned(), None));
    }
}

fn entry<'a>(list: &'a mut Value, id: &str) -> &'a mut Value {
    list.as_array_mut().unwrap().iter_mut().find(|entry| entry["id"] == id).unwrap()
}
