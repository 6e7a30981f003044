//! `docs/dependencies.md` lists exactly the direct dependencies, each with its reason.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{all_packages, code, json, list, metadata, read, rows, text};

const DOCUMENT: &str = "docs/dependencies.md";

const RUST: [&str; 4] = [
    "## Rust, in the application",
    "### The stand-in for `wasm-streams`",
    "## Rust, for tests",
    "## Rust, for the commands",
];

/// For each row in the sections: the packages that it names, and all of its cells.
fn documented(document: &str, parts: &[&str]) -> Vec<(Vec<String>, Vec<String>)> {
    let rows = parts.iter().flat_map(|part| rows(document, part));
    rows.map(|cells| {
        let names = code(cells[0]).into_iter().map(String::from).collect();
        (names, cells.into_iter().map(String::from).collect())
    })
    .collect()
}

fn names(rows: &[(Vec<String>, Vec<String>)]) -> BTreeSet<String> {
    rows.iter().flat_map(|(names, _)| names.clone()).collect()
}

/// The direct dependencies of all our packages, and whether each is one of ours.
fn rust() -> BTreeMap<String, bool> {
    let metadata = metadata(&["--no-deps"]);
    let dependencies = list(&metadata["packages"]).iter().flat_map(|package| list(&package["dependencies"]));
    dependencies.map(|one| (text(&one["name"]).to_owned(), one["path"].is_string())).collect()
}

fn npm() -> BTreeSet<String> {
    let package = json("package.json");
    let parts = ["dependencies", "devDependencies"].map(|part| package[part].as_object().cloned().unwrap_or_default());
    parts.into_iter().flatten().map(|(name, _)| name).collect()
}

// @threat-dependencies
#[test]
fn every_direct_rust_dependency_is_listed_and_no_other() {
    let (used, listed) = (rust(), names(&documented(&read(DOCUMENT), &RUST)));
    let missing: Vec<_> = used.iter().filter(|(name, ours)| !**ours && !listed.contains(*name)).collect();
    assert!(missing.is_empty(), "{DOCUMENT} does not list {missing:?}: add a row with the reason");
    let gone: Vec<_> = listed.iter().filter(|name| !used.contains_key(*name)).collect();
    assert!(gone.is_empty(), "{DOCUMENT} lists {gone:?}, on which no package of ours depends");
}

#[test]
fn every_direct_npm_dependency_is_listed_and_no_other() {
    let listed = names(&documented(&read(DOCUMENT), &["## npm"]));
    let used = npm();
    assert_eq!(listed, used, "{DOCUMENT} (left) and package.json (right)");
}

#[test]
fn every_row_has_all_its_cells() {
    let parts = [&RUST[..], &["## npm", "## Programs"]].concat();
    for (_, cells) in documented(&read(DOCUMENT), &parts) {
        assert!(cells.len() >= 4 && cells.iter().all(|cell| !cell.is_empty()), "{cells:?}");
    }
}

/// Licenses by package name.
type Licenses = BTreeMap<String, String>;

fn licenses_of_crates() -> Licenses {
    let metadata = all_packages();
    let stated = |package: &Value| (text(&package["name"]).to_owned(), text(&package["license"]).to_owned());
    list(&metadata["packages"]).iter().map(stated).collect()
}

fn licenses_of_npm() -> Licenses {
    let lock = json("package-lock.json");
    let packages = lock["packages"].as_object().unwrap();
    let named = |(path, package): (&String, &Value)| {
        let name = path.strip_prefix("node_modules/")?;
        (!name.contains("node_modules/")).then(|| (name.to_owned(), text(&package["license"]).to_owned()))
    };
    packages.iter().filter_map(named).collect()
}

/// The fourth cell contains the licenses: one for all packages of the row, or one for each.
fn check(rows: &[(Vec<String>, Vec<String>)], licenses: &Licenses) {
    for (names, cells) in rows {
        let listed: Vec<&str> = cells[3].split(", ").collect();
        for (n, name) in names.iter().enumerate() {
            let listed = if listed.len() == 1 { listed[0] } else { listed[n] };
            let stated = licenses.get(name).unwrap_or_else(|| panic!("no license found for {name}"));
            assert_eq!(listed, stated, "{name}: {DOCUMENT} (left), and what the package states (right)");
        }
    }
}

#[test]
fn listed_licenses_match_the_packages() {
    let document = read(DOCUMENT);
    check(&documented(&document, &RUST), &licenses_of_crates());
    check(&documented(&document, &["## npm"]), &licenses_of_npm());
}
