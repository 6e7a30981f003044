//! The assessment's content: what is asked, how an answer counts, which rules hold, and every word that people read.
//!
//! This package runs at build time only. It reads the JSON in `data/` and checks it. It reports *every* problem with the file,
//! the JSON path, what was found and what was expected, or the nearest valid name. From valid content it writes:
//!
//! - Rust tables, which the application includes at build time (no decoder is shipped to the visitor), and
//! - two text files of words per language, which the page loads separately.
//!
//! The application computes with the types of the crate `assessment`, not with those of this package.
//!
//! | module | concern |
//! |---|---|
//! | [`raw`] | the JSON as written, one serde type per shape |
//! | [`check`] | every problem of a whole content folder |
//! | [`words`] | the catalog of a language: keys, placeholders, the shipped file |
//! | [`languages`] | what is checked of each language, for the build and for translators |
//! | [`generate`] | the Rust source of the tables |
//!
//! ```no_run
//! let content = content::read(std::path::Path::new("crates/content/data"))?;
//! println!("{}", content::generate::tables(&content));
//! # Ok::<(), content::Problems>(())
//! ```

pub mod check;
pub mod generate;
pub mod languages;
mod problem;
pub mod raw;
pub mod words;

use std::path::Path;

use languages::{Terms, Words};
pub use problem::{Problem, Problems};
use raw::Content;
use serde::de::DeserializeOwned;

/// Reads and checks a content folder: `structure`, `words`, `quotations`, `glossary` and `same`.
///
/// # Errors
/// Every problem found. A file that does not parse is one problem; the other files are read, but then only their shape is
/// checked.
pub fn read(folder: &Path) -> Result<Checked, Problems> {
    let mut problems = Problems::default();
    let content = structure(folder, &mut problems);
    let catalogs = words::read_all(folder, &mut problems);
    let terms: Vec<Terms> = catalogs.iter().map(|catalog| Terms::of(folder, catalog, &mut problems)).collect();
    let Some(content) = content else { return Err(problems) };
    check::structure(&content, &mut problems);
    check::words(&content, &Words::of_all(&catalogs, &terms), &mut problems);
    if problems.is_empty() { Ok(Checked { content, catalogs }) } else { Err(problems) }
}

/// Everything but words, as written; `None` if a file does not parse.
fn structure(folder: &Path, problems: &mut Problems) -> Option<Content> {
    let structure = folder.join("structure");
    let parts = (
        file(&structure, "assessment", problems),
        file(&structure, "questions", problems),
        file(&structure, "items", problems),
        file(&structure, "gates", problems),
        file(&structure, "trap", problems),
        file(&structure, "collisions", problems),
        file(&structure, "contradictions", problems),
        file(&structure, "patterns", problems),
        file(&structure, "functions", problems),
        file(&structure, "cost", problems),
        file(&structure, "roadmap", problems),
        file(&structure, "scorecard", problems),
        file(&structure, "checklist", problems),
        file(&structure, "numbers", problems),
        file(&structure, "links-1.1", problems),
        file(&structure, "signals", problems),
    );
    let (
        Some(assessment),
        Some(questions),
        Some(items),
        Some(gates),
        Some(trap),
        Some(collisions),
        Some(contradictions),
        Some(patterns),
        Some(functions),
        Some(cost),
        Some(roadmap),
        Some(scorecard),
        Some(checklist),
        Some(numbers),
        Some(first_links),
        Some(signals),
    ) = parts
    else {
        return None;
    };
    Some(Content {
        assessment,
        questions,
        items,
        gates,
        trap,
        collisions,
        contradictions,
        patterns,
        functions,
        cost,
        roadmap,
        scorecard,
        checklist,
        numbers,
        first_links,
        signals,
    })
}

/// Content without a problem, and its words.
#[derive(Debug)]
pub struct Checked {
    /// Everything but words.
    pub content: Content,
    /// The words of each language, English first.
    pub catalogs: Vec<words::Catalog>,
}

impl Checked {
    /// The English words. [`read`] fails without them.
    fn english(&self) -> &words::Catalog {
        &self.catalogs[0]
    }
}

fn file<T: DeserializeOwned>(folder: &Path, name: &str, problems: &mut Problems) -> Option<T> {
    let shown = format!("structure/{name}.json");
    let text = match std::fs::read_to_string(folder.join(format!("{name}.json"))) {
        Ok(text) => text,
        Err(error) => {
            problems.add(&shown, "", format!("cannot be read: {error}"));
            return None;
        }
    };
    let mut json = serde_json::Deserializer::from_str(&text);
    match serde_path_to_error::deserialize(&mut json) {
        Ok(value) => Some(value),
        Err(error) => {
            // The path of the whole document is ".".
            let path = error.path().to_string();
            problems.add(&shown, path.trim_start_matches('.'), error.inner().to_string());
            None
        }
    }
}
