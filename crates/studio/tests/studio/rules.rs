//! The rules for every text to paste.

use studio::{Design, Snippet, SnippetKind, snippets};

use super::designs::{build, design, parsed};

/// Panics if a text breaks a rule.
pub fn assert_rules(snippet: &Snippet) {
    assert!(!snippet.parts.is_empty() && !snippet.steps.is_empty());
    for part in &snippet.parts {
        let text = &part.text;
        let context = format!("{:?}, {}:\n{text}", snippet.kind, part.name);
        assert!(!text.trim_end().contains("\n\n") && !text.starts_with('\n'), "{context}");
        if part.language == "json" {
            let _: serde_json::Value = serde_json::from_str(text).unwrap();
            continue;
        }
        assert!(text.chars().count() < 1_000, "{context}");
        assert!(!text.contains('\r') && !text.contains(['\u{2028}', '\u{2029}', '\u{202e}']), "{context}");
        if matches!(part.language, "html" | "jsx") {
            assert_markup(text, part.language == "jsx", &context);
        }
    }
}

fn assert_markup(text: &str, is_jsx: bool, context: &str) {
    for (at, _) in text.match_indices('&') {
        let reference = text[at + 1..].split(';').next().unwrap();
        let is_number = reference.strip_prefix('#').is_some_and(|n| n.bytes().all(|byte| byte.is_ascii_digit()));
        assert!(is_number || matches!(reference, "amp" | "lt" | "gt" | "quot"), "a bare ampersand: {context}");
    }
    // Scripts have an address and nothing inside.
    for (at, _) in text.match_indices("<script") {
        let tag = &text[at..];
        assert!(tag.starts_with("<script type=\"module\" src=\"http"), "{context}");
        assert_eq!(tag.find("</script>"), tag.find('>').map(|end| end + 1), "{context}");
    }
    for tag in text.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        assert!(!tag.contains('\n'), "{context}");
        let quotes = tag.matches('"').count();
        assert_eq!(quotes % 2, 0, "{context}");
        // Between quotation marks there are only names of attributes.
        let outside: String = tag.split('"').step_by(2).collect();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '=' | '-' | '/');
        let is_object = |c: char| is_jsx && matches!(c, '{' | '}' | ':' | ',');
        assert!(outside.chars().all(|c| is_name(c) || is_object(c)), "{outside}\n{context}");
    }
    for name in ["support-fit", "div", "a", "iframe", "script"] {
        let opened = text.matches(&format!("<{name} ")).count() + text.matches(&format!("<{name}>")).count();
        assert_eq!(opened, text.matches(&format!("</{name}>")).count(), "{context}");
    }
    assert!(!is_jsx || text.contains("<support-fit"), "{context}");
    let lines = text.lines().filter(|line| line.contains("<support-fit") || line.contains("<iframe"));
    for line in lines {
        let line = line.trim();
        assert!(line.starts_with("<div><") && line.ends_with("></div>"), "{context}");
        assert!(line.contains("style="), "{context}");
    }
}

fn page(design: &Design) -> String {
    snippets(design, &build())[0].parts[0].text.clone()
}

#[test]
fn the_snippet_of_a_new_design_has_the_form_of_the_readme() {
    let readme = include_str!("../../../../README.md");
    let (_, rest) = readme.split_once("```html\n").unwrap();
    let theirs = rest.split("\n```").next().unwrap();
    let mut design = Design::new("https://your-site.example/support-fit/");
    design.fallback = "This assessment needs JavaScript.".to_owned();
    design.fallback_url = "/contact".to_owned();
    assert_eq!(page(&design), theirs);
}

#[test]
fn settings_with_attributes_are_attributes_in_the_order_of_the_table() {
    let settings = parsed(r#"{"theme": "light", "providerName": "Marlow & Finch IT"}"#);
    let mut design = design(settings);
    design.loading = "eager".to_owned();
    design.styles.insert("--support-fit-accent", "#0b6b57".to_owned());
    assert_eq!(
        page(&design),
        "<script type=\"module\" src=\"https://widget.example/support-fit.js\"></script>\n\
         <div><support-fit provider-name=\"Marlow &amp; Finch IT\" theme=\"light\" loading=\"eager\" \
         style=\"display:flow-root;min-height:66em;--support-fit-accent:#0b6b57\">The assessment needs JavaScript.</support-fit></div>"
    );
}

#[test]
fn settings_without_attributes_or_too_long_for_them_are_in_a_file() {
    let long =
        format!(r#"{{"providerName": "{0}", "ctaLabel": "{0}", "ctaUrl": "https://a.example/{0}"}}"#, "&".repeat(80));
    for settings in [
        r#"{"providerSells": ["co-managed"]}"#,
        r#"{"later": "x"}"#,
        r#"{"theme": ""}"#,
        r#"{"lang": "a\u0000"}"#,
        &long,
    ] {
        let design = design(parsed(settings));
        let snippet = &snippets(&design, &build())[0];
        assert!(snippet.parts[0].text.contains("<support-fit config=\"/support-fit.json\" style="), "{settings}");
        assert_eq!((snippet.parts[1].name.as_str(), snippet.parts[1].language), ("support-fit.json", "json"));
    }
}

#[test]
fn every_kind_has_a_snippet_that_follows_the_rules() {
    let all =
        r#"{"providerName": "Marlow & Finch IT", "providerSells": ["co-managed"], "theme": "dark", "lang": "de"}"#;
    for settings in ["{}", all] {
        let mut design = design(parsed(settings));
        design.fallback_url = "/contact?a=b&c".to_owned();
        design.styles.insert("--support-fit-font-family", "\"Source Sans 3\", sans-serif".to_owned());
        let snippets = snippets(&design, &build());
        assert_eq!(snippets.iter().map(|snippet| snippet.kind).collect::<Vec<_>>(), SnippetKind::ALL);
        snippets.iter().for_each(assert_rules);
    }
}

#[test]
fn nothing_is_pasted_of_an_invalid_design() {
    for files in ["", "javascript:alert(1)/", "https://widget.example", "https://widget.example/\"><script>/"] {
        assert_eq!(snippets(&Design::new(files), &build()), [], "{files}");
    }
    let mut design = design(parsed(r#"{"providerSells": ["co-managed"]}"#));
    design.fallback_url = "javascript:alert(1)".to_owned();
    design.styles.insert("--support-fit-accent", "red;position:fixed".to_owned());
    assert!(snippets(&design, &build()).iter().all(|snippet| !format!("{:?}", snippet.parts).contains("javascript:")));
    assert!(snippets(&design, &build()).iter().all(|snippet| !format!("{:?}", snippet.parts).contains("fixed")));
    design.file = "#id".to_owned();
    let kinds: Vec<_> = snippets(&design, &build()).iter().map(|snippet| snippet.kind).collect();
    assert_eq!(kinds, [SnippetKind::Frame, SnippetKind::WordPress]);
}

#[test]
fn one_version_needs_a_version_and_an_integrity_value() {
    let pinned = |version: &str, integrity: &str| {
        let build = studio::Build { version: version.to_owned(), integrity: integrity.to_owned() };
        let found = snippets(&Design::new("https://widget.example/"), &build);
        found
            .into_iter()
            .find(|snippet| snippet.kind == SnippetKind::Pinned)
            .map(|snippet| snippet.parts[0].text.clone())
    };
    let integrity = build().integrity;
    let text = pinned("1.2.3", &integrity).unwrap();
    let tag = format!("support-fit-1.2.3.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>");
    assert!(text.contains(&tag), "{text}");
    for (version, integrity) in
        [("", integrity.as_str()), ("1\"", &integrity), ("1.2.3", ""), ("1.2.3", "sha384-\""), ("1.2.3", "sha384-x")]
    {
        assert_eq!(pinned(version, integrity), None, "{version} {integrity}");
    }
}

#[test]
fn a_frame_has_its_settings_in_its_address_or_in_a_file_for_frames() {
    let frame = |settings: &str| snippets(&design(parsed(settings)), &build())[1].parts.clone();
    let parts = frame(r#"{"providerName": "Marlow & Finch IT", "theme": "light"}"#);
    let address = "src=\"https://widget.example/frame.html?provider-name=Marlow%20%26%20Finch%20IT&amp;theme=light\"";
    assert!(parts.len() == 1 && parts[0].text.contains(address), "{}", parts[0].text);
    // A link must not lead visitors elsewhere, so the address cannot set it.
    let parts = frame(r#"{"ctaUrl": "https://www.marlow.example/contact"}"#);
    assert!(parts[0].text.contains("frame.html?config=support-fit.json\""), "{}", parts[0].text);
    assert!(parts[1].text.contains("\"frame\": true"));
}

#[test]
fn the_plugin_gets_what_a_shortcode_cannot_say_on_its_page() {
    let settings = r#"{"flow": "quick", "theme": "dark\"]", "lang": "en-GB", "ctaUrl": "tel:1"}"#;
    let mut design = design(parsed(settings));
    design.loading = "eager".to_owned();
    let snippet =
        snippets(&design, &build()).into_iter().find(|snippet| snippet.kind == SnippetKind::WordPress).unwrap();
    assert_eq!(snippet.parts[0].text, "[support-fit lang=\"en-GB\" flow=\"quick\" loading=\"eager\"]");
    let rest = parsed(&snippet.parts[1].text);
    assert_eq!(rest.get("theme").and_then(|theme| theme.as_text()), Some("dark\"]"));
    assert_eq!(rest.get("ctaUrl").and_then(|url| url.as_text()), Some("tel:1"));
    assert_eq!(rest.get("flow"), None);
}

#[test]
fn no_secret_is_in_any_snippet_link_or_draft() {
    const SECRET: &str = "pat-na1-11111111-2222";
    let settings =
        format!(r#"{{"ctaLabel": "{SECRET}", "contact": {{"receiver": "event", "extra": {{"key": "{SECRET}"}}}}}}"#);
    let mut design = design(parsed(&settings));
    design.fallback = SECRET.to_owned();
    let all = format!("{:?}{}", snippets(&design, &build()), studio::to_draft(&design));
    assert!(!all.contains("11111111"), "{all}");
    let link = studio::fragment(&design).unwrap();
    assert!(!format!("{:?}", studio::from_fragment(&link)).contains("11111111"));
}
