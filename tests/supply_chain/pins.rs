//! Installed packages match the lock files: exact versions, a checksum for each, no other source, no scripts.

use std::collections::HashMap;

use serde_json::Value;

use super::{json, list, metadata, printed, read, text};

/// The lock files of cargo (of the workspace, of the fuzz targets, and of the programs that write the JavaScript bindings),
/// and how many crates they have at least.
const CARGO_LOCKS: [(&str, usize); 3] =
    [("Cargo.lock", 200), ("fuzz/Cargo.lock", 20), ("xtask/wasm-bindgen/Cargo.lock", 100)];

/// The fields of each package in a lock file of cargo.
fn locked(lock: &str) -> impl Iterator<Item = HashMap<&str, &str>> {
    lock.split("[[package]]").skip(1).map(|package| {
        let fields = package.lines().filter_map(|line| line.split_once(" = "));
        fields.map(|(name, value)| (name, value.trim_matches('"'))).collect()
    })
}

// @threat-dependencies
#[test]
fn every_crate_is_from_the_registry_and_has_a_checksum() {
    // As cargo writes it for a dependency that names no registry.
    let metadata = metadata(&["--no-deps"]);
    let dependencies = list(&metadata["packages"]).iter().flat_map(|package| list(&package["dependencies"]));
    let registry = text(&dependencies.clone().find(|one| text(&one["name"]) == "leptos").unwrap()["source"]);
    assert!(registry.starts_with("registry+https://"), "{registry}");
    for (path, least) in CARGO_LOCKS {
        let lock = read(path);
        let others: Vec<_> = locked(&lock).filter(|package| package.contains_key("source")).collect();
        assert!(others.len() > least, "{path} lists {} packages", others.len());
        for package in others {
            assert_eq!(package["source"], registry, "{path}: {}", package["name"]);
            assert_eq!(package.get("checksum").map_or(0, |digits| digits.len()), 64, "{path}: {}", package["name"]);
        }
    }
}

#[test]
fn no_setting_of_cargo_replaces_the_registry() {
    let settings = read(".cargo/config.toml");
    assert!(!settings.contains("[source") && !settings.contains("[registr"), "{settings}");
}

// @threat-dependencies
#[test]
fn the_programs_that_write_bindings_have_the_version_of_the_application() {
    let version = |path: &str, name: &str| {
        let lock = read(path);
        let found = locked(&lock).find(|package| package["name"] == name);
        found.unwrap_or_else(|| panic!("{path} has no {name}"))["version"].to_owned()
    };
    assert_eq!(
        version("xtask/wasm-bindgen/Cargo.lock", "wasm-bindgen-cli"),
        version("Cargo.lock", "wasm-bindgen"),
        "change the version in xtask/wasm-bindgen/Cargo.toml and run `cargo update wasm-bindgen-cli` there"
    );
}

/// Every other lock file would be unchecked.
#[test]
fn no_other_lock_file_of_cargo_is_in_the_project() {
    let listed = printed("git", &["ls-files", "--cached", "--others", "--exclude-standard", "*Cargo.lock"]);
    let mut found: Vec<_> = listed.lines().collect();
    found.sort_unstable();
    assert_eq!(found, CARGO_LOCKS.map(|(path, _)| path));
}

/// The folders with a `package.json` and its lock file, and how many packages it has at least.
const NPM_PROJECTS: [(&str, usize); 3] = [("", 50), ("tests/npm/vite/", 10), ("tests/npm/next/", 10)];

/// The dependencies in the `package.json` of a folder, with their versions.
fn wanted(folder: &str) -> Vec<(String, Value)> {
    let package = json(&format!("{folder}package.json"));
    let parts = ["dependencies", "devDependencies"].map(|part| package[part].as_object().cloned().unwrap_or_default());
    parts.into_iter().flatten().collect()
}

#[test]
fn every_npm_package_is_pinned_to_one_version() {
    for (folder, _) in NPM_PROJECTS {
        for (name, version) in wanted(folder) {
            let numbers: Vec<&str> = text(&version).split('.').collect();
            let is_exact = numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u32>().is_ok());
            assert!(is_exact, "{folder}package.json: {name}: {version}");
        }
    }
}

// @threat-dependencies
#[test]
fn every_npm_package_is_locked_by_checksum_without_a_url() {
    for (folder, least) in NPM_PROJECTS {
        let name = format!("{folder}package-lock.json");
        let lock = json(&name);
        let packages = lock["packages"].as_object().unwrap();
        assert!(packages.len() > least, "{name} lists {} packages", packages.len());
        for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
            assert!(text(&package["integrity"]).starts_with("sha512-"), "{name}: {path} has no checksum");
            assert!(package.get("resolved").is_none(), "{name}: {path} names an address");
        }
        for (dependency, version) in wanted(folder) {
            assert_eq!(packages[&format!("node_modules/{dependency}")]["version"], version, "{name}: {dependency}");
        }
    }
}

// @threat-dependencies
#[test]
fn no_command_changes_a_lock_file() {
    assert!(read(".cargo/config.toml").contains("xtask = \"run --locked "), "cargo xtask");
    assert!(read("Trunk.toml").contains("\nlocked = true\n"), "Trunk");
    assert!(read("xtask/src/setup/npm.rs").contains(r#"["ci", "--ignore-scripts"]"#), "npm");
}

// @threat-dependencies
#[test]
fn npm_packages_run_no_install_scripts() {
    assert!(read(".npmrc").lines().any(|line| line == "ignore-scripts=true"));
}
