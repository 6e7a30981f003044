//! Installed packages match the lock files: exact versions, a checksum for each, no other source, no scripts.

use serde_json::Value;

use super::{json, read, text};

/// The entries of `Cargo.lock`, as text.
fn locked_crates(lock: &str) -> impl Iterator<Item = &str> {
    lock.split("[[package]]").skip(1)
}

// @threat-dependencies
#[test]
fn every_crate_is_from_the_registry_and_has_a_checksum() {
    let lock = read("Cargo.lock");
    let field = |entry: &str, name: &str| {
        let line = entry.lines().find(|line| line.starts_with(&format!("{name} = ")));
        line.map(str::to_owned)
    };
    let mut sources: Vec<String> = locked_crates(&lock).filter_map(|entry| field(entry, "source")).collect();
    let others = sources.len();
    assert!(others > 100);
    sources.dedup();
    assert!(sources.len() == 1 && sources[0].starts_with("source = \"registry+"), "{sources:?}");
    let with_checksum = locked_crates(&lock).filter(|entry| field(entry, "checksum").is_some()).count();
    assert_eq!(with_checksum, others, "each crate that is not ours has a checksum");
}

/// The dependencies in `package.json`, with their versions.
fn wanted() -> Vec<(String, Value)> {
    let package = json("package.json");
    let parts = ["dependencies", "devDependencies"].map(|part| package[part].as_object().cloned().unwrap_or_default());
    parts.into_iter().flatten().collect()
}

#[test]
fn every_npm_package_is_pinned_to_one_version() {
    for (name, version) in wanted() {
        let numbers: Vec<&str> = text(&version).split('.').collect();
        let is_exact = numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u32>().is_ok());
        assert!(is_exact, "package.json: {name}: {version}");
    }
}

// @threat-dependencies
#[test]
fn every_npm_package_is_locked_by_checksum_without_a_url() {
    let lock = json("package-lock.json");
    let packages = lock["packages"].as_object().unwrap();
    assert!(packages.len() > 50);
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        assert!(text(&package["integrity"]).starts_with("sha512-"), "package-lock.json: {path} has no checksum");
        assert!(package.get("resolved").is_none(), "package-lock.json: {path} names an address");
    }
    for (name, version) in wanted() {
        assert_eq!(packages[&format!("node_modules/{name}")]["version"], version, "{name}");
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
