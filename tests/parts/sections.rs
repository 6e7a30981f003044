//! The progress of each section.

use assessment::{
    Assessment, QuestionId, SectionId,
    named::{cap, clash, events, load, provider, size},
};

use decision::response::{Reading, Response, ResponseSet, SectionProgress, is_asked};

use super::{answers, responses, ticked};

#[test]
fn every_section_has_an_entry_in_its_order() {
    let assessment = Assessment::standard();
    let sections = SectionProgress::of_all(assessment, &ResponseSet::new(assessment));
    let order = (0..assessment.sections.len()).map(SectionId::from_index);
    assert!(sections.iter().map(|at| at.section).eq(order));
}

#[test]
fn each_applicable_question_is_in_exactly_one_section() {
    let assessment = Assessment::standard();
    let response_set = answers(&[(provider::QUESTION, provider::NONE), (cap::QUESTION, cap::TEAM)]);
    let reading = Reading::of(assessment, &response_set);
    for at in SectionProgress::of_all(assessment, &response_set) {
        let inside = assessment.questions().filter(|(_, question)| question.section == at.section).map(|(id, _)| id);
        let asked: Vec<QuestionId> = inside.filter(|id| is_asked(assessment, *id, &reading)).collect();
        assert!(!asked.is_empty());
        assert_eq!(at.questions, asked);
    }
}

#[test]
fn every_question_is_open_without_answers() {
    let assessment = Assessment::standard();
    let sections = SectionProgress::of_all(assessment, &ResponseSet::new(assessment));
    assert_eq!(sections.iter().map(|at| at.questions.len()).sum::<usize>(), assessment.questions.len());
    assert!(sections.iter().all(|at| at.answered == 0));
}

#[test]
fn an_answer_counts_only_in_its_section() {
    let response_set = answers(&[(cap::QUESTION, cap::LEAD), (size::QUESTION, size::M)]);
    for at in SectionProgress::of_all(Assessment::standard(), &response_set) {
        assert_eq!(at.answered, if at.section == section(cap::QUESTION) { 2 } else { 0 });
    }
}

#[test]
fn not_sure_is_a_response() {
    let response_set = responses(&[(cap::QUESTION, Response::NotSure)]);
    assert_eq!(of(&response_set, cap::QUESTION).answered, 1);
}

#[test]
fn none_of_these_is_a_response() {
    let response_set = responses(&[(events::QUESTION, ticked(events::QUESTION, &[]))]);
    assert_eq!(of(&response_set, events::QUESTION).answered, 1);
}

#[test]
fn a_follow_up_that_does_not_apply_is_not_in_its_section() {
    let without = of(&answers(&[(provider::QUESTION, provider::NONE)]), provider::QUESTION);
    assert_eq!(without.questions, [provider::QUESTION]);
    let with = of(&answers(&[(provider::QUESTION, provider::MOST)]), provider::QUESTION);
    assert_eq!(with.questions, [provider::QUESTION, clash::QUESTION]);
}

#[test]
fn a_response_to_an_inapplicable_question_does_not_count() {
    let given = |who| answers(&[(cap::QUESTION, who), (load::QUESTION, load::FIRE)]);
    assert_eq!(of(&given(cap::LEAD), cap::QUESTION).answered, 2);
    assert_eq!(of(&given(cap::NONE), cap::QUESTION).answered, 1);
}

#[test]
fn every_section_is_complete_with_all_answers() {
    let assessment = Assessment::standard();
    let mut response_set = ResponseSet::new(assessment);
    for (question, _) in assessment.questions() {
        response_set.set(question, Some(Response::NotSure));
    }
    assert!(SectionProgress::of_all(assessment, &response_set).iter().all(|at| at.answered == at.questions.len()));
}

fn of(responses: &ResponseSet, question: QuestionId) -> SectionProgress {
    let all = SectionProgress::of_all(Assessment::standard(), responses);
    all.into_iter().find(|at| at.section == section(question)).unwrap()
}

fn section(question: QuestionId) -> SectionId {
    Assessment::standard().question(question).section
}
