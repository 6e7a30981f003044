//! Someone else's answers, from pasted text or a document.

use assessment::{Assessment, json::Value};

use session::{Others, OthersProblem, link::LinkProblem};

use super::{
    empty, forged, link, organization,
    reference::{draft, name, organizations},
};

/// The links that the end-to-end tests paste.
const LINKS: &str = include_str!("../fixtures/links.json");

fn in_text(text: &str) -> Result<Others, OthersProblem> {
    Others::in_text(Assessment::standard(), text)
}

fn in_json(text: &str) -> Result<Others, OthersProblem> {
    Others::in_document(Assessment::standard(), &serde_json::from_str(text).unwrap())
}

#[test]
fn the_links_of_the_fixtures_are_those_of_the_organizations() {
    let fixture: Value = serde_json::from_str(LINKS).unwrap();
    for (n, case) in organizations().iter().enumerate() {
        let id = name(case, n);
        assert_eq!(fixture.get(&id).and_then(Value::as_text), Some(link(&organization(case)).as_str()), "{id}");
    }
}

#[test]
fn links_of_content_1_1_return_their_answers() {
    let fixture: Value = serde_json::from_str(include_str!("../fixtures/links-1.1.json")).unwrap();
    let links: Vec<&str> = fixture.entries().unwrap().iter().filter_map(|(_, link)| link.as_text()).collect();
    assert_eq!(links.len(), 12);
    for link in links {
        assert!(!in_text(&format!("https://example.com/it#support-fit={link}")).unwrap().is_partial, "{link}");
    }
}

#[test]
fn unknown_answers_in_a_link_are_dropped_and_flagged() {
    // Content 1.2, no ratings, option 12 of question 1, option 1 of question 2.
    let bytes = [3, b'1', b'.', b'2', 0b0000_0000, 0b0001_0110, 0b1001_0000];
    let others = in_text(&forged::link("s2-", &bytes)).unwrap();
    assert!(others.is_partial);
    assert_eq!(others.responses.iter().count(), 1);
}

#[test]
fn a_link_anywhere_in_a_mail_is_found() {
    let case = &organizations()[1];
    let ours = link(&organization(case));
    let expected = draft(case);
    for mail in [
        ours.clone(),
        format!("#support-fit-{ours}"),
        format!("Hi,\nhere it is: https://example.com/it?a=b#/top?support-fit-{ours}.\nAnn"),
        format!("About ticket #12 & more: <https://example.com/#support-fit-{ours}>\n#3"),
    ] {
        let others = in_text(&mail).unwrap();
        assert_eq!((&others.responses, &others.priorities), (&expected.responses, &expected.priorities), "{mail}");
        assert!(!others.is_partial);
    }
}

#[test]
fn text_without_a_link_is_reported() {
    for text in ["", "hello", "https://example.com/", "#12 and #13", "https://example.com/#top"] {
        assert_eq!(in_text(text), Err(OthersProblem::Link(LinkProblem::NotOurs)), "{text}");
    }
}

#[test]
fn a_truncated_or_newer_link_is_reported() {
    let ours = link(&organization(&organizations()[1]));
    assert_eq!(in_text(&ours[..ours.len() - 4]), Err(OthersProblem::Link(LinkProblem::Damaged)));
    let later = forged::link("s3-", &[1, 2, 3]);
    assert_eq!(in_text(&later), Err(OthersProblem::Link(LinkProblem::NewerFormat)));
}

#[test]
fn a_link_without_answers_cannot_be_compared() {
    assert_eq!(in_text(&link(&empty())), Err(OthersProblem::Empty));
    assert_eq!(in_json(r#"{"answers":{}}"#), Err(OthersProblem::Empty));
}

#[test]
fn a_draft_of_every_schema_returns_its_answers() {
    for text in [
        include_str!("../fixtures/draft-schema-1.json"),
        include_str!("../fixtures/draft-schema-2-full.json"),
        include_str!("../fixtures/draft-schema-3.json"),
    ] {
        assert!(!in_json(text).unwrap().responses.is_empty());
    }
}

#[test]
fn answers_of_another_version_are_dropped_and_flagged() {
    let others = in_json(r#"{"answers":{"cap":"lead","retired":"yes"}}"#).unwrap();
    assert!(others.is_partial);
    assert_eq!(others.responses.iter().count(), 1);
    assert_eq!(in_json(r#"{"answers":{"retired":"yes"}}"#), Err(OthersProblem::NoAnswers));
}

#[test]
fn an_invalid_plan_is_ignored() {
    let others = in_json(r#"{"schema":3,"answers":{"cap":"lead"},"duties":{"no task":{"today":"both"}}}"#).unwrap();
    assert!(!others.is_partial);
}

#[test]
fn a_later_draft_is_distinguished_from_an_invalid_one() {
    assert_eq!(in_json(r#"{"schema":4,"answers":{"cap":"lead"}}"#), Err(OthersProblem::Newer));
    for text in ["[]", "3", "{}", r#"{"answers":[]}"#, r#"{"name":"support-fit","version":"1"}"#] {
        assert_eq!(in_json(text), Err(OthersProblem::NoAnswers), "{text}");
    }
}
