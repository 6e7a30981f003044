//! The size report: what each file weighs as it travels, what the WebAssembly is made of, and whether that is within
//! the budget.

mod budget;
mod contributors;
mod files;

use std::path::Path;

use anyhow::Result;

use crate::{
    console::{detail, grouped, heading},
    project::Project,
};
use budget::Budget;
pub use contributors::without_hash;
use files::{Files, Kind, Stage};

/// Reports on `folder`, which a release build has filled; fails if it is over the budget.
pub fn report(project: &Project, folder: &Path) -> Result<()> {
    let files = Files::measure(folder)?;
    heading("Size of the release build, in bytes");
    detail(&format!("{:<52}{:>11}{:>11}{:>11}", "file", "raw", "gzip", "brotli"));
    for file in files.iter() {
        detail(&format!(
            "{:<52}{:>11}{:>11}{:>11}",
            file.name,
            grouped(file.raw),
            grouped(file.gzip),
            grouped(file.brotli)
        ));
    }
    contributors::report(project, files.raw(Kind::WebAssembly, Stage::Start))?;

    let kinds = [
        ("WebAssembly", Kind::WebAssembly),
        ("JavaScript", Kind::JavaScript),
        ("CSS", Kind::Css),
        ("words", Kind::Words),
    ];
    heading("What a visitor waits for, brotli, with the words of one language");
    detail(&format!("{:<16}{:>11}{:>11}", "", "start", "later"));
    for (name, kind) in kinds {
        let sizes = Stage::ALL.map(|stage| format!("{:>11}", grouped(files.brotli(kind, stage))));
        detail(&format!("{name:<16}{}", sizes.concat()));
    }
    let mut so_far = 0;
    let sums = Stage::ALL.map(|stage| {
        so_far += kinds.iter().map(|(_, kind)| files.brotli(*kind, stage)).sum::<usize>();
        so_far
    });
    detail(&format!("{:<16}{}", "from the start", sums.map(|sum| format!("{:>11}", grouped(sum))).concat()));

    let budget = Budget::read(project)?;
    let [start, all] = sums;
    budget.start.check("until the application takes over", start)?;
    budget.all.check("everything", all)?;
    budget.loader.check("the loader support-fit.js", files.brotli(Kind::Loader, Stage::Start))
}
