//! HTML for pages: plain, with an integrity value, and for sites whose editors take HTML.

use super::{Build, CHECK, Part, SnippetKind, element::Element, file, file_step, is_short};
use crate::{Design, escape};

type Parts = (Vec<Part>, Vec<String>);

/// The HTML for a page, a site builder or Markdown. `None` if it is too long.
pub fn parts(design: &Design, kind: SnippetKind) -> Option<Parts> {
    let script = script(design, "support-fit.js", "");
    build(design, &script, kind)
}

/// The HTML with the loader of one version. `None` if it is too long, or the version or value is not valid.
pub fn pinned(design: &Design, Build { version, integrity }: &Build) -> Option<Parts> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+');
    let is_version = !version.is_empty() && version.bytes().all(is_part);
    let digest = ["sha256-", "sha384-", "sha512-"].iter().find_map(|name| integrity.strip_prefix(name))?;
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    if !is_version || digest.len() < 43 || !digest.bytes().all(is_base64) {
        return None;
    }
    let name = format!("support-fit-{version}.js");
    let script =
        script(design, &name, &format!(" integrity=\"{}\" crossorigin=\"anonymous\"", escape::attribute(integrity)));
    build(design, &script, SnippetKind::Pinned)
}

/// The tag of the loader.
pub fn script(design: &Design, name: &str, attributes: &str) -> String {
    let address = escape::attribute(&format!("{}{name}", design.files));
    format!("<script type=\"module\" src=\"{address}\"{attributes}></script>")
}

fn build(design: &Design, script: &str, kind: SnippetKind) -> Option<Parts> {
    let html = |element: &Element| format!("{script}\n{}", escape::markdown(&element.html()));
    let element = Element::fitting(design, |element| is_short(&html(element)))?;
    let (place, steps) = instructions(kind);
    let mut parts = vec![Part { name: place.to_owned(), language: "html", text: html(&element) }];
    let mut all = Vec::new();
    if element.has_file {
        parts.push(file(design));
        all.push(file_step(design));
    }
    all.extend(steps.iter().map(|step| (*step).to_owned()));
    all.push(CHECK.to_owned());
    Some((parts, all))
}

/// Where to paste it, and how.
const fn instructions(kind: SnippetKind) -> (&'static str, &'static [&'static str]) {
    match kind {
        SnippetKind::WordPressHtml => (
            "A Custom HTML block",
            &[
                "Paste the snippet into a Custom HTML block, or in Elementor into an HTML widget. It takes a user who may write \
                 unfiltered HTML, such as an administrator of a single site.",
                "If a plugin combines or delays scripts, exclude `support-fit.js` from it.",
                "Check that the assessment is still there after the next editor saves the page.",
            ],
        ),
        SnippetKind::HubSpot => (
            "module.html",
            &[
                "Make a custom module in the design manager, and paste the snippet into `module.html`. Leave the script there: it \
                 is a JavaScript module.",
                "Place the module on the page and publish.",
            ],
        ),
        SnippetKind::Webflow => (
            "A Code Embed element",
            &["Paste the snippet into a Code Embed element, and publish. Custom code may need a paid plan."],
        ),
        SnippetKind::Squarespace => (
            "A Code block",
            &[
                "Paste the snippet into a Code block that is set to HTML, and publish. Scripts need a plan that includes them.",
            ],
        ),
        SnippetKind::Markdown => (
            "A post",
            &[
                "Paste the snippet on lines of its own, with a blank line before and after it. The program has to allow HTML.",
                "Hugo leaves HTML out unless the site allows it. There, save the snippet as `layouts/shortcodes/support-fit.html`, \
                 and write `{{< support-fit >}}` in the post.",
                "Check the source of the published page: it has `<support-fit`, and not `&lt;support-fit`.",
            ],
        ),
        SnippetKind::Pinned => (
            "Where the assessment belongs",
            &[
                "Paste the snippet. The browser runs only this version of the loader, so keep its files on the server.",
                "To update, paste the snippet of the new version.",
            ],
        ),
        _ => ("Where the assessment belongs", &["Paste the snippet into the HTML of the page."]),
    }
}
