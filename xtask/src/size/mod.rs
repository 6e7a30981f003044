//! The size report: the size of each file, the largest contributors to the WebAssembly, and the budget. A build over the budget
//! fails.

mod contributors;
mod files;

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    console::{detail, grouped, heading},
    project::Project,
};
pub use contributors::without_hash;
use files::{Files, Kind, Stage};

/// Bytes after brotli.
const BUDGET: &str = "size-budget.json";

/// Reports on the release build in `folder`. Fails if it is over the budget.
pub fn report(project: &Project, folder: &Path) -> Result<()> {
    let files = Files::measure(folder)?;
    heading("Size of the release build, in bytes");
    detail(&format!("{:<52}{:>11}{:>11}{:>11}", "file", "raw", "gzip", "brotli"));
    for file in files.iter() {
        let sizes = [file.raw, file.gzip, file.brotli].map(|size| format!("{:>11}", grouped(size)));
        detail(&format!("{:<52}{}", file.name, sizes.concat()));
    }
    contributors::report(project, files.raw(Kind::WebAssembly))?;

    heading("What a visitor downloads, brotli, with English words");
    detail(&format!("{:<16}{:>11}{:>11}{:>11}", "", "start", "later", "contact"));
    let mut sums = [0; 3];
    for (name, kind) in [
        ("WebAssembly", Kind::WebAssembly),
        ("JavaScript", Kind::JavaScript),
        ("CSS", Kind::Css),
        ("words", Kind::Words),
    ] {
        let sizes = [Stage::Start, Stage::Later, Stage::Contact].map(|stage| files.brotli(kind, stage));
        let columns = sizes.map(|size| format!("{:>11}", grouped(size)));
        detail(&format!("{name:<16}{}", columns.concat()));
        for (sum, size) in sums.iter_mut().zip(sizes) {
            *sum += size;
        }
    }
    let translations = [Stage::Start, Stage::Later, Stage::Contact].map(|stage| files.largest_translation(stage));
    let columns = translations.map(|size| format!("{:>11}", grouped(size)));
    detail(&format!("{:<16}{}", "or other words", columns.concat()));
    let [start, later, contact] = sums;
    let loader = files.brotli(Kind::Loader, Stage::Start);

    let text = fs::read_to_string(project.path(BUDGET)).with_context(|| format!("cannot read {BUDGET}"))?;
    let budget: Value = serde_json::from_str(&text).with_context(|| format!("{BUDGET} is not valid JSON"))?;
    for (name, what, used) in [
        ("start", "until the application takes over", start),
        ("all", "everything, without a contact", start + later),
        ("contact", "the contact module, on pages with a contact", contact),
        ("loader", "the loader support-fit.js", loader),
    ] {
        let most = budget[name].as_u64().and_then(|most| usize::try_from(most).ok());
        let most = most.with_context(|| format!("{BUDGET}: `{name}` is not a number of bytes"))?;
        check(what, used, most)?;
    }
    let studio = files.brotli(Kind::Studio, Stage::Start);
    detail(&format!("the studio, which visitors do not load: {} bytes", grouped(studio)));
    Ok(())
}

/// Reports how much of the budget is used. Fails if it is exceeded.
fn check(what: &str, used: usize, most: usize) -> Result<()> {
    ensure!(
        used <= most,
        "{what}: {} bytes, {} more than the budget of {}. Remedy: make it smaller (the largest contributors are above), or \
         raise the budget in {BUDGET} and give the reason in the commit",
        grouped(used),
        grouped(used - most),
        grouped(most)
    );
    detail(&format!("{what}: {} of {} bytes", grouped(used), grouped(most)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn a_build_over_the_budget_fails() {
        assert!(check("the loader", 1_000, 1_000).is_ok());
        let error = check("the loader", 1_001, 1_000).unwrap_err().to_string();
        assert!(error.starts_with("the loader: 1,001 bytes, 1 more than the budget of 1,000."), "{error}");
    }
}
