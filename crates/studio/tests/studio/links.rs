//! Links and drafts.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use studio::{Design, LONGEST_FRAGMENT, fragment, from_draft, from_fragment, read};

use super::designs::{FILES, design, parsed};

fn of_json(json: &str) -> String {
    format!("design-1-{}", URL_SAFE_NO_PAD.encode(json))
}

#[test]
fn a_link_is_read_whole_or_from_its_sign() {
    let design = design(parsed(r#"{"theme": "dark", "weights": {"cost": 0.7}}"#));
    let fragment = fragment(&design).unwrap();
    for text in [fragment.clone(), format!("#{fragment}"), format!("https://widget.example/studio.html#{fragment}\n")] {
        let reading = read(&text).unwrap();
        assert_eq!((reading.kind, &reading.design), ("a link of the studio", &design));
        assert_eq!(reading.onto(&Design::new("")), design);
    }
}

#[test]
fn a_design_that_is_too_long_for_a_link_is_refused() {
    let logo = format!(r#"{{"logo": {{"url": "data:image/png;base64,{}", "alt": "x"}}}}"#, "A".repeat(9_000));
    let refused = fragment(&design(parsed(&logo))).unwrap_err();
    assert!(refused.characters > LONGEST_FRAGMENT && refused.to_string().contains("at most 8000"), "{refused}");
}

#[test]
fn a_damaged_link_is_an_error() {
    let whole = fragment(&Design::new(FILES)).unwrap();
    let cut = &whole[..whole.len() - 7];
    let long = of_json(&" ".repeat(LONGEST_FRAGMENT));
    let deep = of_json(&format!("{{\"studio\":1,\"settings\":{}1{}}}", "{\"a\":".repeat(200), "}".repeat(200)));
    for text in ["design-", "design-1-", "design-1-%", "design-2-e30", "design-1-e30", "design-x", cut, &long, &deep] {
        let problems = from_fragment(text).unwrap_err();
        assert!(problems.len() == 1 && !problems[0].remedy.is_empty(), "{text}: {problems:?}");
    }
}

#[test]
fn unknown_entries_of_a_link_are_left_out_with_a_problem() {
    let json = r#"{"studio":1,"settings":{"theme":"dark","later":1},"styles":{"--x":"1","--support-fit-accent":5},"files":"https://widget.example/","file":3,"other":{}}"#;
    let reading = from_fragment(&of_json(json)).unwrap();
    assert_eq!(reading.design.settings, parsed(r#"{"theme": "dark", "later": 1}"#));
    let lines: Vec<_> = reading.problems.iter().map(|problem| problem.line.split(':').next().unwrap()).collect();
    assert_eq!(lines.iter().filter(|line| line.starts_with("unknown-setting")).count(), 5, "{lines:?}");
    assert!(reading.design.styles.is_empty());
}

#[test]
fn a_draft_is_read_as_a_file_too() {
    let design = design(parsed(r#"{"theme": "dark"}"#));
    let draft = studio::to_draft(&design);
    let reading = read(&draft).unwrap();
    assert_eq!((reading.kind, reading.design), ("a draft of the studio", design));
    assert!(from_draft(r#"{"theme": "dark"}"#).is_err() && from_draft("{").is_err());
    assert!(from_draft(r#"{"studio": 2}"#).unwrap_err()[0].line.contains("another version"));
}
