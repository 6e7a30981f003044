//! Benchmarks a decision, also by the number of answers. Run with `cargo bench --bench decision`.
//!
//! The benchmarks of `mcda` vary samples, items and alternatives.
#![allow(clippy::unwrap_used, reason = "a benchmark fails if it cannot read its organizations")]

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::time::Instant;

    use assessment::{Assessment, InputId, QuestionId, json::Value};
    use decision::{
        evaluation::{Evaluation, Sampled},
        explanation::{Breakdown, Flips, next_questions, sliders},
        plan::cost::{CostInputs, CostStudy, Drivers, OverlapChart, View},
        response::{Reading, ResponseSet},
        worksheet::Figures,
    };
    use divan::{Bencher, black_box};
    use session::{self, Draft};

    const ORGANIZATIONS: [&str; 11] = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11"];

    /// Numbers of answered scored questions.
    const ANSWERED: [usize; 5] = [8, 12, 16, 20, 24];

    /// Scores, shares, gates and verdict.
    #[divan::bench(args = ORGANIZATIONS)]
    fn evaluation(bencher: Bencher, id: &str) {
        let draft = organization(id);
        bencher.bench(|| evaluate(black_box(&draft)));
    }

    /// The same after a change of a rating, with the samples of the answers reused.
    #[divan::bench(args = ORGANIZATIONS)]
    fn rating_changed_with_reused_samples(bencher: Bencher, id: &str) {
        let draft = organization(id);
        let assessment = Assessment::standard();
        let sampled = Sampled::of(assessment, Reading::of(assessment, &draft.responses));
        bencher.bench(|| sampled.evaluate(assessment, black_box(&draft.priorities)));
    }

    /// The leader's lead over the runner-up by dimension.
    #[divan::bench(args = ORGANIZATIONS)]
    fn breakdown(bencher: Bencher, id: &str) {
        let evaluation = evaluate(&organization(id));
        let (leader, runner_up) = (evaluation.leader, evaluation.runner_up);
        bencher.bench(|| Breakdown::of(Assessment::standard(), black_box(&evaluation), leader, runner_up));
    }

    /// The leader at each weight of each dimension.
    #[divan::bench(args = ORGANIZATIONS)]
    fn all_sliders(bencher: Bencher, id: &str) {
        let evaluation = evaluate(&organization(id));
        bencher.bench(|| sliders(Assessment::standard(), black_box(&evaluation)));
    }

    /// The smallest changes of answers that change the leader.
    #[divan::bench(args = ORGANIZATIONS)]
    fn flips(bencher: Bencher, id: &str) {
        let evaluation = evaluate(&organization(id));
        bencher.bench(|| Flips::of(Assessment::standard(), black_box(&evaluation)));
    }

    /// The slowest of 150 random sets of answers, by the fastest of three runs each.
    #[divan::bench]
    fn flips_of_the_slowest_random_answers(bencher: Bencher) {
        let evaluations = cases(include_str!("../tests/vectors/model_random.json"), "cases").map(|case| {
            let evaluation = evaluate(&decoded(&case));
            let run = || {
                let start = Instant::now();
                black_box(Flips::of(Assessment::standard(), &evaluation));
                start.elapsed()
            };
            ([run(), run(), run()].into_iter().min(), evaluation)
        });
        let (_, slowest) = evaluations.max_by_key(|(time, _)| *time).unwrap();
        bencher.bench(|| Flips::of(Assessment::standard(), black_box(&slowest)));
    }

    /// More answers mean more sets to try.
    #[divan::bench(args = ANSWERED)]
    fn flips_by_answers(bencher: Bencher, answered: usize) {
        let evaluation = evaluate(&first_answers(answered));
        bencher.bench(|| Flips::of(Assessment::standard(), black_box(&evaluation)));
    }

    /// Fewer answers mean more questions to rank.
    #[divan::bench(args = ANSWERED)]
    fn next_questions_by_answers(bencher: Bencher, answered: usize) {
        let evaluation = evaluate(&first_answers(answered));
        bencher.bench(|| next_questions(Assessment::standard(), black_box(&evaluation)));
    }

    #[divan::bench]
    fn next_questions_after_the_quick_check(bencher: Bencher) {
        let mut draft = organization("P2");
        let assessment = Assessment::standard();
        keep(&mut draft, |id| assessment.quick.contains(&id));
        let evaluation = evaluate(&draft);
        bencher.bench(|| next_questions(assessment, black_box(&evaluation)));
    }

    /// All cost figures that are recomputed while a visitor drags a value.
    #[divan::bench(args = ["nothing", "every range"])]
    fn cost(bencher: Bencher, replaced: &str) {
        let assessment = Assessment::standard();
        let reading = Reading::of(assessment, &ResponseSet::new(assessment));
        let mut own = Figures::default();
        for (n, input) in assessment.cost.inputs.iter().enumerate().filter(|_| replaced != "nothing") {
            let [low, likely, high] = input.default;
            own.set(assessment, InputId::from_index(n), [low * 0.9, likely, high * 1.1]).ok();
        }
        bencher.bench(|| {
            let inputs = CostInputs::of(assessment, &reading, black_box(&own).own());
            let study = CostStudy::of(assessment, &inputs);
            let chart = OverlapChart::of(&study.shown(View::default()));
            (Drivers::of(&inputs, &study), chart, study)
        });
    }

    /// The output of the example `evaluate`.
    #[divan::bench]
    fn whole_report(bencher: Bencher) {
        let draft = organization("P2");
        let assessment = Assessment::standard();
        bencher.bench(|| report::evaluation_json(assessment, &evaluate(black_box(&draft))));
    }

    fn evaluate(draft: &Draft) -> Evaluation {
        Evaluation::of(Assessment::standard(), &draft.responses, &draft.priorities)
    }

    fn organization(id: &str) -> Draft {
        let all = &mut cases(include_str!("../tests/vectors/organizations.json"), "personas");
        decoded(&all.find(|case| case.get("id").and_then(Value::as_text) == Some(id)).unwrap())
    }

    /// The first answers of an organization whose leader cannot be changed by three answers, so the search tries every set.
    fn first_answers(answered: usize) -> Draft {
        let mut draft = organization("P2");
        let first: Vec<QuestionId> = Assessment::standard().scored().take(answered).collect();
        keep(&mut draft, |id| first.contains(&id));
        draft
    }

    fn keep(draft: &mut Draft, wanted: impl Fn(QuestionId) -> bool) {
        let all: Vec<QuestionId> = draft.responses.iter().map(|(id, _)| id).collect();
        for id in all.into_iter().filter(|id| !wanted(*id)) {
            draft.responses.set(id, None);
        }
    }

    fn cases(text: &str, list: &str) -> impl Iterator<Item = Value> + use<> {
        let document: Value = serde_json::from_str(text).unwrap();
        document.get(list).and_then(Value::as_list).unwrap().to_vec().into_iter()
    }

    fn decoded(case: &Value) -> Draft {
        session::decode(Assessment::standard(), case, Some(&session::ENTRY_CODE)).unwrap().draft
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}
