//! What a server says about each file of the release folder, whoever the server is: its type, how long it may be kept, who
//! may use it, and the policy of a page.
//!
//! This is the one place that knows. The server of the tests sends it (`serve/headers.rs`), the build writes it down for
//! services that read `_headers` ([`super::hosting`]), and tests hold the sample for nginx and the documentation to it.
//!
//! ```text
//! assets/support-fit-0123456789abcdef.wasm → Content-Type: application/wasm
//!                                            Cache-Control: public, max-age=31536000, immutable
//!                                            and what every file has
//! ```

use std::path::Path;

use super::is_named_by_content;

/// Name and value.
pub type Header = (&'static str, &'static str);

/// What every file has.
pub const ALWAYS: [Header; 3] = [
    // Any page may use the files: no cookie and no account is behind them.
    ("Access-Control-Allow-Origin", "*"),
    // A page that isolates itself takes from elsewhere only what says so.
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

/// For names that stay with their content.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// For names that stay while their content changes. Five minutes spare a visitor who goes from page to page all requests.
/// For an hour more the copy may be used while the next one is fetched: the loader draws the first question, so waiting for
/// it is waiting for the assessment. Longer would be a longer wait until a withdrawn version is gone everywhere.
pub const BRIEFLY: &str = "public, max-age=300, stale-while-revalidate=3600";

/// The service worker. Browsers ask for it when a page opens, past what they keep (`src/embed/offline.js`).
pub const WORKER: &str = "sw.js";

/// What other sites learn from a link on a page of ours: the origin, and neither the path nor the settings in it. (The
/// fragment is never sent.)
pub const REFERRER: &str = "strict-origin-when-cross-origin";

macro_rules! policy {
    () => {
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; \
         manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    };
}

/// The policy of the page that other sites show in a frame.
pub const POLICY_IN_FRAMES: &str = policy!();

/// The policy of all other pages: as strict as a host page's can be, and frames of other sites cannot show them.
pub const POLICY: &str = concat!(policy!(), "; frame-ancestors 'self'");

/// The page that other sites show in a frame.
pub const FRAME: &str = "frame.html";

/// The types, each with its extensions.
pub const TYPES: [(&str, &[&str]); 13] = [
    ("text/html; charset=utf-8", &["html"]),
    ("text/javascript; charset=utf-8", &["js", "mjs"]),
    ("text/css; charset=utf-8", &["css"]),
    ("application/wasm", &["wasm"]),
    // Not `video/mp2t`, as some servers have it: ours are types for TypeScript.
    ("text/plain; charset=utf-8", &["txt", "ts"]),
    ("text/markdown; charset=utf-8", &["md"]),
    ("application/json", &["json"]),
    ("application/manifest+json", &["webmanifest"]),
    ("image/svg+xml", &["svg"]),
    ("image/png", &["png"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/webp", &["webp"]),
    ("image/x-icon", &["ico"]),
];

/// For every other extension.
pub const UNKNOWN_TYPE: &str = "application/octet-stream";

/// The headers for the file at `path`. What hangs on how it is sent (encoding, length, `Vary`) is the server's to say.
pub fn of(path: &Path) -> Vec<Header> {
    let mut headers = vec![("Content-Type", content_type(path)), ("Cache-Control", cache(path))];
    if is_page(path) {
        headers.push(("Content-Security-Policy", policy(path)));
        headers.push(("Referrer-Policy", REFERRER));
    }
    headers.extend(ALWAYS);
    headers
}

/// Whether `path` is the loader under the name of its version, as in `support-fit-1.2.3.js`.
pub fn is_named_by_version(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let version = name.strip_prefix("support-fit-").and_then(|rest| rest.strip_suffix(".js")).unwrap_or_default();
    // What follows a dash or a plus sign, as in `1.2.3-rc.1`, is part of the version.
    let numbers: Vec<&str> = version.split(['-', '+']).next().unwrap_or_default().split('.').collect();
    let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers.len() == 3 && numbers.iter().all(is_number)
}

/// Whether `path` is a page.
pub fn is_page(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "html")
}

fn content_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let known = TYPES.iter().find(|(_, extensions)| extensions.contains(&extension));
    known.map_or(UNKNOWN_TYPE, |(content_type, _)| content_type)
}

fn cache(path: &Path) -> &'static str {
    if is_named_by_content(path) || is_named_by_version(path) { FOR_GOOD } else { BRIEFLY }
}

fn policy(path: &Path) -> &'static str {
    if path.file_name().is_some_and(|name| name == FRAME) { POLICY_IN_FRAMES } else { POLICY }
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
    fn a_file_of_an_unknown_kind_is_bytes() {
        assert_eq!(header("a.map", "Content-Type"), Some(UNKNOWN_TYPE));
        assert_eq!(header("_headers", "Content-Type"), Some(UNKNOWN_TYPE));
    }

    #[test]
    fn names_that_stay_with_their_content_are_kept_for_good() {
        assert_eq!(header("assets/a-0123456789abcdef.js", "Cache-Control"), Some(FOR_GOOD));
        assert_eq!(header("support-fit-1.2.3.js", "Cache-Control"), Some(FOR_GOOD));
        assert_eq!(header("support-fit-1.0.0-rc.1.js", "Cache-Control"), Some(FOR_GOOD));
    }

    #[test]
    fn names_that_stay_while_their_content_changes_are_kept_briefly() {
        for name in ["support-fit.js", "support-fit-frame.js", "index.html", "frame.html", "support-fit-1.2.js"] {
            assert_eq!(header(name, "Cache-Control"), Some(BRIEFLY), "{name}");
        }
    }

    #[test]
    fn every_file_may_be_used_from_anywhere() {
        for name in ["support-fit.js", "index.html", "assets/a-0123456789abcdef.wasm", "a.unknown"] {
            assert_eq!(header(name, "Access-Control-Allow-Origin"), Some("*"), "{name}");
            assert_eq!(header(name, "Cross-Origin-Resource-Policy"), Some("cross-origin"), "{name}");
            assert_eq!(header(name, "X-Content-Type-Options"), Some("nosniff"), "{name}");
        }
    }

    #[test]
    fn pages_alone_have_a_policy() {
        assert!(header("index.html", "Content-Security-Policy").unwrap().starts_with("default-src 'none'; "));
        assert_eq!(header("a.js", "Content-Security-Policy"), None);
        assert_eq!(header("a.js", "Referrer-Policy"), None);
    }

    #[test]
    fn other_sites_may_show_one_page_in_a_frame_and_no_other() {
        assert!(!header("frame.html", "Content-Security-Policy").unwrap().contains("frame-ancestors"));
        assert!(header("index.html", "Content-Security-Policy").unwrap().ends_with("; frame-ancestors 'self'"));
    }

    #[test]
    fn no_policy_allows_what_is_inline() {
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("'unsafe-eval'"));
    }
}
