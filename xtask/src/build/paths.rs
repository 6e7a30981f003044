//! Keeps paths of the build machine out of the build: rustc adds source paths to code that can panic.

use std::{env, ffi::OsString, fs, path::PathBuf};

use crate::project::Project;

/// Added to the flags of `.cargo/config.toml`, only for release builds. Development builds share compiled crates with the tests,
/// and other flags would compile them again.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The environment variable that makes rustc replace the folders of the project and of cargo.
pub fn remapped(project: &Project) -> Option<(&'static str, OsString)> {
    let sources = sources().into_iter().map(|folder| (folder, "crates"));
    let own = [(project.path(""), "."), (project.target().to_owned(), "./target")];
    Some((FLAGS, flags(env::var(FLAGS).unwrap_or_default(), sources.chain(own))?.into()))
}

/// Adds a flag for each folder.
fn flags<'a>(mut flags: String, folders: impl Iterator<Item = (PathBuf, &'a str)>) -> Option<String> {
    for (folder, instead) in folders {
        let folder = folder.to_str()?.trim_end_matches(['/', '\\']);
        // cargo splits the variable at spaces. The build works without the flag, but cannot be reproduced elsewhere.
        if !folder.contains(char::is_whitespace) {
            flags += &format!(" --remap-path-prefix={folder}={instead}");
        }
    }
    Some(flags)
}

/// Where cargo unpacks packages: a folder for each registry.
fn sources() -> Vec<PathBuf> {
    let entries = cargo_home().and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> = entries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    // rustc resolves symbolic links in some paths.
    folders.extend(folders.clone().iter().filter_map(|folder| folder.canonicalize().ok()));
    folders.sort();
    folders.dedup();
    folders
}

/// The folder of cargo's downloads.
pub fn cargo_home() -> Option<PathBuf> {
    let set = env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folder_without_a_space_is_replaced() {
        let folders = [("/home/a/project/", "."), ("/a b", "."), ("/home/a/.cargo/registry/src/one", "crates")];
        assert_eq!(
            flags("-C debuginfo=0".to_owned(), folders.map(|(folder, name)| (folder.into(), name)).into_iter())
                .unwrap(),
            "-C debuginfo=0 --remap-path-prefix=/home/a/project=. \
             --remap-path-prefix=/home/a/.cargo/registry/src/one=crates"
        );
    }
}
