//! Panics without words. A panic ends the application; what it says of itself, the file, the line and the text, is read by
//! nobody but us, and every visitor would download it: 5 % of the module.
//!
//! So each function that only prepares a panic becomes a trap, and the paths of source files become zeros. What a trap
//! leaves is its place in the module (`wasm-function[123]`); the build keeps the names of the functions
//! ([`super::wasm_opt::Optimized::functions`]), and the same sources make the same module.
//!
//! This is what the unstable option `panic = "immediate-abort"` does to a standard library that one builds oneself.
//!
//! What writes a value for developers (`{:?}`) writes nothing: only texts of panics, and warnings that are not part of a
//! release, have any use for it. This is what the unstable option `-Zfmt-debug=none` does.

use std::ops::Range;

use anyhow::{Context, Result, ensure};
use wasm_encoder::{CodeSection, Module, RawSection, SectionId};
use wasmparser::{DataKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef, ValType};

use crate::size::without_hash;

/// How the name of a function ends that stands in a later module for one of the application, and does nothing but call it.
const STANDS_FOR: &str = " indirect_call_shim";

/// Functions that prepare a panic, by the beginning of their names. All of them end in a trap already; those that do not
/// are left alone, whatever they are called.
const PREPARING: [&str; 22] = [
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::str::slice_error_fail",
    "core::cell::panic_already",
    "core::cell::lazy::panic_poisoned",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::alloc::handle_alloc_error",
    "<alloc::vec::Vec<_, _>>::remove::assert_failed",
    "<alloc::vec::Vec<_, _>>::insert_mut::assert_failed",
    "<alloc::vec::Vec<_, _>>::swap_remove::assert_failed",
    "hashbrown::raw::Fallibility::capacity_overflow",
    "<hashbrown::raw::Fallibility>::capacity_overflow",
    "std::panicking::panic_with_hook",
    "std::panicking::begin_panic",
    "std::panicking::panic_handler::{closure#0}",
    "std::thread::local::panic_access_error",
    "std::alloc::rust_oom",
];

/// A function that does nothing but trap: no locals, `unreachable`, `end`.
const TRAP: [u8; 3] = [0, 0x00, 0x0b];

/// How the name of a function ends that writes a value for developers.
const FOR_DEVELOPERS: &str = " as core::fmt::Debug>::fmt";

/// The same without writing: no locals, `i32.const 0` for `Ok(())`, `end`.
const WRITES_NOTHING: [u8; 4] = [0, 0x41, 0, 0x0b];

/// Size of `core::panic::Location`: the path's pointer and length, line, column.
const LOCATION: usize = 16;

/// More lines than a source file has.
const HIGHEST_LINE: u32 = 100_000;

/// More columns than a line has.
const HIGHEST_COLUMN: u32 = 1_000;

/// The module with traps for panics.
pub fn without_words(module: &[u8]) -> Result<Vec<u8>> {
    let made = shortened(module)?;
    ensure!(
        made.len() < module.len(),
        "the module has no panic that could be shortened: have its functions other names?"
    );
    Ok(made)
}

/// The same for a module that comes later, which may have none.
pub fn shortened(module: &[u8]) -> Result<Vec<u8>> {
    let parts = Parts::read(module).context("the module cannot be read")?;
    let mut data = parts.data.clone().map(|range| module[range].to_vec());
    if let (Some(data), Some(range)) = (&mut data, &parts.data) {
        blank_locations(data, &parts.segments(module, range.start));
    }
    let mut made = Module::new();
    for (id, range) in &parts.sections {
        if *id == SectionId::Code as u8 {
            made.section(&parts.code(module));
        } else if *id == SectionId::Data as u8 {
            made.section(&RawSection { id: *id, data: data.as_deref().unwrap_or_default() });
        } else {
            made.section(&RawSection { id: *id, data: &module[range.clone()] });
        }
    }
    Ok(made.finish())
}

#[derive(Default)]
struct Parts {
    /// Each section's id and content, in order.
    sections: Vec<(u8, Range<usize>)>,
    bodies: Vec<Range<usize>>,
    /// What each body becomes, if it does not stay.
    instead: Vec<Option<&'static [u8]>>,
    data: Option<Range<usize>>,
    /// Address and bytes of each piece of memory.
    memory: Vec<(u32, Range<usize>)>,
}

impl Parts {
    fn read(module: &[u8]) -> Result<Self> {
        let mut parts = Self::default();
        let (mut imported, mut traps, mut names) = (0, Vec::new(), Vec::new());
        let (mut types, mut declared) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            if let Some(section) = payload.as_section() {
                parts.sections.push(section);
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::TypeSection(section) => {
                    for ty in section.into_iter_err_on_gc_types() {
                        types.push(*ty?.results() == [ValType::I32]);
                    }
                }
                Payload::FunctionSection(section) => {
                    for ty in section {
                        declared.push(types.get(ty? as usize).copied().unwrap_or_default());
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let mut last = [None, None];
                    for operator in body.get_operators_reader()? {
                        last = [last[1].take(), Some(operator?)];
                    }
                    traps.push(matches!(last, [Some(Operator::Unreachable), Some(Operator::End)]));
                    parts.bodies.push(body.range());
                }
                Payload::DataSection(section) => {
                    parts.data = Some(section.range());
                    for segment in section {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
                        let end = segment.range.end;
                        parts.memory.push((value.cast_unsigned(), end - segment.data.len()..end));
                    }
                }
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(section) = section.as_known() else { continue };
                    for subsection in section {
                        let Name::Function(map) = subsection? else { continue };
                        for naming in map {
                            let naming = naming?;
                            names.push((naming.index as usize, Use::of(naming.name)));
                        }
                    }
                }
                _ => {}
            }
        }
        parts.instead = vec![None; parts.bodies.len()];
        for (index, used) in names {
            if let Some(n) = index.checked_sub(imported).filter(|n| *n < traps.len()) {
                parts.instead[n] = match used {
                    Use::StandsForPanic => Some(&TRAP),
                    Use::Panic if traps[n] => Some(&TRAP),
                    Use::Debug if declared[n] => Some(&WRITES_NOTHING),
                    _ => None,
                };
            }
        }
        Ok(parts)
    }

    fn code(&self, module: &[u8]) -> CodeSection {
        let mut code = CodeSection::new();
        for (body, instead) in self.bodies.iter().zip(&self.instead) {
            code.raw(instead.unwrap_or(&module[body.clone()]));
        }
        code
    }

    /// Where each piece of memory begins, and where it is in the data section.
    fn segments(&self, module: &[u8], start: usize) -> Vec<(u32, Range<usize>)> {
        debug_assert!(start <= module.len());
        self.memory.iter().map(|(address, range)| (*address, range.start - start..range.end - start)).collect()
    }
}

/// The name of a function as people write it; later modules have it as the linker knows it.
pub fn readable(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}

/// What a function is for, by its name.
#[derive(Debug, PartialEq)]
enum Use {
    Application,
    /// It prepares a panic, if it ends in a trap.
    Panic,
    /// It stands for one that does.
    StandsForPanic,
    /// It writes a value for developers, if it returns what such a function does.
    Debug,
}

impl Use {
    fn of(name: &str) -> Self {
        let (name, panic) =
            name.strip_suffix(STANDS_FOR).map_or((name, Self::Panic), |name| (name, Self::StandsForPanic));
        let readable = readable(name);
        let name = without_hash(&readable);
        if PREPARING.iter().any(|beginning| name.starts_with(beginning)) {
            panic
        } else if panic == Self::Panic && name.ends_with(FOR_DEVELOPERS) {
            Self::Debug
        } else {
            Self::Application
        }
    }
}

/// Zeros for what says where a panic was prepared, and for the path of the source file to which it points: nothing reads
/// either once panics are traps.
fn blank_locations(data: &mut [u8], segments: &[(u32, Range<usize>)]) {
    let mut blank = Vec::new();
    for (address, range) in segments {
        let aligned = range.start + (address.next_multiple_of(4) - address) as usize;
        for at in (aligned..range.end.saturating_sub(LOCATION - 1)).step_by(4) {
            if let Some(path) = path_of(&data[at..at + LOCATION], data, segments) {
                blank.extend([at..at + LOCATION, path]);
            }
        }
    }
    for range in blank {
        data[range].fill(0);
    }
}

/// Where the path stands, if `words` are a location: the address and the length of a path, a line and a column.
fn path_of(words: &[u8], data: &[u8], segments: &[(u32, Range<usize>)]) -> Option<Range<usize>> {
    let (words, []) = words.as_chunks::<4>() else { return None };
    let [address, length, line, column] = words else { return None };
    let [address, length, line, column] = [address, length, line, column].map(|word| u32::from_le_bytes(*word));
    let is_place = (1..=HIGHEST_LINE).contains(&line) && (1..=HIGHEST_COLUMN).contains(&column);
    let (start, range) = segments.iter().find(|(start, range)| {
        let end = start.saturating_add(u32::try_from(range.len()).unwrap_or(u32::MAX));
        *start <= address && address.saturating_add(length) <= end
    })?;
    let from = range.start + (address - start) as usize;
    let path = from..from + length as usize;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    (is_place && data[path.clone()].ends_with(b".rs") && data[path.clone()].iter().all(is_part)).then_some(path)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{Function, FunctionSection, NameMap, NameSection, TypeSection};

    use super::*;

    /// A module of functions with these names; those with `true` end in a trap.
    fn module(functions: &[(&str, bool)]) -> Vec<u8> {
        let (mut types, mut declared, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        let (mut named, mut names) = (NameMap::new(), NameSection::new());
        types.ty().function([], []);
        for (index, (name, traps)) in (0..).zip(functions) {
            let mut body = Function::new([]);
            body.instructions().i32_const(1).drop();
            if *traps {
                body.instructions().unreachable();
            }
            body.instructions().end();
            declared.function(0);
            code.function(&body);
            named.append(index, name);
        }
        names.functions(&named);
        let mut module = Module::new();
        module.section(&types).section(&declared).section(&code).section(&names);
        module.finish()
    }

    /// How long the body of each function is afterwards.
    fn lengths(functions: &[(&str, bool)]) -> Vec<usize> {
        let made = without_words(&module(functions)).unwrap();
        Parts::read(&made).unwrap().bodies.iter().map(Range::len).collect()
    }

    #[test]
    fn what_only_prepares_a_panic_becomes_a_trap() {
        let panics = [("core[0123456789abcdef]::panicking::panic_fmt", true), ("core::panicking::is_it_one", false)];
        assert_eq!(lengths(&panics), [TRAP.len(), 5]);
        assert_eq!(lengths(&[("alloc::raw_vec::handle_error::h0123456789abcdef", true), ("ours", true)]), [3, 6]);
    }

    #[test]
    fn what_writes_for_developers_writes_nothing() {
        assert_eq!(Use::of("<char as core[c5930c85a12de822]::fmt::Debug>::fmt"), Use::Debug);
        assert_eq!(Use::of("<&T as core::fmt::Debug>::fmt::h5cec2820dfe5ffa9"), Use::Debug);
        assert_eq!(Use::of("<usize as core[c5930c85a12de822]::fmt::Display>::fmt"), Use::Application);
        // Here no function returns anything, so none can be one that writes.
        assert_eq!(lengths(&[("core::panicking::a", true), ("<char as core::fmt::Debug>::fmt", false)]), [3, 5]);
    }

    #[test]
    fn a_module_in_which_nothing_is_known_is_an_error() {
        let error = without_words(&module(&[("renamed", true)])).unwrap_err();
        assert!(error.to_string().contains("have its functions other names?"), "{error}");
    }

    #[test]
    fn what_prepares_a_panic_is_told_by_its_name() {
        assert_eq!(Use::of("core[c5930c85a12de822]::panicking::panic_fmt"), Use::Panic);
        assert_eq!(Use::of("core::cell::panic_already_borrowed::h0123456789abcdef"), Use::Panic);
        assert_eq!(Use::of("core::panic_count"), Use::Application);
        assert_eq!(Use::of("support_fit::embed::on_panic"), Use::Application);
    }

    #[test]
    fn what_stands_for_it_in_a_later_module_becomes_a_trap() {
        let named = |name: &str| Use::of(&format!("{name} indirect_call_shim"));
        assert_eq!(named("_RNvNtCsgXGp5Oqx2Ny_4core9panicking18panic_bounds_check"), Use::StandsForPanic);
        assert_eq!(named("_ZN5alloc7raw_vec20RawVecInner16with_capacity_in17hb45e4a9f618a74dfE"), Use::Application);
        let module = module(&[("_RNvNtCsgXGp5Oqx2Ny_4core9panicking9panic_fmt indirect_call_shim", false)]);
        let made = shortened(&module).unwrap();
        assert_eq!(Parts::read(&made).unwrap().bodies.iter().map(Range::len).collect::<Vec<_>>(), [TRAP.len()]);
    }

    fn words(words: [u32; 4]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    /// A memory that begins at 1000, with what is blank afterwards.
    fn blanked(data: &[u8]) -> Vec<u8> {
        let mut data = data.to_vec();
        let whole = 0..data.len();
        blank_locations(&mut data, &[(1000, whole)]);
        data
    }

    #[test]
    fn a_location_and_its_path_become_zeros_and_nothing_else_does() {
        let data = [b"abcsrc/a.rsdef..".as_slice(), &words([1003, 8, 12, 5]), b"kept"].concat();
        assert_eq!(blanked(&data), [b"abc\0\0\0\0\0\0\0\0def..".as_slice(), &[0; 16], b"kept"].concat());
    }

    #[test]
    fn what_only_looks_like_a_location_stays() {
        for numbers in
            [[1003, 7, 12, 5], [1003, 8, 0, 5], [1003, 8, 12, 2_000], [1003, 90, 12, 5], [u32::MAX, 8, 12, 5]]
        {
            let data = [b"abcsrc/a.rsdef..".as_slice(), &words(numbers)].concat();
            assert_eq!(blanked(&data), data, "{numbers:?}");
        }
    }
}
