//! Links of other content, and bytes that no writer wrote under a checksum that fits.

use assessment::{AlternativeNotes, Assessment, CostModel, PatternNotes, Question, Roadmap, Trap};

use session::link::{LinkState, decode, encode};

use super::{LinkProblem, forged, full, link, open};

/// The standard content with other questions and another version.
fn with(version: &'static str, questions: Vec<Question>) -> Assessment {
    let standard = Assessment::standard();
    Assessment {
        version,
        questions: questions.leak(),
        alternatives: core::array::from_fn(|n| AlternativeNotes { ..standard.alternatives[n] }),
        trap: Trap { ..standard.trap },
        patterns: core::array::from_fn(|n| PatternNotes { ..standard.patterns[n] }),
        cost: CostModel { ..standard.cost },
        roadmap: Roadmap { ..standard.roadmap },
        ..*standard
    }
}

fn questions() -> Vec<Question> {
    Assessment::standard().questions.iter().map(|question| Question { ..*question }).collect()
}

// @threat-damaged-links
#[test]
fn a_link_of_other_questions_is_refused_with_their_version() {
    let mut reversed = questions();
    reversed.reverse();
    let other = with("2.0", reversed);
    let text = encode(&other, &LinkState::new(&other));
    assert_eq!(open(&text), Err(LinkProblem::OtherContent { version: "2.0".to_owned() }));
    assert!(decode(&other, &text).is_ok());
}

#[test]
fn a_question_more_or_less_or_renamed_makes_other_content() {
    let mut renamed = questions();
    renamed[0].id = "supplier";
    let mut options = questions();
    options[0].options = &options[0].options[1..];
    for changed in [renamed, options, questions().split_off(1)] {
        let other = with(Assessment::standard().version, changed);
        let text = encode(&other, &LinkState::new(&other));
        let version = Assessment::standard().version.to_owned();
        assert_eq!(open(&text), Err(LinkProblem::OtherContent { version }));
    }
}

#[test]
fn a_link_of_another_version_with_the_same_questions_opens() {
    let other = with("1.7", questions());
    assert_eq!(open(&encode(&other, &full())).unwrap().state, full());
}

#[test]
fn a_long_version_is_shortened_to_what_can_be_shown() {
    let other = with("2026.11 <b>\u{202e}beta</b>", questions().split_off(1));
    let text = encode(&other, &LinkState::new(&other));
    assert_eq!(open(&text), Err(LinkProblem::OtherContent { version: "2026.11b".to_owned() }));
}

#[test]
fn a_version_that_cannot_be_shown_is_not_repeated() {
    for version in ["<b>", "\u{202e}a", "123456789", "1 0"] {
        let mut bytes = vec![0, 0, 0, 0, version.len() as u8];
        bytes.extend(version.bytes());
        assert_eq!(open(&forged::link("s1.", &bytes)), Err(LinkProblem::Damaged), "{version:?}");
    }
}

#[test]
fn bytes_that_stop_too_early_are_refused_though_the_checksum_fits() {
    let bytes = forged::bytes(&link(&full()));
    for end in 0..bytes.len() {
        assert!(open(&forged::link("s1.", &bytes[..end])).is_err(), "{end}");
    }
}

#[test]
fn states_that_a_question_does_not_have_are_refused_though_the_checksum_fits() {
    let mut bytes = forged::bytes(&link(&full()));
    let end = bytes.len();
    bytes[end - 12..].fill(0xFF);
    assert_eq!(open(&forged::link("s1.", &bytes)), Err(LinkProblem::Damaged));
}

#[test]
fn bits_behind_the_last_answer_are_refused() {
    let mut bytes = forged::bytes(&link(&full()));
    *bytes.last_mut().unwrap() |= 1;
    assert_eq!(open(&forged::link("s1.", &bytes)), Err(LinkProblem::Damaged));
    // With a section behind them too.
    bytes.extend([5, 1, 9]);
    assert_eq!(open(&forged::link("s1.", &bytes)), Err(LinkProblem::Damaged));
}
