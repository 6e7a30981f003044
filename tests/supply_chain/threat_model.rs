//! Each protection that SECURITY.md names is held by tests that are there: in `FILE`: "SENTENCE", as end-to-end tests are
//! called, or `FILE`: `function`, as tests in Rust are. Three dots stand for whatever a test fills in.

use std::{fs, path::PathBuf};

use super::{read, root, rows};

const DOCUMENT: &str = "SECURITY.md";

/// Where a file is that is named without its folder.
const END_TO_END: &str = "tests/e2e";

/// Parts of the document.
#[derive(Debug, PartialEq)]
enum Mark<'t> {
    /// Between backticks.
    Code(&'t str),
    /// Between quotation marks.
    Sentence(&'t str),
    /// All else.
    Other(&'t str),
}

fn marks(document: &str) -> Vec<Mark<'_>> {
    let (mut found, mut rest) = (Vec::new(), document);
    while let Some(start) = rest.find(['`', '"']) {
        let sign = &rest[start..=start];
        let inside = &rest[start + 1..];
        let end = inside.find(sign).unwrap_or_else(|| panic!("{DOCUMENT}: a {sign} is not closed: {}", &inside[..40]));
        found.push(Mark::Other(&rest[..start]));
        found.push(if sign == "`" { Mark::Code(&inside[..end]) } else { Mark::Sentence(&inside[..end]) });
        rest = &inside[end + 1..];
    }
    found.push(Mark::Other(rest));
    found
}

/// Each test that a document names: its file, and its name.
fn links(document: &str) -> Vec<(&str, Mark<'_>)> {
    let (mut links, mut file, mut before) = (Vec::new(), None, "");
    for mark in marks(document) {
        match mark {
            Mark::Other(text) => {
                before = text;
                // A colon leads to the tests of a file, a comma to the next one.
                if ![": ", ", "].contains(&text) {
                    file = None;
                }
            }
            Mark::Code(path) if is_file(path) => file = Some((path, false)),
            name => {
                let Some((path, is_list)) = file.as_mut() else { continue };
                if before == ": " || *is_list {
                    *is_list = true;
                    links.push((*path, name));
                } else {
                    file = None;
                }
            }
        }
    }
    links
}

fn is_file(code: &str) -> bool {
    !code.contains(' ') && [".rs", ".js", ".md", ".lock", ".json"].iter().any(|end| code.ends_with(end))
}

/// The file of a link.
fn path(named: &str) -> PathBuf {
    if named.contains('/') { root().join(named) } else { root().join(END_TO_END).join(named) }
}

/// Whether the sources of a file have a test of this name.
fn has(source: &str, name: &Mark<'_>) -> bool {
    match name {
        Mark::Code(function) => source.contains(&format!("fn {function}(")),
        Mark::Sentence(sentence) => {
            source.contains(&format!("\"{sentence}\""))
                || source.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).any(|template| {
                    filled(template, sentence).is_some_and(|fills| {
                        fills.iter().all(|fill| {
                            *fill == "…"
                                || [format!("\"{fill}"), format!("{fill}:")].iter().any(|text| source.contains(text))
                        })
                    })
                })
        }
        Mark::Other(_) => false,
    }
}

/// What the places of a template, `${…}`, have to be for it to become `sentence`.
fn filled<'s>(template: &str, sentence: &'s str) -> Option<Vec<&'s str>> {
    let mut pieces = template.split("${").enumerate().map(|(n, piece)| match n {
        0 => Some(piece),
        _ => piece.split_once('}').map(|(_, piece)| piece),
    });
    let (mut fills, mut rest) = (Vec::new(), sentence.strip_prefix(pieces.next()??)?);
    let mut pieces: Vec<&str> = pieces.collect::<Option<_>>()?;
    let last = pieces.pop();
    for piece in pieces {
        let (fill, after) = rest.split_once(piece)?;
        fills.push(fill);
        rest = after;
    }
    match last {
        Some(last) => fills.push(rest.strip_suffix(last)?),
        None if !rest.is_empty() => return None,
        None => {}
    }
    Some(fills)
}

#[test]
fn every_test_that_the_threat_model_names_is_there() {
    let document = read(DOCUMENT);
    let links = links(&document);
    assert!(links.len() > 50, "{} links are too few: are they written in another way?", links.len());
    let missing: Vec<_> = links
        .iter()
        .filter(|(file, name)| !fs::read_to_string(path(file)).is_ok_and(|source| has(&source, name)))
        .collect();
    assert!(missing.is_empty(), "{DOCUMENT} names tests that are not there: {missing:#?}");
}

#[test]
fn every_protection_names_a_test_or_says_that_there_is_none() {
    let document = read(DOCUMENT);
    let rows = rows(&document, "## Threat model");
    assert!(rows.len() > 25);
    for cells in rows {
        assert_eq!(cells.len(), 3, "{cells:?}");
        let held_by = cells[2];
        assert!(held_by.contains('`') || held_by.contains('—'), "{:?} is held by nothing", cells[0]);
    }
}

#[test]
fn every_file_that_the_document_names_by_its_path_is_there() {
    let document = read(DOCUMENT);
    for mark in marks(&document) {
        if let Mark::Code(code) = mark
            && is_file(code)
            && code.contains('/')
        {
            assert!(root().join(code).exists(), "{DOCUMENT} names {code}");
        }
    }
}

#[test]
fn a_link_is_a_file_a_colon_and_its_tests() {
    let document = "as `a.spec.js`: \"one\", \"two … three\"; `b.rs`: `four_five` (`c.rs`) says \"six\" and `seven`";
    assert_eq!(
        links(document),
        [
            ("a.spec.js", Mark::Sentence("one")),
            ("a.spec.js", Mark::Sentence("two … three")),
            ("b.rs", Mark::Code("four_five")),
        ]
    );
}

#[test]
fn a_test_is_found_by_its_whole_name() {
    let source = "test(\"a b\", async () => {});\ntest(`with ${one}, ${two}`, f);\n[\"cold\", \"hot\"]\nfn c_d() {}";
    assert!(has(source, &Mark::Sentence("a b")) && !has(source, &Mark::Sentence("a")));
    assert!(has(source, &Mark::Sentence("with hot, cold")) && has(source, &Mark::Sentence("with …, …")));
    assert!(!has(source, &Mark::Sentence("with hot, warm")) && !has(source, &Mark::Sentence("without hot, cold")));
    assert!(has(source, &Mark::Code("c_d")) && !has(source, &Mark::Code("c")));
}
