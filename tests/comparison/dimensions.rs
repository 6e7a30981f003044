//! Each dimension: which model the answers favor, and how much it counts.

use assessment::{
    Alternative::{InHouse, Outsourced},
    Assessment, DimensionId,
    named::{answer, decide, dimension, provider, steer},
};

use decision::{
    comparison::{Comparison, DimensionView, Pointing},
    response::Rating,
};

use super::{compare, organization, person, rating};

#[test]
fn each_dimension_has_one_view() {
    let assessment = Assessment::standard();
    let comparison = compare(&[person(&[]), person(&[])]);
    let expected = (0..assessment.dimensions.len()).map(DimensionId::from_index);
    assert!(comparison.dimensions.iter().map(|view| view.dimension).eq(expected));
}

#[test]
fn an_unanswered_dimension_favors_no_model() {
    for view in compare(&[person(&[]), person(&[(provider::QUESTION, provider::MOST)])]).dimensions {
        assert_eq!((view.points_to, view.pointing), (vec![None, None], Pointing::Open));
    }
}

#[test]
fn answers_for_different_models_disagree() {
    let one = person(&[(answer::QUESTION, answer::ONE), (steer::QUESTION, steer::NONE)]);
    let other = person(&[(answer::QUESTION, answer::OWN)]);
    let view = view(&compare(&[one.clone(), other, one]), dimension::ACCOUNTABILITY);
    assert_eq!(view.points_to, [Some(Outsourced), Some(InHouse), Some(Outsourced)]);
    assert_eq!(view.pointing, Pointing::Apart);
}

#[test]
fn answers_for_one_model_agree_even_if_someone_is_silent() {
    let one = person(&[(answer::QUESTION, answer::ONE)]);
    let other = person(&[(answer::QUESTION, answer::ONE), (steer::QUESTION, steer::NONE)]);
    let view = view(&compare(&[one, person(&[]), other]), dimension::ACCOUNTABILITY);
    assert_eq!((view.points_to, view.pointing), (vec![Some(Outsourced), None, Some(Outsourced)], Pointing::Same));
}

#[test]
fn a_single_opinion_is_not_agreement() {
    let view = view(&compare(&[person(&[]), person(&[(decide::QUESTION, decide::APPROVE)])]), dimension::CONTROL);
    assert_eq!((view.points_to, view.pointing), (vec![None, Some(Outsourced)], Pointing::Open));
}

#[test]
fn what_answers_favor_does_not_depend_on_priorities() {
    let one = organization("P2");
    let other = rating(&one, dimension::SECURITY, Rating::NotAFactor);
    for view in compare(&[one, other]).dimensions {
        assert_eq!(view.points_to[0], view.points_to[1]);
    }
}

#[test]
fn ratings_disagree_when_two_steps_apart_but_not_when_one_step_apart() {
    let one = person(&[]);
    let steps = |to| {
        let view = view(&compare(&[one.clone(), rating(&one, dimension::COST, to)]), dimension::COST);
        (view.steps, view.is_weighed_apart())
    };
    assert_eq!(steps(Rating::NotAFactor), (1, false));
    assert_eq!(steps(Rating::Normal), (0, false));
    assert_eq!(steps(Rating::Important), (1, false));
    assert_eq!(steps(Rating::Decisive), (2, true));
}

#[test]
fn of_several_ratings_the_lowest_and_the_highest_count() {
    let one = person(&[]);
    let people = [
        rating(&one, dimension::COST, Rating::Important),
        rating(&one, dimension::COST, Rating::Decisive),
        rating(&one, dimension::COST, Rating::NotAFactor),
    ];
    assert_eq!(view(&compare(&people), dimension::COST).steps, 3);
}

fn view(comparison: &Comparison, dimension: DimensionId) -> DimensionView {
    comparison.dimensions[dimension.index()].clone()
}
