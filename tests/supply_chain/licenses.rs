//! Every crate has a license that `deny.toml` allows. cargo-deny checks this too, but later.

use super::{all_packages, list, read, text};

/// The list `allow` of `deny.toml`.
fn allowed() -> Vec<String> {
    let configuration = read("deny.toml");
    let start = configuration.find("\nallow = [").unwrap();
    let list = &configuration[start..start + configuration[start..].find("\n]").unwrap()];
    let lines = list.lines().map(|line| line.split('#').next().unwrap());
    lines.filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\",").map(String::from)).collect()
}

/// Whether an SPDX expression is satisfied by allowed licenses.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    expression.split(" AND ").all(|part| {
        let choice = part.trim_start_matches('(').trim_end_matches(')').replace('/', " OR ");
        choice.split(" OR ").any(|license| allowed.iter().any(|known| known == license))
    })
}

// @threat-dependencies
#[test]
fn every_crate_has_an_allowed_license() {
    let (metadata, allowed) = (all_packages(), allowed());
    assert!(allowed.contains(&"MIT".to_owned()), "{allowed:?}");
    let packages = list(&metadata["packages"]);
    assert!(packages.len() > 100);
    let refused: Vec<_> = packages
        .iter()
        .filter(|package| !is_met(text(&package["license"]), &allowed))
        .map(|package| format!("{}: {}", text(&package["name"]), package["license"]))
        .collect();
    assert!(refused.is_empty(), "deny.toml does not allow {refused:#?}");
}

#[test]
fn an_spdx_or_needs_one_allowed_license_and_an_and_needs_all() {
    let allowed = ["MIT".to_owned(), "Zlib".to_owned()];
    assert!(is_met("GPL-3.0-only OR MIT", &allowed) && is_met("(MIT OR Apache-2.0) AND Zlib", &allowed));
    assert!(!is_met("MIT AND GPL-3.0-only", &allowed) && !is_met("", &allowed));
}
