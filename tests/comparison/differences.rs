//! Different answers, and the effect of swapping one for the other.

use assessment::{
    Assessment, OptionId, QuestionId,
    named::{answer, cap, decide, events, fund, load, plan, provider, sector, signs, trigger},
};

use decision::{
    comparison::{Answer, Comparison, Difference},
    evaluation::{Evaluation, Scores, ValueModel},
    response::Response,
};

use super::{compare, organization, person, saying, ticked};

#[test]
fn the_same_answers_have_no_difference() {
    let comparison = compare(&[organization("P2"), organization("P2")]);
    assert!(comparison.differences.is_empty() && comparison.known_to_some.is_empty());
}

#[test]
fn an_answer_that_differs_is_listed_with_what_each_said() {
    let one = organization("P2");
    let other = saying(&one, plan::QUESTION, Some(Response::One(plan::GROW)));
    let comparison = compare(&[one, other]);
    let [difference] = comparison.differences.as_slice() else { panic!("{:?}", comparison.differences) };
    assert_eq!(difference.question, plan::QUESTION);
    assert_eq!(difference.answers, [Answer::One(plan::KEEP), Answer::One(plan::GROW)]);
    assert!(comparison.known_to_some.is_empty());
}

/// The expected value: both people evaluated from scratch with the other's answer.
#[test]
fn the_effect_is_the_mean_change_of_the_lead_in_both_directions() {
    let one = organization("P2");
    let other = saying(&organization("P1"), plan::QUESTION, Some(Response::One(plan::GROW)));
    let comparison = compare(&[one, other]);
    let [a, b] = [0, 1].map(|n| &comparison.people[n].evaluation);
    let there = (lead_with(a, plan::QUESTION, plan::GROW) - a.gap()).abs();
    let back = (lead_with(b, plan::QUESTION, plan::KEEP) - b.gap()).abs();
    let difference = of(&comparison, plan::QUESTION);
    assert!((difference.effect - f64::midpoint(there, back)).abs() < 1e-9);
    assert!(difference.effect > 0.0);
}

#[test]
fn a_difference_that_drops_a_follow_up_includes_the_follow_up() {
    let one = organization("P2");
    let other = saying(&one, cap::QUESTION, Some(Response::One(cap::NONE)));
    let comparison = compare(&[one, other]);
    let [a, b] = [0, 1].map(|n| &comparison.people[n].evaluation);
    let there = (lead_with(a, cap::QUESTION, cap::NONE) - a.gap()).abs();
    let back = (lead_with(b, cap::QUESTION, cap::TEAM) - b.gap()).abs();
    assert!((of(&comparison, cap::QUESTION).effect - f64::midpoint(there, back)).abs() < 1e-9);
    // Without in-house staff the question on load does not apply, so it does not count as unknown.
    assert!(comparison.difference(load::QUESTION).is_none());
}

#[test]
fn only_pairs_that_differ_count_among_three_people() {
    let one = organization("P2");
    let other = saying(&one, plan::QUESTION, Some(Response::One(plan::GROW)));
    // A third person with the first one's answer, who differs elsewhere in a way that has no effect.
    let third = saying(&one, sector::QUESTION, Some(Response::One(sector::LEGAL)));
    let two = of(&compare(&[one.clone(), other.clone()]), plan::QUESTION).effect;
    let three = of(&compare(&[one, other, third]), plan::QUESTION).effect;
    assert!((two - three).abs() < 1e-12);
}

#[test]
fn differences_are_in_order_of_effect_after_those_that_rule_a_model_in_or_out() {
    for (one, other) in [("P1", "P2"), ("P3", "P6"), ("P7", "P10"), ("P4", "P8")] {
        let list = compare(&[organization(one), organization(other)]).differences;
        assert!(list.len() > 5);
        assert!(list.is_sorted_by_key(|difference| !difference.is_gate));
        for part in list.chunk_by(|a, b| a.is_gate == b.is_gate) {
            assert!(part.is_sorted_by(|a, b| a.effect >= b.effect), "{one} {other}");
        }
    }
}

#[test]
fn an_answer_that_rules_out_the_leader_comes_first() {
    let one = organization("P3");
    let other = saying(&one, fund::QUESTION, Some(Response::One(fund::YES)));
    let other = saying(&other, answer::QUESTION, Some(Response::One(answer::OWN)));
    let comparison = compare(&[one, other]);
    assert_eq!(comparison.differences[0].question, fund::QUESTION);
    assert!(comparison.differences[0].is_gate && comparison.differences[0].matters(Assessment::standard()));
    assert!(!comparison.differences[1].is_gate);
}

#[test]
fn an_unscored_question_has_no_effect_and_does_not_matter() {
    let one = organization("P2");
    let other = saying(&one, trigger::QUESTION, Some(Response::One(trigger::REVIEW)));
    let difference = of(&compare(&[one, other]), trigger::QUESTION);
    assert_eq!((difference.effect, difference.points()), (0.0, 0));
    assert!(!difference.matters(Assessment::standard()));
}

#[test]
fn selections_that_score_alike_differ_without_effect() {
    let one = saying(&organization("P2"), signs::QUESTION, ticked(1));
    let other = saying(&one, signs::QUESTION, ticked(2));
    let difference = of(&compare(&[one, other]), signs::QUESTION);
    assert!(matches!(difference.answers[..], [Answer::Several(_), Answer::Several(_)]));
    assert!(difference.effect.abs() < f64::EPSILON);
}

#[test]
fn none_of_these_counts_as_a_different_answer() {
    let one = saying(&organization("P2"), events::QUESTION, ticked(0));
    let difference = of(&compare(&[one, organization("P2")]), events::QUESTION);
    assert!(difference.effect > 0.0);
}

#[test]
fn a_question_that_only_some_can_answer_is_listed_separately() {
    let one = organization("P2");
    for silent in [None, Some(Response::NotSure)] {
        let comparison = compare(&[one.clone(), saying(&one, plan::QUESTION, silent)]);
        assert!(comparison.differences.is_empty());
        let [known] = comparison.known_to_some.as_slice() else { panic!("{:?}", comparison.known_to_some) };
        let unknown = if silent.is_some() { Answer::NotSure } else { Answer::Open };
        assert_eq!(known.answers, [Answer::One(plan::KEEP), unknown]);
        // In one direction: the change for the person who does not know.
        let open = &comparison.people[1].evaluation;
        let change = (lead_with(open, plan::QUESTION, plan::KEEP) - open.gap()).abs();
        assert!((known.effect - change).abs() < 1e-9);
    }
}

#[test]
fn two_different_answers_and_one_unknown_are_a_difference() {
    let one = person(&[(decide::QUESTION, decide::ALL)]);
    let other = person(&[(decide::QUESTION, decide::APPROVE)]);
    let comparison = compare(&[one, other, person(&[])]);
    assert_eq!(of(&comparison, decide::QUESTION).answers[2], Answer::Open);
    assert!(comparison.known_to_some.is_empty());
}

#[test]
fn a_question_that_no_one_can_answer_is_not_listed() {
    let one = person(&[(provider::QUESTION, provider::NONE)]);
    let comparison = compare(&[saying(&one, cap::QUESTION, Some(Response::NotSure)), one]);
    assert!(comparison.difference(cap::QUESTION).is_none());
}

#[test]
fn effects_are_index_points_rounded_half_up() {
    let difference =
        |effect| Difference { question: plan::QUESTION, answers: Vec::new(), effect, is_gate: false }.points();
    assert_eq!([0.0, 0.0099, 0.01, 0.029, 0.03].map(difference), [0, 0, 1, 1, 2]);
}

fn of(comparison: &Comparison, question: QuestionId) -> Difference {
    comparison.differences.iter().find(|difference| difference.question == question).unwrap().clone()
}

/// The lead of the leader over the runner-up with another answer, evaluated from scratch.
fn lead_with(evaluation: &Evaluation, question: QuestionId, option: OptionId) -> f64 {
    let assessment = Assessment::standard();
    let reading = evaluation.reading.with(assessment, &[(question, option)]);
    let total = Scores::of(assessment, &ValueModel::new(assessment), &reading, &evaluation.priorities).total;
    total[evaluation.leader.index()] - total[evaluation.runner_up.index()]
}
