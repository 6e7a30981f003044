//! Making the WebAssembly small: Binaryen's `wasm-opt` optimizes across what rustc compiled apart and drops the names.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::{Profile, digest::hexadecimal, interface::Interface, panics, split::Later, unused};
use crate::{console, process, project::Project};

/// Which instructions may be used comes from the module's own `target_features` section. `-g` keeps the names of
/// functions: the size report needs them. Each part was measured after brotli; other passes saved less, or nothing.
///
/// - `--low-memory-unused` lets sums of a pointer and a small number become offsets of loads and stores. It holds because
///   the first bytes of memory are the far end of the stack, which only an overflow would reach.
/// - `--merge-similar-functions` makes one of generic functions that differ in a constant or a call.
/// - `--flatten --rereloop` takes control flow apart and builds it anew, after which `-Oz` finds more.
/// - `--converge` repeats until nothing gets smaller.
const OPTIMIZE: [&str; 8] =
    ["--low-memory-unused", "--merge-similar-functions", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge", "-g"];

/// What is shipped. What nothing reads in the browser goes, last the names of functions:
///
/// - Functions stand in the order of their names, so that similar ones are near each other: the module is some bytes
///   longer, and compresses better.
/// - Imports and exports get names of one or two letters. Those of wasm-bindgen end in digests, which no compression makes
///   smaller, once in the module and once more in the glue.
/// - `-Oz` again, since some of what it does is lost when a module is read and written without it.
const STRIP: [&str; 8] = [
    "--low-memory-unused",
    "-Oz",
    "--reorder-functions-by-name",
    "--minify-imports-and-exports-and-modules",
    NAMES,
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Writes the names of the functions to a file, before they go.
const NAMES: &str = "--symbolmap";

/// Where the last result is kept: for builds in which only something else changed, and for the size report.
pub struct Optimized {
    /// With the names of functions.
    pub named: PathBuf,
    /// What is shipped.
    pub stripped: PathBuf,
    /// The names of its functions, `NUMBER:NAME` a line: a trap says the number.
    pub functions: PathBuf,
    /// How the imports and exports of `stripped` were called before.
    short_names: PathBuf,
    /// What these were made of, and how.
    stamp: PathBuf,
}

impl Optimized {
    pub fn of(project: &Project) -> Self {
        let folder = project.cache().join("wasm-opt");
        let file = |name: &str| folder.join(name);
        Self {
            named: file("named.wasm"),
            stripped: file("stripped.wasm"),
            functions: file("functions.txt"),
            short_names: file("short-names.json"),
            stamp: file("made-of"),
        }
    }

    fn read(&self) -> Result<(Vec<u8>, Interface)> {
        let stripped = super::read(&self.stripped)?;
        let map = String::from_utf8_lossy(&super::read(&self.short_names)?).into_owned();
        let interface = Interface::of_shortened(&stripped, &map)?;
        Ok((stripped, interface))
    }
}

/// Optimizes `module`, of whose exports those in `called` alone are called; returns the result and its interface.
pub fn optimize(project: &Project, module: &Path, called: &[&str]) -> Result<(Vec<u8>, Interface)> {
    let optimized = Optimized::of(project);
    let versions = super::read(&project.path("package-lock.json"))?;
    let module = panics::without_words(&super::read(module)?)?;
    let key = format!("{} {} {OPTIMIZE:?} {STRIP:?} {called:?}", hexadecimal(&module), hexadecimal(&versions));
    if fs::read_to_string(&optimized.stamp).is_ok_and(|found| found == key) && optimized.named.is_file() {
        return optimized.read();
    }
    console::detail("optimizing the WebAssembly for size");
    // Without the stamp, an interrupted run leaves nothing that counts.
    super::write(&optimized.stamp, "")?;
    let without_words = project.cache().join("wasm-opt").join("without-words.wasm");
    super::write(&without_words, module)?;
    let used = unused::remove(project, &without_words, called)?;
    run(project, &OPTIMIZE, &used, &optimized.named)?;
    let functions = format!("--symbolmap={}", optimized.functions.display());
    let strip: Vec<&str> = STRIP.iter().map(|pass| if *pass == NAMES { functions.as_str() } else { pass }).collect();
    let short_names = run(project, &strip, &optimized.named, &optimized.stripped)?;
    super::write(&optimized.short_names, short_names)?;
    super::write(&optimized.stamp, key)?;
    optimized.read()
}

/// How the file of a later module with the names of its functions ends.
const NAMED: &str = "-named.wasm";

fn later(project: &Project) -> PathBuf {
    project.cache().join("wasm-opt").join("later")
}

/// The later modules of the last build, with the names of their functions.
pub fn later_with_names(project: &Project) -> Vec<PathBuf> {
    let entries = fs::read_dir(later(project)).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.to_str().is_some_and(|path| path.ends_with(NAMED)));
    files.sort();
    files
}

/// Forgets the later modules of the build before.
pub fn forget_later(project: &Project) -> Result<()> {
    super::empty(&later(project))
}

/// A later module. Its imports keep their names, since the link says them.
pub fn optimize_later(project: &Project, profile: Profile, module: &Later) -> Result<Vec<u8>> {
    let folder = later(project);
    if profile == Profile::Development {
        // In such a build it imports a number that only the linker's own script would give; nothing reads it.
        let used = folder.join(format!("{}-used.wasm", module.name));
        super::write(&used, "")?;
        run(project, &["--remove-unused-module-elements", "-g"], &module.wasm, &used)?;
        return super::read(&used);
    }
    let (named, stripped) =
        (folder.join(format!("{}{NAMED}", module.name)), folder.join(format!("{}-stripped.wasm", module.name)));
    let without_words = folder.join(format!("{}-without-words.wasm", module.name));
    super::write(&without_words, panics::shortened(&super::read(&module.wasm)?)?)?;
    run(project, &OPTIMIZE, &without_words, &named)?;
    let functions = format!("--symbolmap={}", folder.join(format!("{}-functions.txt", module.name)).display());
    let strip = STRIP.iter().filter(|pass| !pass.starts_with("--minify"));
    let strip: Vec<&str> = strip.map(|pass| if *pass == NAMES { functions.as_str() } else { pass }).collect();
    run(project, &strip, &named, &stripped)?;
    super::read(&stripped)
}

/// Returns what `wasm-opt` printed.
fn run(project: &Project, passes: &[&str], input: &Path, output: &Path) -> Result<String> {
    process::output(project.npm_program("wasm-opt").args(passes).arg(input).arg("-o").arg(output))
}
