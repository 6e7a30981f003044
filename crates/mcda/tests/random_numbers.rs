//! The stream of random numbers and the weights drawn from it, against published check values.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod figures;

use figures::{array, assert_all_close, assert_close, number, numbers, parse, ratings};
use mcda::{SplitMix64, WeightSampler, weights};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SPLITMIX64: &str = include_str!("vectors/splitmix64.json");
const WEIGHT_SAMPLING: &str = include_str!("vectors/weight_sampling.json");
const SEED: u64 = 20_260_114;

/// Steele, Lea & Flood 2014; the outputs of seed 1234567 are the widely published ones.
#[test]
fn the_stream_is_splitmix64() {
    for case in array(&parse(SPLITMIX64)["cases"]) {
        let integer = |value: &serde_json::Value| value.as_str().expect("a string").parse::<u64>().expect("an integer");
        let stream = SplitMix64::new(integer(&case["seed"]));
        for (position, expected) in (0..).zip(array(&case["u64"])) {
            assert_eq!(stream.u64_at(position), integer(expected));
        }
        for (position, expected) in (0..).zip(array(&case["unit"])) {
            assert_close(stream.unit_at(position), number(expected), 1e-12);
        }
    }
}

#[test]
fn a_sample_starts_where_the_one_before_it_ends() {
    let file = parse(WEIGHT_SAMPLING);
    let stream = SplitMix64::new(SEED);
    let first: Vec<f64> = (0..20).map(|position| stream.unit_at(position)).collect();
    let last: Vec<f64> = (149 - 24..149).map(|position| stream.unit_at(position)).collect();
    assert_all_close(&first, &numbers(&file["first_sample_first_20"]), 1e-12);
    assert_all_close(&last, &numbers(&file["first_sample_last_24"]), 1e-12);
}

#[test]
fn drawn_weights_are_those_of_the_reference() {
    let file = parse(WEIGHT_SAMPLING);
    let draws = file["draws_per_sample"].as_u64().expect("an integer");
    for case in array(&file["cases"]) {
        let sampler = WeightSampler::new(&ratings(&case["ratings"])).expect("seven criteria");
        for (sample, expected) in (0..).zip(array(&case["weights"])) {
            let mut weights = [0.0; 7];
            sampler.sample(SplitMix64::new(SEED), sample * draws, &mut weights);
            assert_all_close(&weights, &numbers(expected), 1e-12);
        }
    }
}

#[test]
fn central_weights_are_those_of_the_reference() {
    for case in array(&parse(WEIGHT_SAMPLING)["cases"]) {
        assert_all_close(&weights::tier_weights(&ratings(&case["ratings"])), &numbers(&case["central"]), 1e-12);
    }
}

#[test]
fn drawn_weights_average_to_the_central_ones() {
    let rated = [3, 1, 2, 1, 0, 1, 2];
    let sampler = WeightSampler::new(&rated).expect("seven criteria");
    let mut mean = [0.0; 7];
    for sample in 0..16_384 {
        let mut weights = [0.0; 7];
        sampler.sample(SplitMix64::new(SEED), sample * sampler.draws(), &mut weights);
        for (mean, weight) in mean.iter_mut().zip(weights) {
            *mean += weight / 16_384.0;
        }
    }
    assert_all_close(&mean, &weights::tier_weights(&rated), 0.005);
}

#[cfg(feature = "large")]
#[test]
fn many_criteria_are_ordered_like_few() {
    let mut rated = [1; 32];
    rated[20] = 9;
    rated[21] = 0;
    let sampler = WeightSampler::new(&rated).expect("32 criteria");
    let mut weights = [0.0; 32];
    sampler.sample(SplitMix64::new(SEED), 0, &mut weights);
    assert!(weights.iter().all(|&weight| weight <= weights[20]));
    assert_eq!(weights[21], 0.0);
    assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[cfg(not(feature = "large"))]
#[test]
fn more_criteria_than_the_build_supports_are_refused() {
    let error = WeightSampler::new(&[1; 9]).expect_err("too many");
    assert_eq!(error.to_string(), "9 criteria, this build supports 8");
}

#[test]
fn no_criterion_has_no_weights() {
    assert_eq!(WeightSampler::new(&[]).expect_err("none").to_string(), "no criterion");
}
