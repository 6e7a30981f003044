//! The format and length of a link; older links still open.

use assessment::{Assessment, OptionId, QuestionId};

use decision::response::{ChoiceSet, Rating, Response};

use session::{
    Course,
    link::{LONGEST, fragment_with},
};

use super::{empty, entered::busy, forged, full, link, open, organization, reference};

/// The first organization's link from the first build with the format `s2`. Every later content must open it.
const KEPT: &str = "s2-AzEuMrqyw4ZmZmSmhEREZdxKaFxIRKYX_18hA";

#[test]
fn a_link_of_the_first_build_opens_and_encodes_identically() {
    let first = reference::organizations().into_iter().next().unwrap();
    assert_eq!(link(&organization(&first)), KEPT);
    assert_eq!(open(KEPT).unwrap().state, organization(&first));
}

#[test]
fn an_empty_link_opens_as_an_empty_state() {
    let opened = open(&link(&empty())).unwrap();
    assert_eq!((opened.state, opened.unread_answers, opened.unread_entries), (empty(), 0, 0));
}

#[test]
fn all_answers_and_ratings_come_back() {
    assert_eq!(open(&link(&full())).unwrap().state, full());
}

#[test]
fn every_response_to_every_question_comes_back() {
    for (id, question) in Assessment::standard().questions() {
        let choices = question.choices().len();
        let ones = (0..question.options.len()).map(|n| Response::One(OptionId::from_index(n)));
        let sets = (0..1_u16 << choices).map(|set| Response::Several(ChoiceSet(set)));
        let responses: Vec<Response> = if choices == 0 { ones.collect() } else { sets.collect() };
        for response in responses.into_iter().chain([Response::NotSure]) {
            let mut state = empty();
            state.responses.set(id, Some(response));
            assert_eq!(open(&link(&state)).unwrap().state, state, "{}: {response:?}", question.id);
        }
    }
}

#[test]
fn not_sure_none_of_these_and_unanswered_are_distinct() {
    let signs = Assessment::standard().find_question("signs").unwrap();
    let links = [None, Some(Response::NotSure), Some(Response::Several(ChoiceSet::default()))].map(|response| {
        let mut state = empty();
        state.responses.set(signs, response);
        link(&state)
    });
    assert!(links[0] != links[1] && links[1] != links[2] && links[0] != links[2]);
}

#[test]
fn every_rating_and_both_courses_come_back() {
    let assessment = Assessment::standard();
    for dimension in assessment.dimensions {
        for rating in Rating::ALL {
            for course in [Course::Quick, Course::Full] {
                let mut state = empty();
                state.course = course;
                state.priorities.set(assessment.find_dimension(dimension.id).unwrap(), rating);
                assert_eq!(open(&link(&state)).unwrap().state, state);
            }
        }
    }
}

#[test]
fn an_invalid_response_counts_as_unanswered() {
    let assessment = Assessment::standard();
    let wrong = [
        ("cap", Response::Several(ChoiceSet(1))),
        ("signs", Response::One(OptionId(0))),
        ("cap", Response::One(OptionId(200))),
        ("signs", Response::Several(ChoiceSet(u16::MAX))),
    ];
    for (name, response) in wrong {
        let question: QuestionId = assessment.find_question(name).unwrap();
        let mut state = empty();
        state.responses.set(question, Some(response));
        assert_eq!(open(&link(&state)).unwrap().state, empty(), "{name}: {response:?}");
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "the figure is worth a look")]
fn a_link_with_all_answers_has_at_most_42_characters() {
    let organizations = reference::organizations();
    assert!(organizations.len() >= 11);
    let links: Vec<String> =
        organizations.iter().map(organization).chain([empty(), full()]).map(|state| link(&state)).collect();
    let longest = links.iter().max_by_key(|link| link.len()).unwrap();
    println!("the longest of {} links: {} characters, {longest}", links.len(), longest.len());
    assert!(longest.len() <= 42);
}

#[test]
fn a_fragment_with_a_link_is_an_id_that_ends_in_a_letter_or_digit() {
    for state in reference::organizations().iter().map(organization).chain([empty(), full(), busy()]) {
        let text = fragment_with("", &link(&state));
        let id = text.strip_prefix('#').unwrap();
        assert!(id.starts_with("support-fit-s2-"), "{text}");
        assert!(id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')), "{text}");
        assert!(id.ends_with(|c: char| c.is_ascii_alphanumeric()), "{text}");
    }
}

#[test]
fn a_link_matches_its_documentation() {
    let bytes = forged::bytes(&link(&full()));
    assert_eq!(forged::link("s2-", &bytes), link(&full()));
    let version = Assessment::standard().version;
    assert_eq!(usize::from(bytes[0]), version.len());
    assert_eq!(&bytes[1..=version.len()], version.as_bytes());
    // The full course, seven ratings of 3, and answers up to question 28.
    let state = &bytes[1 + version.len()..];
    assert_eq!(state.len(), 20);
    assert_eq!(state[..3], [0b1011_1111, 0b1111_1111, 0b1110_0011]);
    // Then half-bytes, shifted by three bits: the fourth option of questions 1 and 2, and the sixth of question 3.
    assert_eq!(state[3..5], [0b1000_1010, 0b1010_1110]);
}

#[test]
fn a_link_of_the_maximum_length_opens_and_a_longer_one_is_too_long() {
    let bytes = forged::bytes(&link(&empty()));
    let of_length = |length: usize| {
        let length_of = [length as u8 | 0x80, (length >> 7) as u8];
        forged::link("s2-", &[&bytes[..], &[99], &length_of, &vec![7; length]].concat())
    };
    let (mut shortest_refused, mut longest_opened) = (usize::MAX, 0);
    for length in 2900..3050 {
        let text = of_length(length);
        match open(&text) {
            Ok(opened) => {
                assert_eq!((opened.state, opened.unread_entries), (empty(), 1));
                longest_opened = longest_opened.max(text.len());
            }
            Err(problem) => {
                assert_eq!(problem, super::LinkProblem::TooLong);
                shortest_refused = shortest_refused.min(text.len());
            }
        }
    }
    assert!(longest_opened <= LONGEST && longest_opened > LONGEST - 2, "{longest_opened}");
    assert!(shortest_refused > LONGEST && shortest_refused <= LONGEST + 2, "{shortest_refused}");
}
