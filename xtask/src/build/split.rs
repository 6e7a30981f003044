//! Taking the module apart: what only later screens need becomes files of their own, which the application fetches
//! (`src/ui/later.rs`).
//!
//! The two share memory, table and stack. What the later one calls of the first stands in the table; `wasm-split-cli` finds
//! out what that is from the linker's relocations. It has to come before wasm-bindgen, which moves functions. So Trunk's own
//! run of wasm-bindgen, on the whole, is not used: it runs once more, on what the application starts with.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::{Profile, bindings::Bindings};
use crate::{process, project::Project};

/// What the name of a function that loads a later module begins with.
pub const LOAD: &str = "__wasm_split_load_";

/// The split points in the order in which the application fetches them. What several of them need comes with the first, so
/// each needs those before it.
pub const ORDER: [&str; 1] = ["later"];

/// How the build of the application is called.
const NAME: &str = "support-fit";

/// The application and what comes later.
pub struct Split {
    pub bindings: Bindings,
    pub later: Vec<Later>,
}

/// A module that comes later.
pub struct Later {
    pub name: String,
    /// The split point that it comes with, as a position in [`ORDER`].
    pub point: usize,
    pub wasm: PathBuf,
}

/// Whether later modules import it.
pub fn is_shared(export: &str) -> bool {
    matches!(export, "memory" | "__indirect_function_table") || export.starts_with("__wasm_split_shared")
}

/// Takes apart what cargo compiled.
pub fn split(project: &Project, profile: Profile) -> Result<Split> {
    let folder = project.cache().join("split");
    super::empty(&folder)?;
    let whole = Bindings::compiled(project, profile)?;
    process::output(project.command("wasm-split-cli").arg(&whole).arg(&folder).args([
        "--target",
        "bundler",
        "--out-name",
        NAME,
    ]))?;
    // Before wasm-bindgen writes its own beside it.
    let later = later(&folder)?;
    process::run(
        project
            .command("wasm-bindgen")
            .arg(folder.join(NAME).with_extension("wasm"))
            .arg("--out-dir")
            .arg(&folder)
            .args(["--out-name", NAME, "--target", "bundler", "--no-typescript", "--keep-lld-exports"]),
    )?;
    Ok(Split { bindings: Bindings::inside(&folder, NAME), later })
}

fn later(folder: &Path) -> Result<Vec<Later>> {
    let link = super::read(&folder.join("__wasm_split.js"))?;
    let link = String::from_utf8_lossy(&link);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let wasm = entry?.path();
        let name = wasm.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(name) = name.strip_suffix(".wasm").filter(|name| !name.starts_with(NAME)) else { continue };
        let point = first_point(name, &link)
            .with_context(|| format!("nothing says what needs `{name}`: are all split points in `split::ORDER`?"))?;
        found.push(Later { name: name.to_owned(), point, wasm: wasm.clone() });
    }
    if found.is_empty() {
        bail!("nothing was taken out of the module: does src/ui/later.rs still have a split point?");
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// The first split point that needs a module. Of a chunk, the link says which do, in a comment before it:
/// `/* aside, plan */`, `const __chunk_4 = …`.
fn first_point(name: &str, link: &str) -> Option<usize> {
    let needing = match name.strip_prefix("split_") {
        Some(point) => point,
        None => {
            let before = &link[..link.find(&format!("const __{name} "))?];
            before.rsplit_once("/* ")?.1.split_once(" */")?.0
        }
    };
    let points = needing.split(", ").map(|point| ORDER.iter().position(|known| *known == point));
    points.collect::<Option<Vec<usize>>>()?.into_iter().min()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str =
        "/* aside, plan */\nconst __chunk_4 = makeLoad();\n/* aside, result */\nconst __chunk_5 = makeLoad();";

    #[test]
    fn a_module_of_a_split_point_comes_with_it() {
        assert_eq!(first_point("split_plan", LINK), Some(1));
    }

    #[test]
    fn what_several_need_comes_with_the_first_of_them() {
        assert_eq!(["chunk_4", "chunk_5"].map(|name| first_point(name, LINK)), [Some(1), Some(0)]);
    }

    #[test]
    fn a_split_point_without_a_place_in_the_order_is_not_guessed() {
        assert_eq!(first_point("split_other", LINK), None);
    }
}
