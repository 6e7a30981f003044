//! Links under other contents, and invalid bytes with a valid checksum.

use assessment::{
    AlternativeNotes, Assessment, ChangedSince, CostModel, Dimension, Numbers, PatternNotes, Question, QuestionNumbers,
    Roadmap, Trap, named::cap,
};
use decision::response::{ChoiceSet, Response};
use session::link::{LinkState, Opened, decode, encode};

use super::{LinkProblem, forged, full, link, open};

/// The standard content with a modification.
fn other(change: impl FnOnce(&mut Assessment)) -> Assessment {
    let standard = Assessment::standard();
    let mut other = Assessment {
        alternatives: core::array::from_fn(|n| AlternativeNotes { ..standard.alternatives[n] }),
        trap: Trap { ..standard.trap },
        patterns: core::array::from_fn(|n| PatternNotes { ..standard.patterns[n] }),
        cost: CostModel { ..standard.cost },
        roadmap: Roadmap { ..standard.roadmap },
        ..*standard
    };
    change(&mut other);
    other
}

fn questions() -> Vec<Question> {
    Assessment::standard().questions.iter().map(|question| Question { ..*question }).collect()
}

fn numbers() -> Vec<QuestionNumbers> {
    Assessment::standard().numbers.questions.iter().map(|numbers| QuestionNumbers { ..*numbers }).collect()
}

/// Content with these questions and their numbers.
fn with(questions: Vec<Question>, numbers: Vec<QuestionNumbers>) -> Assessment {
    let standard = Assessment::standard().numbers;
    let first_links = assessment::FirstLinks { ..standard.first_links };
    let numbers = Numbers { questions: numbers.leak(), first_links, ..*standard };
    other(|it| {
        it.questions = questions.leak();
        it.numbers = Box::leak(Box::new(numbers));
    })
}

fn responses_of<'a>(content: &'a Assessment, opened: &Opened) -> Vec<(&'a str, Response)> {
    let mut responses: Vec<_> =
        opened.state.responses.iter().map(|(id, response)| (content.question(id).id, response)).collect();
    responses.sort_by_key(|(id, _)| *id);
    responses
}

#[test]
fn a_link_opens_under_a_content_that_asks_in_another_order() {
    let (mut questions, mut numbers) = (questions(), numbers());
    questions.reverse();
    numbers.reverse();
    let other = with(questions, numbers);
    let opened = decode(&other, &link(&full())).unwrap();
    assert_eq!((opened.unread_answers, opened.unread_entries), (0, 0));
    assert_eq!(responses_of(&other, &opened), responses_of(Assessment::standard(), &open(&link(&full())).unwrap()));
    assert_eq!(encode(&other, &opened.state), link(&full()));
}

#[test]
fn an_answer_to_a_removed_question_is_dropped_and_counted() {
    let (questions, numbers) = (questions().split_off(1), numbers().split_off(1));
    let other = with(questions, numbers);
    let opened = decode(&other, &link(&full())).unwrap();
    assert_eq!(opened.unread_answers, 1);
    assert_eq!(opened.state.responses.iter().count(), other.questions.len());
}

#[test]
fn a_removed_option_and_choice_are_dropped_and_counted() {
    let mut numbers = numbers();
    let assessment = Assessment::standard();
    let signs = assessment.find_question("signs").unwrap();
    numbers[cap::QUESTION.index()].answers = &[1, 2, 3, 4, 5, 20];
    numbers[signs.index()].answers = &[1, 2, 3, 4, 5, 6, 20];
    let other = with(questions(), numbers);
    let opened = decode(&other, &link(&full())).unwrap();
    assert_eq!(opened.unread_answers, 2);
    assert_eq!(opened.state.responses.get(cap::QUESTION), None);
    assert_eq!(opened.state.responses.get(signs), Some(Response::Several(ChoiceSet(0b11_1111))));
}

#[test]
fn a_selection_of_only_unknown_choices_counts_as_unanswered() {
    let mut numbers = numbers();
    let signs = Assessment::standard().find_question("signs").unwrap();
    numbers[signs.index()].answers = &[21, 22, 23, 24, 25, 26, 27];
    let opened = decode(&with(questions(), numbers), &link(&full())).unwrap();
    assert_eq!((opened.unread_answers, opened.state.responses.get(signs)), (1, None));
}

#[test]
fn answers_to_later_content_survive_whatever_their_numbers() {
    let mut numbers = numbers();
    numbers[0] = QuestionNumbers { number: 255, answers: &[12, 13, 200, 255] };
    let signs = Assessment::standard().find_question("signs").unwrap();
    numbers[signs.index()] = QuestionNumbers { number: 18, answers: &[64, 63, 40, 1, 2, 3, 4] };
    let other = with(questions(), numbers);
    for option in 0..4 {
        let mut state = full();
        state.responses.set(assessment::QuestionId(0), Some(Response::One(assessment::OptionId(option))));
        let opened = decode(&other, &encode(&other, &state)).unwrap();
        assert_eq!((opened.unread_answers, &opened.state), (0, &state));
    }
}

#[test]
fn a_rating_of_an_unknown_dimension_is_dropped_and_counted() {
    let seven = Assessment::standard().dimensions;
    let eight: Vec<Dimension> = seven.iter().chain(&seven[..1]).map(|dimension| Dimension { ..*dimension }).collect();
    let later = other(|it| it.dimensions = eight.leak());
    let opened = open(&encode(&later, &LinkState::new(&later))).unwrap();
    assert_eq!((opened.unread_answers, opened.state), (1, super::empty()));
}

#[test]
fn answers_to_questions_changed_since_the_link_are_marked_for_review() {
    let signs = Assessment::standard().find_question("signs").unwrap();
    let changed: &'static [_] = vec![cap::QUESTION, signs].leak();
    let version = Assessment::standard().version;
    let later = other(|it| {
        it.version = "9.9";
        it.changed_since = vec![ChangedSince { version, questions: changed }].leak();
    });
    let mut state = full();
    state.responses.set(signs, Some(Response::Several(ChoiceSet::default())));
    let opened = decode(&later, &link(&state)).unwrap();
    assert_eq!(opened.state.recheck, [cap::QUESTION]);
    // "None of these" was answered when there were fewer choices.
    assert_eq!(opened.state.responses.get(signs), None);
    assert_eq!(decode(&later, &encode(&later, &state)).unwrap().state.recheck, []);
}

#[test]
fn answers_marked_for_review_stay_marked_in_the_next_link() {
    let state = LinkState { recheck: vec![cap::QUESTION], ..full() };
    assert_eq!(open(&link(&state)).unwrap().state, state);
}

#[test]
fn a_long_version_is_truncated_for_display() {
    let later = other(|it| it.version = "2026.11 <b>\u{202e}beta</b>");
    let bytes = forged::bytes(&encode(&later, &full()));
    assert_eq!(bytes[..9], *b"\x082026.11b");
    assert_eq!(open(&encode(&later, &full())).unwrap().state, full());
}

#[test]
fn a_version_that_cannot_be_displayed_is_invalid_in_a_link() {
    for version in ["<b>", "\u{202e}a", "123456789", "1 0"] {
        let mut bytes = vec![version.len() as u8];
        bytes.extend(version.bytes());
        bytes.extend([0; 4]);
        assert_eq!(open(&forged::link("s2-", &bytes)), Err(LinkProblem::Damaged), "{version:?}");
        assert_eq!(open(&forged::link("s1.", &[&[0; 4], &bytes[..]].concat())), Err(LinkProblem::Damaged));
    }
}

#[test]
fn truncated_bytes_are_rejected_despite_a_valid_checksum() {
    let bytes = forged::bytes(&link(&full()));
    for end in 0..bytes.len() {
        assert!(open(&forged::link("s2-", &bytes[..end])).is_err(), "{end}");
    }
}

#[test]
fn bits_after_the_last_answer_are_rejected() {
    let mut bytes = forged::bytes(&link(&full()));
    *bytes.last_mut().unwrap() |= 1;
    assert_eq!(open(&forged::link("s2-", &bytes)), Err(LinkProblem::Damaged));
    // With a section after them too.
    bytes.extend([5, 1, 9]);
    assert_eq!(open(&forged::link("s2-", &bytes)), Err(LinkProblem::Damaged));
}
