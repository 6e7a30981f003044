//! Whether verdicts agree: "too close to call" counts for both leading models.

use assessment::Alternative::{CoManaged, Outsourced};

use decision::{
    comparison::{Agreement, Person, Verdicts},
    evaluation::Verdict,
};

use super::{compare, organization, person};

#[test]
fn the_same_verdict_agrees_on_its_leader() {
    let verdicts = of(&[organization("P1"), organization("P1")]);
    let expected =
        Verdicts { agreement: Agreement::Agree, shared: Some(Outsourced), same_leader: true, same_verdict: true };
    assert_eq!(verdicts, expected);
}

#[test]
fn a_clear_fit_and_a_lean_toward_one_model_agree_on_it() {
    let people = [organization("P1"), organization("P8")];
    assert_eq!(kinds(&people), [Verdict::Clear, Verdict::Lean]);
    let verdicts = of(&people);
    assert_eq!((verdicts.agreement, verdicts.shared), (Agreement::Agree, Some(Outsourced)));
    assert!(verdicts.same_leader && !verdicts.same_verdict);
}

#[test]
fn clear_fits_of_different_models_are_opposite() {
    let people = [organization("P1"), organization("P2")];
    assert_eq!(kinds(&people), [Verdict::Clear, Verdict::Clear]);
    let verdicts = of(&people);
    assert_eq!((verdicts.agreement, verdicts.shared), (Agreement::Opposite, None));
    assert!(!verdicts.same_leader && verdicts.same_verdict);
}

#[test]
fn a_lean_and_a_clear_fit_of_another_model_disagree() {
    let people = [organization("P8"), organization("P2")];
    assert_eq!(kinds(&people), [Verdict::Lean, Verdict::Clear]);
    assert_eq!(of(&people).agreement, Agreement::Apart);
}

#[test]
fn a_close_call_agrees_with_a_verdict_for_either_model_in_front() {
    let close = organization("P10");
    let comparison = compare(&[close.clone(), close.clone()]);
    let evaluation = &comparison.people[0].evaluation;
    assert_eq!(evaluation.verdict, Verdict::Close);
    let in_front = [evaluation.leader, evaluation.runner_up];
    assert_eq!(comparison.verdicts.shared, Some(evaluation.leader));
    for (id, leader) in [("P1", Outsourced), ("P2", CoManaged), ("P6", assessment::Alternative::InHouse)] {
        let verdicts = of(&[close.clone(), organization(id)]);
        let expected = if in_front.contains(&leader) { Agreement::Agree } else { Agreement::Apart };
        assert_eq!((verdicts.agreement, verdicts.shared), (expected, in_front.contains(&leader).then_some(leader)));
    }
}

#[test]
fn one_dissenting_person_is_enough_for_disagreement() {
    let people = [organization("P1"), organization("P8"), organization("P2")];
    assert_eq!(of(&people).agreement, Agreement::Opposite);
}

#[test]
fn too_few_answers_are_left_out() {
    assert_eq!(of(&[person(&[]), organization("P1")]).agreement, Agreement::Unknown);
    assert_eq!(of(&[person(&[]), person(&[])]).agreement, Agreement::Unknown);
    assert_eq!(of(&[organization("P1"), person(&[]), organization("P1")]).agreement, Agreement::Agree);
}

fn of(people: &[Person]) -> Verdicts {
    compare(people).verdicts
}

fn kinds(people: &[Person]) -> Vec<Verdict> {
    compare(people).people.iter().map(|person| person.evaluation.verdict).collect()
}
