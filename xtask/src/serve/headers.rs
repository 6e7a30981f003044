//! What a response of this server says about its body: what a real deployment says ([`build::headers`]), but that nothing
//! is kept which keeps its name.

use std::path::Path;

use crate::build::{
    headers::{self, Header},
    is_named_by_content,
};

/// The headers for the file at `path`, apart from its encoding.
pub fn of(path: &Path) -> Vec<Header> {
    let mut headers = headers::of(path);
    // Here even the loader that is named by its version changes with every build.
    for (name, value) in &mut headers {
        if *name == "Cache-Control" && !is_named_by_content(path) {
            *value = "no-cache";
        }
    }
    headers.push(("Vary", "Accept-Encoding"));
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(path: &str, name: &str) -> Option<&'static str> {
        of(Path::new(path)).into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    #[test]
    fn only_files_named_by_content_are_kept() {
        for name in ["support-fit.js", "support-fit-0.1.0.js", "index.html"] {
            assert_eq!(header(name, "Cache-Control"), Some("no-cache"), "{name}");
        }
        assert_eq!(header("assets/a-0123456789abcdef.js", "Cache-Control"), Some(headers::FOR_GOOD));
    }

    #[test]
    fn all_else_is_what_a_deployment_sends() {
        for path in ["index.html", "frame.html", "support-fit.js", "assets/a-0123456789abcdef.wasm"].map(Path::new) {
            for sent in headers::of(path).into_iter().filter(|(name, _)| *name != "Cache-Control") {
                assert!(of(path).contains(&sent), "{} {sent:?}", path.display());
            }
        }
    }
}
