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
use files::{Files, Kind};

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
    contributors::report(project, files.raw(Kind::WebAssembly))?;

    let parts = [("WebAssembly", Kind::WebAssembly), ("JavaScript", Kind::JavaScript), ("CSS", Kind::Css)];
    heading("Total, brotli");
    for (name, kind) in parts {
        detail(&format!("{name:<44}{:>11}", grouped(files.brotli(kind))));
    }
    let code = parts.iter().map(|(_, kind)| files.brotli(*kind)).sum();
    let words = files.largest(Kind::Words);
    detail(&format!("{:<44}{:>11}", "together", grouped(code)));
    detail(&format!("{:<44}{:>11}", "and the words of one language (the longest)", grouped(code + words)));

    let budget = Budget::read(project)?;
    budget.check("WebAssembly, JavaScript and CSS together", code, budget.code)?;
    budget.check("the loader support-fit.js", files.brotli(Kind::Loader), budget.loader)
}
