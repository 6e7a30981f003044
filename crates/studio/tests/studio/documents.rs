//! Every snippet of the documents can be pasted into the studio.

use std::{fs, path::Path};

use studio::{Design, read};

use super::designs::{FILES, parsed};

fn snippet(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/snippets");
    fs::read_to_string(folder.join(name)).unwrap()
}

const SETTINGS: [(&str, &str); 9] = [
    ("plain.html", r#"{"providerName": "Marlow & Finch IT"}"#),
    (
        "inline-config.html",
        r#"{"providerName": "Marlow & Finch IT", "providerSells": ["co-managed", "outsourced"], "ctaUrl": "https://www.marlow.example/contact"}"#,
    ),
    ("data-layer.html", r#"{"dataLayer": "dataLayer"}"#),
    ("frame.html", r#"{"providerName": "Marlow & Finch IT", "theme": "light"}"#),
    ("contact.html", r#"{"providerName": "Marlow & Finch IT"}"#),
    ("contact-hubspot.html", r#"{"providerName": "Marlow & Finch IT"}"#),
    ("docusaurus.mdx", r#"{"providerName": "Marlow & Finch IT"}"#),
    ("react-19.jsx", r#"{"providerName": "Marlow & Finch IT"}"#),
    ("next/assessment.jsx", r#"{"providerName": "Marlow & Finch IT"}"#),
];

#[test]
fn the_settings_of_every_snippet_are_read() {
    for (name, settings) in SETTINGS {
        let reading = read(&snippet(name)).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        assert_eq!(reading.design.settings, parsed(settings), "{name}");
        let is_elsewhere = name.ends_with("x");
        assert_eq!(reading.design.files, if is_elsewhere { "" } else { FILES }, "{name}");
    }
}

#[test]
fn the_text_without_javascript_is_read() {
    let Design { fallback, fallback_label, fallback_url, .. } = read(&snippet("plain.html")).unwrap().design;
    let expected = ["The assessment needs JavaScript.", "Ask us for the questions on paper", "/contact"];
    assert_eq!([fallback.as_str(), &fallback_label, &fallback_url], expected);
    let Design { fallback, fallback_label, .. } = read(&snippet("inline-config.html")).unwrap().design;
    assert_eq!([fallback.as_str(), &fallback_label], ["", "Ask us for the questions on paper"]);
}

#[test]
fn a_page_with_only_the_tag_of_the_loader_says_where_the_files_are() {
    let reading =
        read("<script type=\"module\" src=\"https://widget.example/support-fit-1.2.3.js\"></script>").unwrap();
    assert_eq!((reading.kind, reading.design.files.as_str()), ("the tag of the loader", FILES));
}

#[test]
fn the_settings_cannot_be_sent_as_a_page_and_are_no_markup() {
    let mut design = Design::new("https://widget.example/");
    design.settings = serde_json::from_str(r#"{"providerName": "</x><script>alert(1)</script>"}"#).unwrap();
    let text = studio::document(&design);
    assert!(!text.contains('<') && text.contains("\\u003cscript>"), "{text}");
    let read = studio::read(&text).unwrap();
    assert_eq!(read.design.settings, design.settings);
    for file in ["/support-fit.html", "/a/..%2f.json", "/a$b.json", "https://a.example/x.json.html"] {
        design.file = file.to_owned();
        let problems = studio::check_design(&design).problems;
        assert!(problems.iter().any(|problem| problem.path == "file"), "{file}");
    }
}
