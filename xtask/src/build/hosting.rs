//! The HTTP headers of the release folder: `hosting/_headers`, in the format of Netlify and Cloudflare Pages, and the sample for
//! nginx. The build writes them with the receivers of messages, our own server sends those of the build, and a test compares
//! the sample and the documentation with `_headers`.

use std::path::Path;

use anyhow::{Result, ensure};

use super::Receivers;
use crate::{console, folder, project::Project};

/// The name of the file.
pub const RULES: &str = "_headers";

const HEADERS: &str = include_str!("../../../hosting/_headers");

const NGINX: &str = include_str!("../../../hosting/nginx.conf");

/// In characters, of a line that Cloudflare Pages reads.
const LONGEST_LINE: usize = 2_000;

/// Adds the files for servers to `staging`. Fails if a file there has no rule.
pub fn write(project: &Project, staging: &Path, receivers: &Receivers) -> Result<()> {
    for (name, _) in folder::files(staging)? {
        ensure!(
            of(HEADERS, &format!("/{name}")).any(|(header, _)| header == "Content-Type"),
            "hosting/_headers has no Content-Type for {name}. Remedy: add a rule, and one to hosting/nginx.conf"
        );
    }
    // Cloudflare Pages answers an unknown path with `index.html` unless there is a 404.html.
    let missing = "404.html";
    folder::copy(&project.path("hosting").join(missing), &staging.join(missing))?;
    if !receivers.is_empty() {
        console::heading("Receivers of messages");
        console::detail(&format!("_headers and nginx.conf let our own pages send to {}", receivers.list()));
    }
    write_rules(staging, receivers)
}

/// Writes the rules. Those for nginx are the sample unless there are receivers.
pub fn write_rules(folder: &Path, receivers: &Receivers) -> Result<()> {
    let rules = receivers.allow_in(HEADERS);
    ensure!(
        rules.lines().all(|line| line.len() <= LONGEST_LINE),
        "a policy would be longer than {LONGEST_LINE} characters. Remedy: fewer receivers"
    );
    super::write(&folder.join(RULES), rules)?;
    if !receivers.is_empty() {
        super::write(&folder.join("nginx.conf"), receivers.allow_in(NGINX))?;
    }
    Ok(())
}

/// The name and value of each header that `rules` has for `path`, which starts with a slash.
pub fn of<'a>(rules: &'a str, path: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let mut applies = false;
    rules.lines().filter_map(move |line| {
        if line.starts_with('/') {
            applies = matches(line, path);
        }
        line.strip_prefix("  ").filter(|_| applies)?.split_once(": ")
    })
}

/// Whether a path matches a pattern, in which `*` matches any characters.
fn matches(pattern: &str, path: &str) -> bool {
    let Some((start, end)) = pattern.split_once('*') else { return pattern == path };
    path.strip_prefix(start).is_some_and(|rest| rest.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 16] = [
        "/",
        "/index.html",
        "/frame.html",
        "/404.html",
        "/studio",
        "/studio.html",
        "/studio-preview",
        "/studio-preview.html",
        "/studio-test",
        "/studio-test.html",
        "/support-fit.js",
        "/support-fit.schema.draft-07.json",
        "/support-fit-0.2.0.js",
        "/page-fedcba98.css",
        "/assets/support-fit-fedcba98.wasm",
        "/assets/words-de-fedcba98.txt",
    ];

    fn header(path: &str, name: &str) -> Option<&'static str> {
        of(HEADERS, path).find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Also without its extension, as some services serve pages.
    fn is_page(path: &str) -> bool {
        path == "/" || path.ends_with(".html") || path.starts_with("/studio")
    }

    #[test]
    fn no_header_is_set_by_two_rules_for_the_same_path() {
        // The services would join the values.
        for path in FILES {
            let mut names: Vec<_> = of(HEADERS, path).map(|(name, _)| name).collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{path}");
            assert!(
                ["Content-Type", "Cache-Control", "X-Content-Type-Options"].iter().all(|name| names.contains(name))
            );
        }
    }

    #[test]
    fn names_with_a_digest_or_a_version_are_cached_forever() {
        for path in FILES {
            let value = header(path, "Cache-Control").unwrap();
            assert_eq!(value.contains("immutable"), path.contains("fedcba98") || path.contains("0.2.0"), "{path}");
        }
    }

    #[test]
    fn the_rules_cover_this_version_of_the_loader() {
        let path = format!("/support-fit-{}.js", env!("CARGO_PKG_VERSION"));
        assert!(header(&path, "Cache-Control").is_some_and(|value| value.contains("immutable")));
    }

    #[test]
    fn no_policy_allows_inline_code() {
        for path in FILES {
            let policy = header(path, "Content-Security-Policy");
            assert_eq!(policy.is_some(), is_page(path), "{path}");
            assert!(policy.is_none_or(|policy| !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'")));
        }
        assert!(!include_str!("../../../hosting/404.html").contains("<style"));
    }

    #[test]
    fn pages_may_show_pictures_of_their_server_and_in_data_addresses() {
        for path in FILES.into_iter().filter(|path| is_page(path)) {
            assert!(header(path, "Content-Security-Policy").unwrap().contains("; img-src 'self' data:; "), "{path}");
        }
    }

    #[test]
    fn other_sites_may_embed_only_frame_html() {
        assert!(!header("/frame.html", "Content-Security-Policy").unwrap().contains("frame-ancestors"));
        assert!(header("/index.html", "Content-Security-Policy").unwrap().ends_with("; frame-ancestors 'self'"));
    }

    // @threat-studio
    #[test]
    fn no_site_may_embed_the_studio_and_only_the_studio_its_preview() {
        for (path, ancestors) in [("/studio", "'none'"), ("/studio-test", "'none'"), ("/studio-preview", "'self'")] {
            for path in [path.to_owned(), format!("{path}.html")] {
                let policy = header(&path, "Content-Security-Policy").unwrap();
                assert!(policy.ends_with(&format!("; frame-ancestors {ancestors}")), "{path}");
                assert_eq!(header(&path, "Referrer-Policy"), Some("no-referrer"));
            }
        }
        // Also if somebody opens it, or embeds it without a sandbox.
        assert!(header("/studio-preview", "Content-Security-Policy").unwrap().starts_with("sandbox allow-scripts; "));
    }

    #[test]
    fn pages_that_are_cross_origin_isolated_may_embed_frame_html_and_load_every_file() {
        assert_eq!(header("/frame", "Cross-Origin-Embedder-Policy"), Some("require-corp"));
        assert_eq!(header("/frame.html", "Cross-Origin-Embedder-Policy"), Some("require-corp"));
        for path in FILES {
            assert_eq!(header(path, "Cross-Origin-Resource-Policy"), Some("cross-origin"), "{path}");
            assert_eq!(header(path, "Access-Control-Allow-Origin"), Some("*"), "{path}");
        }
    }

    // @threat-framing
    #[test]
    fn windows_of_other_sites_cannot_reach_a_page_that_they_open() {
        for path in FILES.into_iter().filter(|path| is_page(path)) {
            assert_eq!(header(path, "Cross-Origin-Opener-Policy"), Some("same-origin"), "{path}");
            // The sandbox gives the preview an origin of its own, and browsers warn about the header there.
            let expected = (!path.starts_with("/studio-preview")).then_some("?1");
            assert_eq!(header(path, "Origin-Agent-Cluster"), expected, "{path}");
        }
    }

    #[test]
    fn pages_may_write_to_the_clipboard_and_use_nothing_else_that_needs_a_permission() {
        for path in FILES.into_iter().filter(|path| is_page(path)) {
            let permissions = header(path, "Permissions-Policy").unwrap();
            let allowed: Vec<_> = permissions.split(", ").filter(|permission| !permission.ends_with("=()")).collect();
            assert_eq!(allowed, ["clipboard-write=(self)"], "{path}");
        }
    }

    #[test]
    fn every_file_asks_for_https() {
        for path in FILES {
            assert!(header(path, "Strict-Transport-Security").unwrap().starts_with("max-age="), "{path}");
        }
    }

    #[test]
    fn the_nginx_sample_and_the_documentation_have_the_same_headers() {
        let documents = [NGINX, include_str!("../../../docs/hosting.md")];
        for (name, value) in FILES.into_iter().flat_map(|path| of(HEADERS, path)) {
            let [sample, documentation] = documents.map(|document| document.contains(value));
            assert!(sample && (documentation || name == "Content-Type"), "{name}: {value}");
        }
    }

    // @threat-policy
    #[test]
    fn receivers_are_added_to_the_policies_of_pages_and_change_nothing_else() {
        let receivers = Receivers::parse(["https://api.hsforms.com", "https://n8n.marlow.example"]).unwrap();
        let list = "https://api.hsforms.com https://n8n.marlow.example";
        let [requests, forms] = [format!("; connect-src 'self' {list}; "), format!("; form-action {list}; ")];
        for rules in [HEADERS, NGINX] {
            let with = receivers.allow_in(rules);
            let is_policy = |line: &str| line.contains("default-src");
            let is_of_the_studio = |line: &str| is_policy(line) && !line.contains("support-fit-offline");
            let pages = rules.lines().filter(|line| is_policy(line) && !is_of_the_studio(line)).count();
            let is_allowed = |line: &&str| line.contains(&requests) && line.contains(&forms);
            assert_eq!(with.lines().filter(is_allowed).count(), pages);
            assert!(!with.lines().any(|line| is_of_the_studio(line) && line.contains("hsforms")));
            let without = with.replace(&requests, "; connect-src 'self'; ").replace(&forms, "; form-action 'none'; ");
            assert_eq!(without, rules);
        }
    }

    #[test]
    fn without_receivers_the_build_has_the_file_as_it_is_and_no_configuration_for_nginx() {
        let folder = std::env::temp_dir().join(format!("support-fit-rules-{}", std::process::id()));
        write_rules(&folder, &Receivers::default()).unwrap();
        assert_eq!(folder::files(&folder).unwrap().len(), 1);
        assert_eq!(std::fs::read_to_string(folder.join(RULES)).unwrap(), HEADERS);
        let many: Vec<_> = (0..99).map(|number| format!("https://{number}.receiver.example")).collect();
        let many = Receivers::parse(many.iter().map(String::as_str)).unwrap();
        assert!(write_rules(&folder, &many).unwrap_err().to_string().contains("fewer receivers"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
