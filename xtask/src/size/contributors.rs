//! What the WebAssembly is made of, from the optimized module that still has its names: bytes by crate and by function.
//!
//! A generic function counts for the crate that wrote it, not for the one that called it. Bytes are before compression:
//! after it they cannot be told apart.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::{
    build::{Optimized, later_with_names, readable},
    console::{detail, grouped, heading},
    project::Project,
};

/// How many of each are shown.
const SHOWN: usize = 10;

const DATA: &str = "(texts and tables)";
const REST: &str = "(types, imports, exports)";
const RUNTIME: &str = "(runtime: memory, panics, glue)";

/// Prints the largest contributors of the last release build, if its application of `length` bytes is the last optimized
/// one; with what comes later.
pub fn report(project: &Project, length: usize) -> Result<()> {
    let optimized = Optimized::of(project);
    let same = fs::metadata(&optimized.stripped).is_ok_and(|data| data.len() == length as u64);
    let Some(application) = fs::read(&optimized.named).ok().filter(|_| same) else {
        detail("(the largest contributors are known after the next release build on this machine)");
        return Ok(());
    };
    let mut parts = Parts::read(&application).context("the module with names cannot be read")?;
    for later in later_with_names(project) {
        let module = fs::read(&later).with_context(|| format!("{} cannot be read", later.display()))?;
        parts.add(Parts::read(&module).with_context(|| format!("{} cannot be read", later.display()))?);
    }
    let mut crates: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, bytes) in &parts.functions {
        *crates.entry(crate_of(name)).or_default() += bytes;
    }
    crates.insert(DATA, parts.data);
    crates.insert(REST, parts.rest);
    show("WebAssembly by crate, raw", crates.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)), parts.total());
    show("WebAssembly by function, raw", parts.functions.iter().cloned(), parts.total());
    Ok(())
}

fn show(title: &str, parts: impl Iterator<Item = (String, usize)>, total: usize) {
    let mut parts: Vec<_> = parts.collect();
    parts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    heading(&format!("{title}: the {} largest of {}", SHOWN.min(parts.len()), grouped(total)));
    for (name, bytes) in parts.iter().take(SHOWN) {
        let permille = bytes * 1000 / total.max(1);
        detail(&format!("{:>9}{:>5}.{} %  {}", grouped(*bytes), permille / 10, permille % 10, shortened(name)));
    }
}

fn shortened(name: &str) -> String {
    const LONGEST: usize = 90;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    name.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// A module's bytes, by what they are for.
struct Parts {
    functions: Vec<(String, usize)>,
    data: usize,
    rest: usize,
}

impl Parts {
    fn read(module: &[u8]) -> Result<Self> {
        let mut imported = 0;
        let mut bodies = Vec::new();
        let mut names = BTreeMap::new();
        let (mut data, mut rest) = (0, 0);
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(imports) => {
                    rest += imports.range().len();
                    for import in imports.clone().into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
                Payload::CodeSectionStart { .. } => {}
                Payload::DataSection(section) => data += section.range().len(),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(section) = section.as_known() {
                        for subsection in section {
                            let Name::Function(map) = subsection? else { continue };
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
                other => rest += other.as_section().map_or(0, |(_, range)| range.len()),
            }
        }
        let named = |(position, bytes): (u32, usize)| {
            let index = imported + position;
            (
                names.remove(&index).map_or_else(|| format!("function {index}"), |name| without_hash(&readable(&name))),
                bytes,
            )
        };
        let functions = (0..).zip(bodies).map(named).collect();
        Ok(Self { functions, data, rest })
    }

    fn add(&mut self, other: Self) {
        self.functions.extend(other.functions);
        self.data += other.data;
        self.rest += other.rest;
    }

    fn total(&self) -> usize {
        self.functions.iter().map(|(_, bytes)| bytes).sum::<usize>() + self.data + self.rest
    }
}

/// The name without what the compiler adds to tell equal ones apart: `path::name::h0123456789abcdef` has it at the end,
/// `path[0123456789abcdef]::name` (as in the standard library) after each crate.
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

/// The crate that wrote the function `name`, as far as its name tells.
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
    fn a_function_belongs_to_the_crate_in_its_path() {
        assert_eq!(crate_of("core::fmt::Formatter::pad"), "core");
        assert_eq!(crate_of("<alloc::string::String as core::fmt::Write>::write_str"), "alloc");
        assert_eq!(crate_of("<support_fit::ui::Quick as leptos::IntoView>::into_view"), "support_fit");
        assert_eq!(crate_of("support_fit::embed::mount::{{closure}}"), "support_fit");
    }

    #[test]
    fn a_function_of_no_crates_type_belongs_to_the_traits_crate() {
        assert_eq!(crate_of("<T as any_spawner::Spawn>::spawn"), "any_spawner");
        assert_eq!(crate_of("<(A,B,C) as tachys::view::Render>::build"), "tachys");
        assert_eq!(crate_of("<&mut core::fmt::X as core::fmt::Write>::write_char"), "core");
    }

    #[test]
    fn a_function_without_a_path_is_runtime() {
        assert_eq!(crate_of("__rust_alloc"), RUNTIME);
        assert_eq!(crate_of("memcpy"), RUNTIME);
    }

    #[test]
    fn the_compilers_hash_is_dropped() {
        assert_eq!(without_hash("core::fmt::pad::h0123456789abcdef"), "core::fmt::pad");
        assert_eq!(without_hash("<core[c5930c85a12de822]::fmt::Formatter>::pad"), "<core::fmt::Formatter>::pad");
        assert_eq!(without_hash("<[u8; 4] as a::hello>::f"), "<[u8; 4] as a::hello>::f");
    }
}
