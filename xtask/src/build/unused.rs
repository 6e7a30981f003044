//! Dropping what the module offers and nobody calls: Binaryen's `wasm-metadce`.
//!
//! A module exports what any of its crates wants to be exported. The server functions of Leptos bring classes for streams,
//! which we never make; as long as they are exported, the optimizer has to keep what they do.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::{Value, json};

use crate::{process, project::Project};

/// Drops from `module` all exports but those in `called`, and all that only they used. Returns where the result is.
pub fn remove(project: &Project, module: &Path, called: &[&str]) -> Result<PathBuf> {
    let folder = project.cache().join("wasm-metadce");
    let (graph, used) = (folder.join("graph.json"), folder.join("used.wasm"));
    super::write(&graph, calls(called).to_string())?;
    let mut command = project.npm_program("wasm-metadce");
    command.arg(module).arg("--graph-file").arg(&graph).args(["-g", "-o"]).arg(&used);
    // It prints what it dropped.
    process::output(&mut command)?;
    Ok(used)
}

/// The graph of calls from outside, as `wasm-metadce` reads it: one root, the glue, reaches the exports.
fn calls(called: &[&str]) -> Value {
    let glue = json!({ "name": "glue", "root": true, "reaches": called });
    let exports = called.iter().map(|name| json!({ "name": name, "export": name }));
    std::iter::once(glue).chain(exports).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_reaches_what_it_calls() {
        assert_eq!(
            calls(&["mount"]),
            json!([{ "name": "glue", "root": true, "reaches": ["mount"] }, { "name": "mount", "export": "mount" }])
        );
    }
}
