//! The crates that are compiled into the application and the studio: those that cargo selects for WebAssembly, without build
//! dependencies and procedural macros.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use anyhow::{Context, Result, ensure};
use cargo_metadata::{MetadataCommand, Package};

use crate::{
    build::{studio, wasm},
    process,
    project::Project,
};

pub struct Crate {
    pub name: String,
    pub version: String,
    /// An SPDX expression.
    pub license: String,
    pub authors: Vec<String>,
    /// The folder of its sources.
    pub folder: PathBuf,
    /// SHA-256 of the package in the registry; `None` for our own packages.
    pub checksum: Option<String>,
    /// The [`Crate::id`] of each dependency.
    pub needs: BTreeSet<String>,
}

impl Crate {
    /// `NAME@VERSION`.
    pub fn id(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }
}

/// All of them, sorted by [`Crate::id`].
pub fn compiled(project: &Project) -> Result<Vec<Crate>> {
    let graph = graph(project)?;
    let mut command = project.cargo();
    command.args([
        "metadata",
        "--locked",
        "--format-version=1",
        "--filter-platform",
        wasm::TARGET,
        "--features",
        "split",
    ]);
    let metadata =
        MetadataCommand::parse(process::output(&mut command)?).context("`cargo metadata` did not print JSON")?;
    let locked = project.locked()?;
    let describe = |package: &Package| {
        let (name, version) = (package.name.to_string(), package.version.to_string());
        let needs = graph.get(&format!("{name}@{version}"))?.clone();
        let checksum = locked.iter().find(|locked| locked.name == name && locked.version == version)?.checksum.clone();
        // Older packages use a slash for "OR".
        let license = package.license.as_ref()?.replace('/', " OR ");
        let folder = package.manifest_path.parent()?.into();
        Some(Crate { name, version, license, authors: package.authors.clone(), folder, checksum, needs })
    };
    let mut crates: Vec<Crate> = metadata.packages.iter().filter_map(describe).collect();
    crates.sort_by_key(Crate::id);
    let described: BTreeSet<String> = crates.iter().map(Crate::id).collect();
    let missing: Vec<_> = graph.keys().filter(|id| !described.contains(*id)).collect();
    ensure!(missing.is_empty(), "{missing:?} have no license in their Cargo.toml");
    Ok(crates)
}

/// The dependencies by [`Crate::id`]. `cargo metadata` would add those of other packages in the workspace.
fn graph(project: &Project) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut tree = project.cargo();
    tree.args(["tree", "--locked", "--package", "support-fit", "--package", studio::PACKAGE]);
    tree.args(["--features", "support-fit/split", "--target", wasm::TARGET]);
    tree.args(["--edges", "normal,no-proc-macro", "--prefix", "depth", "--no-dedupe", "--format", "{p}"]);
    let mut graph = BTreeMap::<String, BTreeSet<String>>::new();
    let mut path: Vec<String> = Vec::new();
    // A line is `2mcda v0.1.0 (/some/folder)`.
    for line in process::output(&mut tree)?.lines().filter(|line| !line.is_empty()) {
        let package = line.trim_start_matches(|character: char| character.is_ascii_digit());
        let (name, rest) = package.split_once(" v").with_context(|| format!("`cargo tree` printed `{line}`"))?;
        let id = format!("{name}@{}", rest.split(' ').next().unwrap_or(rest));
        path.truncate(line[..line.len() - package.len()].parse()?);
        if let Some(parent) = path.last() {
            graph.entry(parent.clone()).or_default().insert(id.clone());
        }
        graph.entry(id.clone()).or_default();
        path.push(id);
    }
    Ok(graph)
}
