//! The program with which an auditor checks the widget: its output and its error messages.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reference;

use std::{
    env,
    ffi::OsStr,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::LazyLock,
};

use assessment::{Assessment, json::Value, named::dimension};
use decision::{
    evaluation::{Evaluation, Factors},
    response::Reading,
};
use reference::{assert_none, cases, differences, draft, name, only, organizations};
use report::{Changes, ReportMeta, report_json};
use session::Draft;

/// The example next to this test, where cargo puts it. Built here if only this test is run.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = env::current_exe().unwrap().parent().and_then(Path::parent).unwrap().to_owned();
    let program = folder.join("examples").join(format!("evaluate{}", env::consts::EXE_SUFFIX));
    if !program.exists() {
        let release = folder.file_name() == Some(OsStr::new("release"));
        let mut build = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        build
            .args(["build", "--quiet", "--package", "report", "--example", "evaluate"])
            .args(release.then_some("--release"));
        build.current_dir(env!("CARGO_MANIFEST_DIR")).env("CARGO_TARGET_DIR", folder.parent().unwrap());
        assert!(build.status().unwrap().success(), "the example does not build");
    }
    program
});

#[test]
fn evaluate_prints_the_published_figures_under_the_published_names() {
    for (n, case) in cases(include_str!("vectors/model_personas.json")).iter().enumerate() {
        let output = evaluate_text(&text(&only(case, &["answers", "priorities"])));
        assert_eq!((status(&output), stderr(&output).as_str()), (0, ""), "{}", name(case, n));
        let expected = only(case, &["result", "contributions", "switchover", "min_flip"]);
        assert_none(&differences(&expected, Some(&printed(&output)), "$"), &name(case, n));
    }
}

#[test]
fn a_draft_evaluates_like_its_bare_answers() {
    let case = &cases(include_str!("vectors/model_personas.json"))[1];
    let answers = case.get("answers").unwrap().clone();
    let bare = text(&Value::object([("answers", answers.clone())]));
    let draft = text(&Value::object([
        ("schema", Value::from(2.0)),
        ("content", Value::from("1.1")),
        ("saved", Value::from("2026-11-22T08:30:00.000Z")),
        ("place", Value::object([("screen", Value::from("result"))])),
        ("answers", answers),
        ("priorities", Value::object([])),
    ]));
    assert_eq!(evaluate_text(&draft).stdout, evaluate_text(&bare).stdout);
}

#[test]
fn a_draft_of_the_full_course_evaluates_like_its_bare_answers() {
    let draft = include_str!("fixtures/draft-schema-2-full.json");
    let output = evaluate_text(draft);
    assert_eq!((status(&output), stderr(&output).as_str()), (0, ""));
    let bare = only(&serde_json::from_str(draft).unwrap(), &["answers", "priorities"]);
    assert_eq!(output.stdout, evaluate_text(&text(&bare)).stdout);
}

/// Entries in addition to the answers.
fn entered() -> Vec<(String, Value)> {
    let draft: Value = serde_json::from_str(include_str!("fixtures/draft-schema-3.json")).unwrap();
    only(&draft, &["duties", "figures", "steps", "scorecard", "questions"]).entries().unwrap().to_vec()
}

#[test]
fn a_report_evaluates_to_the_figures_it_contains() {
    let assessment = Assessment::standard();
    for organization in organizations() {
        let Draft { responses, priorities, .. } = draft(&organization);
        let evaluation = Evaluation::of(assessment, &responses, &priorities);
        // Entries do not affect the figures.
        let entered = entered();
        let meta = ReportMeta {
            responses: &responses,
            configuration: "",
            saved: "",
            is_full: true,
            asked: &[],
            settled_after: None,
            changes: Changes::default(),
            entered: &entered,
        };
        let report = text(&report_json(assessment, &evaluation, &meta));
        let output = evaluate_text(&report);
        assert_eq!((status(&output), stderr(&output).as_str()), (0, ""));
        let (report, printed): (Value, Value) = (serde_json::from_str(&report).unwrap(), printed(&output));
        for part in ["content", "result", "contributions"] {
            assert_eq!(report.get(part), printed.get(part), "{part}");
        }
    }
}

#[test]
fn a_report_under_other_weights_evaluates_to_the_figures_it_contains() {
    let assessment = Assessment::standard();
    let Draft { responses, priorities, .. } = draft(&organizations()[7]);
    let weights = [(dimension::CONTROL, 50), (dimension::COST, 175)];
    let factors = Factors::of_hundredths(assessment, &weights);
    let reading = Reading::of(assessment, &responses);
    let evaluation = Evaluation::with_factors(assessment, reading, priorities, factors);
    let meta = ReportMeta {
        responses: &responses,
        configuration: "",
        saved: "",
        is_full: true,
        asked: &[],
        settled_after: None,
        changes: Changes { weights: &weights, ..Changes::default() },
        entered: &[],
    };
    let report = text(&report_json(assessment, &evaluation, &meta));
    let (report, printed): (Value, Value) = (serde_json::from_str(&report).unwrap(), printed(&evaluate_text(&report)));
    for part in ["result", "contributions"] {
        assert_eq!(report.get(part), printed.get(part), "{part}");
    }
    let changed = r#"{"schema":{"name":"support-fit-report","version":1},"answers":{},"changes":{"weights":{"cost":3,"price":1}}}"#;
    assert_problems(
        &evaluate_text(changed),
        &[
            "$.changes.weights.cost: expected the id of a dimension and a number from 0.5 to 2",
            "$.changes.weights.price: expected the id of a dimension and a number from 0.5 to 2",
        ],
    );
}

#[test]
fn figures_outside_a_report_are_a_problem() {
    assert_problems(
        &evaluate_text(r#"{"answers": {}, "result": {}}"#),
        &[
            "$.result: found \"result\", expected one of schema, content, saved, course, place, returns_to, answers, priorities, asked, recheck, duties, figures, steps, scorecard, questions; the nearest is \"asked\" [unknown-name]",
        ],
    );
}

#[test]
fn an_invalid_course_or_place_is_a_problem() {
    let output = evaluate_text(
        r#"{"answers": {}, "course": "fulll", "place": {"screen": "attic"}, "returns_to": {"screen": 3}, "return_to": 1}"#,
    );
    assert_problems(
        &output,
        &[
            "$.return_to: found \"return_to\", expected one of schema, content, saved, course, place, returns_to, answers, priorities, asked, recheck, duties, figures, steps, scorecard, questions; the nearest is \"returns_to\" [unknown-name]",
            "$.place: found \"an object\", expected {\"question\": id} or {\"screen\": \"overview\" | \"priorities\" | \"check\" | \"result\"} [unknown-place]",
            "$.returns_to: found \"an object\", expected {\"question\": id} or {\"screen\": \"overview\" | \"priorities\" | \"check\" | \"result\"} [unknown-place]",
            "$.course: found \"fulll\", expected \"quick\" or \"full\"; the nearest is \"full\" [unknown-course]",
        ],
    );
}

#[test]
fn a_file_is_read_like_standard_input() {
    let answers = r#"{"answers": {"cap": "lead", "load": "stretched", "signs": ["docs"], "fund": "dk"}}"#;
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("answers.json");
    std::fs::write(&file, answers).unwrap();
    let from_file = Command::new(&*PROGRAM).arg(&file).output().unwrap();
    assert_eq!(status(&from_file), 0);
    assert_eq!(from_file.stdout, evaluate_text(answers).stdout);
}

#[test]
fn an_older_draft_is_read_and_unknown_ids_are_reported() {
    let output = evaluate_text(include_str!("fixtures/draft-schema-1.json"));
    assert_problems(
        &output,
        &[
            "$.answers.retired_question: found \"retired_question\", expected the id of a question; the nearest is \"trust\" [unknown-question]",
        ],
    );
}

#[test]
fn every_problem_is_listed_with_its_path_and_the_nearest_name() {
    let output = evaluate_text(
        r#"{
            "answers": {"capp": "lead", "load": "stretchd", "signs": ["doc", "access"], "fund": 3},
            "priorities": {"contrl": 3, "cost": 4},
            "place": {"question": "nowhere"},
            "notes": "mine"
        }"#,
    );
    assert_problems(
        &output,
        &[
            "$.notes: found \"notes\", expected one of schema, content, saved, course, place, returns_to, answers, priorities, asked, recheck, duties, figures, steps, scorecard, questions; the nearest is \"duties\" [unknown-name]",
            "$.answers.capp: found \"capp\", expected the id of a question; the nearest is \"cap\" [unknown-question]",
            "$.answers.load: found \"stretchd\", expected one of ok, stretched, fire, or \"dk\" for not sure; the nearest is \"stretched\" [unknown-option]",
            "$.answers.signs[0]: found \"doc\", expected a list of some of patch, docs, recover, tools, access, mfa, incident, or \"dk\" for not sure; the nearest is \"docs\" [unknown-choice]",
            "$.answers.fund: found \"3\", expected one of no, one, yes, or \"dk\" for not sure; the nearest is \"no\" [unknown-option]",
            "$.place: found \"an object\", expected {\"question\": id} or {\"screen\": \"overview\" | \"priorities\" | \"check\" | \"result\"} [unknown-place]",
            "$.priorities.contrl: found \"contrl\", expected the id of a dimension; the nearest is \"control\" [unknown-dimension]",
            "$.priorities.cost: found \"4\", expected a whole number from 0 (not a factor) to 3 (decisive) [not-a-rating]",
        ],
    );
}

#[test]
fn a_document_without_answers_is_rejected() {
    assert_problems(&evaluate_text("{}"), &["$.answers: is missing; expected an object"]);
}

#[test]
fn a_list_is_rejected() {
    assert_problems(&evaluate_text("[]"), &["$: found \"a list\", expected an object [not-an-object]"]);
}

#[test]
fn a_draft_from_a_later_build_is_rejected() {
    let output = evaluate_text(r#"{"schema": 4, "answers": {}}"#);
    assert_problems(&output, &["$.schema: found \"4\", expected a draft schema from 1 to 3 [unknown-schema]"]);
}

#[test]
fn invalid_json_is_reported_with_its_position() {
    let output = evaluate_text("{\"answers\": }");
    assert_problems(&output, &["is not JSON: expected value at line 1 column 13"]);
}

#[test]
fn a_missing_file_is_a_problem_and_not_a_panic() {
    let output = Command::new(&*PROGRAM).arg("no-such-file.json").output().unwrap();
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).starts_with("no-such-file.json: 1 problem(s)\n  cannot be read: "), "{}", stderr(&output));
}

#[test]
fn without_a_file_the_usage_is_printed() {
    let output = Command::new(&*PROGRAM).output().unwrap();
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).starts_with("usage: evaluate FILE"), "{}", stderr(&output));
}

fn evaluate_text(text: &str) -> Output {
    let mut program = Command::new(&*PROGRAM);
    program.arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = program.spawn().unwrap();
    running.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    running.wait_with_output().unwrap()
}

/// Asserts status 2, no output, and exactly these problems.
fn assert_problems(output: &Output, expected: &[&str]) {
    let text = stderr(output);
    let mut lines = text.lines();
    assert_eq!(lines.next().unwrap_or_default(), format!("-: {} problem(s)", expected.len()), "{text}");
    assert_eq!(lines.map(|line| line.strip_prefix("  ").unwrap()).collect::<Vec<_>>(), expected);
    assert_eq!((status(output), output.stdout.as_slice()), (2, [].as_slice()));
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn printed(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn text(value: &Value) -> String {
    serde_json::to_string(value).unwrap()
}
