//! Drafts at questions that no longer apply, and with unknown places and courses.

use assessment::{Assessment, DimensionId, named::cap};

use decision::response::Rating;

use session::{Course, Draft, Place};

use super::{FULL_COURSE, answers, at, read, resumed};

#[test]
fn a_draft_at_an_inapplicable_question_resumes_at_the_next_one() {
    let (draft, _) = read(r#"{"place": {"question": "load"}, "answers": {"cap": "none"}}"#);
    assert_eq!(resumed(draft).place(), at("fund"));
}

#[test]
fn on_the_full_course_the_next_question_is_beyond_the_quick_check() {
    let draft = r#"{"course": "full", "place": {"question": "clash"}, "answers": {"provider": "none"}}"#;
    let session = resumed(read(draft).0);
    assert_eq!((session.place(), session.returns_to()), (at("size"), None));
}

#[test]
fn after_the_quick_course_the_result_is_next() {
    let session = resumed(read(r#"{"place": {"question": "clash"}, "answers": {"provider": "none"}}"#).0);
    assert_eq!((session.place(), session.returns_to()), (Place::RESULT, None));
}

#[test]
fn a_visit_to_an_inapplicable_question_returns_to_where_it_was_opened() {
    let draft = r#"{"course": "full", "place": {"question": "load"}, "returns_to": {"screen": "check"},
        "answers": {"cap": "none"}}"#;
    let session = resumed(read(draft).0);
    assert_eq!((session.place(), session.returns_to()), (Place::Check, None));
}

#[test]
fn if_the_origin_is_inapplicable_too_the_next_question_follows() {
    let draft = r#"{"course": "full", "place": {"question": "load"}, "returns_to": {"question": "clash"},
        "answers": {"cap": "none", "provider": "none"}}"#;
    let session = resumed(read(draft).0);
    assert_eq!((session.place(), session.returns_to()), (at("size"), None));
}

#[test]
fn an_unknown_course_is_reported_and_becomes_the_quick_one() {
    let (draft, problems) = read(&FULL_COURSE.replace("\"full\"", "\"scenic\""));
    assert_eq!(problems, ["$.course: scenic [unknown-course]"]);
    assert_eq!(draft.course, Course::Quick);
    assert_matches_the_file(&draft);
}

#[test]
fn a_course_that_is_not_a_string_is_reported() {
    let (draft, problems) = read(r#"{"course": 2}"#);
    assert_eq!(problems, ["$.course: 2 [unknown-course]"]);
    assert_eq!(draft.course, Course::Quick);
}

#[test]
fn an_unknown_screen_to_return_to_is_reported_and_dropped() {
    let (draft, problems) = read(&FULL_COURSE.replace("\"check\"", "\"attic\""));
    assert_eq!(problems, ["$.returns_to: an object [unknown-place]"]);
    assert_eq!((draft.place, draft.returns_to), (at("fund"), None));
    assert_matches_the_file(&draft);
}

#[test]
fn an_unknown_place_is_reported_and_returns_to_where_it_was_opened() {
    let (draft, problems) = read(&FULL_COURSE.replace("{ \"question\": \"fund\" }", "{ \"question\": \"retired\" }"));
    assert_eq!(problems, ["$.place: an object [unknown-place]"]);
    assert_eq!((draft.place, draft.returns_to), (Place::Check, None));
    assert_matches_the_file(&draft);
}

#[test]
fn an_unknown_screen_is_reported_and_starts_at_the_first_question() {
    let (draft, problems) = read(r#"{"place": {"screen": "attic"}, "answers": {"cap": "team"}}"#);
    assert_eq!(problems, ["$.place: an object [unknown-place]"]);
    assert_eq!(draft.place, Place::Question(cap::QUESTION));
    assert_eq!(answers(&resumed(draft)), ["cap=team"]);
}

#[test]
fn null_is_not_a_place_to_return_to() {
    let (draft, problems) = read(r#"{"place": {"screen": "result"}, "returns_to": null}"#);
    assert_eq!(problems, ["$.returns_to: null [unknown-place]"]);
    assert_eq!((draft.place, draft.returns_to), (Place::RESULT, None));
}

#[test]
fn everything_unknown_is_reported() {
    let (_, problems) = read(r#"{"course": "scenic", "place": 1, "returns_to": [], "answers": {"cap": "robot"}}"#);
    let expected = [
        "$.answers.cap: robot [unknown-option]",
        "$.place: 1 [unknown-place]",
        "$.returns_to: a list [unknown-place]",
        "$.course: scenic [unknown-course]",
    ];
    assert_eq!(problems, expected);
}

/// Asserts that answers and ratings match the file.
fn assert_matches_the_file(draft: &Draft) {
    let (whole, _) = read(FULL_COURSE);
    assert_eq!(draft.responses, whole.responses);
    assert_eq!(draft.priorities, whole.priorities);
    let control = Assessment::standard().find_dimension("control").unwrap();
    assert_eq!(draft.priorities.get(control), Rating::Decisive);
    assert_eq!(draft.priorities.get(DimensionId(0)), Rating::Normal);
}
