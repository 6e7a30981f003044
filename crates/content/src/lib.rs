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
//! | [`generate`] | the Rust source of the tables |
//!
//! ```no_run
//! let content = content::read(std::path::Path::new("crates/content/data"))?;
//! println!("{}", content::generate::tables(&content));
//! # Ok::<(), content::Problems>(())
//! ```

pub mod check;
pub mod generate;
mod problem;
pub mod raw;
pub mod words;

use std::path::Path;

pub use problem::{Problem, Problems};
use raw::Content;
use serde::de::DeserializeOwned;

/// Reads and checks a content folder (`structure/*.json`, `words/*.json`).
///
/// # Errors
/// Every problem found. A file that does not parse is one problem; the other files are read, but then only their shape is
/// checked.
pub fn read(folder: &Path) -> Result<Checked, Problems> {
    let mut problems = Problems::default();
    let structure = folder.join("structure");
    let parts = (
        file(&structure, "assessment", &mut problems),
        file(&structure, "questions", &mut problems),
        file(&structure, "items", &mut problems),
        file(&structure, "gates", &mut problems),
        file(&structure, "trap", &mut problems),
        file(&structure, "collisions", &mut problems),
        file(&structure, "contradictions", &mut problems),
        file(&structure, "patterns", &mut problems),
        file(&structure, "functions", &mut problems),
        file(&structure, "cost", &mut problems),
        file(&structure, "roadmap", &mut problems),
        file(&structure, "scorecard", &mut problems),
        file(&structure, "checklist", &mut problems),
        file(&structure, "numbers", &mut problems),
        file(&structure, "links-1.1", &mut problems),
        file(&structure, "signals", &mut problems),
    );
    let catalogs = words::read_all(&folder.join("words"), &mut problems);
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
        return Err(problems);
    };
    let content = Content {
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
    };
    check::structure(&content, &mut problems);
    check::words(&content, &catalogs, &mut problems);
    if problems.is_empty() { Ok(Checked { content, catalogs }) } else { Err(problems) }
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
