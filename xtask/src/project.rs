//! The project's folders and programs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use serde::Deserialize;

pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

/// A package in `Cargo.lock`.
#[derive(Deserialize)]
pub struct Locked {
    pub name: String,
    pub version: String,
    /// SHA-256 of the package in the registry; `None` for packages of this project.
    pub checksum: Option<String>,
}

impl Project {
    pub fn find() -> Result<Self> {
        // At run time, because in a copy of the project cargo may reuse the binary that was compiled for the original.
        let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&own).parent().context("the folder of xtask has no parent")?.to_owned();
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |path| root.join(path));
        Ok(Self { root, target })
    }

    /// A path inside the project.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// The folder to deploy.
    pub fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// Programs that the setup installed.
    pub fn tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// Cargo's target folder.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Files that the commands keep between runs.
    pub fn cache(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// A command that runs in the project's root and prefers programs in [`Self::tools`].
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.tools().join("bin")).chain(std::env::split_paths(&inherited));
        if let Ok(path) = std::env::join_paths(folders) {
            command.env("PATH", path);
        }
        command
    }

    pub fn cargo(&self) -> Command {
        self.command("cargo")
    }

    /// A program of an npm package.
    pub fn npm_program(&self, name: &str) -> Command {
        let name = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
        self.command(self.path("node_modules/.bin").join(name))
    }

    /// The packages in `Cargo.lock`.
    pub fn locked(&self) -> Result<Vec<Locked>> {
        #[derive(Deserialize)]
        struct Lock {
            package: Vec<Locked>,
        }
        let lock = fs::read_to_string(self.path("Cargo.lock")).context("cannot read Cargo.lock")?;
        Ok(toml::from_str::<Lock>(&lock).context("cannot parse Cargo.lock")?.package)
    }

    /// The version of `package` in `Cargo.lock`.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let found = self.locked()?.into_iter().find(|locked| locked.name == package);
        found.map(|locked| locked.version).with_context(|| format!("Cargo.lock has no package `{package}`"))
    }
}
