//! What the release folder holds for the servers that it is put on: `_headers`, which Netlify and Cloudflare Pages read,
//! and the page for what is not there.
//!
//! ```text
//! /support-fit.js
//!   Content-Type: text/javascript; charset=utf-8
//!   Cache-Control: public, max-age=300, stale-while-revalidate=3600
//! ```
//!
//! Where several rules fit a path, these services join the values of a header that stands in more than one. So no two rules
//! that fit the same path have a header in common. The rules name files by patterns where a name changes from build to
//! build: files of the version before stay in the folder, and this build does not know their names.

#[cfg(test)]
mod sample;

use std::{collections::BTreeSet, path::Path};

use anyhow::Result;

use super::{
    checksums::CHECKSUMS,
    headers::{self, Header},
    is_named_by_content,
};
use crate::{folder, project::Project};

const HEADERS: &str = "_headers";

/// Cloudflare Pages answers a path that it does not know with `index.html`, unless there is this page.
const NOT_FOUND: &str = "404.html";

const OPENING: &str = "\
# What the server says about each file, for Netlify and Cloudflare Pages. Written by the build; docs/hosting.md says what
# it means, and what other servers have to send.
";

/// Adds both to `folder`, which holds everything else.
pub fn write(project: &Project, folder: &Path) -> Result<()> {
    let page = super::read(&project.path("hosting").join(NOT_FOUND))?;
    super::write(&folder.join(NOT_FOUND), page)?;
    let mut names = files(folder)?;
    // It comes last of all.
    names.insert(CHECKSUMS.to_owned());
    let rules = Rules::of(&names, &files(&folder.join("assets"))?);
    super::write(&folder.join(HEADERS), rules.text())
}

/// The names of the files in `folder`, in order.
fn files(folder: &Path) -> Result<BTreeSet<String>> {
    let entries = folder::entries(folder)?;
    Ok(entries.into_iter().filter(|(_, path)| path.is_file()).map(|(name, _)| name).collect())
}

/// Patterns of paths, each with the headers that it adds. A star stands for any characters.
struct Rules(Vec<(String, Vec<Header>)>);

impl Rules {
    fn of(root: &BTreeSet<String>, assets: &BTreeSet<String>) -> Self {
        let mut rules = Self(vec![("/*".to_owned(), headers::ALWAYS.to_vec())]);
        rules.add("/assets/*".to_owned(), vec![("Cache-Control", headers::FOR_GOOD)]);
        for name in assets {
            let path = Path::new(name);
            let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
            let types = headers::of(path).into_iter().filter(|(name, _)| *name == "Content-Type");
            rules.add(format!("/assets/*.{extension}"), types.collect());
        }
        for name in root {
            let own: Vec<Header> =
                headers::of(Path::new(name)).into_iter().filter(|header| !headers::ALWAYS.contains(header)).collect();
            for pattern in patterns(name) {
                rules.add(pattern, own.clone());
            }
        }
        rules
    }

    fn add(&mut self, pattern: String, headers: Vec<Header>) {
        if self.0.iter().all(|(known, _)| *known != pattern) {
            self.0.push((pattern, headers));
        }
    }

    fn text(&self) -> String {
        let mut text = OPENING.to_owned();
        for (pattern, headers) in &self.0 {
            text += &format!("\n{pattern}\n");
            for (name, value) in headers {
                text += &format!("  {name}: {value}\n");
            }
        }
        text
    }
}

/// Under which paths the file `name` of the folder is asked for.
fn patterns(name: &str) -> Vec<String> {
    let path = Path::new(name);
    if headers::is_page(path) {
        // Both services also serve a page without its extension, and Cloudflare Pages in no other way.
        let bare = name.trim_end_matches(".html");
        let bare = if bare == "index" { "" } else { bare };
        return vec![format!("/{bare}"), format!("/{name}")];
    }
    let Some((stem, extension)) = name.rsplit_once('.') else { return vec![format!("/{name}")] };
    if is_named_by_content(path) {
        let kind = stem.rsplit_once('-').map_or(stem, |(kind, _)| kind);
        vec![format!("/{kind}-*.{extension}")]
    } else if headers::is_named_by_version(path) {
        // Of this major version alone: any digit would take ten rules, and one without a rule is asked for each time.
        let major = stem.split('.').next().unwrap_or(stem);
        vec![format!("/{major}.*.{extension}")]
    } else {
        vec![format!("/{name}")]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: [&str; 13] = [
        "404.html",
        CHECKSUMS,
        "THIRD-PARTY.txt",
        "custom-elements.json",
        "frame.html",
        "icon-3ad39c9d3b5014f6.svg",
        "index.html",
        "page-ac7ef3a27432beb6.css",
        "sbom.cdx.json",
        "support-fit-1.2.3.js",
        "support-fit-frame.js",
        "support-fit.d.ts",
        "support-fit.js",
    ];
    const ASSETS: [&str; 5] = [
        "frame-0123456789abcdef.js",
        "support-fit-0123456789abcdef.css",
        "support-fit-0123456789abcdef.js",
        "support-fit-0123456789abcdef.wasm",
        "words-en-0123456789abcdef.txt",
    ];

    fn text() -> String {
        Rules::of(&ROOT.map(String::from).into(), &ASSETS.map(String::from).into()).text()
    }

    /// The text as the services read it: a line that starts with a slash opens a rule, others have a colon.
    fn read(text: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
        let mut rules = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.split_once(": ") {
                _ if line.starts_with('/') => rules.push((line, Vec::new())),
                Some(header) => rules.last_mut().unwrap().1.push(header),
                None => panic!("{line}"),
            }
        }
        rules
    }

    /// Whether a pattern fits: its star stands for any characters.
    fn fits(pattern: &str, path: &str) -> bool {
        match pattern.split_once('*') {
            Some((start, end)) => {
                path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end)
            }
            None => pattern == path,
        }
    }

    /// What the services send for `path`, by name; a header that two rules add stands in it twice.
    fn sent<'t>(text: &'t str, path: &str) -> Vec<(&'t str, &'t str)> {
        let mut headers: Vec<_> = read(text)
            .into_iter()
            .filter(|(pattern, _)| fits(pattern, path))
            .flat_map(|(_, headers)| headers)
            .collect();
        headers.sort_unstable();
        headers
    }

    /// What is to be sent for the file `name`.
    fn meant(name: &str) -> Vec<Header> {
        let mut headers = headers::of(Path::new(name));
        headers.sort_unstable();
        headers
    }

    #[test]
    fn each_file_of_the_folder_has_its_headers_and_each_once() {
        let text = text();
        for name in ROOT.into_iter().map(String::from).chain(ASSETS.map(|name| format!("assets/{name}"))) {
            assert_eq!(sent(&text, &format!("/{name}")), meant(&name), "{name}");
        }
    }

    #[test]
    fn files_of_the_version_before_have_the_same() {
        let text = text();
        for name in [
            "support-fit-1.1.0.js",
            "icon-fedcba9876543210.svg",
            "page-fedcba9876543210.css",
            "assets/support-fit-fedcba9876543210.wasm",
            "assets/words-de-fedcba9876543210.txt",
        ] {
            assert_eq!(sent(&text, &format!("/{name}")), meant(name), "{name}");
        }
    }

    #[test]
    fn a_page_has_the_same_under_its_short_path() {
        let text = text();
        assert_eq!(sent(&text, "/"), meant("index.html"));
        assert_eq!(sent(&text, "/frame"), meant("frame.html"));
    }

    #[test]
    fn what_nobody_has_thought_of_has_what_every_file_has() {
        let mut always = headers::ALWAYS;
        always.sort_unstable();
        assert_eq!(sent(&text(), "/support-fit.js.map"), always);
    }

    #[test]
    fn the_text_is_within_what_cloudflare_pages_reads() {
        // https://developers.cloudflare.com/pages/configuration/headers/: 100 rules, 2,000 characters a line, one star.
        let text = text();
        assert!(read(&text).len() <= 100);
        assert!(text.lines().all(|line| line.len() <= 2_000));
        assert!(read(&text).iter().all(|(pattern, _)| pattern.matches('*').count() <= 1));
    }

    #[test]
    fn the_page_for_what_is_not_there_needs_nothing_that_its_policy_forbids() {
        let page = include_str!("../../../../hosting/404.html");
        assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains("<script"));
    }
}
