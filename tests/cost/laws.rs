//! Laws for any figures within bounds. The cases are the same in every run.

use assessment::{Alternative, InputId, json::Value, named::input};
use decision::{
    plan::cost::{Axis, CostInputs, CostStudy, Crossing, Drivers, OverlapChart, View, two_significant},
    worksheet::Figures,
};
use proptest::{collection::vec, prelude::*};
use session::{Unread, decode_figures, encode_figures};

use super::{assessment, reading};

#[path = "../laws/runs.rs"]
mod cases;

use cases::runs;

proptest! {
    #![proptest_config(runs(96))]

    #[test]
    fn totals_are_finite_and_percentiles_ascend(figures in figures()) {
        let study = study_of(&figures);
        for range in study.ranges.percentiles.iter().chain(&study.per_user) {
            prop_assert!(range.iter().all(|total| total.is_finite() && *total >= 0.0));
            prop_assert!(range[0] <= range[1] && range[1] <= range[2]);
        }
        for range in View::ALL.iter().flat_map(|view| study.shown(*view)) {
            prop_assert!(range[0] <= range[1] && range[1] <= range[2]);
        }
    }

    #[test]
    fn a_year_is_a_third_of_three_years_after_rounding(figures in figures()) {
        let study = study_of(&figures);
        let [three, year, three_per_user, year_per_user] = View::ALL.map(|view| study.shown(view));
        for (three, year) in three.iter().chain(&three_per_user).flatten().zip(year.iter().chain(&year_per_user).flatten()) {
            let (three, third) = (*three as f64, 3.0 * *year as f64);
            // Two digits are accurate to 5 %, and below 100 to half a unit.
            prop_assert!((three - third).abs() <= 0.051 * (three + third) + 2.0, "{three} {third}");
        }
    }

    #[test]
    fn the_cost_per_user_lies_between_the_totals_over_most_and_fewest_users(figures in figures()) {
        let study = study_of(&figures);
        let [fewest, _, most] = inputs_of(&figures).get(input::USERS).values();
        for (per_user, total) in study.per_user.iter().flatten().zip(study.ranges.percentiles.iter().flatten()) {
            prop_assert!(*per_user <= total / fewest * (1.0 + 1e-9) && *per_user >= total / most * (1.0 - 1e-9));
        }
    }

    #[test]
    fn shares_add_up_and_the_leader_is_cheapest_most_often(figures in figures()) {
        let study = study_of(&figures);
        prop_assert_eq!(study.cheapest.iter().sum::<u32>(), 4096);
        prop_assert_eq!(study.cheapest_of_100().iter().map(|n| u32::from(*n)).sum::<u32>(), 100);
        for (share, of_100) in study.ranges.cheapest_share.iter().zip(study.cheapest_of_100()) {
            prop_assert!((100.0 * share - f64::from(of_100)).abs() < 1.0);
        }
        let (leader, runner_up) = study.front();
        prop_assert_ne!(leader, runner_up);
        prop_assert!(Alternative::ALL.iter().all(|a| study.cheapest[a.index()] <= study.cheapest[leader.index()]));
    }

    #[test]
    fn break_even_has_a_number_only_if_half_of_the_draws_have_one(figures in figures()) {
        for range in study_of(&figures).break_even {
            let [one, none, several] = range.of_100.map(u32::from);
            prop_assert_eq!(one + none + several, 100);
            match range.outcome {
                Crossing::At { users: [low, middle, high], .. } => {
                    prop_assert!(one >= 50);
                    prop_assert!(5 <= low && low <= middle && middle <= high && high <= 1000);
                }
                Crossing::Never(_) => prop_assert_eq!(none, 100),
                Crossing::Mostly(_) => prop_assert!(none >= 50),
                Crossing::Open => {}
            }
        }
    }

    #[test]
    fn charts_are_small_and_ordered(figures in figures()) {
        let inputs = inputs_of(&figures);
        let study = CostStudy::of(assessment(), &inputs);
        for view in View::ALL {
            let chart = OverlapChart::of(&study.shown(view));
            prop_assert!(chart.axis.from == 0 && chart.axis.ticks().len() <= 7);
            prop_assert!(chart.ranges.iter().all(|range| range[0] <= range[1] && range[1] <= range[2]));
        }
        let drivers = Drivers::of(&inputs, &study);
        prop_assert!(drivers.inputs.len() <= 6);
        prop_assert_eq!((drivers.leader, drivers.runner_up), study.front());
    }
}

proptest! {
    #![proptest_config(runs(1024))]

    #[test]
    fn figures_survive_a_round_trip(figures in figures()) {
        let encoded = encode_figures(assessment(), &figures, &Unread::default()).unwrap_or(Value::object([]));
        let decoded = decode_figures(assessment(), "$.figures", &encoded);
        prop_assert_eq!(decoded.value, figures);
        prop_assert!(decoded.problems.is_empty() && decoded.unread == Unread::default());
    }

    #[test]
    fn out_of_bounds_figures_are_never_accepted(input in input_id(), values in [number(), number(), number()]) {
        let mut figures = Figures::default();
        let refused = figures.set(assessment(), input, values);
        prop_assert_eq!(refused.is_ok(), Figures::problems(assessment(), input, values).is_empty());
        if let Some(own) = figures.get(input) {
            let [least, most] = assessment().cost.input(input).bounds;
            let [low, likely, high] = own.values();
            prop_assert!(least <= low && low <= likely && likely <= high && high <= most);
        }
    }

    #[test]
    fn no_document_makes_decoding_panic_and_nothing_is_lost(document in document()) {
        let decoded = decode_figures(assessment(), "$.figures", &document);
        prop_assert_eq!(decoded.problems.is_empty(), decoded.unread == Unread::default());
        let encoded = encode_figures(assessment(), &decoded.value, &decoded.unread).unwrap_or(Value::object([]));
        let again = decode_figures(assessment(), "$.figures", &encoded);
        prop_assert_eq!(&again.value, &decoded.value);
        for (name, _) in document.entries().unwrap_or_default() {
            prop_assert!(encoded.get(name).is_some());
        }
    }

    #[test]
    fn an_axis_is_short_and_round(a in any::<i64>(), b in any::<i64>(), small in any::<i16>()) {
        for (least, most) in [(a.min(b), a.max(b)), (i64::from(small).min(0), i64::from(small).max(0))] {
            let axis = Axis::over(least, most);
            let ticks = axis.ticks();
            prop_assert!((2..=7).contains(&ticks.len()));
            prop_assert_eq!((ticks[0], ticks[ticks.len() - 1]), (axis.from, axis.to));
            let mut digit = axis.step;
            while digit % 10 == 0 {
                digit /= 10;
            }
            prop_assert!([1, 2, 5].contains(&digit));
        }
    }

    #[test]
    fn two_digits_are_near_and_in_order(a in -1e12..1e12_f64, b in -1e12..1e12_f64) {
        let (rounded, other) = (two_significant(a), two_significant(b));
        prop_assert!((rounded as f64 - a).abs() <= 0.05 * a.abs() + 0.5);
        prop_assert_eq!(two_significant(-a), -rounded);
        prop_assert!(a.total_cmp(&b) == rounded.cmp(&other) || rounded == other);
        prop_assert_eq!(two_significant(rounded as f64), rounded);
    }
}

fn inputs_of(figures: &Figures) -> CostInputs {
    CostInputs::of(assessment(), &reading(&[]), figures.own())
}

fn study_of(figures: &Figures) -> CostStudy {
    CostStudy::of(assessment(), &inputs_of(figures))
}

fn input_id() -> impl Strategy<Value = InputId> {
    (0..assessment().cost.inputs.len()).prop_map(InputId::from_index)
}

/// Figures within bounds: half of the inputs are unchanged, some at a bound, some near their default.
fn figures() -> impl Strategy<Value = Figures> {
    vec((0..8_u8, [0.0..=1.0_f64, 0.0..=1.0, 0.0..=1.0]), assessment().cost.inputs.len()).prop_map(|drawn| {
        let mut figures = Figures::default();
        for (n, (kind, mut shares)) in drawn.into_iter().enumerate() {
            let of = &assessment().cost.inputs[n];
            let [least, most] = of.bounds;
            shares.sort_by(f64::total_cmp);
            let near = of.default[2].max(1.0) * 3.0;
            let values = match kind {
                0..4 => continue,
                4 => [least; 3],
                5 => shares.map(|share| least + share * (most - least)),
                _ => shares.map(|share| (share * near).clamp(least, most)),
            };
            figures.set(assessment(), InputId::from_index(n), values).unwrap();
        }
        figures
    })
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), 0.0..10.0_f64, -2.0..200_000.0_f64]
}

/// Any document, often an object of figures with known names.
fn document() -> impl Strategy<Value = Value> {
    let ids: Vec<&str> = assessment().cost.inputs.iter().map(|of| of.id).chain(["rent", "", "figures"]).collect();
    let leaf = || {
        prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            number().prop_map(Value::Number),
            any::<String>().prop_map(Value::Text),
        ]
    };
    let list = prop_oneof![
        3 => [number(), number(), number()].prop_map(|values| values.into_iter().collect::<Value>()),
        1 => vec(leaf(), 0..5).prop_map(Value::List),
        1 => leaf(),
    ];
    let entries = vec((proptest::sample::select(ids).prop_map(str::to_owned), list), 0..8);
    prop_oneof![5 => entries.prop_map(Value::Object), 1 => leaf()]
}
