//! Acceptability, against exact volumes of weight space and published results.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, reason = "published models are sampled here, within a tolerance")]

mod figures;

use figures::{array, assert_all_close, assert_close, number, numbers, parse, ratings, rows};
use mcda::{Attribute, Model, ModelParts, Performance, Sampling, SplitMix64, Study, WeightSampler, additive};
use serde_json::Value;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const TWO_CRITERIA: &str = include_str!("vectors/acceptability_of_2_criteria.json");
const THREE_CRITERIA: &str = include_str!("vectors/acceptability_of_3_criteria.json");
const MORE_CRITERIA: &str = include_str!("vectors/acceptability_of_4_to_7_criteria.json");
const PAIRWISE_BY_RATINGS: &str = include_str!("vectors/pairwise_winning_by_ratings.json");
const SAMPLING: Sampling = Sampling { samples: 16_384, seed: 20_260_114 };
const SAMPLED: f64 = 0.012;

/// A model that knows everything but the weights; a row per alternative.
fn certain(matrix: &[Vec<f64>]) -> Result<Model, mcda::Error> {
    let criteria = matrix[0].len();
    let column = |criterion: usize| matrix.iter().map(|row| row[criterion]).collect();
    Model::new(ModelParts {
        alternatives: matrix.len(),
        criteria,
        attributes: (0..criteria)
            .map(|criterion| Attribute { criterion, weight: 1.0, performance: Performance::Fixed(column(criterion)) })
            .collect(),
        ..ModelParts::default()
    })
}

fn compare_with_exact(case: &Value) {
    let matrix = rows(&case["matrix"]);
    let model = match certain(&matrix) {
        Ok(model) => model,
        // A smaller build refuses the larger cases.
        Err(_) if cfg!(not(feature = "large")) => return,
        Err(error) => panic!("{error}"),
    };
    let study = Study::sample(&model, SAMPLING).expect("samples");
    let acceptability = study.acceptability(&vec![1; matrix[0].len()]).expect("a rating per criterion");
    let wins = rows(&case["pairwise_winning"]);
    for (a, ranks) in rows(&case["rank_acceptability"]).iter().enumerate() {
        assert_all_close(acceptability.ranks(a), ranks, SAMPLED);
        for (b, &share) in wins[a].iter().enumerate() {
            assert_close(acceptability.wins(a, b), share, SAMPLED);
        }
        // A mean over few samples is far from exact.
        if let Some(expected) = case.get("central_weights").map(|weights| &weights[a]) {
            match acceptability.central_weights(a) {
                Some(weights) if ranks[0] > 0.05 => assert_all_close(weights, &numbers(expected), SAMPLED),
                Some(_) => assert!(!expected.is_null()),
                None => assert!(expected.is_null() || ranks[0] < 1e-3),
            }
        }
    }
}

#[test]
fn shares_of_two_criteria_are_lengths() {
    array(&parse(TWO_CRITERIA)["cases"]).iter().for_each(compare_with_exact);
}

#[test]
fn shares_of_three_criteria_are_areas() {
    array(&parse(THREE_CRITERIA)["cases"]).iter().for_each(compare_with_exact);
}

#[test]
fn shares_of_four_to_seven_criteria_are_volumes() {
    array(&parse(MORE_CRITERIA)["cases"]).iter().for_each(compare_with_exact);
}

#[test]
fn sampled_pairwise_wins_agree_with_the_exact_share() {
    for case in array(&parse(PAIRWISE_BY_RATINGS)["cases"]) {
        let differences = numbers(&case["differences"]);
        let model = certain(&[differences.clone(), vec![0.0; differences.len()]]).expect("two alternatives");
        let study = Study::sample(&model, SAMPLING).expect("samples");
        let acceptability = study.acceptability(&ratings(&case["ratings"])).expect("a rating per criterion");
        assert_close(acceptability.wins(0, 1), number(&case["exact"]), SAMPLED);
    }
}

/// 149 numbers a sample, as in the model that the figures come from.
#[test]
fn pairwise_wins_of_the_reference_sampler_are_counted_alike() {
    let stream = SplitMix64::new(SAMPLING.seed);
    for case in array(&parse(PAIRWISE_BY_RATINGS)["cases"]) {
        let differences = numbers(&case["differences"]);
        let sampler = WeightSampler::new(&ratings(&case["ratings"])).expect("seven criteria");
        let mut weights = [0.0; 7];
        let wins = (0..SAMPLING.samples as u64).filter(|sample| {
            sampler.sample(stream, sample * 149, &mut weights);
            additive::score(&differences, &weights) > 1e-12
        });
        assert_close(wins.count() as f64 / SAMPLING.samples as f64, number(&case["sampled_N16384"]), 1e-9);
    }
}

/// Second-generation antidepressants (Tervonen et al., Statistics in Medicine 30, 2011), as asserted by JSMAA.
#[cfg(feature = "large")]
mod antidepressants {
    use super::figures::{assert_all_close, assert_close, number, numbers, parse, rows};
    use mcda::{Acceptability, SplitMix64, Tally, WeightSampler, additive};
    use serde_json::Value;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    const PUBLISHED: &str = include_str!("vectors/published_medical_models.json");
    const SAMPLES: u64 = 50_000;
    const ALTERNATIVES: usize = 4;
    const CRITERIA: usize = 6;
    /// Weights, and two uniform numbers for each normal one.
    const DRAWS: u64 = 11 + 2 * (ALTERNATIVES * CRITERIA) as u64;

    /// Partial values of a sample: normal side effects, lognormal efficacy, linear on the scale.
    #[expect(clippy::disallowed_methods, reason = "published with normal deviates; compared at a tolerance")]
    fn measure(case: &Value, scale: &[Vec<f64>], sample: u64) -> Vec<Vec<f64>> {
        let stream = SplitMix64::new(1);
        let mut position = sample * DRAWS + 11;
        let mut normal = || {
            let (u, v) = (stream.unit_at(position), stream.unit_at(position + 1));
            position += 2;
            (-2.0 * (1.0 - u).ln()).sqrt() * (std::f64::consts::TAU * v).cos()
        };
        (0..ALTERNATIVES)
            .map(|alternative| {
                (0..CRITERIA)
                    .map(|criterion| {
                        let name = case["criteria"][criterion].as_str().expect("a name");
                        let (low, high) = (scale[criterion][0], scale[criterion][1]);
                        if criterion == 0 {
                            let drug = case["alternatives"][alternative].as_str().expect("a name");
                            let parameters = &case["lognormal_efficacy_mu_sigma"][drug];
                            let log = number(&parameters[0]) + number(&parameters[1]) * normal();
                            (log.exp() - low) / (high - low)
                        } else {
                            let parameters = &case["normal_mean_sd"][name][alternative];
                            (high - number(&parameters[0]) - number(&parameters[1]) * normal()) / (high - low)
                        }
                    })
                    .collect()
            })
            .collect()
    }

    fn sampled(case: &Value) -> Acceptability {
        let scale = rows(&case["scale"]);
        let sampler = WeightSampler::new(&[1; CRITERIA]).expect("six criteria");
        let mut tally = Tally::new(ALTERNATIVES, CRITERIA).expect("a supported size");
        for sample in 0..SAMPLES {
            let mut weights = [0.0; CRITERIA];
            sampler.sample(SplitMix64::new(1), sample * DRAWS, &mut weights);
            tally.add(&additive::scores(&measure(case, &scale, sample), &weights), &[], &weights);
        }
        tally.acceptability()
    }

    #[test]
    fn acceptabilities_and_central_weights_are_those_published() {
        let case = &parse(PUBLISHED)["antidepressants"];
        let acceptability = sampled(case);
        for (source, tolerance) in [("published", 0.02), ("recomputed", 0.01)] {
            let (ranks, weights) = (&case[source]["rank_acceptability"], &case[source]["central_weights"]);
            for alternative in 0..ALTERNATIVES {
                assert_all_close(acceptability.ranks(alternative), &numbers(&ranks[alternative]), tolerance);
                let central = acceptability.central_weights(alternative).expect("each is first somewhere");
                assert_all_close(central, &numbers(&weights[alternative]), tolerance);
            }
        }
    }

    #[test]
    fn confidence_factors_are_those_published() {
        let case = &parse(PUBLISHED)["antidepressants"];
        let scale = rows(&case["scale"]);
        let expected = numbers(&case["published"]["confidence"]);
        for (alternative, weights) in rows(&case["recomputed"]["central_weights"]).iter().enumerate() {
            let mut tally = Tally::new(ALTERNATIVES, CRITERIA).expect("a supported size");
            for sample in 0..20_000 {
                tally.add(&additive::scores(&measure(case, &scale, sample), weights), &[], weights);
            }
            assert_close(tally.acceptability().first_shares()[alternative], expected[alternative], 0.03);
        }
    }
}
