//! The sample organizations of the preview (`studio/screens.js`).
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::{Assessment, json::Value};
use decision::evaluation::Evaluation;

const SAMPLES: [(&str, &str); 4] = [
    ("close", include_str!("../samples/close.json")),
    ("lean", include_str!("../samples/lean.json")),
    ("clear", include_str!("../samples/clear.json")),
    ("only", include_str!("../samples/only.json")),
];

#[test]
fn each_sample_has_the_verdict_of_its_name() {
    let assessment = Assessment::standard();
    for (verdict, text) in SAMPLES {
        let sample: Value = serde_json::from_str(text).unwrap();
        let decoded = session::decode(assessment, &sample, None).unwrap();
        assert!(decoded.problems.is_empty(), "{verdict}: {:?}", decoded.problems);
        let evaluation = Evaluation::of(assessment, &decoded.draft.responses, &decoded.draft.priorities);
        assert_eq!(evaluation.verdict.code(), verdict);
    }
}
