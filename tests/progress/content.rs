//! Content ids that drafts refer to.

use std::collections::BTreeSet;

use assessment::{Assessment, named};

/// Drafts contain these ids. Ids may be added; removing one or changing its meaning breaks saved drafts.
const STEPS: [&str; 36] = [
    "goals",
    "stability",
    "restore",
    "records",
    "repeat",
    "interviews",
    "agreement",
    "handover",
    "reviews",
    "own_records",
    "inside_owner",
    "task_table",
    "repeat_work",
    "inside_load",
    "freed_time",
    "smallest_team",
    "hiring",
    "routines",
    "on_call",
    "people",
    "open_contract",
    "inside_lead",
    "taking_back",
    "shared_split",
    "marking",
    "standard_tasks",
    "close_functions",
    "line_review",
    "task_list",
    "one_side",
    "trial_month",
    "bought_tasks",
    "clear_scope",
    "contract_end",
    "co_interviews",
    "co_contract",
];

/// Drafts contain these ids too.
const QUESTIONS_TO_ASK: [&str; 22] = [
    "names",
    "included",
    "nights",
    "response",
    "routines",
    "tools",
    "suppliers",
    "documents",
    "escalation",
    "reports",
    "approval",
    "area",
    "duties",
    "disagree",
    "leave",
    "exit",
    "unsupported",
    "honest",
    "admin",
    "own_security",
    "prices",
    "people",
];

#[test]
fn every_question_id_used_in_drafts_exists() {
    let assessment = Assessment::standard();
    let missing = QUESTIONS_TO_ASK.into_iter().filter(|id| assessment.find_checklist_entry(id).is_none());
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_step_id_used_in_drafts_exists() {
    let assessment = Assessment::standard();
    let missing: Vec<&str> = STEPS.into_iter().filter(|id| assessment.find_step(id).is_none()).collect();
    assert_eq!(missing, [""; 0]);
}

/// The order of content 1.1, followed by everything added since. A number never changes.
#[test]
fn permanent_numbers_do_not_change() {
    let assessment = Assessment::standard();
    let numbers = assessment.numbers;
    let of_questions: Vec<u8> = numbers.questions.iter().map(|question| question.number).collect();
    assert_eq!(of_questions, (1..=28).collect::<Vec<u8>>());
    let answers = |id: &str| numbers.questions[assessment.find_question(id).unwrap().index()].answers;
    assert_eq!(answers("cap"), [1, 2, 3, 4, 5, 6]);
    assert_eq!(answers("roles"), [1, 3, 2, 4]);
    assert_eq!(answers("pace"), [4, 1, 2, 3]);
    assert_eq!(answers("trigger"), [1, 2, 3, 4, 7, 5, 6]);
    assert_eq!(answers("signs"), [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!((numbers.steps.len(), numbers.checklist.len()), (36, 22));
    let step = |id: &str| numbers.steps[assessment.find_step(id).unwrap().index()];
    assert_eq!(["goals", "repeat", "task_list", "own_records"].map(step), [1, 5, 6, 33]);
    assert_eq!(["contract_end", "co_interviews", "co_contract"].map(step), [34, 35, 36]);
    let check = |id: &str| numbers.checklist[assessment.find_checklist_entry(id).unwrap().index()];
    assert_eq!(["names", "honest"].map(check), [1, 18]);
    assert_eq!(["admin", "own_security", "prices", "people"].map(check), [19, 20, 21, 22]);
}

#[test]
fn no_two_steps_share_an_id() {
    let steps = Assessment::standard().roadmap.steps;
    assert_eq!(steps.iter().map(|step| step.id).collect::<BTreeSet<_>>().len(), steps.len());
}

#[test]
fn a_step_is_found_by_its_id() {
    assert_eq!(Assessment::standard().find_step("goals"), Some(named::step::GOALS));
    assert_eq!(Assessment::standard().find_step("goal"), None);
}

#[test]
fn a_measure_is_found_by_its_id() {
    assert_eq!(Assessment::standard().find_metric("response"), Some(named::metric::RESPONSE));
    assert_eq!(Assessment::standard().find_metric("goals"), None);
}

#[test]
fn a_question_to_ask_is_found_by_its_id() {
    assert_eq!(Assessment::standard().find_checklist_entry("nights"), Some(named::checklist::NIGHTS));
    assert_eq!(Assessment::standard().find_checklist_entry("goals"), None);
}
