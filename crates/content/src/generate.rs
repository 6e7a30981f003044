//! The Rust source of the tables: static data, so that the visitor downloads no decoder.
//!
//! The types are those of the crate `assessment`. This module repeats their field names; the compiler checks them when that
//! crate includes the tables.

mod names;
mod tables;

pub(crate) use tables::{ALTERNATIVES, PATTERNS, SECTOR, TRACKS, steps};

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
    /// Keys that exist.
    pub found: BTreeSet<String>,
    /// Keys that do not exist.
    pub missing: BTreeSet<String>,
}

/// The keys that the content refers to, found by generating the tables and discarding them. The content may have problems.
#[must_use]
pub fn keys_used(content: &Content, reference: &Catalog) -> KeysUsed {
    let keys = Keys { is_checked: false, ..Keys::new(content, reference) };
    let _ = tables::assessment(content, &keys);
    keys.used.into_inner()
}

/// `static STANDARD: Assessment`, `static NUMBERS: Numbers` and the named constants.
#[must_use]
pub fn tables(checked: &Checked) -> String {
    let content = &checked.content;
    let keys = Keys::new(content, checked.english());
    let (assessment, numbers) = (tables::assessment(content, &keys), tables::numbers(content, &keys));
    format!("{assessment}\n{numbers}\n{}", names::constants(content))
}

/// The constants of `pub mod key`: one for each key of the catalog, and the fingerprint of all.
#[must_use]
pub fn keys(checked: &Checked) -> String {
    let reference = checked.english();
    let quotes = quotes(&checked.content);
    let mut out = String::new();
    let _ = writeln!(out, "pub const FINGERPRINT: &str = {:?};", crate::words::fingerprint(reference, &quotes));
    let lines = Lines::of(reference, quotes.len());
    let _ = writeln!(out, "pub const COUNTS: [u16; {}] = {:?};", lines.counts.len(), lines.counts);
    names::key_modules(reference, &lines, &mut out);
    names::languages(&checked.catalogs, &mut out);
    out
}

/// The shipped word files of each language.
#[must_use]
pub fn word_files(checked: &Checked) -> Vec<(String, WordFiles)> {
    let reference = checked.english();
    let quotes = quotes(&checked.content);
    checked.catalogs.iter().map(|c| (c.language.clone(), c.shipped(reference, &quotes))).collect()
}

/// All quotations, each once, in the order in which the content names them.
pub(crate) fn quotes(content: &Content) -> Vec<String> {
    let collected = RefCell::new(Vec::new());
    let keys = Keys {
        index: BTreeMap::new(),
        lines: Lines::default(),
        quotes: Vec::new(),
        used: RefCell::default(),
        is_checked: false,
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
    /// Whether the content has no problems, so that every name in it can be resolved.
    is_checked: bool,
    /// Where to put the quotations while they are being collected.
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
            is_checked: true,
            collect: None,
        }
    }

    /// A value whose existence [`crate::check`] guarantees; a placeholder if the content has not been checked.
    ///
    /// # Panics
    /// If checked content lacks it: then a check is missing, and the build has to stop.
    fn guaranteed<T: Default>(&self, found: Option<T>, what: &str, id: &str) -> T {
        assert!(
            found.is_some() || !self.is_checked,
            "no check in `content::check` requires the {what} `{id}`; add one"
        );
        found.unwrap_or_default()
    }

    /// The expression for a key that has to exist.
    fn key(&self, path: &str) -> String {
        let found = self.index.get(path).copied();
        let mut used = self.used.borrow_mut();
        let set = if found.is_some() { &mut used.found } else { &mut used.missing };
        set.insert(path.into());
        format!("Key({})", self.guaranteed(found, "word", path))
    }

    /// The expression for a key that may be missing.
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
        let n = self.quotes.iter().position(|q| q == text);
        format!("Key({})", self.lines.quote(self.guaranteed(n, "quotation", text)))
    }
}
