//! The glue: what wasm-bindgen wrote in JavaScript, bundled so that nothing is left that nobody calls.
//!
//! With it goes what puts the application into an element (`src/embed/mounting.js`).
//!
//! wasm-bindgen writes it for bundlers: each import of the module is an exported function. The entry that is written here
//! names those that the optimized module still imports, and esbuild leaves out the rest.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{
    Profile,
    bindings::Bindings,
    esbuild,
    interface::{Interface, Name},
};
use crate::project::Project;

/// Bundles the glue of a module with this interface. What the bundle exports is the type `Application` of the loader.
pub fn bundle(
    project: &Project,
    profile: Profile,
    bindings: &Bindings,
    interface: &Interface,
    work: &Path,
) -> Result<String> {
    let text = bindings.glue_text()?;
    // Beside the original, where what it imports is found.
    let annotated = bindings.glue.with_extension("annotated.js");
    super::write(&annotated, free_of_effects(&text))?;
    let source = annotated.to_str().context("the folder to compile to has a name that is no text")?;
    let (written, bundled) = (work.join("glue-entry.js"), work.join("glue.js"));
    let mounting = project.path("src/embed/mounting.js");
    let mounting = mounting.to_str().context("the project's folder has a name that is no text")?;
    super::write(&written, entry(source, mounting, interface))?;
    let mut options = vec![
        // Else esbuild keeps every class, for the sake of `using`. The loader calls `free` itself.
        esbuild::constant("Symbol.dispose", "undefined"),
        // An import that the glue does not have is a mistake of ours.
        "--log-override:import-is-undefined=error".to_owned(),
    ];
    options.extend(renaming(&text, &interface.exports, work)?);
    esbuild::bundle(project, profile, &written, &bundled, &options)?;
    fs::read_to_string(&bundled).context("esbuild wrote no text")
}

/// Each class has a registry that frees its objects when they are forgotten. The mark tells esbuild that making one does
/// nothing else, so that the registry of a class that is left out is left out too, and the export that it calls.
fn free_of_effects(glue: &str) -> String {
    glue.replace("new FinalizationRegistry(", "/* @__PURE__ */ new FinalizationRegistry(")
}

/// The script that wasm-bindgen writes to start a module does what `start` does, for bundlers that load modules.
fn entry(source: &str, mounting: &str, interface: &Interface) -> String {
    let (source, mounting) = (json!(source), json!(mounting));
    let mut modules: BTreeMap<&str, String> = BTreeMap::new();
    for import in &interface.imports {
        let Name { original, now } = &import.name;
        *modules.entry(&import.module).or_default() += &format!("    {}: glue.{original},\n", json!(now));
    }
    let imports: String =
        modules.iter().map(|(module, functions)| format!("  {}: {{\n{functions}  }},\n", json!(module))).collect();
    format!(
        "import * as glue from {source};\n\
         import {{ mount, on_panic }} from {source};\n\
         import {{ attach as attach_by, stopped }} from {mounting};\n\
         export const attach = (host) => attach_by(mount, host);\n\
         export const imports = {{\n{imports}}};\n\
         export function start(exports) {{\n  \
           glue.__wbg_set_wasm(exports);\n  \
           exports.__wbindgen_start();\n  \
           on_panic(stopped);\n\
         }}\n"
    )
}

/// Tells esbuild how the module's exports are called now. It renames properties of that name on any object, so none but
/// the module's exports may have one.
fn renaming(glue: &str, exports: &[Name], work: &Path) -> Result<Vec<String>> {
    let shortened: BTreeMap<&str, &str> = exports
        .iter()
        .filter(|name| name.is_shortened())
        .map(|name| (name.original.as_str(), name.now.as_str()))
        .collect();
    if shortened.is_empty() {
        return Ok(Vec::new());
    }
    for name in shortened.keys() {
        ensure!(
            owners_of(glue, name).all(|owner| owner == "wasm"),
            "`{name}` is exported by the module, and the name of something else in the glue: choose another name"
        );
    }
    let names = work.join("short-names.json");
    super::write(&names, json!(shortened).to_string())?;
    let any = shortened.keys().copied().collect::<Vec<_>>().join("|");
    Ok(vec![format!("--mangle-props=^({any})$"), format!("--mangle-cache={}", names.display())])
}

/// Which exports of the module the JavaScript in `glue` calls.
pub fn called<'a>(glue: &str, interface: &'a Interface) -> Vec<&'a str> {
    let names = interface.exports.iter().map(|name| name.original.as_str());
    names.filter(|name| owners_of(glue, name).next().is_some()).collect()
}

/// The words before the dot wherever `property` is read of something.
fn owners_of<'a>(code: &'a str, property: &str) -> impl Iterator<Item = &'a str> {
    let is_part_of_word = |character: char| character.is_alphanumeric() || "_$".contains(character);
    code.match_indices(property).filter_map(move |(at, found)| {
        let (before, after) = (code[..at].strip_suffix('.')?, &code[at + found.len()..]);
        let start = before.rfind(|character| !is_part_of_word(character)).map_or(0, |last| last + 1);
        (!after.starts_with(is_part_of_word)).then_some(&before[start..])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::interface::Import;

    fn name(original: &str, now: &str) -> Name {
        Name { original: original.to_owned(), now: now.to_owned() }
    }

    fn exporting(names: &[&str]) -> Interface {
        Interface { exports: names.iter().map(|text| name(text, text)).collect(), ..Interface::default() }
    }

    #[test]
    fn the_entry_hands_over_each_import_under_its_present_name() {
        let import = Import { module: "a".to_owned(), name: name("__wbg_log_1", "b") };
        let entry = entry("/glue.js", "/mounting.js", &Interface { imports: vec![import], ..Interface::default() });
        assert!(entry.contains("import * as glue from \"/glue.js\";\n"), "{entry}");
        assert!(entry.contains("imports = {\n  \"a\": {\n    \"b\": glue.__wbg_log_1,\n  },\n};"), "{entry}");
    }

    #[test]
    fn an_export_is_called_where_it_stands_after_a_dot_as_a_whole_word() {
        let glue = "f(wasm.mount,wasm.memory.buffer); w.free_all(); class free {}";
        let interface = exporting(&["free", "memory", "mount"]);
        assert_eq!(called(glue, &interface), ["memory", "mount"]);
    }

    #[test]
    fn a_name_that_something_else_has_too_is_not_shortened() {
        let glue = "wasm.memory.buffer; performance.memory.usedJSHeapSize";
        let error = renaming(glue, &[name("memory", "a")], Path::new("unused")).unwrap_err();
        assert!(error.to_string().starts_with("`memory` is exported by the module, and"), "{error}");
    }
}
