//! The problems of a content folder, collected instead of reported one at a time.

use std::fmt;

/// One thing that is wrong in the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the content folder.
    pub file: String,
    /// The JSON path in the file, with ids in parentheses, for example `[4] (skills).options[0].levels`; empty for the whole
    /// file.
    pub path: String,
    /// What was found and what was expected.
    pub text: String,
}

/// Every problem of a content folder.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub fn add(&mut self, file: &str, path: &str, text: impl Into<String>) {
        self.0.push(Problem { file: file.into(), path: path.into(), text: text.into() });
    }

    /// Adds "`found` is not a known …", with the nearest valid name.
    pub fn unknown<'a>(
        &mut self,
        file: &str,
        path: &str,
        what: &str,
        found: &str,
        valid: impl Iterator<Item = &'a str>,
    ) {
        let nearest = valid
            .map(|name| (strsim::damerau_levenshtein(name, found), name))
            .min()
            .map_or(String::new(), |(_, name)| format!("; the nearest is `{name}`"));
        self.add(file, path, format!("`{found}` is not a known {what}{nearest}"));
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All problems in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the assessment's content has {} problem(s):", self.0.len())?;
        for Problem { file, path, text } in &self.0 {
            let at = if path.is_empty() { String::new() } else { format!(" at {path}") };
            writeln!(f, "  crates/content/data/{file}{at}: {text}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
