//! The report as JSON: it matches the published schema and opens as a draft.

use assessment::{Assessment, json::Value, named::dimension};
use decision::{
    evaluation::Evaluation,
    response::{Priorities, ResponseSet},
};
use proptest::prelude::*;
use report::{Changes, ReportMeta, evaluation_json, report_json};
use session::{Course, Draft, ENTRY_CODE, Expected, Place, UnreadParts, decode, decode_whole, encode_worksheet};

use super::{
    answers::{config, priorities, responses},
    reference::{draft, organizations},
    schema::{problems, schema},
};

fn report(responses: &ResponseSet, priorities: &Priorities) -> Value {
    report_with(responses, priorities, &[])
}

fn report_with(responses: &ResponseSet, priorities: &Priorities, entered: &[(String, Value)]) -> Value {
    let assessment = Assessment::standard();
    let evaluation = Evaluation::of(assessment, responses, priorities);
    let saved = "2026-11-22T08:30:00.000Z";
    let meta = ReportMeta {
        responses,
        configuration: "5f3a",
        saved,
        is_full: true,
        asked: &[],
        settled_after: None,
        changes: Changes::default(),
        entered,
    };
    report_json(assessment, &evaluation, &meta)
}

/// The report of the eighth organization, with one entry changed.
fn with(pointer: &str, change: impl FnOnce(&mut serde_json::Value)) -> serde_json::Value {
    let draft = draft(&organizations()[7]);
    let mut document = serde_json::to_value(report(&draft.responses, &draft.priorities)).unwrap();
    change(document.pointer_mut(pointer).unwrap());
    document
}

#[test]
fn the_report_of_every_organization_matches_the_schema() {
    for organization in organizations() {
        let draft = draft(&organization);
        let document = serde_json::to_value(report(&draft.responses, &draft.priorities)).unwrap();
        assert_eq!(problems(&document), [""; 0]);
    }
}

#[test]
fn what_the_owner_changed_matches_the_schema() {
    let Draft { responses, priorities, .. } = draft(&organizations()[7]);
    let evaluation = Evaluation::of(Assessment::standard(), &responses, &priorities);
    let texts = [("title", "Pick IT".to_owned()), ("cost", "Budget".to_owned())];
    let changes = Changes { hidden: &["plan", "save"], texts: &texts, ..Changes::default() };
    let meta = ReportMeta {
        responses: &responses,
        configuration: "",
        saved: "",
        is_full: true,
        asked: &[],
        settled_after: None,
        changes,
        entered: &[],
    };
    let document = serde_json::to_value(report_json(Assessment::standard(), &evaluation, &meta)).unwrap();
    assert_eq!(problems(&document), [""; 0]);
    let expected =
        serde_json::json!({"weights": {}, "hidden": ["plan", "save"], "texts": {"title": "Pick IT", "cost": "Budget"}});
    assert_eq!(document["changes"], expected);
}

#[test]
fn a_report_under_other_weights_names_them_by_the_schema() {
    let (assessment, draft) = (Assessment::standard(), draft(&organizations()[7]));
    let evaluation = Evaluation::of(assessment, &draft.responses, &draft.priorities);
    let weights = [(dimension::COVERAGE, 50), (dimension::COST, 123)];
    let meta = ReportMeta {
        responses: &draft.responses,
        configuration: "5f3a",
        saved: "",
        is_full: true,
        asked: &[],
        settled_after: None,
        changes: Changes { weights: &weights, ..Changes::default() },
        entered: &[],
    };
    let mut document = serde_json::to_value(report_json(assessment, &evaluation, &meta)).unwrap();
    assert_eq!(
        document["changes"],
        serde_json::json!({ "weights": { "coverage": 0.5, "cost": 1.23 }, "hidden": [], "texts": {} })
    );
    assert_eq!(problems(&document), [""; 0]);
    document["changes"]["weights"]["cost"] = 2.5.into();
    assert_eq!(problems(&document), ["$.changes.weights.cost: maximum"]);
}

#[test]
fn a_report_under_the_published_weights_names_no_change() {
    let draft = draft(&organizations()[7]);
    assert_eq!(report(&draft.responses, &draft.priorities).get("changes"), None);
}

#[test]
fn the_schema_rejects_invalid_reports() {
    let broken = [
        ("$.schema.version: const", with("/schema/version", |v| *v = 2.into())),
        ("$.course: enum", with("/course", |v| *v = "long".into())),
        ("$.answers.cap: anyOf", with("/answers/cap", |v| *v = 3.into())),
        ("$.result.gap: type", with("/result/gap", |v| *v = "0.1".into())),
        ("$.result.first_share.in_house: maximum", with("/result/first_share/in_house", |v| *v = 1.5.into())),
        ("$.result.index.in_house: type", with("/result/index/in_house", |v| *v = 45.5.into())),
        ("$.result.pairwise: minItems", with("/result/pairwise", |v| drop(v.as_array_mut().unwrap().pop()))),
        ("$.result.reasons.in_house.for[0][1]: type", with("/result/reasons/in_house/for/0/1", |v| *v = "a".into())),
        ("$.result: required", with("/result", |v| drop(v.as_object_mut().unwrap().remove("verdict")))),
        ("$.note: additionalProperties", with("", |v| v["note"] = "mine".into())),
        ("$.result.index.other: enum", with("/result/index", |v| v["other"] = 50.into())),
    ];
    for (problem, document) in broken {
        assert_eq!(problems(&document), [problem]);
    }
}

#[test]
fn the_schema_names_its_draft_and_itself() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "urn:support-fit:report:1");
}

#[test]
fn the_reports_figures_match_the_auditors_json() {
    let draft = draft(&organizations()[1]);
    let assessment = Assessment::standard();
    let evaluation = Evaluation::of(assessment, &draft.responses, &draft.priorities);
    let (report, audit) = (report(&draft.responses, &draft.priorities), evaluation_json(assessment, &evaluation));
    for name in ["content", "result", "contributions"] {
        assert_eq!(report.get(name), audit.get(name), "{name}");
    }
}

#[test]
fn a_report_opens_at_its_result_on_its_course() {
    let draft = draft(&organizations()[0]);
    let decoded =
        decode_whole(Assessment::standard(), &report(&draft.responses, &draft.priorities), Some(&ENTRY_CODE)).unwrap();
    assert_eq!((decoded.draft.place, decoded.draft.course), (Place::RESULT, Course::Full));
    assert_eq!(decoded.draft.saved, "2026-11-22T08:30:00.000Z");
}

#[test]
fn a_report_of_a_later_version_is_rejected() {
    let document = with("/schema/version", |version| *version = 2.into());
    let document: Value = serde_json::from_value(document).unwrap();
    let problem = decode(Assessment::standard(), &document, Some(&ENTRY_CODE)).unwrap_err();
    assert_eq!((problem.path.as_str(), problem.expected), ("$.schema", Expected::KnownSchema));
}

#[test]
fn a_document_of_another_program_is_rejected() {
    let document = with("/schema/name", |name| *name = "other".into());
    let document: Value = serde_json::from_value(document).unwrap();
    assert_eq!(decode(Assessment::standard(), &document, Some(&ENTRY_CODE)).unwrap_err().path, "$.schema");
}

#[test]
fn entries_are_in_the_report_and_survive_a_round_trip() {
    let assessment = Assessment::standard();
    let document: Value = serde_json::from_str(include_str!("../fixtures/draft-schema-3.json")).unwrap();
    let draft = decode(assessment, &document, Some(&ENTRY_CODE)).unwrap().draft;
    let entered = encode_worksheet(assessment, &draft.worksheet, &UnreadParts::default());
    let report = report_with(&draft.responses, &draft.priorities, &entered);
    assert_eq!(problems(&serde_json::to_value(&report).unwrap()), [""; 0]);
    for part in ["duties", "figures", "steps", "scorecard", "questions"] {
        assert_eq!(report.get(part), document.get(part), "{part}");
    }
    assert_eq!(decode_whole(assessment, &report, Some(&ENTRY_CODE)).unwrap().draft.worksheet, draft.worksheet);
}

#[test]
fn the_schema_rejects_impossible_entries() {
    let entered = |text: &str| vec![("steps".to_owned(), serde_json::from_str::<Value>(text).unwrap())];
    let draft = draft(&organizations()[7]);
    for (entries, problem) in [
        (r#"{ "start": "1.12." }"#, "$.steps.start: minLength"),
        (r#"{ "own": { "1": { "text": "a", "from": 2, "to": 25 } } }"#, "$.steps.own.1.to: maximum"),
        (r#"{ "steps": { "goals": { "done": false } } }"#, "$.steps.steps.goals.done: const"),
    ] {
        let report = report_with(&draft.responses, &draft.priorities, &entered(entries));
        assert_eq!(problems(&serde_json::to_value(&report).unwrap()), [problem]);
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn any_report_matches_the_schema(responses in responses(), priorities in priorities()) {
        let document = serde_json::to_value(report(&responses, &priorities)).unwrap();
        prop_assert_eq!(problems(&document), [""; 0]);
    }

    #[test]
    fn answers_survive_a_round_trip_through_a_report(responses in responses(), priorities in priorities()) {
        let text = serde_json::to_string(&report(&responses, &priorities)).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&document, &report(&responses, &priorities));
        let decoded = decode_whole(Assessment::standard(), &document, Some(&ENTRY_CODE)).unwrap();
        prop_assert!(decoded.problems.is_empty());
        prop_assert_eq!((decoded.draft.responses, decoded.draft.priorities), (responses, priorities));
    }

    #[test]
    fn the_contributions_in_a_report_add_up_to_its_gap(responses in responses(), priorities in priorities()) {
        let report = report(&responses, &priorities);
        let parts = report.get("contributions").and_then(Value::entries).unwrap();
        let sum: f64 = parts.iter().filter_map(|(_, part)| part.as_number()).sum();
        let gap = report.get("result").and_then(|result| result.get("gap")).and_then(Value::as_number).unwrap();
        prop_assert!((sum - gap).abs() < 1e-9, "{} for {}", sum, gap);
    }
}
