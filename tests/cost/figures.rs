//! The visitor's own figures: what is accepted, what is rejected and why.

use assessment::{
    CostUnit, InputId,
    i18n::{Catalog, Key, key::ui::cost::problem},
    named::input,
};

use decision::{
    plan::cost::refusal,
    worksheet::{Field, FigureChange, FigureFault, FigureProblem, Figures},
};

use super::{assessment, figures};

#[test]
fn unchanged_inputs_are_not_saved() {
    assert!(Figures::default().is_empty());
    assert_eq!(figures(&[(input::SALARY, [1.0, 2.0, 3.0])]).own().len(), 1);
}

#[test]
fn own_figures_are_in_model_order_regardless_of_entry_order() {
    let own = figures(&[(input::DOWN_OUT, [1.0; 3]), (input::USERS, [9.0; 3]), (input::TOOLS, [2.0; 3])]);
    let order: Vec<InputId> = own.own().iter().map(|(id, _)| *id).collect();
    assert_eq!(order, [input::USERS, input::TOOLS, input::DOWN_OUT]);
}

#[test]
fn a_second_figure_replaces_the_first_and_returns_it() {
    let mut own = figures(&[(input::USERS, [9.0; 3])]);
    let earlier = own.set(assessment(), input::USERS, [10.0, 11.0, 12.0]).unwrap();
    assert_eq!(earlier.map(|range| range.values()), Some([9.0; 3]));
    assert_eq!(own.get(input::USERS).map(|range| range.values()), Some([10.0, 11.0, 12.0]));
    assert_eq!(own.own().len(), 1);
}

#[test]
fn one_input_can_be_reset_and_all_can() {
    let mut own = figures(&[(input::USERS, [9.0; 3]), (input::TOOLS, [2.0; 3])]);
    assert_eq!(own.reset(input::USERS).map(|range| range.likely()), Some(9.0));
    assert_eq!(own.reset(input::USERS), None);
    assert_eq!(own.get(input::TOOLS).map(|range| range.likely()), Some(2.0));
    own.apply(assessment(), FigureChange::ResetAll).unwrap();
    assert!(own.is_empty());
}

#[test]
fn each_rejected_figure_says_which_one_and_why() {
    let refused = |values| Figures::problems(assessment(), input::USERS, values);
    let one = |field, fault| vec![FigureProblem { field, fault }];
    assert_eq!(refused([-1.0, 60.0, 70.0]), one(Field::Low, FigureFault::Negative));
    assert_eq!(refused([0.5, 60.0, 70.0]), one(Field::Low, FigureFault::TooSmall));
    assert_eq!(refused([1.0, 60.0, 100_001.0]), one(Field::High, FigureFault::TooLarge));
    assert_eq!(refused([61.0, 60.0, 70.0]), one(Field::Low, FigureFault::AboveNext));
    assert_eq!(refused([1.0, 71.0, 70.0]), one(Field::Likely, FigureFault::AboveNext));
    assert_eq!(refused([1.0, f64::NAN, 70.0]), one(Field::Likely, FigureFault::NotANumber));
    assert_eq!(refused([1.0, 2.0, f64::INFINITY]), one(Field::High, FigureFault::NotANumber));
    assert_eq!(refused([1.0, 1.0, 100_000.0]), []);
}

#[test]
fn all_three_figures_can_be_rejected_at_once() {
    let faults: Vec<FigureFault> = Figures::problems(assessment(), input::TURNOVER, [f64::NAN, -1.0, 1.1])
        .into_iter()
        .map(|problem| problem.fault)
        .collect();
    assert_eq!(faults, [FigureFault::NotANumber, FigureFault::Negative, FigureFault::TooLarge]);
}

#[test]
fn a_rejected_figure_changes_nothing() {
    let mut own = figures(&[(input::USERS, [9.0; 3])]);
    assert!(own.set(assessment(), input::USERS, [9.0, 8.0, 7.0]).is_err());
    assert_eq!(own, figures(&[(input::USERS, [9.0; 3])]));
}

#[test]
fn zero_has_no_sign() {
    let own = figures(&[(input::TOOLS, [-0.0, 0.0, 1.0])]);
    assert!(own.get(input::TOOLS).unwrap().values()[0].is_sign_positive());
}

#[test]
fn both_bounds_of_every_input_are_accepted() {
    for (n, of) in assessment().cost.inputs.iter().enumerate() {
        let [least, most] = of.bounds;
        assert_eq!(Figures::problems(assessment(), InputId::from_index(n), [least, most, most]), [], "{}", of.id);
    }
}

#[test]
fn bounds_depend_on_the_unit() {
    for of in assessment().cost.inputs {
        let most = match of.unit {
            CostUnit::Users => 100_000.0,
            CostUnit::People => 10_000.0,
            CostUnit::Money => 1e9,
            CostUnit::Share => 5.0,
            CostUnit::Months => 36.0,
            CostUnit::Hours => 8_784.0,
        };
        assert!(of.bounds[1] <= most, "{}", of.id);
        assert_eq!(of.bounds[0] > 0.0, of.unit == CostUnit::Users, "{}", of.id);
    }
}

#[test]
fn every_rejection_has_a_message() {
    let say = |field, fault| refusal(FigureProblem { field, fault });
    let all: [(Key, Key); 6] = [
        (say(Field::Low, FigureFault::NotANumber), problem::NOT_A_NUMBER),
        (say(Field::High, FigureFault::Negative), problem::NEGATIVE),
        (say(Field::Low, FigureFault::TooSmall), problem::TOO_SMALL),
        (say(Field::High, FigureFault::TooLarge), problem::TOO_LARGE),
        (say(Field::Low, FigureFault::AboveNext), problem::ABOVE_LIKELY),
        (say(Field::Likely, FigureFault::AboveNext), problem::ABOVE_HIGH),
    ];
    assert!(all.iter().all(|(found, expected)| found == expected));
    assert_eq!(Catalog::english().fill(problem::TOO_SMALL, &[("least", "1")]), "Enter 1 or more.");
}
