//! Expectations that collide.

use assessment::{
    Assessment, CollisionId, OptionId, QuestionId,
    named::{answer, clash, collision, decide, provider, roles, secown, steer},
};

use decision::{comparison::Person, response::Response};

use super::{compare, organization, person, saying};

#[test]
fn deciding_in_house_collides_with_a_provider_who_decides() {
    for inside in [decide::ALL, decide::KEY] {
        assert_eq!(found(&[(decide::QUESTION, inside)], &[(decide::QUESTION, decide::APPROVE)]), [collision::DECIDE]);
    }
}

#[test]
fn keeping_all_decisions_and_keeping_the_key_ones_do_not_collide() {
    assert_eq!(found(&[(decide::QUESTION, decide::ALL)], &[(decide::QUESTION, decide::KEY)]), []);
}

#[test]
fn any_two_answers_on_who_is_in_charge_collide() {
    let options = [answer::ONE, answer::SPLIT, answer::OWN];
    for one in options {
        for other in options {
            let expected = if one == other { vec![] } else { vec![collision::ANSWER] };
            assert_eq!(found(&[(answer::QUESTION, one)], &[(answer::QUESTION, other)]), expected);
        }
    }
}

#[test]
fn a_firm_for_most_of_it_collides_with_any_smaller_job() {
    for other in [provider::NONE, provider::ADHOC, provider::BESIDE] {
        let collided = found(&[(provider::QUESTION, provider::MOST)], &[(provider::QUESTION, other)]);
        assert_eq!(collided, [collision::PROVIDER]);
    }
    assert_eq!(found(&[(provider::QUESTION, provider::NONE)], &[(provider::QUESTION, provider::ADHOC)]), []);
}

#[test]
fn rules_that_only_one_person_reports_collide() {
    let with = |option| [(provider::QUESTION, provider::MOST), (clash::QUESTION, option)];
    assert_eq!(found(&with(clash::RULE), &with(clash::OVERRULE)), [collision::CLASH]);
    assert_eq!(found(&with(clash::TALK), &with(clash::UNCLEAR)), [collision::CLASH]);
    assert_eq!(found(&with(clash::RULE), &with(clash::TALK)), []);
    assert_eq!(found(&[(roles::QUESTION, roles::USED)], &[(roles::QUESTION, roles::ASGO)]), [collision::ROLES]);
    assert_eq!(found(&[(roles::QUESTION, roles::HALF)], &[(roles::QUESTION, roles::ASGO)]), []);
}

#[test]
fn a_follow_up_that_does_not_apply_never_collides() {
    let without = [(provider::QUESTION, provider::NONE), (clash::QUESTION, clash::RULE)];
    let with = [(provider::QUESTION, provider::ADHOC), (clash::QUESTION, clash::OVERRULE)];
    assert_eq!(found(&without, &with), []);
}

#[test]
fn security_work_assigned_to_different_sides_collides() {
    assert_eq!(
        found(&[(secown::QUESTION, secown::NAMED)], &[(secown::QUESTION, secown::PROVIDER)]),
        [collision::SECOWN]
    );
}

#[test]
fn keeping_every_decision_collides_with_one_partner_in_charge() {
    assert_eq!(found(&[(decide::QUESTION, decide::ALL)], &[(answer::QUESTION, answer::ONE)]), [collision::SAY]);
    assert_eq!(found(&[(decide::QUESTION, decide::KEY)], &[(answer::QUESTION, answer::ONE)]), []);
}

#[test]
fn a_provider_who_decides_collides_with_in_house_staff_in_charge() {
    assert_eq!(found(&[(decide::QUESTION, decide::APPROVE)], &[(answer::QUESTION, answer::OWN)]), [collision::FIX]);
}

#[test]
fn keeping_every_decision_collides_with_leaders_without_time() {
    assert_eq!(found(&[(decide::QUESTION, decide::ALL)], &[(steer::QUESTION, steer::NONE)]), [collision::STEER]);
}

#[test]
fn a_person_on_both_sides_does_not_collide() {
    let both = [(decide::QUESTION, decide::ALL), (answer::QUESTION, answer::ONE)];
    assert_eq!(found(&both, &both), []);
    assert_eq!(found(&both, &[(answer::QUESTION, answer::ONE)]), []);
}

#[test]
fn a_collision_across_two_questions_is_dropped_when_each_question_collides() {
    let one = [(decide::QUESTION, decide::ALL), (answer::QUESTION, answer::OWN)];
    let other = [(decide::QUESTION, decide::APPROVE), (answer::QUESTION, answer::ONE)];
    assert_eq!(found(&one, &other), [collision::DECIDE, collision::ANSWER]);
    let other = [(decide::QUESTION, decide::KEY), (answer::QUESTION, answer::ONE)];
    assert_eq!(found(&one, &other), [collision::ANSWER, collision::SAY]);
}

#[test]
fn a_person_who_is_silent_or_not_sure_is_on_no_side() {
    let silent = person(&[]);
    let unsure = saying(&silent, decide::QUESTION, Some(Response::NotSure));
    let [inside, outside] = [decide::ALL, decide::APPROVE].map(|option| person(&[(decide::QUESTION, option)]));
    assert!(compare(&[inside.clone(), silent.clone(), unsure.clone()]).collisions.is_empty());
    let comparison = compare(&[unsure, inside, silent, outside]);
    assert_eq!(comparison.collisions[0].sides, [None, Some(0), None, Some(1)]);
}

#[test]
fn a_collision_names_the_question_behind_each_side() {
    let people = [person(&[(answer::QUESTION, answer::ONE)]), person(&[(decide::QUESTION, decide::ALL)])];
    let comparison = compare(&people);
    let questions: Vec<_> = comparison.collisions[0].questions(Assessment::standard()).collect();
    assert_eq!(questions, [Some(answer::QUESTION), Some(decide::QUESTION)]);
}

#[test]
fn no_organization_collides_with_itself() {
    for n in 1..=11 {
        let person = organization(&format!("P{n}"));
        assert!(compare(&[person.clone(), person]).collisions.is_empty());
    }
}

fn found(one: &[(QuestionId, OptionId)], other: &[(QuestionId, OptionId)]) -> Vec<CollisionId> {
    let ids = |people: &[Person]| compare(people).collisions.iter().map(|c| c.id).collect::<Vec<_>>();
    let [one, other] = [person(one), person(other)];
    let collided = ids(&[one.clone(), other.clone()]);
    assert_eq!(ids(&[other, one]), collided);
    collided
}
