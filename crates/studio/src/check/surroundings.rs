//! What a snippet needs next to the settings: where the files are, and what visitors read without JavaScript.

use assessment::text::{is_longer, is_unsafe, visible};
use config::Kind;

use super::Problem;
use crate::Design;

/// In characters. A pasted text has less than 1,000.
const LONGEST_ADDRESS: usize = 300;

/// In characters.
const LONGEST_FALLBACK: usize = 200;

/// In characters.
const LONGEST_LABEL: usize = 80;

pub fn problems(design: &Design) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut expect = |is_valid: bool, path: &str, found: &str, kind: Kind, expected: &str, remedy: &str| {
        if !is_valid {
            problems.push(Problem::next_to_settings(path, found, kind, expected, remedy));
        }
    };
    expect(
        is_folder(&design.files),
        "files",
        &design.files,
        Kind::NotAnAddress,
        "an https: address of a folder, with a slash at its end",
        "Open `support-fit.js` on your server in a browser, and copy its address without the name of the file.",
    );
    expect(
        is_file(&design.file),
        "file",
        &design.file,
        Kind::NotAnAddress,
        "a path such as /support-fit.json or an https: address, with a name that ends in .json",
        "Write where your site has the file, from the first slash on.",
    );
    let texts = [
        ("fallback", &design.fallback, LONGEST_FALLBACK, "at most 200 characters"),
        ("fallbackLabel", &design.fallback_label, LONGEST_LABEL, "at most 80 characters"),
    ];
    for (path, text, most, expected) in texts {
        let remedy = "Shorten it: it is pasted with everything else.";
        expect(!is_longer(text, most), path, text, Kind::TooLong, expected, remedy);
        let is_safe = !text.contains(is_unsafe);
        let remedy = Kind::UnsafeText.remedy();
        expect(is_safe, path, text, Kind::UnsafeText, "text without control or invisible characters", remedy);
    }
    let url = &design.fallback_url;
    expect(
        url.is_empty() || is_fallback_url(url),
        "fallbackUrl",
        url,
        Kind::NotAnAddress,
        "a path such as /contact, or an address that begins with https:, mailto: or tel:",
        "Copy the address from the browser's address bar.",
    );
    let has_label = url.is_empty() || visible(&design.fallback_label).is_some();
    expect(has_label, "fallbackLabel", "", Kind::Empty, "a label", "Write where the link leads.");
    problems
}

/// Whether the files of a build can be there: `https:`, or plain HTTP on the same machine, and a slash at the end.
pub fn is_folder(address: &str) -> bool {
    address.ends_with('/') && !address.contains(['?', '#']) && is_web_address(address)
}

/// Whether the settings can be there. With another ending, a server could send them as a page.
pub fn is_file(address: &str) -> bool {
    let (path, _) = address.split_once('?').unwrap_or((address, ""));
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
    is_plain && name.ends_with(".json") && !address.contains('#') && (is_path(address) || is_web_address(address))
}

/// Whether a link may lead there.
pub fn is_fallback_url(address: &str) -> bool {
    let is_other =
        ["mailto:", "tel:"].iter().any(|scheme| address.strip_prefix(scheme).is_some_and(|to| !to.is_empty()));
    is_path(address) || is_web_address(address) || is_other && is_plain(address)
}

/// A path on the same site. Two slashes would begin another.
fn is_path(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && is_plain(address)
}

/// An address that begins with an origin, as browsers and people understand it.
fn is_web_address(address: &str) -> bool {
    // The first two slashes are before the host.
    let end = address.match_indices(['/', '?', '#']).nth(2).map_or(address.len(), |(at, _)| at);
    is_plain(address) && config::origin(&address[..end].into()).is_ok()
}

fn is_plain(address: &str) -> bool {
    !is_longer(address, LONGEST_ADDRESS)
        && !address
            .contains(|c: char| c.is_whitespace() || is_unsafe(c) || matches!(c, '\\' | '"' | '\'' | '<' | '>' | '`'))
}
