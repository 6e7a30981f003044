//! How long a study takes, and how that grows. Run with `cargo bench -p mcda`.
#![allow(clippy::expect_used, reason = "a benchmark that has no model has nothing to measure")]

#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/sized_model/mod.rs"]
mod sized_model;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::sized_model::{Dimensions, USUAL, sized_model, with_known};
    use divan::{Bencher, black_box};
    use mcda::{Learning, Outcome, Sampling, Study, outcome_of};

    const SAMPLING: Sampling = Sampling { samples: 16_384, seed: 20_260_114 };
    const FEWER: Sampling = Sampling { samples: 2_048, seed: 20_260_114 };
    const RATINGS: [u8; 7] = [3, 1, 2, 1, 0, 1, 2];
    const PERCENTILES: [f64; 2] = [0.05, 0.95];

    /// Both phases, all variables open.
    #[divan::bench]
    fn full_study(bencher: Bencher) {
        let model = sized_model(USUAL);
        bencher.bench(|| {
            Study::sample(black_box(&model), SAMPLING).and_then(|study| study.outcome(&RATINGS, &PERCENTILES))
        });
    }

    /// Both phases, all variables known.
    #[divan::bench]
    fn full_study_of_known_variables(bencher: Bencher) {
        let model = with_known(&sized_model(USUAL), USUAL.variables);
        bencher.bench(|| {
            Study::sample(black_box(&model), SAMPLING).and_then(|study| study.outcome(&RATINGS, &PERCENTILES))
        });
    }

    /// Both phases, no sample kept.
    #[divan::bench]
    fn streamed(bencher: Bencher) {
        let model = sized_model(USUAL);
        bencher.bench(|| outcome_of(black_box(&model), &RATINGS, SAMPLING, &PERCENTILES));
    }

    /// What a change of ratings costs.
    #[divan::bench]
    fn second_phase(bencher: Bencher) {
        let study = Study::sample(&sized_model(USUAL), SAMPLING).expect("samples");
        bencher.bench(|| study.outcome(black_box(&RATINGS), &PERCENTILES));
    }

    /// The same without percentiles of scores.
    #[divan::bench]
    fn second_phase_without_percentiles(bencher: Bencher) {
        let study = Study::sample(&sized_model(USUAL), SAMPLING).expect("samples");
        bencher.bench(|| study.acceptability(black_box(&RATINGS)));
    }

    /// The value of learning each of 24 open variables, sampling included.
    #[divan::bench]
    fn value_of_learning_all(bencher: Bencher) {
        let model = sized_model(USUAL);
        bencher.bench(|| {
            let learning = Learning::sample(black_box(&model), &RATINGS, FEWER).expect("samples");
            (0..USUAL.variables).map(|variable| learning.value_of_learning(variable).expect("known")).sum::<f64>()
        });
    }

    #[divan::bench(args = [1_024, 4_096, 16_384, 65_536])]
    fn by_samples(bencher: Bencher, samples: usize) {
        let model = sized_model(USUAL);
        bencher.bench(|| study(&model, Sampling { samples, ..SAMPLING }));
    }

    #[divan::bench(args = [7, 14, 28, 56, 112])]
    fn by_attributes(bencher: Bencher, attributes: usize) {
        let model = sized_model(Dimensions { attributes, ..USUAL });
        bencher.bench(|| study(&model, FEWER));
    }

    #[divan::bench(args = [2, 3, 4, 8, 16])]
    fn by_alternatives(bencher: Bencher, alternatives: usize) {
        let model = sized_model(Dimensions { alternatives, ..USUAL });
        bencher.bench(|| study(&model, FEWER));
    }

    fn study(model: &mcda::Model, sampling: Sampling) -> Result<Outcome, mcda::Error> {
        Study::sample(black_box(model), sampling)?.outcome(&RATINGS, &PERCENTILES)
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}
