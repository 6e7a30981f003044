//! The WebAssembly: splits what cargo compiled into the start module, the later module and the contact module, runs
//! wasm-bindgen, and optimizes the modules with Binaryen's `wasm-opt`.
//!
//! `wasm-split-cli` moves code that is reachable only from a split point (`src/ui/later.rs`, `src/ui/contact`) into a module of
//! its own. It reads the linker's relocations, so it runs before wasm-bindgen, which moves functions. Trunk has run wasm-bindgen
//! on the unsplit module; that output is not used.
//!
//! Code that the later module and the contact module share is a fourth file, `chunk_N.wasm`. Because the contact module is
//! loaded only after the later one, Binaryen's `wasm-merge` adds the chunk to the later module.
//!
//! A development build is not split and not optimized.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use wasmparser::{Parser, Payload, TypeRef};

use super::{Profile, apart, digest::hexadecimal};
use crate::{console, folder, process, project::Project};

/// The file name of the start module before wasm-bindgen, which determines the names of its imports (`src/embed/glue.js`).
const NAME: &str = "support-fit";

pub const TARGET: &str = "wasm32-unknown-unknown";

/// The module from which wasm-split lets other modules import the memory, the table and the stack pointer.
const SHARED: &str = "__wasm_split";

/// Passes of `wasm-opt`, chosen by size after brotli. The allowed instructions are in the module's `target_features` section.
///
/// - `--low-memory-unused` turns sums of a pointer and a small number into offsets of loads and stores. It is sound because
///   the first bytes of memory are the end of the stack, which only an overflow would reach.
/// - `--merge-similar-functions` merges generic functions that differ in a constant or a call.
/// - `--flatten --rereloop` rebuild the control flow, after which `-Oz` finds more.
/// - `--converge` repeats until nothing gets smaller.
/// - `--reorder-functions-by-name` puts similar functions near each other, which compresses better.
const OPTIMIZE: [&str; 8] = [
    "--low-memory-unused",
    "--merge-similar-functions",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--converge",
    "--reorder-functions-by-name",
];

/// Passes for the studio, for which speed of the build counts more: visitors do not load it. Leptos exports a marker for
/// wasm-split, which the studio is not passed to, and the folder of the project is part of its name.
const OPTIMIZE_STUDIO: [&str; 2] = ["--remove-exports=_WASM_SPLIT_MARKER_*", "-Oz"];

/// Sections that browsers ignore, including function names.
const STRIP: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

pub struct Wasm {
    pub start: Vec<u8>,
    /// The later module and the contact module; `None` in a development build.
    pub others: Option<[Vec<u8>; 2]>,
    /// The JavaScript that wasm-bindgen wrote.
    pub bindings: PathBuf,
}

pub fn build(project: &Project, profile: Profile) -> Result<Wasm> {
    let folder = project.cache().join("wasm");
    super::empty(&folder)?;
    let file = |name: &str| folder.join(name);
    let (bound, bindings) = (file("support-fit_bg.wasm"), file("support-fit_bg.js"));
    let compiled = compiled(project, profile, NAME);
    if profile == Profile::Development {
        bind(project, &compiled, &folder, NAME)?;
        return Ok(Wasm { start: super::read(&bound)?, others: None, bindings });
    }
    let mut split = project.command("wasm-split-cli");
    process::output(split.arg(&compiled).arg(&folder).args(["--target", "bundler", "--out-name", NAME]))?;
    bind(project, &file(NAME).with_extension("wasm"), &folder, NAME)?;
    let [start, later, contact] = Optimized::all(project);
    start.update(project, &bound, &OPTIMIZE)?;
    let mut of_later = vec![file("split_later.wasm")];
    let files = folder::entries(&folder)?.into_iter();
    of_later.extend(files.filter(|(name, _)| name.starts_with("chunk_")).map(|(_, path)| path));
    later.update(project, &merge(project, &folder, "later", &of_later)?, &OPTIMIZE)?;
    contact.update(project, &merge(project, &folder, "contact", &[file("split_contact.wasm")])?, &OPTIMIZE)?;
    apart::check(&start.function_names()?, &later.function_names()?)?;
    let others = [super::read(&later.wasm)?, super::read(&contact.wasm)?];
    Ok(Wasm { start: super::read(&start.wasm)?, others: Some(others), bindings })
}

/// The studio's module, which is not split.
pub struct Studio {
    pub wasm: Vec<u8>,
    pub bindings: PathBuf,
}

/// Binds and optimizes the module of the studio, which is compiled.
pub fn studio(project: &Project, profile: Profile, name: &str) -> Result<Studio> {
    let folder = project.cache().join("wasm-studio");
    super::empty(&folder)?;
    bind(project, &compiled(project, profile, name), &folder, name)?;
    let [bound, bindings] = ["wasm", "js"].map(|extension| folder.join(format!("{name}_bg.{extension}")));
    if profile == Profile::Development {
        return Ok(Studio { wasm: super::read(&bound)?, bindings });
    }
    let optimized = Optimized::named(project, "studio");
    optimized.update(project, &bound, &OPTIMIZE_STUDIO)?;
    Ok(Studio { wasm: super::read(&optimized.wasm)?, bindings })
}

/// The output of cargo.
fn compiled(project: &Project, profile: Profile, name: &str) -> PathBuf {
    let folder = if profile == Profile::Release { "release" } else { "debug" };
    project.target().join(TARGET).join(folder).join(format!("{name}.wasm"))
}

/// Runs wasm-bindgen. The target for bundlers writes plain exported functions and leaves instantiation to the caller
/// (`src/embed/instance.js`). The other modules need exports of the linker.
fn bind(project: &Project, module: &Path, folder: &Path, name: &str) -> Result<()> {
    let mut command = project.command("wasm-bindgen");
    command.arg(module).arg("--out-dir").arg(folder).args(["--out-name", name, "--target", "bundler"]);
    process::run(command.args(["--no-typescript", "--keep-lld-exports", "--encode-into", "always"]))
}

/// Merges modules of wasm-split into one.
fn merge(project: &Project, folder: &Path, name: &str, modules: &[PathBuf]) -> Result<PathBuf> {
    let (adapter, merged) = (folder.join(name).with_extension("wat"), folder.join(name).with_extension("wasm"));
    super::write(&adapter, adapter_for(modules)?)?;
    let mut command = project.npm_program("wasm-merge");
    for (n, module) in modules.iter().enumerate() {
        command.arg(module).arg(format!("{name}{n}"));
    }
    process::output(command.arg(&adapter).args([SHARED, "-g", "-o"]).arg(&merged))?;
    Ok(merged)
}

/// A module, as text, that imports what the modules share with the start module, and exports it to them. Otherwise the merged
/// module would import the memory once for each, and several memories do not run everywhere.
fn adapter_for(modules: &[PathBuf]) -> Result<String> {
    let mut parts = BTreeMap::new();
    for module in modules {
        for payload in Parser::new(0).parse_all(&super::read(module)?) {
            let Payload::ImportSection(imports) = payload? else { continue };
            for import in imports.into_imports() {
                let import = import?;
                let (kind, size) = match import.ty {
                    TypeRef::Memory(memory) => ("memory", memory.initial.to_string()),
                    TypeRef::Table(table) => ("table", format!("{} funcref", table.initial)),
                    TypeRef::Global(_) => ("global", "(mut i32)".to_owned()),
                    other => bail!("a split module imports {other:?}; expected a memory, a table or a global"),
                };
                let name = import.name;
                parts.insert(
                    name.to_owned(),
                    format!("({kind} (export \"{name}\") (import \"start\" \"{name}\") {size})\n"),
                );
            }
        }
    }
    Ok(["(module\n", &parts.into_values().collect::<String>(), ")\n"].concat())
}

/// A cached optimized module.
pub struct Optimized {
    pub wasm: PathBuf,
    /// Lines of `NUMBER:NAME`. A trap states the number: `wasm-function[NUMBER]`.
    functions: PathBuf,
    /// A digest of the input and the options.
    stamp: PathBuf,
}

impl Optimized {
    /// The start module, the later module and the contact module.
    pub fn all(project: &Project) -> [Self; 3] {
        ["start", "later", "contact"].map(|name| Self::named(project, name))
    }

    fn named(project: &Project, name: &str) -> Self {
        let file = |name: &str| project.cache().join("wasm-opt").join(name);
        Self {
            wasm: file(&format!("{name}.wasm")),
            functions: file(&format!("{name}-functions.txt")),
            stamp: file(&format!("{name}-made-of")),
        }
    }

    /// Optimizes `module` with these passes, unless the cached result is from the same bytes.
    fn update(&self, project: &Project, module: &Path, passes: &[&str]) -> Result<()> {
        let versions = super::read(&project.path("package-lock.json"))?;
        let made_of = format!("{} {} {passes:?}", hexadecimal(&super::read(module)?), hexadecimal(&versions));
        if fs::read_to_string(&self.stamp).is_ok_and(|found| found == made_of) {
            return Ok(());
        }
        console::detail("optimizing the WebAssembly for size");
        // An interrupted run leaves an empty stamp.
        super::write(&self.stamp, "")?;
        let names = format!("--symbolmap={}", self.functions.display());
        let mut command = project.npm_program("wasm-opt");
        command.arg(module).args(passes).arg(names).args(STRIP).arg("-o").arg(&self.wasm);
        process::run(&mut command)?;
        super::write(&self.stamp, made_of)
    }

    /// The names of the functions by number.
    pub fn function_names(&self) -> Result<Vec<String>> {
        let text =
            fs::read_to_string(&self.functions).with_context(|| format!("cannot read {}", self.functions.display()))?;
        let names = text.lines().filter_map(|line| line.split_once(':'));
        Ok(names.map(|(_, name)| readable(name)).collect())
    }
}

/// The name of a function as in Rust. The modules after the start module have mangled names.
fn readable(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}
