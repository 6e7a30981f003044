//! Where things are on the machine that builds leaves no trace in what is built.
//!
//! rustc writes the paths of sources into places that can panic. What is shipped has zeros there ([`super::panics`]), but as
//! many as the path had letters: in another cargo home everything behind it would stand elsewhere.

use std::{env, ffi::OsString, fs, path::PathBuf};

use crate::project::Project;

/// Added to the flags of `.cargo/config.toml`. It holds for release builds alone, since a build with other flags starts
/// over: those for debugging share what tests have compiled.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The variable with which rustc writes neither the project's folders nor cargo's.
pub fn left_out(project: &Project) -> Option<(&'static str, OsString)> {
    let sources = sources().into_iter().map(|folder| (folder, "crates"));
    let own = [(project.path(""), "."), (project.target().to_owned(), "./target")];
    Some((FLAGS, flags(env::var(FLAGS).unwrap_or_default(), sources.chain(own))?.into()))
}

/// What rustc is told, after what it is told already.
fn flags<'a>(told: String, folders: impl Iterator<Item = (PathBuf, &'a str)>) -> Option<String> {
    let mut flags = told;
    for (folder, instead) in folders {
        let folder = folder.to_str()?.trim_end_matches(['/', '\\']);
        // cargo takes a space for the end of a flag. Such a build works, and its bytes are its own.
        if folder.contains(char::is_whitespace) {
            continue;
        }
        flags += &format!(" --remap-path-prefix={folder}={instead}");
    }
    Some(flags)
}

/// Where cargo unpacks packages: a folder for each registry. What builds this command comes from there too, so it is there.
fn sources() -> Vec<PathBuf> {
    let entries = cargo_home().and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> = entries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    // rustc writes some paths as they are on the disk, also where a link leads there.
    folders.extend(folders.clone().iter().filter_map(|folder| folder.canonicalize().ok()));
    folders.sort();
    folders.dedup();
    folders
}

/// Where cargo keeps what it has downloaded.
pub fn cargo_home() -> Option<PathBuf> {
    let told = env::var_os("CARGO_HOME").map(PathBuf::from);
    told.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rustc_writes_something_else_for_each_folder() {
        let folders = [("/home/a/project/", "."), ("/home/a/.cargo/registry/src/one", "crates")];
        assert_eq!(
            flags("-C debuginfo=0".to_owned(), folders.map(|(folder, name)| (folder.into(), name)).into_iter())
                .unwrap(),
            "-C debuginfo=0 --remap-path-prefix=/home/a/project=. \
             --remap-path-prefix=/home/a/.cargo/registry/src/one=crates"
        );
    }

    #[test]
    fn a_folder_that_cargo_would_cut_at_a_space_stays() {
        assert_eq!(flags(String::new(), [("/a b".into(), ".")].into_iter()).unwrap(), "");
    }
}
