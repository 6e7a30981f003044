//! `cargo xtask words`: what is left to do in each language. `xtask/launcher` runs it too.

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use content::languages::{json, review};

use crate::flags::Words;

/// Ends with 1 if there is a problem, or if there is no such language.
pub fn command(flags: &Words) -> ExitCode {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let folders = Path::new(&own).ancestors().map(|folder| folder.join("crates/content/data"));
    let Some(folder) = folders.into_iter().find(|folder| folder.is_dir()) else {
        return failed("crates/content/data does not exist");
    };
    let mut reviews = match review(&folder) {
        Ok(reviews) => reviews,
        Err(problems) => return failed(&problems.to_string()),
    };
    if let Some(language) = &flags.language {
        let all: Vec<String> = reviews.iter().map(|review| review.language.clone()).collect();
        reviews.retain(|review| review.language == *language);
        if reviews.is_empty() {
            return failed(&format!("words/{language}.json does not exist; there are {}", all.join(", ")));
        }
    }
    let text = if flags.json {
        json(&reviews)
    } else {
        let texts: Vec<String> = reviews.iter().map(|review| review.text(flags.language.is_some())).collect();
        texts.join("\n")
    };
    // A reader such as `head` may have closed the pipe.
    let _ = io::stdout().write_all(text.as_bytes());
    if reviews.iter().all(|review| review.problems.is_empty()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn failed(text: &str) -> ExitCode {
    eprintln!("error: {text}");
    ExitCode::FAILURE
}
