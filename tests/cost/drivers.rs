//! What drives the gap between the top two models.

use assessment::{Alternative, InputId, named::input};

use decision::plan::cost::{CostStudy, DriverChart, Drivers, Others, tornado};

use super::{assessment, inputs, without_ranges};

#[test]
fn at_most_six_drivers_are_shown_largest_first() {
    let found = drivers(&[]);
    assert_eq!(found.inputs.len(), 6);
    let changes: Vec<i64> = found.inputs.iter().map(|of| (of.gap[1] - of.gap[0]).abs()).collect();
    assert!(changes.windows(2).all(|two| two[0] as f64 >= 0.9 * two[1] as f64), "{changes:?}");
}

#[test]
fn drivers_match_the_tornado_chart_of_the_top_two_models() {
    let found = drivers(&[]);
    assert_eq!((found.leader, found.runner_up), (Alternative::CoManaged, Alternative::Outsourced));
    let tornado = tornado(&inputs(&[])).pop().unwrap();
    assert_eq!(tornado.pair, (Alternative::CoManaged, Alternative::Outsourced));
    let shown: Vec<InputId> = found.inputs.iter().map(|of| of.input).collect();
    assert_eq!(shown, tornado.inputs.iter().take(6).map(|of| of.input).collect::<Vec<_>>());
    assert_eq!(found.likely, -160_000);
}

#[test]
fn a_higher_fee_for_the_leader_favors_the_other_model() {
    let found = drivers(&[]);
    let fee = found.inputs.iter().find(|of| of.input == input::FEE_CO).unwrap();
    assert_eq!(fee.toward, Alternative::Outsourced);
    assert!(fee.gap[0] < fee.gap[1]);
    let other = found.inputs.iter().find(|of| of.input == input::FEE_OUT).unwrap();
    assert_eq!(other.toward, Alternative::CoManaged);
}

#[test]
fn an_input_can_reverse_the_gap_if_its_range_spans_zero() {
    for of in drivers(&[]).inputs {
        assert_eq!(of.turns, of.gap[0].signum() * of.gap[1].signum() < 0, "{of:?}");
    }
}

#[test]
fn nothing_drives_the_gap_when_no_figure_has_a_range() {
    let found = drivers(&without_ranges(&[]));
    assert!(found.inputs.is_empty());
    assert_eq!(found.others, Others::None);
    assert_eq!(found.likely, -160_000);
}

#[test]
fn remaining_drivers_are_small_or_counted() {
    let mut own = without_ranges(&[]);
    own[input::FEE_OUT.index()].1 = [100.0, 200.0, 300.0];
    assert_eq!(drivers(&own).others, Others::None);
    for id in [input::BURDEN, input::TURNOVER, input::REPLACE, input::EXTRAS, input::FTE_COMANAGED] {
        own[id.index()].1 = [0.5 * own[id.index()].1[1], own[id.index()].1[1], 1.2 * own[id.index()].1[1]];
    }
    own[input::TRAINING.index()].1[2] += 10.0;
    own[input::ONBOARD_MONTHS.index()].1[2] += 0.01;
    assert_eq!(drivers(&own).others, Others::Little);
    assert!(matches!(drivers(&[]).others, Others::More(_)), "{:?}", drivers(&[]).others);
}

#[test]
fn bars_share_an_axis_that_includes_zero() {
    let found = drivers(&[]);
    let chart = DriverChart::of(&found);
    assert!(chart.axis.from <= 0 && chart.axis.to >= 0);
    assert_eq!(chart.bars.len(), found.inputs.len());
    for (bar, of) in chart.bars.iter().zip(&found.inputs) {
        assert_eq!(bar[0] < bar[1], of.gap[0] < of.gap[1]);
    }
}

fn drivers(own: &[(InputId, [f64; 3])]) -> Drivers {
    let inputs = inputs(own);
    Drivers::of(&inputs, &CostStudy::of(assessment(), &inputs))
}
