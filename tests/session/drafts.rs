//! Encoding and decoding of answers in drafts.

use assessment::{Assessment, DimensionId, json::Value, named::cap};

use decision::response::{ChoiceSet, Rating, Response};

use session::{Action, ENTRY_CODE, Expected, Place, SCHEMA, Session, decode, decode_sent};

use super::{TIME, answer, answers, at, id, json, read, reread, respond, resumed, session};

/// A file that a build with schema 1 wrote.
const SCHEMA_1: &str = include_str!("../fixtures/draft-schema-1.json");

#[test]
fn a_draft_of_schema_1_keeps_its_place() {
    assert_eq!(read(SCHEMA_1).0.place, at("answer"));
}

#[test]
fn a_draft_of_schema_1_keeps_answers_and_not_sure() {
    let (draft, _) = read(SCHEMA_1);
    assert_eq!(answers(&resumed(draft)), ["cap=lead", "load=stretched", "fund=dk"]);
}

#[test]
fn a_draft_of_schema_1_keeps_ratings() {
    let (draft, _) = read(SCHEMA_1);
    let control = Assessment::standard().find_dimension("control").unwrap();
    assert_eq!(draft.priorities.get(control), Rating::Decisive);
    assert_eq!(draft.priorities.get(DimensionId(0)), Rating::Normal);
}

#[test]
fn an_unknown_question_is_reported_and_kept() {
    let (draft, problems) = read(SCHEMA_1);
    assert_eq!(problems, ["$.answers.retired_question: retired_question [unknown-question]"]);
    assert_eq!(draft.unrecognized, [("retired_question".to_owned(), Value::from("yes"))]);
    let kept = resumed(draft).draft(TIME).encode(Assessment::standard(), Some(&ENTRY_CODE));
    assert_eq!(kept.get("answers").unwrap().get("retired_question"), Some(&Value::from("yes")));
}

#[test]
fn a_draft_of_schema_1_is_kept_as_schema_3() {
    let kept = resumed(read(SCHEMA_1).0).draft(TIME).encode(Assessment::standard(), Some(&ENTRY_CODE));
    let expected = format!(
        "{}{}{}{}",
        r#"{"schema":3,"content":"1.2","saved":"2026-11-22T08:30:00.000Z","course":"quick","#,
        r#""place":{"question":"answer"},"#,
        r#""answers":{"cap":"lead","load":"stretched","fund":"dk","retired_question":"yes"},"#,
        r#""priorities":{"control":3},"recheck":["fund"]}"#
    );
    assert_eq!(serde_json::to_string(&kept).unwrap(), expected);
}

#[test]
fn the_last_place_of_schema_1_is_the_result() {
    assert_eq!(read(&SCHEMA_1.replace("\"at\": 3", "\"at\": 7")).0.place, Place::RESULT);
}

#[test]
fn a_place_unknown_to_schema_1_is_reported_and_starts_at_the_first_question() {
    let (draft, problems) = read(&SCHEMA_1.replace("\"at\": 3", "\"at\": 8"));
    assert_eq!(draft.place, Place::Question(cap::QUESTION));
    assert!(problems.contains(&"$.place: 8 [unknown-place]".to_owned()), "{problems:?}");
}

#[test]
fn a_draft_of_a_later_schema_is_rejected() {
    let problem =
        decode(Assessment::standard(), &json(r#"{"schema": 4, "answers": {}}"#), Some(&ENTRY_CODE)).unwrap_err();
    assert_eq!((problem.path.as_str(), problem.found.as_str()), ("$.schema", "4"));
    assert_eq!((problem.expected, problem.expected.code()), (Expected::KnownSchema, "unknown-schema"));
}

#[test]
fn a_schema_that_is_not_a_number_is_rejected() {
    let problem = decode(Assessment::standard(), &json(r#"{"schema": "2"}"#), Some(&ENTRY_CODE)).unwrap_err();
    assert_eq!(problem.expected.code(), "unknown-schema");
}

#[test]
fn this_build_writes_schema_3() {
    assert_eq!(SCHEMA, 3);
    let kept = session().draft(TIME).encode(Assessment::standard(), Some(&ENTRY_CODE));
    assert_eq!(kept.get("schema"), Some(&Value::from(3.0)));
}

#[test]
fn a_partly_unknown_list_keeps_both_parts() {
    let (draft, problems) = read(r#"{"schema": 2, "answers": {"signs": ["docs", "retired", "access"]}}"#);
    assert_eq!(problems, ["$.answers.signs[1]: retired [unknown-choice]"]);
    assert_eq!(draft.responses.get(id("signs")), Some(Response::Several(ChoiceSet(0b1_0010))));
    let kept = draft.encode(Assessment::standard(), Some(&ENTRY_CODE));
    assert_eq!(kept.get("answers").unwrap().get("signs"), Some(&["docs", "access", "retired"].into_iter().collect()));
}

#[test]
fn an_entirely_unknown_list_is_unanswered_and_kept() {
    let (draft, _) = read(r#"{"answers": {"signs": ["retired"]}}"#);
    assert_eq!(draft.responses.get(id("signs")), None);
    let kept = draft.encode(Assessment::standard(), Some(&ENTRY_CODE));
    assert_eq!(kept.get("answers").unwrap().get("signs"), Some(&["retired"].into_iter().collect()));
}

/// Regression: the unknown part was appended to the empty list. A list of only unknown choices counts as unanswered.
#[test]
fn none_of_these_is_kept_alongside_an_unknown_choice() {
    let mut session = resumed(read(r#"{"answers": {"signs": ["retired"]}}"#).0);
    session.apply(Action::Respond(id("signs"), Response::Several(ChoiceSet(0))));
    let (again, _) = reread(&session.draft(TIME));
    assert_eq!(again.responses.get(id("signs")), Some(Response::Several(ChoiceSet(0))));
}

#[test]
fn an_empty_list_is_none_of_these() {
    let (draft, _) = read(r#"{"answers": {"signs": []}}"#);
    assert_eq!(draft.responses.get(id("signs")), Some(Response::Several(ChoiceSet(0))));
}

#[test]
fn an_unknown_option_is_kept_until_the_question_is_answered_again() {
    let (draft, problems) = read(r#"{"answers": {"cap": "robot"}}"#);
    assert_eq!(problems, ["$.answers.cap: robot [unknown-option]"]);
    let mut session = resumed(draft);
    let cap_kept = |session: &Session| {
        session
            .draft(TIME)
            .encode(Assessment::standard(), Some(&ENTRY_CODE))
            .get("answers")
            .unwrap()
            .get("cap")
            .cloned()
    };
    assert_eq!(cap_kept(&session), Some(Value::from("robot")));
    session.apply(answer("cap", "team"));
    assert_eq!(cap_kept(&session), Some(Value::from("team")));
}

#[test]
fn an_empty_string_and_null_are_unanswered_without_a_problem() {
    let (draft, problems) = read(r#"{"answers": {"cap": "", "load": null}}"#);
    assert!(draft.responses.is_empty() && problems.is_empty());
}

#[test]
fn several_problems_are_all_reported() {
    let (_, problems) =
        read(r#"{"answers": {"cap": 3, "capp": "team"}, "priorities": {"cost": 4, "fun": 1}, "place": 1}"#);
    let expected = [
        "$.answers.cap: 3 [unknown-option]",
        "$.answers.capp: capp [unknown-question]",
        "$.place: 1 [unknown-place]",
        "$.priorities.cost: 4 [not-a-rating]",
        "$.priorities.fun: fun [unknown-dimension]",
    ];
    assert_eq!(problems, expected);
}

#[test]
fn a_draft_that_is_not_an_object_is_rejected() {
    for text in ["null", "[]", "3", "\"draft\""] {
        assert_eq!(
            decode(Assessment::standard(), &json(text), Some(&ENTRY_CODE)).unwrap_err().expected,
            Expected::Object,
            "{text}"
        );
    }
}

#[test]
fn a_draft_contains_content_version_time_and_place() {
    let mut session = session();
    respond(&mut session, &[("cap", "team")]);
    let draft = session.draft(TIME);
    assert_eq!((draft.content.as_str(), draft.saved.as_str()), (Assessment::standard().version, TIME));
    assert_eq!(draft.place, at("load"));
}

// @threat-hidden-characters
#[test]
fn a_file_with_hidden_or_overlong_text_in_unknown_answers_or_entries_is_refused() {
    let long = "x".repeat(2_001);
    let name = "x".repeat(81);
    for (part, path, found) in [
        (r#""answers": {"a\u202eb": "yes"}"#.to_owned(), "$.answers", "a\u{fffd}b"),
        (r#""answers": {"retired": "a\u2066b"}"#.to_owned(), "$.answers", "a\u{fffd}b"),
        (r#""answers": {"signs": ["docs", "\u200d\u200c\u200d"]}"#.to_owned(), "$.answers", "\u{200d}\u{fffd}\u{fffd}"),
        (r#""answers": {"retired": {"why": ["a\u00adb"]}}"#.to_owned(), "$.answers", "a\u{fffd}b"),
        (format!(r#""answers": {{"retired": "{long}"}}"#), "$.answers", &long[..57]),
        (format!(r#""answers": {{"{name}": "yes"}}"#), "$.answers", &name[..57]),
        (r#""answers": {}, "duties": {"helpdesk": {"note": "a\u0000b"}}"#.to_owned(), "$.duties", "a\u{fffd}b"),
        (r#""answers": {}, "steps": {"later": {"a\nb": 1}}"#.to_owned(), "$.steps", "a\u{fffd}b"),
        (
            r#""answers": {}, "questions": {"providers": {"9": {"name": "a\u200bb"}}}"#.to_owned(),
            "$.questions",
            "a\u{fffd}b",
        ),
    ] {
        let document = json(&format!(r#"{{"schema": 3, {part}}}"#));
        let problem = decode_sent(Assessment::standard(), &document, Some(&ENTRY_CODE)).unwrap_err();
        assert_eq!((problem.path.as_str(), problem.expected), (path, Expected::Text), "{part}");
        assert_eq!(problem.found.trim_end_matches('…'), found, "{part}");
    }
}

#[test]
fn unknown_answers_and_notes_of_several_lines_in_a_file_are_kept() {
    let document = json(
        r#"{"schema": 3, "answers": {"retired_question": ["yes", 3, null, {"more": ""}]},
            "questions": {"questions": {"nights": {"note": "Ask for\nthe contract"}, "retired": {"note": "a\r\n\tb"}}}}"#,
    );
    let decoded = decode_sent(Assessment::standard(), &document, Some(&ENTRY_CODE)).unwrap();
    let kept = resumed(decoded.draft).document(TIME);
    for name in ["answers", "questions"] {
        assert_eq!(kept.get(name), document.get(name));
    }
}
