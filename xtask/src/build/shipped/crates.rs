//! The crates that are compiled for the application: as cargo chooses them for WebAssembly, without those that only run
//! while something is compiled.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{process, project::Project};

const PLATFORM: &str = "wasm32-unknown-unknown";

/// What is built, with what; see `index.html`.
const APPLICATION: [&str; 4] = ["--package", "support-fit", "--features", "split"];

/// A crate.
pub struct Crate {
    pub name: String,
    pub version: String,
    /// As an SPDX expression.
    pub license: String,
    pub authors: Vec<String>,
    /// Where its sources are.
    pub folder: PathBuf,
    /// Of the package as the registry has it, SHA-256; none if it is ours.
    pub checksum: Option<String>,
    /// Those of the same list that it is compiled with, by [`Crate::id`].
    pub needs: BTreeSet<String>,
}

impl Crate {
    /// Name and version, as package URLs have them.
    pub fn id(&self) -> String {
        id(&self.name, &self.version)
    }

    pub fn is_ours(&self) -> bool {
        self.checksum.is_none()
    }
}

fn id(name: &str, version: &str) -> String {
    format!("{name}@{version}")
}

/// All of them, by name and version.
pub fn compiled(project: &Project) -> Result<Vec<Crate>> {
    let chosen = chosen(project)?;
    let metadata = process::output(project.cargo().args([
        "metadata",
        "--locked",
        "--format-version=1",
        "--filter-platform",
        PLATFORM,
        "--features",
        "split",
    ]))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo's metadata are no JSON")?;
    let lock = fs::read_to_string(project.path("Cargo.lock")).context("Cargo.lock cannot be read")?;
    described(&metadata, &chosen, &checksums(&lock))
}

/// Name and version of each.
fn chosen(project: &Project) -> Result<BTreeSet<String>> {
    // `cargo metadata` knows no edge without a crate that only runs while something is compiled.
    let printed = process::output(
        project
            .cargo()
            .args(["tree", "--locked", "--edges", "normal,no-proc-macro", "--target", PLATFORM])
            .args(APPLICATION)
            .args(["--prefix", "none", "--no-dedupe", "--format", "{p}"]),
    )?;
    let ids: BTreeSet<String> = printed.lines().filter_map(id_in_tree).collect();
    ensure!(ids.len() > 1, "cargo tree named no crates");
    Ok(ids)
}

/// Of a line such as `mcda v0.1.0 (/some/folder)`.
fn id_in_tree(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    Some(id(name, version))
}

fn described(metadata: &Value, chosen: &BTreeSet<String>, checksums: &BTreeMap<String, String>) -> Result<Vec<Crate>> {
    let packages = metadata["packages"].as_array().context("cargo's metadata have no packages")?;
    // Cargo's own names of packages hold paths.
    let id_of = |package: &Value| id(text(&package["name"]), text(&package["version"]));
    let ids: BTreeMap<&str, String> = packages.iter().map(|package| (text(&package["id"]), id_of(package))).collect();
    let nodes = metadata["resolve"]["nodes"].as_array().context("cargo's metadata have no graph")?;
    let needs: BTreeMap<&str, BTreeSet<String>> =
        nodes.iter().map(|node| (text(&node["id"]), needed(node, &ids, chosen))).collect();
    let mut crates = BTreeMap::new();
    for package in packages {
        let id = id_of(package);
        if !chosen.contains(&id) {
            continue;
        }
        let license = package["license"].as_str().with_context(|| format!("{id} states no license"))?;
        let folder = PathBuf::from(text(&package["manifest_path"]));
        let authors = package["authors"].as_array().into_iter().flatten();
        let made = Crate {
            name: text(&package["name"]).to_owned(),
            version: text(&package["version"]).to_owned(),
            // Older packages have a slash for "or".
            license: license.replace('/', " OR "),
            authors: authors.map(|author| text(author).to_owned()).collect(),
            folder: folder.parent().context("a manifest has a folder")?.to_owned(),
            checksum: checksums.get(&id).cloned(),
            needs: needs.get(text(&package["id"])).cloned().unwrap_or_default(),
        };
        crates.insert(id, made);
    }
    ensure!(crates.len() == chosen.len(), "cargo describes {} of {} crates", crates.len(), chosen.len());
    Ok(crates.into_values().collect())
}

/// What a node of cargo's graph is compiled with.
fn needed(node: &Value, ids: &BTreeMap<&str, String>, chosen: &BTreeSet<String>) -> BTreeSet<String> {
    let is_normal = |edge: &&Value| {
        // The kind of a normal dependency is `null`.
        edge["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
    };
    let edges = node["deps"].as_array().into_iter().flatten().filter(is_normal);
    edges.filter_map(|edge| ids.get(text(&edge["pkg"]))).filter(|id| chosen.contains(*id)).cloned().collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The checksums of the lock file, by [`id`].
fn checksums(lock: &str) -> BTreeMap<String, String> {
    let packages = lock.split("[[package]]").map(|package| {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(&format!("{name} = \"")));
            line.map(|rest| rest.trim_end_matches('"').to_owned())
        };
        Some((id(&field("name")?, &field("version")?), field("checksum")?))
    });
    packages.flatten().collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_line_of_the_tree_gives_name_and_version() {
        assert_eq!(id_in_tree("mcda v0.1.0 (/some/folder)").as_deref(), Some("mcda@0.1.0"));
        assert_eq!(id_in_tree("toml v1.2.1+spec-1.1.0").as_deref(), Some("toml@1.2.1+spec-1.1.0"));
        assert_eq!(id_in_tree(""), None);
    }

    #[test]
    fn a_crate_needs_what_it_is_compiled_with_and_not_what_builds_it() {
        let package = |name: &str| {
            json!({ "id": format!("path/{name}"), "name": name, "version": "1.0.0", "license": "MIT/Apache-2.0",
                    "authors": ["A"], "manifest_path": format!("/{name}/Cargo.toml") })
        };
        let edge = |name: &str, kind: Value| json!({ "pkg": format!("path/{name}"), "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [package("a"), package("b"), package("c"), package("macros")],
            "resolve": { "nodes": [
                { "id": "path/a", "deps": [edge("b", Value::Null), edge("c", json!("build")), edge("macros", Value::Null)] },
            ] },
        });
        let lock = "[[package]]\nname = \"b\"\nversion = \"1.0.0\"\nchecksum = \"0123\"\n";
        let chosen = ["a@1.0.0", "b@1.0.0", "c@1.0.0"].map(String::from).into();
        let crates = described(&metadata, &chosen, &checksums(lock)).unwrap();
        assert_eq!(crates.iter().map(Crate::id).collect::<Vec<_>>(), ["a@1.0.0", "b@1.0.0", "c@1.0.0"]);
        assert_eq!(crates[0].needs, ["b@1.0.0".to_owned()].into());
        assert_eq!(crates[0].license, "MIT OR Apache-2.0");
        assert!(crates[0].is_ours() && !crates[1].is_ours());
    }
}
