//! Rust files without their comments and texts, so that a rule meets code alone.

use std::{fs, path::Path};

/// One file.
pub struct Source {
    /// Path from the project's root, with `/`.
    pub path: String,
    /// As it is written.
    pub text: String,
    /// The same, line by line, with comments and the insides of texts blanked.
    code: String,
}

/// All Rust files of a folder, in order of their paths.
pub fn all(folder: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(folder, &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "{folder} has no Rust file");
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(root().join(&path)).unwrap();
            Source { code: code_of(&text), path, text }
        })
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn collect(folder: &str, paths: &mut Vec<String>) {
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            collect(&path, paths);
        } else if path.ends_with(".rs") {
            paths.push(path);
        }
    }
}

impl Source {
    /// The module of `src` that it belongs to; nothing for `lib.rs` and `main.rs`.
    pub fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        match inside.split_once('/') {
            Some((module, _)) => Some(module),
            None => inside.strip_suffix(".rs").filter(|name| !["lib", "main"].contains(name)),
        }
    }

    /// Line and name of each module of this package that it imports or names by its path.
    pub fn imports(&self) -> Vec<(usize, String)> {
        let places = self.code.match_indices("crate::").filter(|(at, _)| self.is_start_of_word(*at));
        places
            .flat_map(|(at, path)| {
                let line = self.line_of(at);
                let after = &self.code[at + path.len()..];
                let names =
                    if let Some(group) = after.strip_prefix('{') { first_names(group) } else { first_names(after) };
                let kept = if after.starts_with('{') { names.len() } else { 1 };
                names.into_iter().take(kept).map(move |name| (line, name))
            })
            .collect()
    }

    /// Lines in which a chain of `super` leads out of the module. (A module written inside a file is one deeper; its
    /// lines are indented.)
    pub fn ways_out(&self) -> Vec<usize> {
        let depth = self.path.trim_end_matches("/mod.rs").matches('/').count();
        let lines = self.code.lines().enumerate();
        lines
            .filter(|(_, line)| {
                let own_depth = depth + usize::from(line.starts_with(' '));
                !line.is_empty() && line.contains(&"super::".repeat(own_depth))
            })
            .map(|(n, _)| n + 1)
            .collect()
    }

    /// Lines in which this text stands in the code.
    pub fn lines_with(&self, text: &str) -> Vec<usize> {
        self.code.match_indices(text).map(|(at, _)| self.line_of(at)).collect()
    }

    /// Lines in which this word stands by itself in the code.
    pub fn lines_with_word(&self, word: &str) -> Vec<usize> {
        let is_end = |at: usize| !self.code[at..].starts_with(is_part_of_word);
        let places = self.code.match_indices(word);
        places
            .filter(|(at, found)| self.is_start_of_word(*at) && is_end(at + found.len()))
            .map(|(at, _)| self.line_of(at))
            .collect()
    }

    /// A line as it is written, from 1.
    pub fn line(&self, number: usize) -> &str {
        self.text.lines().nth(number - 1).unwrap_or_default().trim()
    }

    fn line_of(&self, at: usize) -> usize {
        1 + self.code[..at].matches('\n').count()
    }

    fn is_start_of_word(&self, at: usize) -> bool {
        !self.code[..at].ends_with(|c| is_part_of_word(c) || c == '$')
    }
}

fn is_part_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The first name of each part of an import group, up to the brace that closes it.
fn first_names(group: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let (mut depth, mut in_name) = (0, true);
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(String::new());
                in_name = true;
            }
            c if depth == 0 && in_name && is_part_of_word(c) => names.last_mut().unwrap().push(c),
            c if c.is_whitespace() => {}
            _ => in_name = false,
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Blanks comments and the insides of texts and characters; keeps every line break.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            'r' if is_raw_text(rest) && !code.ends_with(is_part_of_word) => raw_text_length(rest),
            '"' => text_length(rest),
            '\'' => character_length(rest),
            _ => 0,
        };
        if skipped == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            code.extend(rest[..skipped].chars().filter(|c| *c == '\n'));
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    code
}

fn is_raw_text(rest: &str) -> bool {
    rest[1..].trim_start_matches('#').starts_with('"')
}

fn raw_text_length(rest: &str) -> usize {
    let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
    let end = format!("\"{}", "#".repeat(hashes));
    let start = 2 + hashes;
    rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len())
}

fn text_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Length of a character such as `'a'` or `'\n'`; 0 for a lifetime.
fn character_length(rest: &str) -> usize {
    let inside = &rest[1..];
    let length = match inside.chars().next() {
        // Whatever is escaped, even an apostrophe, stands before the one that closes.
        Some('\\') => inside.get(2..).and_then(|rest| rest.find('\'')).map(|at| at + 2),
        Some(c) => Some(c.len_utf8()).filter(|length| inside[*length..].starts_with('\'')),
        None => None,
    };
    length.map_or(0, |length| length + 2)
}

#[test]
fn imports_are_found_in_groups_and_paths() {
    let text = "use crate::{\n    json::{Value, problem::Problem},\n    i18n,\n};\nfn f() { crate::plan::of() }\n// crate::ui\n";
    let source = Source { path: "src/session/mod.rs".to_owned(), text: text.to_owned(), code: code_of(text) };
    let expected = [(1, "json"), (1, "i18n"), (5, "plan")].map(|(line, name)| (line, name.to_owned()));
    assert_eq!(source.imports(), expected);
    assert_eq!(source.module(), Some("session"));
}

#[test]
fn comments_and_texts_are_no_code() {
    let text = "let a = \"crate::ui \\\" b\"; // leptos\nlet b = r#\"mcda\"#; let c: &'a str = '\"'; let e = '\\''; let n = '\\n'; /* js_sys\n */ d";
    let code = code_of(text);
    assert_eq!(code.matches('\n').count(), 2);
    for word in ["crate", "leptos", "mcda", "js_sys"] {
        assert!(!code.contains(word), "{word} in {code}");
    }
    assert!(code.contains("let c: &'a str = ") && code.ends_with('d'));
}
