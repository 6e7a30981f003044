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
    split,
};
use crate::project::Project;

/// What later modules are in, in the order in which they are fetched.
pub type LaterFiles = Vec<LaterFile>;

/// The modules of a split point, one after the other.
pub struct LaterFile {
    pub point: &'static str,
    /// Beside the glue.
    pub name: String,
    /// Of each module, in bytes.
    pub lengths: Vec<usize>,
}

/// Bundles the glue of a module with this interface. What the bundle exports is the type `Application` of the loader.
pub fn bundle(
    project: &Project,
    profile: Profile,
    bindings: &Bindings,
    interface: &Interface,
    later: &LaterFiles,
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
    super::write(&written, entry(source, mounting, interface, later, profile))?;
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
/// A panic has no words in a release build, so nobody has to hear them.
fn entry(source: &str, mounting: &str, interface: &Interface, later: &LaterFiles, profile: Profile) -> String {
    let (hook, listen) = match profile {
        Profile::Release => ("", ""),
        Profile::Development => (", on_panic", "  on_panic(stopped);\n"),
    };
    let arriving = json!(mounting.replace("mounting.js", "later.js"));
    let (source, mounting) = (json!(source), json!(mounting));
    let mut modules: BTreeMap<&str, String> = BTreeMap::new();
    for import in &interface.imports {
        let Name { original, now } = &import.name;
        let given = match original.strip_prefix(split::LOAD) {
            Some(point) => format!("arriving({}, () => shared, stopped)", json!(needed(point, later))),
            None => format!("glue.{original}"),
        };
        *modules.entry(&import.module).or_default() += &format!("    {}: {given},\n", json!(now));
    }
    // Under quoted names, which are not shortened: those of the link.
    let shared: String = interface
        .exports
        .iter()
        .filter(|name| split::is_shared(&name.original))
        .map(|name| format!("{}: wasm.{}, ", json!(name.original), name.original))
        .collect();
    let imports: String =
        modules.iter().map(|(module, functions)| format!("  {}: {{\n{functions}  }},\n", json!(module))).collect();
    format!(
        "import * as glue from {source};\n\
         import {{ mount{hook} }} from {source};\n\
         import {{ attach as attach_by, stopped, watched }} from {mounting};\n\
         import {{ arriving }} from {arriving};\n\
         let shared;\n\
         export const attach = (host) => attach_by(mount, host);\n\
         export const imports = {{\n{imports}}};\n\
         export function start(wasm) {{\n  \
           shared = {{ {shared}}};\n  \
           const exports = watched(wasm, stopped);\n  \
           glue.__wbg_set_wasm(exports);\n  \
           exports.__wbindgen_start();\n\
         {listen}}}\n"
    )
}

/// The files that a split point needs, each with the lengths of its modules: its own, and those before it.
fn needed<'a>(point: &str, later: &'a LaterFiles) -> Vec<(&'a str, &'a [usize])> {
    let end = later.iter().position(|file| file.point == point).map_or(0, |own| own + 1);
    later[..end].iter().map(|file| (file.name.as_str(), file.lengths.as_slice())).collect()
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
        let entry = entry(
            "/glue.js",
            "/mounting.js",
            &Interface { imports: vec![import], ..Interface::default() },
            &LaterFiles::new(),
            Profile::Release,
        );
        assert!(entry.contains("import * as glue from \"/glue.js\";\n"), "{entry}");
        assert!(entry.contains("imports = {\n  \"a\": {\n    \"b\": glue.__wbg_log_1,\n  },\n};"), "{entry}");
    }

    #[test]
    fn the_import_that_loads_a_later_module_gets_its_file_and_those_before_it() {
        let load = Import { module: "a".to_owned(), name: name("__wasm_split_load_plan", "b") };
        let interface = Interface { imports: vec![load], exports: vec![name("memory", "c"), name("mount", "d")] };
        let file = |point, name: &str, lengths| LaterFile { point, name: name.to_owned(), lengths };
        let later =
            vec![file("result", "./a.wasm", vec![7]), file("plan", "./b.wasm", vec![4, 5]), file("aside", "c", vec![])];
        let entry = entry("/glue.js", "/mounting.js", &interface, &later, Profile::Release);
        assert!(
            entry.contains("\"b\": arriving([[\"./a.wasm\",[7]],[\"./b.wasm\",[4,5]]], () => shared, stopped),\n"),
            "{entry}"
        );
        assert!(entry.contains("shared = { \"memory\": wasm.memory, };\n"), "{entry}");
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
