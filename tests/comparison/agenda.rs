//! The agenda: its points and their order.

use assessment::{
    Assessment, DimensionId,
    named::{answer, cap, collision, decide, dimension, fund, pace, plan, sector, trigger},
};

use decision::{
    comparison::{Agenda, Agreement, MOST_POINTS, Person, Point},
    explanation::{Reasons, next_questions},
    response::{Rating, Response},
};

use super::{compare, organization, person, rating, saying};

#[test]
fn the_agenda_lists_collisions_then_differences_then_priorities_then_unknowns() {
    let one = organization("P2");
    let other = saying(&one, decide::QUESTION, Some(Response::One(decide::APPROVE)));
    let other = saying(&other, pace::QUESTION, Some(Response::One(pace::STEADY)));
    let other = saying(&other, plan::QUESTION, Some(Response::One(plan::SHRINK)));
    let other = saying(&other, fund::QUESTION, Some(Response::NotSure));
    let other = rating(&other, dimension::COST, Rating::Decisive);
    let agenda = agenda(&[one, other]);
    let [first, second, third, rest @ ..] = agenda.points.as_slice() else { panic!("{agenda:?}") };
    assert_eq!(*first, Point::Collision(collision::DECIDE));
    assert!([Point::Difference(pace::QUESTION), Point::Difference(plan::QUESTION)].contains(second));
    assert!([Point::Difference(pace::QUESTION), Point::Difference(plan::QUESTION)].contains(third) && second != third);
    assert_eq!(rest, [Point::Priority(dimension::COST), Point::KnownToSome(fund::QUESTION)]);
}

#[test]
fn an_agenda_has_at_most_seven_points() {
    let comparison = compare(&[organization("P1"), organization("P2")]);
    assert!(comparison.differences.len() > MOST_POINTS);
    assert_eq!(Agenda::of(Assessment::standard(), &comparison).points.len(), MOST_POINTS);
}

#[test]
fn no_question_is_listed_twice() {
    let one = person(&[(decide::QUESTION, decide::ALL), (answer::QUESTION, answer::OWN)]);
    let other = person(&[(decide::QUESTION, decide::APPROVE), (answer::QUESTION, answer::ONE)]);
    assert_eq!(
        agenda(&[one, other]).points,
        [Point::Collision(collision::DECIDE), Point::Collision(collision::ANSWER)]
    );
}

#[test]
fn a_difference_without_effect_is_not_on_the_agenda() {
    let one = organization("P2");
    let other = saying(&one, trigger::QUESTION, Some(Response::One(trigger::REVIEW)));
    let other = saying(&other, sector::QUESTION, None);
    assert!(agenda(&[one, other]).points.is_empty());
}

#[test]
fn people_who_agree_discuss_the_two_weakest_points_of_their_model() {
    let mut counts = Vec::new();
    for n in 1..=10 {
        let one = organization(&format!("P{n}"));
        let comparison = compare(&[one.clone(), one]);
        let weak = Agenda::of(Assessment::standard(), &comparison).weak_points.unwrap();
        let evaluation = &comparison.people[0].evaluation;
        let against = Reasons::of(Assessment::standard(), evaluation, evaluation.leader).speaking_against;
        assert_eq!(weak.model, evaluation.leader);
        assert!(weak.causes.iter().eq(against.iter().map(|reason| &reason.cause).take(2)));
        counts.push(weak.causes.len());
    }
    assert!(counts.contains(&2), "{counts:?}");
}

#[test]
fn weak_points_are_left_out_when_there_are_differences() {
    let one = organization("P2");
    let other = saying(&one, decide::QUESTION, Some(Response::One(decide::APPROVE)));
    assert_eq!(agenda(&[one, other]).weak_points, None);
}

#[test]
fn too_few_answers_do_not_count_as_agreement() {
    let agenda = agenda(&[person(&[]), person(&[])]);
    assert!(agenda.points.is_empty() && agenda.weak_points.is_none());
}

#[test]
fn results_that_differ_only_by_priorities_put_priorities_on_the_agenda() {
    let dimensions = (0..Assessment::standard().dimensions.len()).map(DimensionId::from_index);
    let one = dimensions.fold(organization("P7"), |person, dimension| rating(&person, dimension, Rating::Normal));
    let other = rating(&one, dimension::SECURITY, Rating::Important);
    let comparison = compare(&[one, other]);
    assert_eq!(comparison.verdicts.agreement, Agreement::Apart);
    let agenda = Agenda::of(Assessment::standard(), &comparison);
    assert_eq!(agenda.points, [Point::Priority(dimension::SECURITY)]);
}

#[test]
fn a_one_step_rating_difference_is_left_out_when_results_agree() {
    let one = organization("P1");
    let other = rating(&one, dimension::SECURITY, Rating::Important);
    assert!(agenda(&[one, other]).points.is_empty());
}

#[test]
fn the_closing_point_is_the_best_question_that_everyone_left_open() {
    let one = saying(&organization("P2"), plan::QUESTION, None);
    let one = saying(&one, pace::QUESTION, None);
    let comparison = compare(&[one.clone(), one.clone()]);
    let agenda = Agenda::of(Assessment::standard(), &comparison);
    let next = next_questions(Assessment::standard(), &comparison.people[0].evaluation);
    assert_eq!(agenda.closing, Some(next[0].question));
    // A question that one of them answered is not open for all.
    let knows = saying(&one, next[0].question, organization("P2").responses.get(next[0].question));
    let agenda = Agenda::of(Assessment::standard(), &compare(&[one, knows]));
    assert_eq!(agenda.closing, Some(next[1].question));
}

#[test]
fn there_is_no_closing_point_without_an_open_question() {
    assert_eq!(agenda(&[organization("P2"), organization("P6")]).closing, None);
}

#[test]
fn a_question_that_applies_to_no_one_is_not_a_closing_point() {
    // Without in-house staff, the question on their load does not apply.
    let one = saying(&organization("P8"), plan::QUESTION, None);
    assert_eq!(one.responses.get(cap::QUESTION), Some(Response::One(cap::NONE)));
    assert_eq!(agenda(&[one.clone(), one]).closing, Some(plan::QUESTION));
}

fn agenda(people: &[Person]) -> Agenda {
    Agenda::of(Assessment::standard(), &compare(people))
}
