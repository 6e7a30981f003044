//! What a module asks of its surroundings and what it offers them: the names of its imports and exports.

use anyhow::{Context, Result};
use serde_json::Value;
use wasmparser::{Parser, Payload};

/// The imports and exports of a module.
#[derive(Debug, Default, PartialEq)]
pub struct Interface {
    pub imports: Vec<Import>,
    pub exports: Vec<Name>,
}

/// Something that the module wants to be given.
#[derive(Debug, PartialEq)]
pub struct Import {
    /// Under which name the module looks for the object that has it.
    pub module: String,
    pub name: Name,
}

/// A name that may have been shortened.
#[derive(Debug, PartialEq)]
pub struct Name {
    /// As wasm-bindgen gave it, and as the glue says it.
    pub original: String,
    /// As the module says it.
    pub now: String,
}

impl Interface {
    /// The interface of a module that has the names of wasm-bindgen.
    pub fn of(module: &[u8]) -> Result<Self> {
        let mut interface = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        interface
                            .imports
                            .push(Import { module: import.module.to_owned(), name: Name::kept(import.name) });
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        interface.exports.push(Name::kept(export?.name));
                    }
                }
                _ => {}
            }
        }
        Ok(interface)
    }

    /// The interface of a module whose names Binaryen has shortened; `map` is what it printed about that.
    pub fn of_shortened(module: &[u8], map: &str) -> Result<Self> {
        let map: Value = serde_json::from_str(map).context("Binaryen's map of short names is not JSON")?;
        // An import is [module, original, now], an export [original, now].
        let original = |kind: &str, name: Name| {
            let entries = map[kind].as_array().map(Vec::as_slice).unwrap_or_default();
            let entry = entries.iter().filter_map(Value::as_array).find_map(|entry| match entry.as_slice() {
                [.., original, now] if now == &name.now => original.as_str(),
                _ => None,
            });
            let original = entry.with_context(|| format!("Binaryen's map of short names lacks `{}`", name.now))?;
            Ok(Name { original: original.to_owned(), ..name })
        };
        let Self { imports, exports } = Self::of(module)?;
        Ok(Self {
            imports: imports
                .into_iter()
                .map(|import| Ok(Import { name: original("imports", import.name)?, ..import }))
                .collect::<Result<_>>()?,
            exports: exports.into_iter().map(|name| original("exports", name)).collect::<Result<_>>()?,
        })
    }
}

impl Name {
    fn kept(name: &str) -> Self {
        Self { original: name.to_owned(), now: name.to_owned() }
    }

    pub fn is_shortened(&self) -> bool {
        self.original != self.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Imports a function as `b` of `a`, and exports it as `c`.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01a\x01b\0\0\x07\x05\x01\x01c\0\0";

    fn names(import: &str, export: &str) -> Interface {
        let name = |original: &str, now: &str| Name { original: original.to_owned(), now: now.to_owned() };
        Interface {
            imports: vec![Import { module: "a".to_owned(), name: name(import, "b") }],
            exports: vec![name(export, "c")],
        }
    }

    #[test]
    fn a_module_says_what_it_imports_and_exports() {
        assert_eq!(Interface::of(MODULE).unwrap(), names("b", "c"));
    }

    #[test]
    fn the_map_leads_back_to_the_original_names() {
        let map =
            r#"{"imports": [["./glue.js", "fetch", "b"], ["./glue.js", "log", "c"]], "exports": [["mount", "c"]]}"#;
        assert_eq!(Interface::of_shortened(MODULE, map).unwrap(), names("fetch", "mount"));
    }

    #[test]
    fn a_name_that_the_map_lacks_is_an_error() {
        let error = Interface::of_shortened(MODULE, r#"{"imports": [], "exports": [["mount", "c"]]}"#).unwrap_err();
        assert_eq!(error.to_string(), "Binaryen's map of short names lacks `b`");
    }
}
