//! Everything that has an exact answer, against figures in rational arithmetic or from other software.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod figures;

use figures::{array, assert_all_close, assert_close, number, numbers, parse, ratings, rows};
use mcda::comparison::{ahead, best_of, best_of_within, equal_within, reaches};
use mcda::{Triangular, additive, pairwise, percentile, slider, switchover, weights};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const WEIGHTS: &str = include_str!("vectors/roc_weights.json");
const WEIGHTED_SUM: &str = include_str!("vectors/weighted_sum.json");
const RANK_REVERSAL: &str = include_str!("vectors/rank_reversal.json");
const PAIRWISE: &str = include_str!("vectors/pairwise_winning.json");
const PAIRWISE_BY_RATINGS: &str = include_str!("vectors/pairwise_winning_by_ratings.json");
const SWITCH_OVER: &str = include_str!("vectors/switch_over_weights.json");
const TRIANGULAR: &str = include_str!("vectors/triangular.json");

/// Edwards & Barron 1994; Barron & Barrett 1996.
#[test]
fn rank_order_centroid_weights_are_those_published() {
    for case in array(&parse(WEIGHTS)["roc"]) {
        let expected = numbers(&case["weights"]);
        assert_all_close(&weights::rank_order_centroid(expected.len()), &expected, 1e-9);
    }
}

#[test]
fn each_member_of_a_tier_has_the_mean_of_the_tiers_weights() {
    for case in array(&parse(WEIGHTS)["tiers"]) {
        let sizes = numbers(&case["tier_sizes"]);
        let per_member = numbers(&case["weight_per_member"]);
        let mut ratings = Vec::new();
        let mut expected = Vec::new();
        for (tier, (&size, &weight)) in sizes.iter().zip(&per_member).enumerate() {
            for _ in 0..size as usize {
                ratings.push((sizes.len() - tier) as u8);
                expected.push(weight);
            }
        }
        assert_all_close(&weights::tier_weights(&ratings), &expected, 1e-9);
    }
}

#[test]
fn a_rating_of_zero_removes_a_criterion() {
    assert_eq!(weights::tier_weights(&[0, 2, 0]), [0.0, 1.0, 0.0]);
}

#[test]
fn ratings_that_are_all_zero_count_as_equal() {
    assert_eq!(weights::tier_weights(&[0, 0]), [0.5, 0.5]);
}

/// pymcdm's WSM and scikit-criteria's WeightedSumModel.
#[test]
fn the_weighted_sum_agrees_with_two_other_implementations() {
    for case in array(&parse(WEIGHTED_SUM)["cases"]) {
        let scores = additive::scores(&rows(&case["matrix"]), &numbers(&case["weights"]));
        assert_all_close(&scores, &numbers(&case["scores"]), 1e-12);
    }
}

#[test]
fn removing_an_alternative_never_swaps_two_others() {
    let example = &parse(RANK_REVERSAL)["example"];
    let (matrix, weights) = (rows(&example["matrix"]), numbers(&example["weights"]));
    let scores = additive::scores(&matrix, &weights);
    assert_all_close(&scores, &numbers(&example["weighted_sum"]), 1e-9);
    assert_eq!(additive::scores(&matrix[..2], &weights), scores[..2]);
    // TOPSIS swaps the first two when the third goes.
    let (with, without) = (numbers(&example["topsis_three"]), numbers(&example["topsis_without_third"]));
    assert!(with[0] < with[1] && without[0] > without[1]);
}

/// Varsi 1973; Ali 1973, in rational arithmetic.
#[test]
fn the_exact_pairwise_share_of_unknown_weights() {
    for case in array(&parse(PAIRWISE)["uniform"]) {
        assert_close(pairwise::uniform(&numbers(&case["d"])), number(&case["p"]), 1e-9);
    }
}

#[test]
fn the_exact_pairwise_share_of_ranked_weights() {
    for case in array(&parse(PAIRWISE)["ranked"]) {
        assert_close(pairwise::ranked(&numbers(&case["d_most_important_first"])), number(&case["p"]), 1e-9);
    }
}

#[test]
fn the_exact_pairwise_share_of_weights_in_tiers() {
    for case in array(&parse(PAIRWISE)["tiers"]) {
        let share = pairwise::tiers(&rows(&case["d_tiers_most_important_first"])).expect("few orders");
        assert_close(share, number(&case["p"]), 1e-9);
    }
}

#[test]
fn the_exact_pairwise_share_of_rated_criteria() {
    for case in array(&parse(PAIRWISE_BY_RATINGS)["cases"]) {
        let share = pairwise::rated(&numbers(&case["differences"]), &ratings(&case["ratings"])).expect("few orders");
        assert_close(share, number(&case["exact"]), 1e-9);
    }
}

#[test]
fn too_many_orders_inside_tiers_are_refused() {
    assert_eq!(pairwise::tiers(&[vec![1.0], vec![-1.0; 10]]), None);
}

#[test]
fn one_large_tier_needs_no_orders() {
    assert!(pairwise::rated(&[1.0; 30], &[1; 30]).is_some());
}

#[test]
fn switch_over_weights_are_exact() {
    for case in array(&parse(SWITCH_OVER)["cases"]) {
        let (a, b, weights) = (numbers(&case["a"]), numbers(&case["b"]), numbers(&case["weights"]));
        let differences: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
        let gap: f64 = additive::contributions(&a, &b, &weights).iter().sum();
        assert_close(gap, number(&case["gap"]), 1e-9);
        for (criterion, expected) in array(&case["switchover_weight"]).iter().enumerate() {
            let weight = switchover::switch_over_weight(&differences, &weights, criterion);
            assert_eq!(weight.is_some(), !expected.is_null());
            assert_close(weight.unwrap_or(0.0), expected.as_f64().unwrap_or(0.0), 1e-9);
        }
    }
}

#[test]
fn a_criterion_with_all_the_weight_has_no_switch_over_weight() {
    assert_eq!(switchover::switch_over_weight(&[1.0, -1.0], &[1.0, 0.0], 0), None);
}

#[test]
fn a_weight_is_all_the_weight_up_to_rounding() {
    assert!([1.0, 1.0 - f64::EPSILON, 1.0 + f64::EPSILON].into_iter().all(switchover::has_all_weight));
    assert!(![0.0, 0.5, 0.99, 1.0 - 1e-9].into_iter().any(switchover::has_all_weight));
}

#[test]
fn with_two_alternatives_the_slider_breaks_at_the_switch_over_weight() {
    for case in array(&parse(SWITCH_OVER)["cases"]) {
        let (a, b, weights) = (numbers(&case["a"]), numbers(&case["b"]), numbers(&case["weights"]));
        let values: Vec<Vec<f64>> = a.iter().zip(&b).map(|(&a, &b)| vec![a, b]).collect();
        for (criterion, expected) in array(&case["switchover_weight"]).iter().enumerate() {
            let slider = slider::leaders_by_weight(&values, &weights, criterion, &[0, 1]).expect("candidates");
            let breaks: Vec<f64> = slider.breakpoints.iter().map(|point| point.weight).collect();
            assert_all_close(&breaks, &expected.as_f64().into_iter().collect::<Vec<_>>(), 1e-9);
        }
    }
}

#[test]
fn the_slider_passes_through_every_leader_on_the_way() {
    let values = [vec![1.0, 0.0, 0.7], vec![0.0, 1.0, 0.7]];
    let slider = slider::leaders_by_weight(&values, &[0.5, 0.5], 0, &[0, 1, 2]).expect("candidates");
    let leaders: Vec<(usize, usize)> = slider.breakpoints.iter().map(|point| (point.before, point.after)).collect();
    assert_eq!((slider.at_0, leaders, slider.at_1), (Some(1), vec![(1, 2), (2, 0)], 0));
}

#[test]
fn the_slider_ignores_alternatives_that_are_not_candidates() {
    let values = [vec![1.0, 0.0, 0.7], vec![0.0, 1.0, 0.7]];
    let slider = slider::leaders_by_weight(&values, &[0.5, 0.5], 0, &[0, 1]).expect("candidates");
    assert_eq!(slider.breakpoints.len(), 1);
}

#[test]
fn a_slider_at_one_has_no_leader_at_zero() {
    let values = [vec![0.0, 1.0], vec![1.0, 0.0]];
    let slider = slider::leaders_by_weight(&values, &[1.0, 0.0], 0, &[0, 1]).expect("candidates");
    assert_eq!((slider.at_0, slider.at_1, slider.breakpoints.len()), (None, 1, 0));
}

#[test]
fn no_candidates_have_no_slider() {
    assert_eq!(slider::leaders_by_weight(&[vec![0.0]], &[0.5], 0, &[]), None);
}

/// scipy.stats.triang.
#[test]
fn triangular_quantiles_and_means_agree_with_other_software() {
    for case in array(&parse(TRIANGULAR)["cases"]) {
        let figure = |name: &str| number(&case[name]);
        let triangular = Triangular::new(figure("low"), figure("likely"), figure("high")).expect("in order");
        assert_close(triangular.mean(), figure("mean"), 1e-12 * figure("mean"));
        for (u, expected) in case["quantiles"].as_object().expect("an object") {
            let expected = number(expected);
            assert_close(triangular.quantile(u.parse().expect("a number")), expected, 1e-12 * expected);
        }
    }
}

#[test]
fn a_triangle_out_of_order_is_refused() {
    let error = Triangular::new(2.0, 1.0, 3.0).expect_err("out of order");
    assert_eq!(error.to_string(), "triangular distribution of 2, 1, 3, which are not in order");
}

#[test]
fn percentiles_lie_on_the_line_between_two_values() {
    assert_eq!(percentile::of_sorted(&[0.0, 10.0, 30.0], 0.75), Some(20.0));
}

#[test]
fn selecting_gives_the_percentiles_of_sorting() {
    let drawn = |i| mcda::SplitMix64::new(5).unit_at(i);
    let many_equal = |i| (drawn(i) * 7.0).floor();
    let all_equal = |_| 1.0;
    let falling = |i| -(i as f64);
    let all_orders: [&dyn Fn(u64) -> f64; 4] = [&drawn, &many_equal, &all_equal, &falling];
    for value_at in all_orders {
        let mut values: Vec<f64> = (0..1000).map(value_at).collect();
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        let ps = [0.95, 0.0, 0.05, 0.5, 0.5, 1.0];
        let expected: Vec<f64> = ps.iter().filter_map(|&p| percentile::of_sorted(&sorted, p)).collect();
        assert_eq!(percentile::of_unsorted(&mut values, &ps), Some(expected));
    }
}

#[test]
fn no_values_have_no_percentile() {
    assert_eq!((percentile::of_sorted(&[], 0.5), percentile::of_unsorted(&mut [], &[0.5])), (None, None));
}

#[test]
fn a_lead_within_rounding_is_a_tie() {
    assert!(!ahead(0.1 + 0.2, 0.3) && ahead(0.3 + 2e-12, 0.3));
}

#[test]
fn the_first_of_tied_candidates_is_the_best() {
    assert_eq!(best_of(&[1, 2, 0], &[0.5, 0.5, 0.5 + 1e-13]), Some(1));
}

#[test]
fn the_best_of_shares_has_a_wider_tolerance() {
    assert_eq!(best_of_within(&[0, 1], &[0.5, 0.5 + 1e-7], 1e-6), Some(0));
}

#[test]
fn no_candidates_have_no_best() {
    assert_eq!(best_of(&[], &[]), None);
}

#[test]
fn a_threshold_is_reached_up_to_the_tolerance() {
    assert!(
        reaches(0.85 - 5e-7, 0.85, 1e-6) && !reaches(0.85 - 2e-6, 0.85, 1e-6) && equal_within(1.0, 1.0 + 5e-7, 1e-6)
    );
}
