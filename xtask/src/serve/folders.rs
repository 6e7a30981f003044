//! Which file a path asks for, and that no path leads out of the folders that are served.

use std::path::{Component, Path, PathBuf};

use super::WIDGET;
use crate::project::Project;

/// Which folders are served where.
pub struct Folders {
    demo: PathBuf,
    dist: PathBuf,
}

impl Folders {
    /// The demo page at `/`, and the build at `/widget/` as on a host page's server.
    pub fn of(project: &Project) -> Self {
        Self { demo: project.path("demo"), dist: project.dist() }
    }

    /// The file that the address's `path` asks for, if it is inside one of the folders.
    pub fn find(&self, path: &str) -> Option<PathBuf> {
        let path = decoded(path)?;
        let (folder, relative) = match path.strip_prefix(WIDGET) {
            Some(relative) => (&self.dist, relative),
            None => (&self.demo, path.strip_prefix('/')?),
        };
        let relative = Path::new(relative);
        if !relative.components().all(|component| matches!(component, Component::Normal(_))) {
            return None;
        }
        let path = folder.join(relative);
        let path = if path.is_dir() { path.join("index.html") } else { path };
        path.is_file().then_some(path)
    }

    /// This package's sources in place of the build, which tests cannot count on.
    #[cfg(test)]
    pub fn for_tests() -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { demo: package.join("../demo"), dist: package.join("src") }
    }
}

/// `%41` as `A`.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_served_by_its_page() {
        assert!(Folders::for_tests().find("/").unwrap().ends_with("demo/index.html"));
    }

    #[test]
    fn the_build_is_served_beside_the_demo_page() {
        assert!(Folders::for_tests().find("/widget/main.rs").unwrap().ends_with("src/main.rs"));
        assert!(Folders::for_tests().find("/main.rs").is_none());
    }

    #[test]
    fn nothing_outside_the_folders_is_served() {
        assert!(Folders::for_tests().find("/../Cargo.toml").is_none());
        assert!(Folders::for_tests().find("/%2e%2e/Cargo.toml").is_none());
        assert!(Folders::for_tests().find("/widget//etc/passwd").is_none());
    }

    #[test]
    fn a_path_that_is_cut_off_is_no_path() {
        assert_eq!(decoded("/%4"), None);
        assert_eq!(decoded("/%41"), Some("/A".to_owned()));
    }
}
