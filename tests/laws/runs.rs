//! How often generated cases are tried. Included by several tests.

use proptest::test_runner::{Config, RngAlgorithm, RngSeed};

/// The same cases in every run; no regression file is written.
pub fn runs(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(1),
        ..Config::default()
    }
}
