//! Making the WebAssembly small: Binaryen's `wasm-opt` optimizes across what rustc compiled apart and drops the names.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::{digest::hexadecimal, interface::Interface, unused};
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
const STRIP: [&str; 7] = [
    "--low-memory-unused",
    "-Oz",
    "--reorder-functions-by-name",
    "--minify-imports-and-exports-and-modules",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Where the last result is kept: for builds in which only something else changed, and for the size report.
pub struct Optimized {
    /// With the names of functions.
    pub named: PathBuf,
    /// What is shipped.
    pub stripped: PathBuf,
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
    let key =
        format!("{} {} {OPTIMIZE:?} {STRIP:?} {called:?}", hexadecimal(&super::read(module)?), hexadecimal(&versions));
    if fs::read_to_string(&optimized.stamp).is_ok_and(|found| found == key) && optimized.named.is_file() {
        return optimized.read();
    }
    console::detail("optimizing the WebAssembly for size");
    // Without the stamp, an interrupted run leaves nothing that counts.
    super::write(&optimized.stamp, "")?;
    let used = unused::remove(project, module, called)?;
    run(project, &OPTIMIZE, &used, &optimized.named)?;
    let short_names = run(project, &STRIP, &optimized.named, &optimized.stripped)?;
    super::write(&optimized.short_names, short_names)?;
    super::write(&optimized.stamp, key)?;
    optimized.read()
}

/// Returns what `wasm-opt` printed.
fn run(project: &Project, passes: &[&str], input: &Path, output: &Path) -> Result<String> {
    process::output(project.npm_program("wasm-opt").args(passes).arg(input).arg("-o").arg(output))
}
