//! Laws of shares and of their wording.

use assessment::{
    Assessment,
    i18n::{Catalog, English},
};
use proptest::prelude::*;
use report::{Voice, of_100};

use super::answers::{config, evaluation, priorities, responses};

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn first_rank_shares_add_up_to_one(responses in responses(), priorities in priorities()) {
        let shares = evaluation(&responses, &priorities).shares;
        prop_assert!((shares.first.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        prop_assert!((shares.ungated_first.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn every_model_has_exactly_one_rank_and_every_rank_one_model(responses in responses(), priorities in priorities()) {
        let ranks = evaluation(&responses, &priorities).shares.ranks;
        for n in 0..3 {
            prop_assert!((ranks[n].iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!((ranks.iter().map(|of| of[n]).sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn an_index_range_is_in_order_and_on_the_scale(responses in responses(), priorities in priorities()) {
        for [low, high] in evaluation(&responses, &priorities).shares.index_range {
            prop_assert!(low <= high);
            // Noise of an eighth around values of -1 to 1.
            prop_assert!(low >= 50.0 - 50.0 * 1.125 && high <= 50.0 + 50.0 * 1.125);
        }
    }

    #[test]
    fn regret_is_never_negative(responses in responses(), priorities in priorities()) {
        let regret = evaluation(&responses, &priorities).shares.regret;
        prop_assert!(regret.into_iter().flatten().all(|regret| regret >= 0.0));
    }
}

proptest! {
    #![proptest_config(config(4096))]

    #[test]
    fn a_share_is_described_as_all_or_none_only_if_exact(share in share()) {
        let text = english_share(share);
        prop_assert_eq!(text == "100", share == 1.0, "{} is said as {}", share, text);
        prop_assert_eq!(text == "0", share == 0.0, "{} is said as {}", share, text);
    }

    #[test]
    fn a_share_is_rounded_to_the_nearest_whole_number(share in share()) {
        prop_assert!((of_100(share) as f64 - 100.0 * share).abs() <= 0.5 + 1e-9);
    }
}

/// Shares as samples produce them, anything in between, and the extremes.
fn share() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0..=16_384_u32).prop_map(|count| f64::from(count) / 16_384.0),
        0.0..=1.0,
        Just(0.0),
        Just(1.0),
        Just(f64::MIN_POSITIVE),
        Just(1.0 - f64::EPSILON),
    ]
}

fn english_share(share: f64) -> String {
    Voice { assessment: Assessment::standard(), words: &Catalog::english(), locale: &English }.share(share)
}
