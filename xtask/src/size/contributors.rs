//! The largest crates and functions in the WebAssembly, in bytes before compression.
//!
//! A generic function counts for the crate that defines it, not for the one that calls it.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload, TypeRef};

use crate::{
    build::Optimized,
    console::{detail, grouped, heading},
    project::Project,
};

const SHOWN: usize = 10;

const REST: &str = "(data, tables, imports, exports)";
const RUNTIME: &str = "(runtime: memory, panics, glue)";

/// Prints the largest contributors of the last release build, if its modules have `length` bytes in total.
pub fn report(project: &Project, length: usize) -> Result<()> {
    let (mut functions, mut total) = (Vec::new(), 0);
    for module in Optimized::all(project) {
        let Ok(bytes) = fs::read(&module.wasm) else { break };
        total += bytes.len();
        let sizes = function_sizes(&bytes).with_context(|| format!("cannot parse {}", module.wasm.display()))?;
        let names = module.function_names()?.into_iter().map(|name| without_hash(&name));
        functions.extend(names.zip(sizes));
    }
    if total != length {
        detail("(to list the largest contributors, run a release build on this machine)");
        return Ok(());
    }
    let mut crates: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, bytes) in &functions {
        *crates.entry(crate_of(name)).or_default() += bytes;
    }
    crates.insert(REST, total - crates.values().sum::<usize>());
    show("crate", crates.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect(), total);
    show("function", functions, total);
    Ok(())
}

fn show(kind: &str, mut parts: Vec<(String, usize)>, total: usize) {
    parts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    heading(&format!("WebAssembly by {kind}, raw: the {SHOWN} largest of {}", grouped(total)));
    for (name, bytes) in parts.iter().take(SHOWN) {
        let permille = bytes * 1000 / total.max(1);
        detail(&format!("{:>9}{:>5}.{} %  {name:.90}", grouped(*bytes), permille / 10, permille % 10));
    }
}

/// The bytes of each function by number; 0 for imported functions.
fn function_sizes(module: &[u8]) -> Result<Vec<usize>> {
    let mut sizes = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if matches!(import?.ty, TypeRef::Func(_)) {
                        sizes.push(0);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            _ => {}
        }
    }
    Ok(sizes)
}

/// The name without the compiler's hash, as in `path::name::h0123456789abcdef` or, in the standard library,
/// `path[0123456789abcdef]::name`.
pub fn without_hash(name: &str) -> String {
    let is_hash = |text: &str| text.len() > 12 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let name = name.rsplit_once("::h").filter(|(_, hash)| is_hash(hash)).map_or(name, |(path, _)| path);
    let mut parts = name.split('[');
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']').filter(|(inside, _)| is_hash(inside)) {
            Some((_, after)) => clean += after,
            None => clean = clean + "[" + part,
        }
    }
    clean
}

/// The crate that defines the function, as far as its name shows.
fn crate_of(name: &str) -> &str {
    let (implementor, implemented) = match name.strip_prefix('<').and_then(|inside| inside.split_once(" as ")) {
        Some((implementor, implemented)) => (implementor, Some(implemented)),
        None => (name.trim_start_matches('<'), None),
    };
    // `<T as Trait>` for a type parameter, a reference or a primitive belongs to the trait's crate.
    first_segment(implementor).or_else(|| first_segment(implemented?)).unwrap_or(RUNTIME)
}

fn first_segment(path: &str) -> Option<&str> {
    let path = path.trim_start_matches(['&', '*', '(', '[']).trim_start_matches("dyn ").trim_start_matches("mut ");
    let segment = &path[..path.find("::")?];
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    (!segment.is_empty() && segment.bytes().all(plain)).then_some(segment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_type_or_trait() {
        for (name, expected) in [
            ("core::fmt::Formatter::pad", "core"),
            ("<support_fit::ui::Quick as leptos::IntoView>::into_view", "support_fit"),
            ("support_fit::embed::mount::{{closure}}", "support_fit"),
            ("<T as any_spawner::Spawn>::spawn", "any_spawner"),
            ("<(A,B,C) as tachys::view::Render>::build", "tachys"),
            ("<&mut core::fmt::X as core::fmt::Write>::write_char", "core"),
            ("memcpy", RUNTIME),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    #[test]
    fn the_compilers_hash_is_removed() {
        assert_eq!(without_hash("core::fmt::pad::h0123456789abcdef"), "core::fmt::pad");
        assert_eq!(without_hash("<core[c5930c85a12de822]::fmt::Formatter>::pad"), "<core::fmt::Formatter>::pad");
        assert_eq!(without_hash("<[u8; 4] as a::hello>::f"), "<[u8; 4] as a::hello>::f");
    }
}
