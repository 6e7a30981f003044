//! Where two models cost the same, with its range over the draws.

use assessment::{Alternative, InputId, named::input};
use decision::plan::cost::{Crossing, PAIRS, totals};
use mcda::{SplitMix64, Triangular, percentile};

use super::{assessment, inputs, study, without_ranges};

/// Checks one headcount at a time with [`totals`], independently of the piecewise linear code.
#[test]
fn crossings_are_where_the_totals_of_each_draw_change_order() {
    let study = study(&[]);
    let mut tried: [Vec<(usize, f64, bool)>; 3] = Default::default();
    each_draw(&[], |at| {
        let mut before = at(5.0);
        let mut found = [(0, 0.0); 3];
        let first = before;
        for users in 6..=1000 {
            let now = at(f64::from(users));
            for (n, (a, b)) in PAIRS.into_iter().enumerate() {
                let (d0, d1) = (before[a.index()] - before[b.index()], now[a.index()] - now[b.index()]);
                if d0 * d1 < 0.0 {
                    found[n] = (found[n].0 + 1, f64::from(users) - d1 / (d1 - d0));
                }
            }
            before = now;
        }
        for (n, (a, b)) in PAIRS.into_iter().enumerate() {
            tried[n].push((found[n].0, found[n].1, first[a.index()] < first[b.index()]));
        }
    });
    for (n, range) in study.break_even.iter().enumerate() {
        let share = |is: &dyn Fn(usize) -> bool| {
            100.0 * tried[n].iter().filter(|(count, ..)| is(*count)).count() as f64 / tried[n].len() as f64
        };
        let shares = [share(&|count| count == 1), share(&|count| count == 0), share(&|count| count > 1)];
        for (of_100, share) in range.of_100.iter().zip(shares) {
            assert!((f64::from(*of_100) - share).abs() <= 1.0, "{range:?}: {shares:?}");
        }
        if let Crossing::At { users, cheaper_below } = range.outcome {
            let is_first = cheaper_below == range.pair.0;
            let alike = tried[n].iter().filter(|(count, _, first)| *count == 1 && *first == is_first);
            let mut alike: Vec<f64> = alike.map(|(_, users, _)| *users).collect();
            assert!(2 * alike.len() >= tried[n].len());
            let expected = percentile::of_unsorted(&mut alike, &[0.1, 0.5, 0.9]).unwrap();
            for (users, expected) in users.iter().zip(expected) {
                assert!((*users as f64 / expected - 1.0).abs() < 0.06, "{range:?}, not {expected}");
            }
        }
    }
}

#[test]
fn default_crossings_match_the_published_ones() {
    let outcomes = study(&[]).break_even.map(|range| (range.outcome, range.of_100));
    let number = |users| Crossing::At { users, cheaper_below: Alternative::Outsourced };
    let expected = [
        (Crossing::Mostly(Alternative::CoManaged), [43, 53, 4]),
        (number([53, 69, 84]), [77, 16, 7]),
        (number([16, 33, 54]), [93, 3, 4]),
    ];
    assert_eq!(outcomes, expected);
}

#[test]
fn there_is_no_break_even_when_one_model_is_always_cheaper() {
    let own = without_ranges(&[(input::FTE_OUTSOURCED, 0.0), (input::FEE_OUT, 1.0), (input::FTE_INHOUSE, 2.0)]);
    let [_, against_in_house, against_co_managed] = study(&own).break_even;
    for range in [against_in_house, against_co_managed] {
        assert_eq!((range.outcome, range.of_100), (Crossing::Never(Alternative::Outsourced), [0, 100, 0]));
    }
}

#[test]
fn a_rare_break_even_names_the_model_that_is_usually_cheaper() {
    let range = study(&[(input::FEE_OUT, [1.0, 1.0, 250.0])]).break_even[1];
    assert_eq!(range.outcome, Crossing::Mostly(Alternative::Outsourced));
    assert!((50..100).contains(&range.of_100[1]), "{range:?}");
}

#[test]
fn two_models_with_equal_costs_have_no_single_break_even() {
    let same = [input::FEE_OUT, input::FEE_CO].map(|id| (id, 100.0));
    let mut given = same.to_vec();
    given.extend([(input::FTE_OUTSOURCED, 1.0), (input::FTE_COMANAGED, 1.0)]);
    let range = study(&without_ranges(&given)).break_even[2];
    assert_eq!((range.outcome, range.of_100), (Crossing::Open, [0, 0, 100]));
}

#[test]
fn the_visitors_headcount_does_not_move_the_break_even() {
    let at = |users: f64| study(&[(input::USERS, [users; 3])]).break_even;
    assert_eq!(at(12.0), at(500.0));
}

#[test]
fn staff_entered_by_the_visitor_no_longer_scales_with_headcount() {
    let own = study(&[(input::FTE_INHOUSE, [2.0; 3])]).break_even;
    assert_ne!(own[0], study(&[]).break_even[0]);
}

/// Every draw as the totals by headcount. Staff is placed between the columns of its rule where a triangle with the slopes of
/// the rule puts the draw.
fn each_draw(own: &[(InputId, [f64; 3])], mut take: impl FnMut(&dyn Fn(f64) -> [f64; 3])) {
    let cost = &assessment().cost;
    let inputs = inputs(own);
    let uniforms = SplitMix64::new(cost.seed);
    let count = cost.inputs.len();
    for draw in 0..cost.samples {
        let unit = |n: usize| uniforms.unit_at((draw * count + n) as u64);
        let drawn = inputs.ranges().iter().enumerate().map(|(n, range)| {
            let [low, likely, high] = range.values();
            Triangular::new(low, likely, high).unwrap().quantile(unit(n))
        });
        let drawn: Vec<f64> = drawn.collect();
        let at = |users: f64| {
            let mut values = drawn.clone();
            values[input::USERS.index()] = users;
            for id in [input::FTE_INHOUSE, input::FTE_COMANAGED] {
                let rule = cost.input(id).default_rule.as_ref().unwrap();
                let [low, likely, high] = rule.of.map(|column| 1.0 / column.per);
                let place = Triangular::new(low, likely, high).unwrap().quantile(unit(id.index()));
                let [least, middle, most] = rule.of.map(|column| column.least.max(users / column.per));
                values[id.index()] = if place < likely {
                    least + (middle - least) * (place - low) / (likely - low)
                } else {
                    middle + (most - middle) * (place - likely) / (high - likely)
                };
            }
            totals(&values)
        };
        take(&at);
    }
}
