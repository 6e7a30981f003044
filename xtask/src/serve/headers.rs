//! What a response says about its body: the headers that a real deployment sends too.

use std::path::Path;

use crate::build::is_named_by_content;

/// The policy of a strict host page. The application has to work under it, so every page here has it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// The headers for the file at `path`, apart from its encoding.
pub fn of(path: &Path) -> Vec<(&'static str, &'static str)> {
    let content_type = content_type(path);
    let cache = if is_named_by_content(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = vec![
        ("Content-Type", content_type),
        ("Cache-Control", cache),
        ("Vary", "Accept-Encoding"),
        ("Access-Control-Allow-Origin", "*"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    if content_type.starts_with("text/html") {
        headers.push(("Content-Security-Policy", POLICY));
    }
    headers
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(path: &str, name: &str) -> Option<&'static str> {
        of(Path::new(path)).into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    #[test]
    fn browsers_stream_webassembly_only_with_its_type() {
        assert_eq!(header("a.wasm", "Content-Type"), Some("application/wasm"));
    }

    #[test]
    fn only_files_named_by_content_are_kept_for_good() {
        assert_eq!(header("support-fit.js", "Cache-Control"), Some("no-cache"));
        assert!(header("assets/a-0123456789abcdef.js", "Cache-Control").unwrap().ends_with("immutable"));
    }

    #[test]
    fn pages_have_a_strict_policy() {
        assert!(header("index.html", "Content-Security-Policy").is_some());
        assert!(header("a.js", "Content-Security-Policy").is_none());
    }
}
