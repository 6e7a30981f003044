//! What holds for every model, tried on random ones. The cases are the same in every run.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use mcda::{
    Acceptability, Attribute, Model, ModelParts, Performance, Sampling, SplitMix64, Study, Variable, WeightSampler,
    additive, pairwise, weights,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed};

fn config() -> Config {
    Config {
        cases: 128,
        failure_persistence: None,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(1),
        ..Config::default()
    }
}

const CRITERIA: usize = 5;
const ALTERNATIVES: usize = 3;

fn value() -> impl Strategy<Value = f64> {
    // Steps of a twentieth: ties and zeros occur.
    (-20..=20_i32).prop_map(|step| f64::from(step) / 20.0)
}

fn ratings() -> impl Strategy<Value = Vec<u8>> {
    vec(0..4_u8, CRITERIA)
}

/// A row per criterion with a value per alternative.
fn matrix() -> impl Strategy<Value = Vec<Vec<f64>>> {
    vec(vec(value(), ALTERNATIVES), CRITERIA)
}

fn acceptability(matrix: &[Vec<f64>], ratings: &[u8], noise: f64) -> Acceptability {
    let model = Model::new(ModelParts {
        alternatives: ALTERNATIVES,
        criteria: CRITERIA,
        variables: vec![Variable::Unknown(vec![0, 1, 2])],
        attributes: matrix
            .iter()
            .enumerate()
            .map(|(criterion, row)| Attribute { criterion, weight: 1.0, performance: Performance::Fixed(row.clone()) })
            .collect(),
        noise,
        ..ModelParts::default()
    })
    .expect("a valid model");
    let study = Study::sample(&model, Sampling { samples: 256, seed: 3 }).expect("samples");
    study.acceptability(ratings).expect("a rating per criterion")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn contributions_add_up_to_the_gap(a in vec(value(), CRITERIA), b in vec(value(), CRITERIA), rated in ratings()) {
        let weights = weights::tier_weights(&rated);
        let gap = additive::score(&a, &weights) - additive::score(&b, &weights);
        let sum: f64 = additive::contributions(&a, &b, &weights).iter().sum();
        prop_assert!((sum - gap).abs() < 1e-12);
    }

    #[test]
    fn central_weights_sum_to_one(rated in vec(0..4_u8, 1..12)) {
        prop_assert!((weights::tier_weights(&rated).iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_higher_rating_never_has_a_lower_central_weight(rated in ratings()) {
        let weights = weights::tier_weights(&rated);
        for (a, b) in (0..CRITERIA).flat_map(|a| (0..CRITERIA).map(move |b| (a, b))) {
            prop_assert!(rated[a] < rated[b] || weights[a] >= weights[b] - 1e-12);
        }
    }

    // From all zero to one rating above it all others go: there every weight but one falls to 0, and that one rises.
    #[test]
    fn raising_a_rating_never_lowers_its_central_weight(rated in ratings(), criterion in 0..CRITERIA) {
        let mut raised = rated.clone();
        raised[criterion] += 1;
        let before = weights::tier_weights(&rated)[criterion];
        prop_assert!(weights::tier_weights(&raised)[criterion] >= before - 1e-12);
    }

    #[test]
    fn drawn_weights_sum_to_one_and_keep_the_ratings(rated in ratings(), seed: u64) {
        let sampler = WeightSampler::new(&rated).expect("few criteria");
        let mut drawn = [0.0; CRITERIA];
        sampler.sample(SplitMix64::new(seed), 0, &mut drawn);
        prop_assert!((drawn.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for (a, b) in (0..CRITERIA).flat_map(|a| (0..CRITERIA).map(move |b| (a, b))) {
            prop_assert!(rated[a] <= rated[b] || drawn[a] >= drawn[b]);
        }
    }

    #[test]
    fn acceptabilities_are_doubly_stochastic(matrix in matrix(), rated in ratings()) {
        let result = acceptability(&matrix, &rated, 0.125);
        for one in 0..ALTERNATIVES {
            prop_assert!((result.ranks(one).iter().sum::<f64>() - 1.0).abs() < 1e-12);
            let rank_total: f64 = (0..ALTERNATIVES).map(|alternative| result.ranks(alternative)[one]).sum();
            prop_assert!((rank_total - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn regret_is_never_negative(matrix in matrix(), rated in ratings()) {
        let result = acceptability(&matrix, &rated, 0.125);
        prop_assert!((0..ALTERNATIVES).all(|alternative| result.regret(alternative) >= Some(0.0)));
    }

    #[test]
    fn only_one_of_two_wins_a_weighting(d in vec(value(), CRITERIA), rated in ratings()) {
        let back: Vec<f64> = d.iter().map(|d| -d).collect();
        let win = pairwise::rated(&d, &rated).expect("few orders");
        let loss = pairwise::rated(&back, &rated).expect("few orders");
        prop_assert!((0.0..=1.0 + 1e-9).contains(&win));
        prop_assert!(win + loss <= 1.0 + 1e-9);
    }

    #[test]
    fn sampled_wins_are_near_the_exact_share(matrix in matrix(), rated in ratings()) {
        let differences: Vec<f64> = matrix.iter().map(|row| row[0] - row[1]).collect();
        let exact = pairwise::rated(&differences, &rated).expect("few orders");
        // 256 samples: five standard deviations.
        prop_assert!((acceptability(&matrix, &rated, 0.0).wins(0, 1) - exact).abs() < 0.16);
    }

    #[test]
    fn relabeling_alternatives_permutes_wins(matrix in matrix(), rated in ratings()) {
        let turned: Vec<Vec<f64>> = matrix.iter().map(|row| vec![row[2], row[0], row[1]]).collect();
        let (one, other) = (acceptability(&matrix, &rated, 0.0), acceptability(&turned, &rated, 0.0));
        for (a, b) in (0..ALTERNATIVES).flat_map(|a| (0..ALTERNATIVES).map(move |b| (a, b))) {
            prop_assert_eq!(one.wins(a, b), other.wins((a + 1) % 3, (b + 1) % 3));
        }
    }

    #[test]
    fn relabeling_alternatives_permutes_scores(matrix in matrix(), rated in ratings()) {
        let weights = weights::tier_weights(&rated);
        let score = |alternative: usize| {
            additive::score(&matrix.iter().map(|row| row[alternative]).collect::<Vec<_>>(), &weights)
        };
        let by_alternative: Vec<Vec<f64>> =
            [2, 0, 1].map(|alternative| matrix.iter().map(|row| row[alternative]).collect()).to_vec();
        prop_assert_eq!(additive::scores(&by_alternative, &weights), vec![score(2), score(0), score(1)]);
    }
}
