//! Benchmarks a decision in WebAssembly, in the release profile. Run with `cargo xtask bench`.
#![cfg_attr(
    target_arch = "wasm32",
    allow(clippy::unwrap_used, reason = "a benchmark fails if it cannot read its organization")
)]

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::hint::black_box;

    use assessment::{Assessment, json::Value};
    use decision::{
        evaluation::Evaluation,
        explanation::{Flips, next_questions},
    };
    use session::{self, Draft};
    use wasm_bindgen_test::{Criterion, wasm_bindgen_bench, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_bench]
    fn evaluation(criterion: &mut Criterion) {
        let draft = organization();
        criterion.bench_function("evaluation", |bencher| bencher.iter(|| evaluate(black_box(&draft))));
    }

    #[wasm_bindgen_bench]
    fn flips(criterion: &mut Criterion) {
        let evaluation = evaluate(&organization());
        criterion.bench_function("flips", |bencher| {
            bencher.iter(|| Flips::of(Assessment::standard(), black_box(&evaluation)));
        });
    }

    #[wasm_bindgen_bench]
    fn next_question(criterion: &mut Criterion) {
        let mut draft = organization();
        let later: Vec<_> = draft.responses.iter().map(|(id, _)| id).skip(8).collect();
        for id in later {
            draft.responses.set(id, None);
        }
        let evaluation = evaluate(&draft);
        criterion.bench_function("next question after eight answers", |bencher| {
            bencher.iter(|| next_questions(Assessment::standard(), black_box(&evaluation)));
        });
    }

    fn evaluate(draft: &Draft) -> Evaluation {
        Evaluation::of(Assessment::standard(), &draft.responses, &draft.priorities)
    }

    /// The second organization, which answered everything.
    fn organization() -> Draft {
        let document: Value = serde_json::from_str(include_str!("../tests/vectors/organizations.json")).unwrap();
        let organizations = document.get("personas").and_then(Value::as_list).unwrap();
        session::decode(Assessment::standard(), &organizations[1], Some(&session::ENTRY_CODE)).unwrap().draft
    }
}

// In the browser, the runner finds the benchmarks. Natively there are none.
fn main() {}
