//! Axes with round ticks, and the chart of overlapping ranges.

use decision::plan::cost::{Axis, OverlapChart, View};

use super::study;

#[test]
fn ticks_are_round() {
    assert_eq!(Axis::over(0, 7).ticks(), [0, 2, 4, 6, 8]);
    assert_eq!(Axis::over(0, 1_000_000).ticks(), [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]);
    assert_eq!(Axis::over(0, 3_000_000).ticks(), [0, 500_000, 1_000_000, 1_500_000, 2_000_000, 2_500_000, 3_000_000]);
    assert_eq!(Axis::over(-120_000, 90_000).ticks(), [-150_000, -100_000, -50_000, 0, 50_000, 100_000]);
}

#[test]
fn an_axis_of_zero_amounts_has_a_length() {
    let axis = Axis::over(0, 0);
    assert_eq!((axis.ticks().as_slice(), axis.place(0)), ([0, 1].as_slice(), 0));
}

#[test]
fn extreme_amounts_are_at_the_ends_of_the_axis() {
    let axis = Axis::over(0, 800);
    assert_eq!([0, 400, 800, -5, 900].map(|amount| axis.place(amount)), [0, 500, 1000, 0, 1000]);
}

#[test]
fn the_widest_range_has_an_axis() {
    let axis = Axis::over(i64::MIN, i64::MAX);
    assert!(axis.ticks().len() <= 7);
    assert_eq!((axis.place(i64::MIN), axis.place(0), axis.place(i64::MAX)), (0, 500, 1000));
}

#[test]
fn the_chart_shows_the_same_ranges_as_the_text() {
    let shown = study(&[]).shown(View::default());
    let chart = OverlapChart::of(&shown);
    assert_eq!((chart.axis.from, chart.axis.to), (0, 1_000_000));
    assert_eq!(chart.ranges, shown.map(|range| range.map(|amount| (amount / 1000) as u16)));
    assert_eq!(chart.overlaps, [true, true, true]);
}

#[test]
fn ranges_overlap_only_if_they_share_an_amount() {
    let chart = OverlapChart::of(&[[10, 20, 30], [30, 40, 50], [31, 60, 70]]);
    assert_eq!(chart.overlaps, [true, false, true]);
}
