//! The Rust source of the tables: static data, so that the visitor downloads no decoder.
//!
//! The types are those of `support_fit::assessment`; this module knows their field names, and the compiler checks them.

mod names;
mod tables;

pub(crate) use tables::{PATTERNS, TRACKS, steps};

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use crate::{
    Checked,
    raw::Content,
    words::{Catalog, Lines, WordFiles},
};

/// The catalog's keys that the content refers to.
#[derive(Debug, Default)]
pub struct KeysUsed {
    /// Referred to and there.
    pub found: BTreeSet<String>,
    /// Referred to and not there.
    pub missing: BTreeSet<String>,
}

/// Which keys the content refers to, by making the tables and throwing them away.
#[must_use]
pub fn keys_used(content: &Content, reference: &Catalog) -> KeysUsed {
    let keys = Keys::new(content, reference);
    let _ = tables::assessment(content, &keys);
    keys.used.into_inner()
}

/// `static STANDARD: Assessment`, `static NUMBERS: Numbers` and the named constants.
#[must_use]
pub fn tables(checked: &Checked) -> String {
    let Some(reference) = checked.catalogs.first() else { return String::new() };
    let keys = Keys::new(&checked.content, reference);
    let content = &checked.content;
    let (assessment, numbers) = (tables::assessment(content, &keys), tables::numbers(content));
    format!("{assessment}\n{numbers}\n{}", names::constants(content))
}

/// `pub mod key { … }`: a constant for each key of the catalog, and the fingerprint of them all.
#[must_use]
pub fn keys(checked: &Checked) -> String {
    let Some(reference) = checked.catalogs.first() else { return String::new() };
    let quotes = quotes(&checked.content);
    let mut out = String::new();
    let _ = writeln!(out, "pub const FINGERPRINT: &str = {:?};", crate::words::fingerprint(reference, &quotes));
    let lines = Lines::of(reference, quotes.len());
    let _ = writeln!(out, "pub const FIRST_LATER: u16 = {};", lines.first_later);
    let _ = writeln!(out, "pub const COUNT: u16 = {};", lines.count);
    names::key_modules(reference, &lines, &mut out);
    out
}

/// The shipped word files of each language.
#[must_use]
pub fn word_files(checked: &Checked) -> Vec<(String, WordFiles)> {
    let Some(reference) = checked.catalogs.first() else { return Vec::new() };
    let quotes = quotes(&checked.content);
    checked.catalogs.iter().map(|c| (c.language.clone(), c.shipped(reference, &quotes))).collect()
}

/// All quotations, each once, in the order in which the content names them.
fn quotes(content: &Content) -> Vec<String> {
    let collected = RefCell::new(Vec::new());
    let none = Catalog { language: String::new(), entries: Vec::new() };
    let keys = Keys {
        index: BTreeMap::new(),
        lines: Lines::of(&none, 0),
        quotes: Vec::new(),
        used: RefCell::default(),
        collect: Some(&collected),
    };
    let _ = tables::assessment(content, &keys);
    collected.into_inner()
}

/// Turns catalog paths and quotations into `Key(n)` expressions.
struct Keys<'a> {
    index: BTreeMap<String, usize>,
    lines: Lines,
    quotes: Vec<String>,
    used: RefCell<KeysUsed>,
    /// Where the quotations go when they are only being gathered.
    collect: Option<&'a RefCell<Vec<String>>>,
}

impl Keys<'_> {
    fn new(content: &Content, reference: &Catalog) -> Keys<'static> {
        let quotes = quotes(content);
        let lines = Lines::of(reference, quotes.len());
        Keys {
            index: reference.entries.iter().enumerate().map(|(n, (key, _))| (key.clone(), lines.word(n))).collect(),
            lines,
            quotes,
            used: RefCell::default(),
            collect: None,
        }
    }

    /// The expression for a key that has to exist.
    fn key(&self, path: &str) -> String {
        let mut used = self.used.borrow_mut();
        if let Some(n) = self.index.get(path) {
            used.found.insert(path.into());
            format!("Key({n})")
        } else {
            used.missing.insert(path.into());
            "Key(0)".into()
        }
    }

    /// The expression for a key that may be absent.
    fn optional(&self, path: &str) -> String {
        match self.index.get(path) {
            Some(_) => format!("Some({})", self.key(path)),
            None => "None".into(),
        }
    }

    /// The expression for a quotation.
    fn quote(&self, text: &str) -> String {
        if let Some(collect) = self.collect {
            let mut quotes = collect.borrow_mut();
            if !quotes.iter().any(|q| q == text) {
                quotes.push(text.into());
            }
        }
        let n = self.quotes.iter().position(|q| q == text).unwrap_or(0);
        format!("Key({})", self.lines.quote(n))
    }
}
