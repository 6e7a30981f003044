//! What people paste.

use studio::{Design, read};

use super::designs::{FILES, parsed};

#[test]
fn a_configuration_keeps_unknown_entries_and_says_so() {
    let text =
        "\u{feff}{\"$schema\": \"https://widget.example/support-fit.schema.json\", \"version\": 1, \"thmee\": 5}";
    let reading = read(text).unwrap();
    assert_eq!((reading.kind, reading.missing.as_deref()), ("a configuration", None));
    assert_eq!(reading.design.settings, parsed(r#"{"thmee": 5}"#));
    assert_eq!(reading.design.files, FILES);
    assert_eq!(reading.problems[0].nearest.as_deref(), Some("theme"));
}

#[test]
fn a_configuration_leaves_the_rest_of_a_design_as_it_is() {
    let current =
        Design { fallback: "Ours".to_owned(), loading: "eager".to_owned(), ..Design::new("https://ours.example/") };
    let design = read(r#"{"$schema": "https://widget.example/support-fit.schema.json", "theme": "dark"}"#)
        .unwrap()
        .onto(&current);
    assert_eq!(design, Design { settings: parsed(r#"{"theme": "dark"}"#), ..current });
}

#[test]
fn an_element_names_the_file_that_is_missing() {
    let text = r#"<support-fit config="/it.json" theme="dark" provider-nmae="x" class="y" data-z onclick="a()">…</support-fit>"#;
    let reading = read(text).unwrap();
    assert_eq!((reading.kind, reading.missing.as_deref()), ("a snippet", Some("/it.json")));
    let problems: Vec<_> =
        reading.problems.iter().map(|problem| (problem.path.as_str(), problem.nearest.as_deref())).collect();
    assert_eq!(problems[1], ("provider-nmae", Some("provider-name")));
    assert_eq!((problems.len(), problems[0].0), (2, "onclick"));
    // Attributes come before the file.
    let whole = reading.with_file(r#"{"version": 1, "theme": "light", "flow": "quick"}"#).unwrap();
    assert_eq!(whole.design.settings, parsed(r#"{"flow": "quick", "theme": "dark"}"#));
    assert_eq!(whole.missing, None);
}

#[test]
fn an_address_of_a_frame_is_read_with_its_parameters() {
    let text = "https://widget.example/frame.html?provider-name=Marlow+%26+Finch&amp;storage-key=a&config=marlow.json&cta-url=x&data-layer";
    let reading = read(text).unwrap();
    assert_eq!(
        (reading.kind, reading.missing.as_deref()),
        ("a frame's address", Some("https://widget.example/marlow.json"))
    );
    let settings =
        r#"{"providerName": "Marlow & Finch", "storageKey": "support-fit-frame-a", "dataLayer": "dataLayer"}"#;
    assert_eq!(reading.design.settings, parsed(settings));
    assert_eq!(reading.problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), ["cta-url"]);
}

#[test]
fn a_shortcode_is_read_anywhere_in_a_post() {
    for text in [
        "[support-fit flow='quick' theme=dark lang=\"en\" cta-url=\"tel:1\"]",
        "<p>Before</p>\n[support-fit flow=\"quick\" theme=\"dark\" lang=\"en\" cta-url=\"tel:1\"] after",
    ] {
        let reading = read(text).unwrap();
        assert_eq!(reading.kind, "a shortcode");
        assert_eq!(
            reading.design.settings,
            parsed(r#"{"flow": "quick", "theme": "dark", "lang": "en", "ctaUrl": "tel:1"}"#)
        );
        assert!(reading.missing.is_some() && reading.problems[0].path == "cta-url");
    }
}

#[test]
fn styles_are_read_from_a_rule_and_from_an_attribute() {
    let rule = "support-fit {\n  --support-fit-accent: #0b6b57;\n  --support-fit-radius: 0.25em;\n}";
    let attribute = "<support-fit style=\"display:flow-root;--support-fit-accent:#0b6b57;--support-fit-radius:0.25em\"></support-fit>";
    let [one, other] = [rule, attribute].map(|text| read(text).unwrap().design.styles);
    assert_eq!(one, other);
    assert_eq!(one["--support-fit-radius"], "0.25em");
}

#[test]
fn what_is_no_snippet_is_an_error_that_says_what_was_expected() {
    let long = "x".repeat(100_001);
    let texts = [
        "",
        " \n",
        "hello",
        "<p>hello</p>",
        "https://www.example.com/",
        "https://a.example/x.json",
        "[gallery]",
        "[]",
        "{",
        "5",
        "<",
        "[support-fit",
        &long,
    ];
    for text in texts {
        let problems = read(text).unwrap_err();
        assert!(!problems.is_empty(), "{text:.20}");
        assert!(
            problems.iter().all(|problem| problem.line.contains("expected") || problem.line.starts_with("not-json")),
            "{problems:?}"
        );
        assert!(problems.iter().all(|problem| !problem.remedy.is_empty()), "{problems:?}");
    }
}

#[test]
fn an_own_form_in_the_element_is_reported() {
    let text = "<support-fit theme=\"dark\">Text. <a href=\"/contact\">Write</a>. <span slot=\"contact\"><span>In</span> it <a href=\"x\">y</a></span></support-fit>";
    let reading = read(text).unwrap();
    let Design { fallback, fallback_label, fallback_url, .. } = &reading.design;
    assert_eq!([fallback, fallback_label, fallback_url], ["Text.", "Write", "/contact"]);
    assert!(reading.problems[0].line.contains("`slot`"), "{:?}", reading.problems);
}

#[test]
fn long_and_nested_texts_are_read_in_no_time() {
    for piece in [
        "<div>",
        "<support-fit ",
        "={",
        "{",
        "[support-fit a=",
        "<a href='",
        "&",
        "<script type=\"application/json\" id=\"a\">",
        "\"",
        "<support-fit><p slot=a>",
    ] {
        let _ = read(&piece.repeat(100_000 / piece.len()));
        let _ = read(&format!("style={{{{<support-fit {}", piece.repeat(90_000 / piece.len())));
    }
}
