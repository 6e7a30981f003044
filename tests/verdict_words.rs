//! The verdict in words: what it names and what it omits.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reference;

use assessment::{
    Assessment,
    i18n::{Catalog, English},
    json::Value,
};
use decision::evaluation::Verdict;
use reference::evaluation;
use report::{Voice, verdict_sentence};

fn sentence(answers: &str) -> (Verdict, String) {
    let case: Value = serde_json::from_str(&format!("{{\"answers\": {answers}}}")).unwrap();
    let evaluation = evaluation(&case);
    let text = verdict_sentence(
        Voice { assessment: Assessment::standard(), words: &Catalog::english(), locale: &English },
        &evaluation,
    );
    (evaluation.verdict, text)
}

#[test]
fn a_quick_check_that_leaves_one_model_names_what_it_rules_out_and_no_runner_up() {
    let (verdict, text) = sentence(
        r#"{"cap": "none", "fund": "no", "answer": "one", "decide": "approve", "pace": "steady", "skills": "broad"}"#,
    );
    assert_eq!(verdict, Verdict::Lean);
    assert_eq!(
        text,
        "Your answers lean toward fully outsourced IT. They rule out in-house IT and co-managed IT for now."
    );
}

#[test]
fn the_only_workable_model_is_named_with_its_share_without_the_rule() {
    let (verdict, text) = sentence(
        r#"{"cap": "none", "fund": "no", "answer": "one", "decide": "approve", "pace": "steady", "skills": "broad",
            "hours": "gap"}"#,
    );
    assert_eq!(verdict, Verdict::Only);
    assert!(
        text.contains("rule out in-house IT and co-managed IT. Without that rule, it would come first in "),
        "{text}"
    );
}

#[test]
fn a_close_verdict_names_the_runner_up_inside_the_sentence() {
    let (verdict, text) = sentence(
        r#"{"cap": "manager", "load": "ok", "fund": "no", "answer": "one", "decide": "all", "pace": "steady",
            "skills": "deep"}"#,
    );
    assert_eq!(verdict, Verdict::Close);
    assert!(text.ends_with("Give in-house IT an equally serious look."), "{text}");
}

#[test]
fn too_few_answers_say_how_many_are_missing() {
    let (verdict, text) = sentence(r#"{"cap": "lead", "load": "ok"}"#);
    assert_eq!(verdict, Verdict::Insufficient);
    assert!(text.starts_with("Scored questions still to answer: 3. Then we can tell you how "), "{text}");
}
