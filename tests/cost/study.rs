//! The draws: displayed ranges, views, shares, verdict.

use assessment::{Alternative, named::input};

use decision::plan::cost::{Basis, Period, View, totals, two_significant};

use super::{assessment, inputs, study, without_ranges};

#[test]
fn ranges_are_the_published_ones_to_two_digits() {
    let expected = [[660_000, 830_000, 1_000_000], [490_000, 600_000, 740_000], [650_000, 730_000, 820_000]];
    assert_eq!(study(&[]).shown(View::default()), expected);
}

#[test]
fn with_one_headcount_the_cost_per_user_is_the_total_over_it() {
    let study = study(&[]);
    for (per_user, total) in study.per_user.iter().flatten().zip(study.ranges.percentiles.iter().flatten()) {
        assert!((per_user * 60.0 - total).abs() < 1e-6);
    }
}

/// With the users of the same draw, a total that grows with the users is almost constant per user.
#[test]
fn the_cost_per_user_uses_the_users_of_the_same_draw() {
    let mut own = without_ranges(&[(input::FTE_OUTSOURCED, 0.0), (input::DOWN_OUT, 0.0)]);
    own[input::USERS.index()].1 = [50.0, 100.0, 400.0];
    let study = study(&own);
    let [low, _, high] = study.per_user[2];
    assert!(high - low < 1e-6, "{low} to {high}");
    let [low, _, high] = study.ranges.percentiles[2];
    assert!(high > 2.0 * low);
}

#[test]
fn without_ranges_every_percentile_is_the_likely_total() {
    let study = study(&without_ranges(&[]));
    for (range, likely) in study.ranges.percentiles.iter().zip(study.ranges.likely) {
        assert_eq!(range, &[likely; 3]);
    }
}

#[test]
fn a_year_is_a_third() {
    let study = study(&[]);
    let year = study.shown(View { period: Period::Year, basis: Basis::Total });
    assert_eq!(year[0], study.ranges.percentiles[0].map(|total| two_significant(total / 3.0)));
    assert_eq!(year[0], [220_000, 280_000, 340_000]);
}

#[test]
fn the_four_views_are_different() {
    let study = study(&[]);
    let mut shown: Vec<_> = View::ALL.iter().map(|view| study.shown(*view)).collect();
    shown.dedup();
    assert_eq!(shown.len(), 4);
    assert_eq!(View::ALL[0], View::default());
}

#[test]
fn cost_decides_from_80_of_100_draws() {
    assert_eq!(study(&[]).ranges.cheapest(assessment()), Some(Alternative::CoManaged));
    let dearer = study(&[(input::FEE_CO, [75.0, 150.0, 200.0])]);
    assert!(dearer.ranges.cheapest_share.iter().all(|share| *share < 0.8));
    assert_eq!(dearer.ranges.cheapest(assessment()), None);
}

#[test]
fn shares_of_a_hundred_add_up() {
    assert_eq!(study(&[]).cheapest_of_100(), [4, 87, 9]);
    assert_eq!(study(&[]).cheapest.iter().sum::<u32>(), 4096);
    assert_eq!(study(&without_ranges(&[])).cheapest_of_100(), [0, 100, 0]);
}

#[test]
fn the_top_two_are_the_most_often_cheapest_and_the_lower_of_the_others() {
    assert_eq!(study(&[]).front(), (Alternative::CoManaged, Alternative::Outsourced));
    let free = study(&[(input::SALARY, [0.0; 3]), (input::TOOLS, [0.0; 3])]);
    assert_eq!(free.front().0, Alternative::InHouse);
}

#[test]
fn totals_are_linear_in_users_and_staff_except_where_hiring_begins() {
    let mut values = inputs(&[]).likely();
    let mut at = |users: f64, people: f64| {
        values[input::USERS.index()] = users;
        values[input::FTE_INHOUSE.index()] = people;
        totals(&values)
    };
    let step = |a: [f64; 3], b: [f64; 3]| [b[0] - a[0], b[1] - a[1], b[2] - a[2]].map(|x| (x * 1e3).round());
    assert_eq!(step(at(10.0, 2.0), at(20.0, 2.0)), step(at(70.0, 2.0), at(80.0, 2.0)));
    assert_eq!(step(at(10.0, 2.0), at(10.0, 3.0)), step(at(10.0, 3.0), at(10.0, 4.0)));
    assert!(step(at(10.0, 0.0), at(10.0, 1.0))[0] < step(at(10.0, 1.0), at(10.0, 2.0))[0]);
}

#[test]
fn amounts_are_rounded_half_up_to_two_digits() {
    let rounded = [0.4, 0.5, 9.4, 99.4, 99.5, 104.9, 105.0, 994.0, 995.0, 1_250.0, 124_999.0, 125_000.0];
    let expected = [0, 1, 9, 99, 100, 100, 110, 990, 1_000, 1_300, 120_000, 130_000];
    assert_eq!(rounded.map(two_significant), expected);
    assert_eq!(two_significant(-125_000.0), -130_000);
    assert_eq!(two_significant(0.0), 0);
}
