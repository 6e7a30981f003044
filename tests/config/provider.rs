//! Own words, hidden views and the logo.

use config::{Config, Logo, Settings};

use super::{document, json, refused, set};

#[test]
fn an_invalid_text_is_reported_and_the_others_apply() {
    let (Settings { result, .. }, problems) = document(
        r#"{"texts": {"title": " Pick IT ", "promise": 5, "contact": "", "sections": {"cost": "Budget", "sources": "x"}}}"#,
    );
    assert_eq!(result.texts, [("title", "Pick IT".to_owned()), ("cost", "Budget".to_owned())]);
    let expected = [
        "wrong-type at $.texts.promise: found 5, expected 1 to 300 characters",
        r#"empty at $.texts.contact: found "", expected 1 to 80 characters"#,
        r#"unknown-setting at $.texts.sections.sources: found "x", expected the name of an entry"#,
    ];
    assert_eq!(problems, expected);
}

/// So that each problem is reported once.
#[test]
fn the_start_leaves_problems_of_texts_to_the_later_module() {
    let document = json(r#"{"texts": {"title": "moc\u202e", "promise": "Seven questions."}}"#);
    let (start, _, problems) = Config::read(Some(&document), &[]);
    assert_eq!((start.title, start.promise.as_deref()), (None, Some("Seven questions.")));
    assert_eq!(problems, []);
    let problems = Settings::read(Some(&document), &[]).1;
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().starts_with("unsafe-text at $.texts.title: "), "{}", problems[0]);
}

#[test]
fn views_that_are_not_listed_are_hidden_but_the_answer() {
    let hidden = |list: &str| set("sections", json(list)).result.hidden;
    assert_eq!(hidden(r#"["sources", "plan", "what-if"]"#), ["why", "cost", "who", "ask", "save"]);
    assert_eq!(hidden(r#"["why", "what-if", "cost", "who", "plan", "ask", "save", "sources"]"#), [""; 0]);
}

#[test]
fn what_would_change_the_result_and_the_sources_cannot_be_hidden() {
    for list in [r#"["answer", "sources"]"#, r#"["what-if", "cost"]"#, "[]"] {
        let (settings, problems) = document(&format!(r#"{{"sections": {list}}}"#));
        let expected =
            "missing at $.sections: found a list, expected what-if and sources among them, which cannot be hidden";
        assert_eq!(problems, [expected]);
        assert_eq!(settings.result.hidden, [""; 0], "everything is shown");
    }
}

// @threat-settings
#[test]
fn a_logo_is_an_encrypted_address_or_a_picture_and_no_svg() {
    let logo = |url: &str| json(&format!(r#"{{"url": "{url}", "alt": "Marlow"}}"#));
    for url in ["https://a.example/logo.png", "http://localhost:3000/a", "data:image/webp;base64,AAAA"] {
        let expected = Logo { url: url.to_owned(), alt: "Marlow".to_owned() };
        assert_eq!(set("logo", logo(url)).result.logo, Some(expected));
    }
    for url in [
        "http://a.example/logo.png",
        "https://a@b.example/logo.png",
        "https://a.example/logo.svg",
        "https://a.example/logo.Svgz?x#y",
        "data:image/svg+xml;base64,AAAA",
        "data:image/png,AAAA",
        "blob:https://a.example/1",
        "javascript:alert(1)",
    ] {
        assert_eq!(refused("logo", logo(url)), "unknown-value", "{url}");
    }
}

#[test]
fn a_logo_without_a_text_or_an_address_is_not_shown() {
    assert_eq!(refused("logo", json(r#"{"url": "https://a.example/logo.png"}"#)), "missing");
    assert_eq!(refused("logo", json(r#"{"alt": "Marlow"}"#)), "missing");
    assert_eq!(refused("logo", json(r#"{"url": "https://a.example/logo.png", "alt": " "}"#)), "empty");
}
