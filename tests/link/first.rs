//! Links of the format `s1`, made with content 1.1.

use assessment::{
    Assessment,
    json::Value,
    named::{checklist, metric, step},
};
use decision::{
    response::{ChoiceSet, Response},
    worksheet::{DutyId, StepKey},
};

use super::{LinkProblem, LinkState, forged, open, organization, reference};

const LINKS: &str = include_str!("../fixtures/links-1.1.json");

fn first(id: &str) -> String {
    let links: Value = serde_json::from_str(LINKS).unwrap();
    links.get(id).and_then(Value::as_text).unwrap().to_owned()
}

#[test]
fn links_of_content_1_1_open_with_changed_questions_marked_for_review() {
    let assessment = Assessment::standard();
    let since = assessment.changed_since.iter().find(|since| since.version == "1.1").unwrap();
    let organizations = reference::organizations();
    for (n, case) in organizations.iter().enumerate() {
        let id = reference::name(case, n);
        let mut expected = organization(case);
        for question in since.questions {
            if expected.responses.get(*question) == Some(Response::Several(ChoiceSet::default())) {
                expected.responses.set(*question, None);
            }
        }
        let answered = expected.responses.iter().map(|(id, _)| id);
        expected.recheck = answered.filter(|id| since.questions.contains(id)).collect();
        assert!(!expected.recheck.is_empty());
        let opened = open(&first(&id)).unwrap();
        assert_eq!((opened.unread_answers, opened.unread_entries), (0, 0), "{id}");
        assert_eq!(opened.state, expected, "{id}");
    }
    assert_eq!(organizations.len(), 11);
}

#[test]
fn no_signs_selected_in_content_1_1_counts_as_unanswered() {
    let assessment = Assessment::standard();
    let signs = assessment.find_question("signs").unwrap();
    let without_signs: Vec<LinkState> = reference::organizations()
        .iter()
        .map(organization)
        .filter(|state| state.responses.get(signs) == Some(Response::Several(ChoiceSet::default())))
        .collect();
    assert!(!without_signs.is_empty(), "some organization has none of the signs");
}

#[test]
fn entries_made_with_content_1_1_come_back() {
    let opened = open(&first("sections")).unwrap();
    assert_eq!((opened.unread_answers, opened.unread_entries), (0, 0));
    let worksheet = opened.state.worksheet;
    assert!(!worksheet.figures.is_empty() && !worksheet.scorecard.is_empty());
    assert!(worksheet.questions.get(checklist::NIGHTS).ticked);
    let goals = worksheet.steps.get(StepKey::Suggested(step::GOALS)).unwrap();
    assert_eq!((goals.done, goals.owner.as_str()), (true, "Ana"));
    assert_eq!(worksheet.duties.get(DutyId::Own(1)).unwrap().name.as_deref(), Some("Phones"));
    let assessment = Assessment::standard();
    assert!(
        worksheet.scorecard.measures(assessment).any(|(id, _, entry)| id == metric::RESPONSE && entry.today.is_some())
    );
}

/// Messengers treat `-` and `_` at the end of a URL as punctuation.
#[test]
fn a_link_without_its_trailing_hyphens_opens() {
    let bytes = forged::bytes(&first("P1"));
    let mut tried = [0; 4];
    // The text of an unknown section changes the checksum, and so the end of the link.
    for n in 0..=u16::MAX {
        let text = forged::link("s1.", &[&bytes[..], &[99, 2], &n.to_be_bytes()].concat());
        let cut = text.trim_end_matches(['-', '_']);
        let length = text.len() - cut.len();
        if length > 3 || tried[length] == 3 {
            continue;
        }
        tried[length] += 1;
        assert_eq!(open(cut), open(&text), "{text}");
        assert_eq!(open(cut).unwrap().unread_entries, 1);
    }
    assert!(tried[1] == 3 && tried[2] == 3, "{tried:?}");
}

// @threat-damaged-links
#[test]
fn a_link_that_lost_more_than_hyphens_is_rejected() {
    let text = first("P1");
    for end in 3..text.len() {
        assert_eq!(open(&text[..end]), Err(LinkProblem::Damaged), "{}", &text[..end]);
    }
}

#[test]
fn a_link_for_other_questions_is_rejected_with_their_version() {
    let mut bytes = forged::bytes(&first("P1"));
    bytes[0] ^= 1;
    let problem = LinkProblem::OtherContent { version: "1.1".to_owned() };
    assert_eq!(open(&forged::link("s1.", &bytes)), Err(problem));
}

#[test]
fn impossible_answers_are_rejected_despite_a_valid_checksum() {
    let mut bytes = forged::bytes(&first("P1"));
    let end = bytes.len();
    bytes[end - 12..].fill(0xFF);
    assert_eq!(open(&forged::link("s1.", &bytes)), Err(LinkProblem::Damaged));
}

#[test]
fn steps_for_other_ids_are_dropped_and_counted() {
    let bytes = forged::bytes(&first("sections"));
    // The fingerprint of the steps.
    let at = bytes.windows(4).position(|four| four[0] == 3 && four[2..] == 44_481_u16.to_be_bytes()).unwrap() + 2;
    let mut other = bytes.clone();
    other[at] ^= 1;
    let opened = open(&forged::link("s1.", &other)).unwrap();
    assert_eq!(opened.unread_entries, 1);
    assert!(opened.state.worksheet.steps.is_empty() && !opened.state.worksheet.figures.is_empty());
}
