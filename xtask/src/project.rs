//! Where things are in the project, and how to call the programs that belong to it.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

/// The project's folders.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The project that these commands belong to.
    pub fn find() -> Result<Self> {
        // What cargo says now: it takes these commands for built when their folder is a copy of another project's.
        let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&own).parent().context("the folder of these commands has no parent")?.to_owned();
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |path| root.join(path));
        Ok(Self { root, target })
    }

    /// A path inside the project.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// The folder that is deployed.
    pub fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// Programs that the project installed for itself.
    pub fn tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// Where cargo compiles to.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// What these commands write between two runs.
    pub fn cache(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// A command that runs in the project's root and finds the project's own programs first.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        if let Some(path) = self.search_path() {
            command.env("PATH", path);
        }
        command
    }

    /// A cargo of the same toolchain as the one that runs us.
    pub fn cargo(&self) -> Command {
        self.command("cargo")
    }

    /// A program of an npm package.
    pub fn npm_program(&self, name: &str) -> Command {
        let name = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
        self.command(self.path("node_modules/.bin").join(name))
    }

    fn search_path(&self) -> Option<OsString> {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.tools().join("bin")).chain(std::env::split_paths(&inherited));
        std::env::join_paths(folders).ok()
    }

    /// The version that `Cargo.lock` has of `package`.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let lock = fs::read_to_string(self.path("Cargo.lock")).context("Cargo.lock cannot be read")?;
        locked_version(&lock, package).with_context(|| format!("Cargo.lock has no package `{package}`"))
    }
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn a_locked_version_is_found_by_the_whole_name() {
        let lock =
            "[[package]]\nname = \"ab\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"a\"\nversion = \"4.5.6\"\n";
        assert_eq!(locked_version(lock, "a").as_deref(), Some("4.5.6"));
        assert_eq!(locked_version(lock, "b"), None);
    }
}
