//! Names and strings that hide something or are huge: the problems reported about them can be displayed.

use assessment::{Assessment, json::Value};

use session::{Course, ENTRY_CODE, Problem, Session, decode, decode_history};

/// Names in a hostile document.
fn names() -> Vec<String> {
    let mut names: Vec<String> = [
        "__proto__",
        "constructor",
        "toString",
        "hasOwnProperty",
        "\u{202e}eman",
        "a\u{200b}b",
        "\0",
        "\n\n#",
        "<img src=x>",
    ]
    .map(str::to_owned)
    .to_vec();
    names.extend(["x".repeat(300_000), "\u{feff}".repeat(1000), "c\u{440}".to_owned()]);
    names
}

fn assert_showable(problem: &Problem) {
    let text = problem.to_string();
    assert!(text.chars().count() <= 250, "{} characters", text.chars().count());
    assert!(!text.contains(assessment::text::is_unsafe), "{text:?}");
}

/// Regression: the path of a problem contained the whole name, including bidirectional marks, and was shown to the
/// visitor.
#[test]
fn problems_about_any_name_in_a_draft_can_be_displayed() {
    let assessment = Assessment::standard();
    for name in names() {
        let inside = Value::object([(name.as_str(), Value::from(name.as_str()))]);
        let two = |outer: &str| Value::object([(outer, inside.clone())]);
        let draft = Value::object([
            ("answers", inside.clone()),
            ("priorities", inside.clone()),
            ("course", Value::from(name.as_str())),
            ("place", two("question")),
            ("duties", two("own1")),
            ("figures", inside.clone()),
            ("steps", two("own")),
            ("scorecard", inside.clone()),
            ("questions", two("providers")),
        ]);
        let decoded = decode(assessment, &draft, Some(&ENTRY_CODE)).unwrap();
        assert_eq!(decoded.problems.len(), 9, "{:?}", decoded.problems);
        decoded.problems.iter().for_each(assert_showable);
        assert_showable(
            &decode(assessment, &Value::object([("schema", Value::from(name.as_str()))]), Some(&ENTRY_CODE))
                .unwrap_err(),
        );
        let runs: Value = [Value::from(name.as_str()), inside].into_iter().collect();
        decode_history(assessment, "$", &runs).problems.iter().for_each(assert_showable);
    }
}

// @threat-proto
/// In JavaScript every object has properties with these names.
#[test]
fn javascript_object_property_names_are_kept_as_names() {
    let assessment = Assessment::standard();
    let text = r#"{"answers":{"__proto__":{"cap":"lead"},"constructor":"x","cap":"team"}}"#;
    let document: Value = serde_json::from_str(text).unwrap();
    let decoded = decode(assessment, &document, Some(&ENTRY_CODE)).unwrap();
    assert_eq!(decoded.draft.responses.iter().count(), 1);
    let encoded = serde_json::to_string(
        &Session::resume(assessment, Course::Quick, decoded.draft, Some(&ENTRY_CODE)).document(""),
    )
    .unwrap();
    assert!(encoded.contains(r#""__proto__":{"cap":"lead"},"constructor":"x""#), "{encoded}");
}

/// The last one wins, as in the browser; nothing of the first one remains.
#[test]
fn a_duplicate_name_counts_once() {
    let assessment = Assessment::standard();
    let text = r#"{"answers":{"cap":"lead"},"answers":{"cap":"team"},"duties":{"helpdesk":{"today":"both"}},
        "duties":{"helpdesk":{"today":"nobody","today":"provider"}}}"#;
    let decoded = decode(assessment, &serde_json::from_str(text).unwrap(), Some(&ENTRY_CODE)).unwrap();
    let encoded = serde_json::to_string(&decoded.draft.encode(assessment, Some(&ENTRY_CODE))).unwrap();
    assert!(encoded.contains(r#""answers":{"cap":"team"}"#), "{encoded}");
    assert!(encoded.contains(r#""duties":{"helpdesk":{"today":"provider"}}"#), "{encoded}");
}
