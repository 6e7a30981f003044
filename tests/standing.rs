//! Stay or change: today's model according to the answers, and the advice that follows from the verdict.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reference;

use assessment::{
    Alternative, Assessment, OptionId, QuestionId,
    json::Value,
    named::{answer, cap, clash, decide, fund, provider, skills},
};
use decision::{
    evaluation::{Evaluation, Verdict},
    plan::{Advice, Standing, Today},
    response::{Priorities, Reading, Response, ResponseSet},
};
use reference::{draft, organizations};

const IN_HOUSE: Today = Today::Model(Alternative::InHouse);
const CO_MANAGED: Today = Today::Model(Alternative::CoManaged);
const OUTSOURCED: Today = Today::Model(Alternative::Outsourced);

/// Everyone who can look after IT in-house, the least capable first.
const INSIDE: [OptionId; 6] = [cap::NONE, cap::HELPER, cap::MANAGER, cap::KEEPER, cap::LEAD, cap::TEAM];

#[test]
fn a_provider_that_does_most_work_means_outsourced_it() {
    for person in INSIDE {
        assert_eq!(today(&[(provider::QUESTION, provider::MOST), (cap::QUESTION, person)]), OUTSOURCED);
    }
    assert_eq!(today(&[(provider::QUESTION, provider::MOST)]), OUTSOURCED);
}

#[test]
fn a_provider_alongside_staff_means_co_managed_it() {
    for person in INSIDE {
        assert_eq!(today(&[(provider::QUESTION, provider::BESIDE), (cap::QUESTION, person)]), CO_MANAGED);
    }
    assert_eq!(today(&[(provider::QUESTION, provider::BESIDE)]), CO_MANAGED);
}

#[test]
fn without_a_provider_only_someone_in_charge_means_in_house_it() {
    for (person, expected) in
        INSIDE.into_iter().zip([Today::Nobody, Today::Nobody, IN_HOUSE, IN_HOUSE, IN_HOUSE, IN_HOUSE])
    {
        assert_eq!(today(&[(provider::QUESTION, provider::NONE), (cap::QUESTION, person)]), expected, "{person:?}");
    }
}

#[test]
fn occasional_help_does_not_change_who_runs_it() {
    for person in INSIDE {
        let with = |help| today(&[(provider::QUESTION, help), (cap::QUESTION, person)]);
        assert_eq!(with(provider::ADHOC), with(provider::NONE), "{person:?}");
    }
}

#[test]
fn todays_model_is_unknown_without_an_answer_on_providers() {
    for person in INSIDE {
        assert_eq!(today(&[(cap::QUESTION, person)]), Today::Unknown);
    }
    assert_eq!(today(&[]), Today::Unknown);
}

#[test]
fn todays_model_is_unknown_without_a_provider_or_an_answer_on_staff() {
    assert_eq!(today(&[(provider::QUESTION, provider::NONE)]), Today::Unknown);
    assert_eq!(today(&[(provider::QUESTION, provider::ADHOC)]), Today::Unknown);
}

#[test]
fn todays_model_is_unknown_if_not_sure_about_providers() {
    let mut responses = organization("P6");
    responses.set(provider::QUESTION, Some(Response::NotSure));
    assert_eq!(standing(&responses).today, Today::Unknown);
}

#[test]
fn todays_model_depends_only_on_its_two_questions() {
    let assessment = Assessment::standard();
    for case in organizations() {
        let all = draft(&case).responses;
        let mut two = ResponseSet::new(assessment);
        for question in Today::QUESTIONS {
            two.set(question, all.get(question));
        }
        let [of_two, of_all] = [two, all].map(|responses| Today::of(&Reading::of(assessment, &responses)));
        assert_eq!(of_two, of_all);
    }
}

#[test]
fn the_settled_team_keeps_its_model() {
    expect(&organization("P6"), Verdict::Clear, IN_HOUSE, Advice::Stay);
}

#[test]
fn the_overloaded_team_changes() {
    expect(&organization("P2"), Verdict::Clear, IN_HOUSE, Advice::Change);
}

#[test]
fn any_clear_result_is_a_change_if_no_one_runs_it() {
    expect(&organization("P1"), Verdict::Clear, Today::Nobody, Advice::Change);
    expect(&organization("P3"), Verdict::Only, Today::Nobody, Advice::Change);
}

#[test]
fn a_lean_is_enough_to_stay() {
    let responses = with("P7", provider::QUESTION, provider::BESIDE);
    expect(&responses, Verdict::Lean, CO_MANAGED, Advice::Stay);
}

#[test]
fn a_lean_is_enough_to_change() {
    expect(&organization("P7"), Verdict::Lean, OUTSOURCED, Advice::Change);
    expect(&organization("P8"), Verdict::Lean, Today::Nobody, Advice::Change);
}

#[test]
fn an_organization_with_the_only_workable_model_keeps_it() {
    expect(&with("P3", provider::QUESTION, provider::MOST), Verdict::Only, OUTSOURCED, Advice::Stay);
}

#[test]
fn an_organization_with_an_unworkable_model_changes() {
    let responses = with("P6", provider::QUESTION, provider::MOST);
    let evaluation = evaluate(&responses);
    assert!(!evaluation.gates.viable().contains(&Alternative::Outsourced));
    expect(&responses, Verdict::Clear, OUTSOURCED, Advice::Change);
}

#[test]
fn a_close_call_is_no_reason_to_leave_the_leader() {
    let responses = with("P10", provider::QUESTION, provider::MOST);
    assert_eq!(evaluate(&responses).leader, Alternative::Outsourced);
    expect(&responses, Verdict::Close, OUTSOURCED, Advice::NoNeed);
}

#[test]
fn a_close_call_is_no_reason_to_leave_the_runner_up() {
    let responses = with("P10", provider::QUESTION, provider::BESIDE);
    assert_eq!(evaluate(&responses).runner_up, Alternative::CoManaged);
    expect(&responses, Verdict::Close, CO_MANAGED, Advice::NoNeed);
}

#[test]
fn a_close_call_between_two_other_models_is_undecided() {
    expect(&organization("P10"), Verdict::Close, IN_HOUSE, Advice::Undecided);
}

#[test]
fn a_close_call_with_no_one_in_charge_is_undecided() {
    expect(&all_ruled_out(provider::NONE), Verdict::Close, Today::Nobody, Advice::Undecided);
}

#[test]
fn ruling_out_every_model_is_no_reason_to_leave_one_of_the_top_two() {
    let evaluation = evaluate(&all_ruled_out(provider::MOST));
    assert!(evaluation.gates.conflict);
    for model in Alternative::ALL {
        let is_in_front = [evaluation.leader, evaluation.runner_up].contains(&model);
        let advice = if is_in_front { Advice::NoNeed } else { Advice::Undecided };
        let today = Evaluation { reading: having(&evaluation.reading, model), ..evaluation.clone() };
        assert_eq!(Standing::of(&today), Standing { today: Today::Model(model), advice });
    }
}

#[test]
fn there_is_no_advice_if_todays_model_is_unknown() {
    expect(&organization("P11"), Verdict::Close, Today::Unknown, Advice::None);
    let mut responses = organization("P6");
    responses.set(provider::QUESTION, None);
    expect(&responses, Verdict::Clear, Today::Unknown, Advice::None);
}

#[test]
fn there_is_no_advice_with_too_few_answers() {
    let few = |firm, person| responses(&[(provider::QUESTION, firm), (cap::QUESTION, person)]);
    expect(&few(provider::NONE, cap::TEAM), Verdict::Insufficient, IN_HOUSE, Advice::None);
    expect(&few(provider::BESIDE, cap::TEAM), Verdict::Insufficient, CO_MANAGED, Advice::None);
    expect(&few(provider::MOST, cap::NONE), Verdict::Insufficient, OUTSOURCED, Advice::None);
    expect(&few(provider::NONE, cap::NONE), Verdict::Insufficient, Today::Nobody, Advice::None);
    expect(&ResponseSet::new(Assessment::standard()), Verdict::Insufficient, Today::Unknown, Advice::None);
}

fn expect(responses: &ResponseSet, verdict: Verdict, today: Today, advice: Advice) {
    let evaluation = evaluate(responses);
    assert_eq!(evaluation.verdict, verdict);
    assert_eq!(Standing::of(&evaluation), Standing { today, advice });
}

fn evaluate(responses: &ResponseSet) -> Evaluation {
    let assessment = Assessment::standard();
    Evaluation::of(assessment, responses, &Priorities::new(assessment))
}

fn standing(responses: &ResponseSet) -> Standing {
    Standing::of(&evaluate(responses))
}

fn today(answers: &[(QuestionId, OptionId)]) -> Today {
    Today::of(&Reading::of(Assessment::standard(), &responses(answers)))
}

fn responses(answers: &[(QuestionId, OptionId)]) -> ResponseSet {
    let mut responses = ResponseSet::new(Assessment::standard());
    for (question, option) in answers {
        responses.set(*question, Some(Response::One(*option)));
    }
    responses
}

/// The answers of an open organization.
fn organization(id: &str) -> ResponseSet {
    let case = organizations().into_iter().find(|case| case.get("id").and_then(Value::as_text) == Some(id)).unwrap();
    draft(&case).responses
}

/// The answers of an open organization, with one changed.
fn with(id: &str, question: QuestionId, option: OptionId) -> ResponseSet {
    let mut responses = organization(id);
    responses.set(question, Some(Response::One(option)));
    responses
}

/// No in-house staff and no money to hire, but every decision and all responsibility kept in-house.
fn all_ruled_out(firm: OptionId) -> ResponseSet {
    responses(&[
        (provider::QUESTION, firm),
        (clash::QUESTION, clash::TALK),
        (cap::QUESTION, cap::NONE),
        (fund::QUESTION, fund::NO),
        (decide::QUESTION, decide::ALL),
        (answer::QUESTION, answer::OWN),
        (skills::QUESTION, skills::BROAD),
    ])
}

/// The same answers with a given model today.
fn having(reading: &Reading, model: Alternative) -> Reading {
    let (firm, person) = match model {
        Alternative::InHouse => (provider::NONE, cap::TEAM),
        Alternative::CoManaged => (provider::BESIDE, cap::TEAM),
        Alternative::Outsourced => (provider::MOST, cap::NONE),
    };
    reading.with(Assessment::standard(), &[(provider::QUESTION, firm), (cap::QUESTION, person)])
}
